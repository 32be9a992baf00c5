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
/// <param name="From">First day looked at.</param>
/// <param name="To">Last day looked at.</param>
/// <param name="Metric">The response that was counted.</param>
/// <param name="FloorPercent">The least that one more post had to add, in per cent of what one post alone earns.</param>
/// <param name="Days">Days with a known response.</param>
/// <param name="Exponent">How the day's response grows with its posts; null while the data cannot tell.</param>
/// <param name="Maximum">Posts a day that still pay; null while the data cannot tell.</param>
/// <param name="NextGain">What one post more would add, as a share of what one post alone earns.</param>
/// <param name="Message">The finding in a sentence, or what is missing.</param>
/// <param name="Steps">One to some posts more than the maximum; empty while the data cannot tell.</param>
public sealed record CadenceAdviceView(
    Id<SocialAccount> Account, LocalDate From, LocalDate To, string Metric, int FloorPercent, int Days, double? Exponent, int? Maximum, double? NextGain, string Message, IReadOnlyList<SaturationStep> Steps);

/// <summary>
/// Recommends a daily maximum for an account from its own published posts: as long as one more still adds enough and does
/// not drive followers away. Fewer than 30 days with posts, or the same number every day, are not enough to tell.
/// </summary>
/// <param name="From">First day looked at; a year before the last one when absent.</param>
/// <param name="To">Last day looked at; the brand's today when absent.</param>
/// <param name="Metric">The response that counts, such as engagements or link_clicks.</param>
/// <param name="FloorPercent">The least that one more post must add, in per cent of what one post alone earns.</param>
[Needs(Permission.Read)]
public sealed record CadenceAdvice(Id<SocialAccount> Account, LocalDate? From = null, LocalDate? To = null, string Metric = "engagements", [property: Range(1, 100)] int FloorPercent = 10) : IQuery<CadenceAdviceView>
{
    /// <summary>Fewer days with posts than this say more about chance than about the audience.</summary>
    public const int LeastDays = 30;

    internal sealed class Handler(Db db, ChannelPosts posts, ObservationBook book, TimeProvider clock) : IHandle<CadenceAdvice, CadenceAdviceView>
    {
        public async Task<CadenceAdviceView> HandleAsync(CadenceAdvice request, CancellationToken cancel)
        {
            var account = await db.FindAsync(request.Account, "account", cancel);
            var zone = (await db.FindAsync(account.Brand, "brand", cancel)).Zone;
            var to = request.To ?? clock.Today(zone);
            var from = request.From ?? to.PlusYears(-1);
            Rule.Require(from <= to, "span-reversed", "The first day is after the last one. Swap them.", "to");
            var days = await DaysAsync(account, zone, from, to, request.Metric, cancel);
            var said = new CadenceAdviceView(account.Id, from, to, request.Metric, request.FloorPercent, days.Count, null, null, null, NotYet(days.Count), []);
            return days.Count >= LeastDays && Saturation.Of(days) is { } saturation ? Advise(said, saturation, days) : said;
        }

        private static string NotYet(int days) =>
            $"Not enough variation to tell yet: {days} {(days == 1 ? "day" : "days")} with posts and numbers; at least {LeastDays} are needed, with different numbers of posts a day.";

        private static CadenceAdviceView Advise(CadenceAdviceView said, Saturation saturation, List<PostingDay> days)
        {
            var most = saturation.Most(said.FloorPercent / 100.0, posts => Leaving.Rises(days, posts) == true);
            var next = saturation.Gain(most + 1);
            var why = Leaving.Rises(days, most + 1) == true
                ? $"on days with {most + 1} or more, more people stop following"
                : string.Create(CultureInfo.InvariantCulture, $"one more would add {next * 100:0} % of what a single post earns");
            var counted = days.Exists(day => day.Unfollows is not null) ? "" : " Who stopped following was not counted.";
            return said with
            {
                Exponent = Math.Round(saturation.Exponent, 6),
                Maximum = most,
                NextGain = Math.Round(next, 6),
                Message = $"At most {most} a day: {why}. From {saturation.Days} days.{counted}",
                Steps =
                [
                    .. Enumerable.Range(1, most + 2).Select(n => new SaturationStep(
                        n, Math.Round(saturation.Total(n), 6), Math.Round(saturation.PerPost(n), 6), Math.Round(saturation.Gain(n), 6), n == 1 ? null : Leaving.Rises(days, n))),
                ],
            };
        }

        private async Task<List<PostingDay>> DaysAsync(SocialAccount account, DateTimeZone zone, LocalDate from, LocalDate to, string metric, CancellationToken cancel)
        {
            var (first, until) = (zone.AtStartOfDay(from).ToInstant(), zone.AtStartOfDay(to.PlusDays(1)).ToInstant());
            var found = (await posts.FindAsync(account.Brand, [account.Id], first, until, cancel)).Where(post => post.IsOut).ToList();
            var responses = await posts.NumbersAsync(found, metric, cancel);
            var left = (await book.SeriesAsync(new SeriesKey(account.Id.ToString(), "unfollows"), from, to, cancel))
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
