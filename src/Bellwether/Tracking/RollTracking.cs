using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Links;
using Bellwether.Metrics;
using Bellwether.Storage;
using Bellwether.Tracking.Reports;
using Bellwether.Tracking.Sums;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Tracking;

/// <summary>
/// Writes what tracking counted as observations, day by day, so that goals can be measured by it: link clicks,
/// conversions, leads, sign-ups, orders, deal orders and revenue in the brand's currency, for the brand and for each
/// post, channel, account, goal and campaign; and, where the own site reports visits, those from social networks and their share of all.
/// A day that a thing existed without a click is a zero, not a gap.
/// </summary>
/// <param name="Days">
/// How many days back, today included; numbers of a day are corrected when they grow. Conversions are told late and taken back: theirs are
/// looked at again for <see cref="DaysOfConversions"/> days, and further back where some came or went since yesterday.
/// </param>
[Internal("Runs by the timetable every hour.")]
public sealed record RollTracking(Id<Brand> Brand, int Days = 3) : ICommand<RecordedObservations>
{
    /// <summary>Under which source the numbers stand.</summary>
    public const string Source = "tracking";

    /// <summary>A click leads to nothing after 90 days, so most of what comes late is not older.</summary>
    public const int DaysOfConversions = 92;

    private static readonly string[] OfConversions = ["conversions", "orders", "leads", "signups", "deal_orders", "revenue_social"];

    internal sealed class Handler(Db db, TrackingSums tracked, ObservationWriter writer, TimeProvider clock) : IHandle<RollTracking, RecordedObservations>
    {
        private readonly Dictionary<(string Metric, string Subject, LocalDate Day), decimal> sums = [];
        private readonly List<ObservationEntry> shares = [];

        public async Task<RecordedObservations> HandleAsync(RollTracking request, CancellationToken cancel)
        {
            var brand = await db.FindAsync(request.Brand, "brand", cancel);
            var today = clock.Today(brand.Zone);
            var from = today.PlusDays(1 - request.Days);
            var start = from.AtStartOfDayInZone(brand.Zone).ToInstant();
            await ClicksAsync(brand, from, today, start, cancel);
            await ConversionsAsync(brand, LocalDate.Min(from, await FirstChangedAsync(brand, today, cancel)), cancel);
            await SiteAsync(brand, from, today, start, cancel);
            var entries = sums.OrderBy(sum => sum.Key.Day).ThenBy(sum => sum.Key.Subject, StringComparer.Ordinal).ThenBy(sum => sum.Key.Metric, StringComparer.Ordinal)
                .Select(sum => new ObservationEntry(sum.Key.Metric, sum.Key.Subject, sum.Key.Day, PeriodLength.Day, sum.Value)).Concat(shares).ToList();
            return entries.Count == 0
                ? new RecordedObservations(null, 0, 0, 0, 0, [])
                : await writer.WriteAsync(brand.Id, entries, Source, WhenPresent.Correct, cancel);
        }

        private static IEnumerable<string> Lasting(Brand brand, string? channel, string? account, string? goal, string? campaign) =>
            new[] { brand.Id.ToString(), channel, account, goal, campaign }.OfType<string>();

        private async Task ClicksAsync(Brand brand, LocalDate from, LocalDate today, Instant start, CancellationToken cancel)
        {
            var links = await db.Set<TrackedLink>().AsNoTracking().Where(link => link.Brand == brand.Id)
                .Select(link => new { link.Id, link.CreatedAt, link.Post, link.Channel, link.Account, link.Goal, link.Campaign })
                .ToDictionaryAsync(link => link.Id, cancel);
            foreach (var link in links.Values)
            {
                for (var day = LocalDate.Max(from, link.CreatedAt.InZone(brand.Zone).Date); day <= today; day = day.PlusDays(1))
                {
                    foreach (var subject in Lasting(brand, link.Channel, link.Account, link.Goal, link.Campaign))
                    {
                        Add("link_clicks", subject, day, 0);
                    }
                }
            }

            var rollups = await db.Set<ClickRollup>().Where(row => row.Brand == brand.Id && row.Quarter >= start && row.Outcome == HitOutcome.Counted)
                .GroupBy(row => new { row.Link, row.Quarter }).Select(group => new { group.Key.Link, group.Key.Quarter, Hits = group.Sum(row => row.Hits) })
                .ToListAsync(cancel);
            foreach (var row in rollups)
            {
                if (links.TryGetValue(row.Link, out var link))
                {
                    foreach (var subject in Lasting(brand, link.Channel, link.Account, link.Goal, link.Campaign).Append(link.Post).OfType<string>())
                    {
                        Add("link_clicks", subject, row.Quarter.InZone(brand.Zone).Date, row.Hits);
                    }
                }
            }
        }

