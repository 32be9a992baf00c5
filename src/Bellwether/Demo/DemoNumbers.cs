using Bellwether.Kernel;
using Bellwether.Metrics;
using NodaTime;

namespace Bellwether.Demo;

/// <summary>The numbers that Cleo writes down week by week, up to the week that has just begun. What tracking counts is not typed in.</summary>
internal sealed class DemoNumbers(DemoStage stage, DemoScene scene, Random chance)
{
    private decimal bluesky = 1180;
    private decimal instagram = 860;
    private LocalDate next = PeriodDays.StartOf(scene.From, PeriodLength.Week, scene.Brand.WeekStart);

    public int Written { get; private set; }

    /// <summary>The weeks that were over by a day; on the last day of all also the week so far.</summary>
    public async Task WriteDownAsync(LocalDate from, LocalDate until, IReadOnlyDictionary<LocalDate, int> posted, CancellationToken cancel)
    {
        var rows = new List<ObservationEntry>();
        while (next.PlusDays(6) < until || (until == scene.Today && next <= until && until >= from))
        {
            var share = Math.Min(1m, (Period.DaysBetween(next, until) + 0.5m) / 7);
            rows.AddRange(Week(next, share, Enumerable.Range(0, 7).Sum(day => posted.GetValueOrDefault(next.PlusDays(day)))));
            next = next.PlusDays(7);
        }

        if (rows.Count > 0)
        {
            await stage.AskAsync(scene.Cast.Cleo, new RecordObservations(scene.Brand.Id, rows, "typed in"), cancel);
            Written += rows.Count;
        }
    }

    private IEnumerable<ObservationEntry> Week(LocalDate start, decimal share, int posts)
    {
        var age = Period.DaysBetween(scene.From, start) / 365m;
        var summer = start.Month is 7 or 8 ? 0.75m : 1m;
        decimal Count(decimal at, decimal growth, int noise) => Math.Max(0, decimal.Round((at + (growth * age) + chance.Next(-noise, noise + 1)) * share * summer));
        bluesky += decimal.Round((9 + chance.Next(9)) * share);
        instagram += decimal.Round((7 + chance.Next(11)) * share);
        var (seen, liked) = (Count(2600, 2400, 300), Count(150, 140, 25));
        var (reached, loved) = (Count(1900, 1500, 260), Count(120, 130, 30));
        ObservationEntry Of(string metric, object subject, decimal value) => new(metric, subject.ToString()!, start, PeriodLength.Week, Value: value);
        return
        [
            Of("footfall", scene.Brand.Id, Count(214, 108, 14)),
            Of("sessions_social", scene.Brand.Id, Count(62, 60, 9)),
            Of("posts_published", scene.Brand.Id, posts),
            Of("followers", scene.Brand.Id, bluesky + instagram),
            Of("engagements", scene.Brand.Id, liked + loved),
            Of("leads", scene.Brand.Id, Count(2, 4, 2)),
            Of("followers", scene.Bluesky.Id, bluesky),
            Of("impressions", scene.Bluesky.Id, seen),
            Of("engagements", scene.Bluesky.Id, liked),
            Of("followers", scene.Instagram.Id, instagram),
            Of("reach", scene.Instagram.Id, reached),
            Of("engagements", scene.Instagram.Id, loved),
            Of("profile_visits", scene.Instagram.Id, Count(90, 80, 20)),
        ];
    }
}
