using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Bellwether.Audits;
using Bellwether.Kernel;
using Bellwether.Metrics;
using Bellwether.Storage;
using NodaTime;

namespace Bellwether.Channels;

/// <summary>What so many posts a day earn.</summary>
/// <param name="Posts">Posts a day.</param>
/// <param name="Total">What they earn together, as a multiple of one post alone.</param>
/// <param name="PerPost">What each earns, as a share of one post alone.</param>
/// <param name="Gain">What the last of them adds, as a share of one post alone.</param>
/// <param name="Leaving">Whether more people stop following on such days; null when nobody counted.</param>
public sealed record SaturationStep(int Posts, double Total, double PerPost, double Gain, bool? Leaving);

/// <summary>What the account's own numbers say about how many posts a day are too many.</summary>
/// <param name="Days">Days with a known response.</param>
/// <param name="Exponent">How the day's response grows with its posts; null while the data cannot tell.</param>
/// <param name="Maximum">Posts a day that still pay; null while the data cannot tell.</param>
/// <param name="NextGain">What one post more would add, as a share of what one post alone earns.</param>
/// <param name="Message">The finding in a sentence, or what is missing.</param>
/// <param name="Steps">One to some posts more than the maximum; empty while the data cannot tell.</param>
public sealed record CadenceAdviceView(
    Id<SocialAccount> Account, int Days, double? Exponent, int? Maximum, double? NextGain, string Message, IReadOnlyList<SaturationStep> Steps);

/// <summary>
/// Recommends a daily maximum for an account from its own published posts: as long as one more still adds enough and does
/// not drive followers away. Fewer than 30 days with posts, or the same number every day, are not enough to tell.
/// </summary>
/// <param name="From">First day looked at.</param>
/// <param name="To">Last day looked at.</param>
/// <param name="Metric">The response that counts, such as engagements or link_clicks.</param>
/// <param name="FloorPercent">The least that one more post must add, in per cent of what one post alone earns.</param>
[Needs(Permission.Read)]
public sealed record CadenceAdvice(Id<SocialAccount> Account, LocalDate From, LocalDate To, string Metric = "engagements", [property: Range(1, 100)] int FloorPercent = 10) : IQuery<CadenceAdviceView>
{
    /// <summary>Fewer days with posts than this say more about chance than about the audience.</summary>
    public const int LeastDays = 30;

    internal sealed class Handler(Db db, ChannelPosts posts, ObservationBook book) : IHandle<CadenceAdvice, CadenceAdviceView>
    {
        public async Task<CadenceAdviceView> HandleAsync(CadenceAdvice request, CancellationToken cancel)
        {
            Rule.Require(request.From <= request.To, "span-reversed", "The first day is after the last one. Swap them.", "to");
            var account = await db.FindAsync(request.Account, "account", cancel);
            var days = await DaysAsync(request, account, cancel);
            var saturation = days.Count < LeastDays ? null : Saturation.Of(days);
            return saturation is null ? NotYet(account.Id, days.Count) : Advice(account.Id, saturation, days, request.FloorPercent);
        }

        private static CadenceAdviceView NotYet(Id<SocialAccount> account, int days) => new(account, days, null, null, null,
            $"Not enough variation to tell yet: {days} {(days == 1 ? "day" : "days")} with posts and numbers; at least {LeastDays} are needed, with different numbers of posts a day.", []);

        private static CadenceAdviceView Advice(Id<SocialAccount> account, Saturation saturation, List<PostingDay> days, int floor)
        {
            var most = saturation.Most(floor / 100.0, posts => Leaving.Rises(days, posts) == true);
            var next = saturation.Gain(most + 1);
            var why = Leaving.Rises(days, most + 1) == true
                ? $"on days with {most + 1} or more, more people stop following"
                : string.Create(CultureInfo.InvariantCulture, $"one more would add {next * 100:0} % of what a single post earns");
            var counted = days.Exists(day => day.Unfollows is not null) ? "" : " Who stopped following was not counted.";
            return new CadenceAdviceView(
                account, days.Count, Math.Round(saturation.Exponent, 6), most, Math.Round(next, 6), $"At most {most} a day: {why}. From {saturation.Days} days.{counted}",
                [.. Enumerable.Range(1, most + 2).Select(n => new SaturationStep(
                    n, Math.Round(saturation.Total(n), 6), Math.Round(saturation.PerPost(n), 6), Math.Round(saturation.Gain(n), 6), n == 1 ? null : Leaving.Rises(days, n)))]);
        }

        private async Task<List<PostingDay>> DaysAsync(CadenceAdvice request, SocialAccount account, CancellationToken cancel)
        {
            var zone = (await db.FindAsync(account.Brand, "brand", cancel)).Zone;
            var (first, until) = (zone.AtStartOfDay(request.From).ToInstant(), zone.AtStartOfDay(request.To.PlusDays(1)).ToInstant());
            var found = (await posts.FindAsync(account.Brand, [account.Id], first, until, cancel)).Where(post => post.IsOut).ToList();
            var responses = await posts.NumbersAsync(found, request.Metric, cancel);
            var left = (await book.SeriesAsync(new SeriesKey(account.Id.ToString(), "unfollows"), request.From, request.To, cancel))
                .Where(point => point.Length == PeriodLength.Day).GroupBy(point => point.Start).ToDictionary(day => day.Key, day => day.Sum(point => point.Value));
            return
            [
                .. found.Zip(responses).GroupBy(pair => pair.First.At.InZone(zone).Date)
                    // A day counts only when the response to each of its posts is known.
                    .Where(day => day.All(pair => pair.Second is not null))
                    .Select(day => new PostingDay(day.Count(), day.Sum(pair => pair.Second!.Value), left.TryGetValue(day.Key, out var gone) ? gone : null)),
            ];
        }
    }
}