        private async Task<LocalDate> FirstChangedAsync(Brand brand, LocalDate today, CancellationToken cancel)
        {
            var since = clock.Now() - Duration.FromHours(26);
            var first = await db.Set<Conversion>().Where(one => one.Brand == brand.Id && (one.CreatedAt >= since || one.VoidedAt >= since)).MinAsync(one => (Instant?)one.At, cancel);
            var usual = today.PlusDays(1 - DaysOfConversions);
            return first is { } at ? LocalDate.Min(usual, at.InZone(brand.Zone).Date) : usual;
        }

        private async Task ConversionsAsync(Brand brand, LocalDate from, CancellationToken cancel)
        {
            var start = from.AtStartOfDayInZone(brand.Zone).ToInstant();
            var conversions = await db.Set<Conversion>().AsNoTracking()
                .Where(one => one.Brand == brand.Id && one.At >= start && one.VoidedAt == null && one.MatchedBy != MatchedBy.Nothing).ToListAsync(cancel);
            foreach (var one in conversions)
            {
                var day = one.At.InZone(brand.Zone).Date;
                foreach (var subject in Lasting(brand, one.Channel, one.Account, one.Goal, one.Campaign).Append(one.Post).OfType<string>())
                {
                    Add("conversions", subject, day, 1);
                    if (MetricOf(one.Kind) is { } metric)
                    {
                        Add(metric, subject, day, 1);
                    }

                    if (one.MatchedBy == MatchedBy.DealCode)
                    {
                        Add("deal_orders", subject, day, 1);
                    }

                    // Another currency would need that day's rate; it stays visible in the funnel, in its own currency.
                    if (one.Value is { } value && value.Currency == brand.Currency)
                    {
                        Add("revenue_social", subject, day, value.Amount);
                    }
                }
            }

            // What was counted once and is no more, such as the only order of a day that was taken back, is nothing now.
            var counted = await db.Set<Observation>().AsNoTracking()
                .Where(row => row.Brand == brand.Id && row.Source == Source && row.IsCurrent && row.Length == PeriodLength.Day && row.Start >= from && row.Value != 0 && OfConversions.Contains(row.Metric))
                .Select(row => new { row.Metric, row.Subject, row.Start }).ToListAsync(cancel);
            foreach (var row in counted)
            {
                Add(row.Metric, row.Subject, row.Start, 0);
            }
        }

        /// <summary>Visits to the own site, from its first report on: before it, nobody counted.</summary>
        private async Task SiteAsync(Brand brand, LocalDate from, LocalDate today, Instant start, CancellationToken cancel)
        {
            var views = db.Set<SiteRollup>().Where(row => row.Brand == brand.Id && row.Dimension == SiteDimension.Views && row.Outcome == HitOutcome.Counted);
            if (await tracked.FirstAsync(brand.Id, HitSource.Views, counted: true, cancel) is not { } first)
            {
                return;
            }

            var visits = (await views.Where(row => row.Quarter >= start).GroupBy(row => new { row.Quarter, row.Group }).Select(group => new { group.Key.Quarter, group.Key.Group, Visits = group.Sum(row => row.Visits) }).ToListAsync(cancel))
                .ToLookup(row => row.Quarter.InZone(brand.Zone).Date);
            for (var day = LocalDate.Max(from, first.InZone(brand.Zone).Date); day <= today; day = day.PlusDays(1))
            {
                var (all, social) = (visits[day].Sum(row => row.Visits), visits[day].Where(row => row.Group.IsSocial()).Sum(row => row.Visits));
                Add("sessions_social", brand.Id.ToString(), day, social);
                if (all > 0)
                {
                    shares.Add(new ObservationEntry("social_share_traffic", brand.Id.ToString(), day, PeriodLength.Day, Numerator: social, Denominator: all));
                }
            }
        }

        private static string? MetricOf(string kind) => kind switch { "sale" => "orders", "lead" => "leads", "signup" => "signups", _ => null };

        private void Add(string metric, string subject, LocalDate day, decimal value) =>
            sums[(metric, subject, day)] = sums.GetValueOrDefault((metric, subject, day)) + value;
    }
}
