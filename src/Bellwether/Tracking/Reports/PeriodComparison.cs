using System.Globalization;
using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Storage;
using Bellwether.Tracking.Sums;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Tracking.Reports;

/// <summary>What a period is compared with.</summary>
public enum CompareWith
{
    /// <summary>The same number of days right before.</summary>
    Before,

    /// <summary>The same dates a year earlier.</summary>
    YearBefore,

    /// <summary>A period of one's own choice.</summary>
    Chosen,
}

/// <summary>One figure in both periods.</summary>
/// <param name="Change">The difference as a part of what it was; null where it was nothing.</param>
public sealed record ComparedFigure(decimal Now, decimal Then, decimal Difference, decimal? Change)
{
    internal static ComparedFigure Of(decimal now, decimal then) => new(now, then, now - then, then == 0 ? null : decimal.Round((now - then) / then, 6, MidpointRounding.ToEven));
}

/// <summary>Money of one currency in both periods: two currencies never add.</summary>
public sealed record ComparedMoney(string Currency, ComparedFigure Value);

/// <summary>A post, channel, goal, account, campaign or link in both periods.</summary>
public sealed record ComparedRow(string Subject, string? Title, string? Path, ComparedFigure Clicks, ComparedFigure Conversions);

/// <summary>A day of the period beside the day at the same place in the other one.</summary>
/// <param name="ThenDay">Null where the other period is shorter.</param>
public sealed record ComparedDay(LocalDate Day, LocalDate? ThenDay, long Now, long? Then);

/// <summary>Two periods side by side.</summary>
/// <param name="Rate">Only conversions joined to a click or link, of all clicks; null where one of the periods has no clicks.</param>
/// <param name="SiteVisits">Visits to the own site; null while it reports none in either period.</param>
/// <param name="SocialVisits">Of those, visits from social networks.</param>
/// <param name="Sentences">What is different, in words.</param>
public sealed record PeriodComparisonView(
    LocalDate From, LocalDate Until, LocalDate ThenFrom, LocalDate ThenUntil, ComparedFigure Clicks, ComparedFigure Visits, ComparedFigure Conversions, ComparedFigure? Rate, IReadOnlyList<ComparedMoney> Revenue,
    ComparedFigure? SiteVisits, ComparedFigure? SocialVisits, IReadOnlyList<ComparedDay> Days, IReadOnlyList<ComparedRow> Posts, IReadOnlyList<ComparedRow> Channels, IReadOnlyList<ComparedRow> Goals,
    IReadOnlyList<ComparedRow> Accounts, IReadOnlyList<ComparedRow> Campaigns, IReadOnlyList<ComparedRow> Links, IReadOnlyList<string> Sentences);

