using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Bellwether.Audits;
using Bellwether.Kernel;
using Bellwether.Metrics;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Calendar;

/// <summary>What the account's own numbers say about how many posts a day are too many.</summary>
/// <param name="Days">Days with a known response.</param>
/// <param name="Exponent">How the day's response grows with its posts; null while the data cannot tell.</param>
/// <param name="Maximum">Posts a day that still pay; null while the data cannot tell.</param>
/// <param name="NextGain">What one post more would add, as a share of what one post alone earns.</param>
/// <param name="Message">The finding in a sentence, or what is missing.</param>
public sealed record CadenceAdviceView(Id<SocialAccount> Account, int Days, double? Exponent, int? Maximum, double? NextGain, string Message);

/// <summary>Recommends a daily maximum for an account from its own published posts: as long as one more still adds enough.</summary>
/// <param name="From">First day looked at.</param>
/// <param name="To">Last day looked at.</param>
/// <param name="Metric">The response that counts, such as engagements or link_clicks.</param>
/// <param name="FloorPercent">The least that one more post must add, in per cent of what one post alone earns.</param>
[Needs(Permission.Read)]
public sealed record CadenceAdvice(Id<SocialAccount> Account, LocalDate From, LocalDate To, string Metric = "engagements", [property: Range(1, 100)] int FloorPercent = 10) : IQuery<CadenceAdviceView>
{
    // Fewer days than this say more about chance than about the audience.
    private const int LeastDays = 10;

    internal sealed class Handler(Db db, ObservationBook book) : IHandle<CadenceAdvice, CadenceAdviceView>
    {
        public async Task<CadenceAdviceView> HandleAsync(CadenceAdvice request, CancellationToken cancel)
        {
            var account = await db.FindAsync(request.Account, "account", cancel);
            var brand = await db.FindAsync(account.Brand, "brand", cancel);
            var days = await DaysAsync(request, brand.Zone, cancel);
            var saturation = days.Count < LeastDays ? null : Saturation.Of(days);
            if (saturation is null)
            {
                return new CadenceAdviceView(account.Id, days.Count, null, null, null,
                    $"The data cannot tell yet: {days.Count} days with posts and numbers, at least {LeastDays} are needed, with different numbers of posts a day.");
            }

            var most = saturation.Most(request.FloorPercent / 100.0);
            var next = saturation.Gain(most + 1);
            return new CadenceAdviceView(account.Id, days.Count, Math.Round(saturation.Exponent, 4), most, Math.Round(next, 4),
                string.Create(CultureInfo.InvariantCulture, $"At most {most} a day: one more would add {next * 100:0} % of what a single post earns. From {saturation.Days} days."));
        }

        private async Task<List<PostingDay>> DaysAsync(CadenceAdvice request, DateTimeZone zone, CancellationToken cancel)
        {
            var (first, until) = (zone.AtStartOfDay(request.From).ToInstant(), zone.AtStartOfDay(request.To.PlusDays(1)).ToInstant());
            var posts = await (
                from post in db.Set<Post>().AsNoTracking().IgnoreAutoIncludes()
                join variant in db.Set<Variant>() on post.Id equals variant.Post
                where variant.Account == request.Account && post.Status == PostStatus.Published && post.DueAt >= first && post.DueAt < until
                select new { Variant = variant.Id, post.DueAt }).ToListAsync(cancel);
            var keys = posts.Select(post => new SeriesKey(post.Variant.ToString(), request.Metric)).ToList();
            var series = await book.SeriesAsync(keys, request.From, LocalDate.MaxIsoValue, cancel);
            return
            [
                .. posts.GroupBy(post => post.DueAt!.Value.InZone(zone).Date)
                    // A day counts only when the response to each of its posts is known.
                    .Where(day => day.All(post => series[new SeriesKey(post.Variant.ToString(), request.Metric)].Count > 0))
                    .Select(day => new PostingDay(day.Count(), day.Sum(post => series[new SeriesKey(post.Variant.ToString(), request.Metric)][^1].Value))),
            ];
        }
    }
}