/// <summary>Tracking of one period beside that of another: the days before, the same days of last year, or days of one's own choice. Differences are told, not explained: what is by chance is not told apart here.</summary>
/// <param name="From">The first day; 30 days ago unless given.</param>
/// <param name="Until">The last day; today unless given.</param>
/// <param name="ThenFrom">The first day of the other period, where it is chosen.</param>
/// <param name="ThenUntil">Its last day.</param>
[Needs(Permission.Read)]
public sealed record PeriodComparison(
    Id<Brand> Brand, LocalDate? From = null, LocalDate? Until = null, CompareWith With = CompareWith.Before, LocalDate? ThenFrom = null, LocalDate? ThenUntil = null) : IQuery<PeriodComparisonView>
{
    internal sealed class Handler(Db db, FunnelTables tables, TrackingSums sums, TimeProvider clock) : IHandle<PeriodComparison, PeriodComparisonView>
    {
        public async Task<PeriodComparisonView> HandleAsync(PeriodComparison request, CancellationToken cancel)
        {
            var brand = await db.FindAsync(request.Brand, "brand", cancel);
            var now = TrackingRange.Of(brand, request.From, request.Until, clock);
            var then = Other(brand, now, request);
            var (seen, was) = (await tables.ReadAsync(brand.Id, now.Start, now.End, cancel), await tables.ReadAsync(brand.Id, then.Start, then.End, cancel));
            var (site, wasSite) = (await SiteAsync(brand.Id, now, cancel), await SiteAsync(brand.Id, then, cancel));
            var (days, wasDays) = (await DaysAsync(brand, now, cancel), await DaysAsync(brand, then, cancel));
            var (row, wasRow) = (seen.Total.Row(null), was.Total.Row(null));
            var hasSite = site.All + wasSite.All > 0;
            var view = new PeriodComparisonView(
                now.From, now.Until, then.From, then.Until, ComparedFigure.Of(row.Clicks, wasRow.Clicks), ComparedFigure.Of(row.Visits, wasRow.Visits), ComparedFigure.Of(row.Conversions, wasRow.Conversions),
                row.Rate is { } rate && wasRow.Rate is { } wasRate ? ComparedFigure.Of(decimal.Round(rate.Value, 6), decimal.Round(wasRate.Value, 6)) : null,
                [.. row.Revenue.Concat(wasRow.Revenue).Select(sum => sum.Currency).Distinct().Order(StringComparer.Ordinal).Select(currency => new ComparedMoney(currency, ComparedFigure.Of(In(row, currency), In(wasRow, currency))))],
                hasSite ? ComparedFigure.Of(site.All, wasSite.All) : null, hasSite ? ComparedFigure.Of(site.Social, wasSite.Social) : null,
                [.. Enumerable.Range(0, Period.DaysBetween(now.From, now.Until) + 1).Select(number => Day(now.From.PlusDays(number), then.From.PlusDays(number)))],
                Rows(seen.Posts, was.Posts), Rows(seen.Channels, was.Channels), Rows(seen.Goals, was.Goals), Rows(seen.Accounts, was.Accounts), Rows(seen.Campaigns, was.Campaigns), Rows(seen.Links, was.Links), []);
            return view with { Sentences = [.. await SayAsync(brand, view, then, cancel)] };

            ComparedDay Day(LocalDate day, LocalDate other) => other <= then.Until
                ? new ComparedDay(day, other, days.GetValueOrDefault(day), wasDays.GetValueOrDefault(other)) : new ComparedDay(day, null, days.GetValueOrDefault(day), null);
        }

        private TrackingRange Other(Brand brand, TrackingRange now, PeriodComparison request)
        {
            switch (request.With)
            {
                case CompareWith.Before:
                    var length = Period.DaysBetween(now.From, now.Until) + 1;
                    return TrackingRange.Of(brand, now.From.PlusDays(-length), now.From.PlusDays(-1), clock);
                case CompareWith.YearBefore:
                    return TrackingRange.Of(brand, now.From.PlusYears(-1), now.Until.PlusYears(-1), clock);
                default:
                    Rule.Require(request.ThenFrom is not null && request.ThenUntil is not null, "period-missing", "Choose the first and the last day of the period to compare with.", request.ThenFrom is null ? "thenFrom" : "thenUntil");
                    Rule.Require(request.ThenFrom <= request.ThenUntil, "range-reversed", "The range ends before it begins. Put the earlier day first.", "thenFrom");
                    return TrackingRange.Of(brand, request.ThenFrom, request.ThenUntil, clock);
            }
        }

        private static decimal In(FunnelRow row, string currency) => row.Revenue.FirstOrDefault(sum => sum.Currency == currency) is { Currency: not null } sum ? sum.Amount : 0;

        private static IReadOnlyList<ComparedRow> Rows(IReadOnlyList<FunnelRow> now, IReadOnlyList<FunnelRow> then)
        {
            var was = then.ToDictionary(row => row.Subject!, StringComparer.Ordinal);
            var seen = now.Select(row => row.Subject!).ToHashSet(StringComparer.Ordinal);
            return
            [
                .. now.Select(row => Row(row, row, was.GetValueOrDefault(row.Subject!))).Concat(then.Where(row => !seen.Contains(row.Subject!)).Select(row => Row(row, null, row)))
                    .OrderByDescending(row => Math.Abs(row.Clicks.Difference) + Math.Abs(row.Conversions.Difference)).ThenBy(row => row.Subject, StringComparer.Ordinal),
            ];

            static ComparedRow Row(FunnelRow known, FunnelRow? now, FunnelRow? then) =>
                new(known.Subject!, known.Title, known.Path, ComparedFigure.Of(now?.Clicks ?? 0, then?.Clicks ?? 0), ComparedFigure.Of(now?.Conversions ?? 0, then?.Conversions ?? 0));
        }

        private async Task<(long All, long Social)> SiteAsync(Id<Brand> brand, TrackingRange range, CancellationToken cancel)
        {
            var groups = (await sums.GroupsAsync(brand, HitSource.Views, range.Start, range.End, cancel)).FindAll(row => row.Outcome == HitOutcome.Counted);
            return (groups.Sum(row => row.Visits), groups.Where(row => row.Group.IsSocial()).Sum(row => row.Visits));
        }

        private async Task<Dictionary<LocalDate, long>> DaysAsync(Brand brand, TrackingRange range, CancellationToken cancel) =>
            (await sums.DaysAsync(brand, HitSource.Clicks, range, cancel)).ToDictionary(day => day.Key, day => day.Value.Hits);

        private async Task<List<string>> SayAsync(Brand brand, PeriodComparisonView view, TrackingRange then, CancellationToken cancel)
        {
            var sentences = new List<string>();
            var (nowDays, thenDays) = (Period.DaysBetween(view.From, view.Until) + 1, Period.DaysBetween(view.ThenFrom, view.ThenUntil) + 1);
            var first = await sums.FirstAsync(brand.Id, HitSource.Clicks, counted: false, cancel);
            if (view is { Clicks.Then: 0, Conversions.Then: 0 } && (first is null || first >= then.End))
            {
                sentences.Add("Nothing was tracked in the earlier period, so there is nothing to compare with.");
                return sentences;
            }

            sentences.Add(Say("clicks", view.Clicks));
            sentences.Add(Say("conversions", view.Conversions));
            if (view.SocialVisits is { } social)
            {
                sentences.Add(Say("visits from social networks to your site", social));
            }

            if (first is { } begin && begin > then.Start)
            {
                sentences.Add($"Tracking began on {begin.InZone(brand.Zone).Date.ToString("d MMMM uuuu", CultureInfo.InvariantCulture)}, within the earlier period, so that period is not whole.");
            }

            if (nowDays != thenDays)
            {
                sentences.Add($"The periods differ in length: {nowDays} and {thenDays} days.");
            }

            return sentences;
        }

        private static string Say(string what, ComparedFigure figure)
        {
            var share = figure.Change is { } change ? $" ({(change > 0 ? "+" : change < 0 ? "−" : "")}{Math.Abs(change * 100).ToString("0.#", CultureInfo.InvariantCulture)} %)" : "";
            string Number(decimal number) => number.ToString("N0", CultureInfo.InvariantCulture);
            return figure.Difference == 0 ? $"{Number(figure.Now)} {what}, as many as before." : $"{Number(figure.Now)} {what}, {Number(Math.Abs(figure.Difference))} {(figure.Difference > 0 ? "more" : "fewer")} than the {Number(figure.Then)} before{share}.";
        }
    }
}
