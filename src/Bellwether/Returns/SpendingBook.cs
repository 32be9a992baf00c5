using Bellwether.Actions;
using Bellwether.Brands;
using Bellwether.Goals;
using Bellwether.Kernel;
using Bellwether.Plans;
using Bellwether.Research;
using Bellwether.Returns.Costs;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Returns;

/// <summary>What money of a plan goes to.</summary>
public enum SpendingKind
{
    /// <summary>The lines of the media ledger for social media.</summary>
    Media,

    /// <summary>Recorded ad spend, as far as it is more than the ledger's lines for social media hold.</summary>
    Advertising,

    /// <summary>The tools, each payment on the day its period begins.</summary>
    Tools,

    /// <summary>Photos, films, texts, print: entered costs.</summary>
    Production,

    /// <summary>Agencies and consultants: entered costs.</summary>
    Agency,

    /// <summary>Other entered costs.</summary>
    Other,
}

/// <summary>Money of one kind, in one currency.</summary>
public sealed record SpendingLine(SpendingKind Kind, Money Spent, Money Planned);

/// <summary>
/// What a plan has spent from its first day, and what it means to spend until its last, in the brand's currency. Other media of the
/// ledger are not the plan's. Ad spend is taken to be a part of the ledger's social media, so that no money counts twice.
/// </summary>
/// <param name="From">The plan's first day, or the day it was made.</param>
/// <param name="Until">Its last day; a year when it has none.</param>
/// <param name="OpenEnd">Whether the plan has no last day, so that a year is counted.</param>
/// <param name="Others">Money in other currencies: shown, never added.</param>
/// <param name="CostsUnknown">Tools whose cost nobody has said, by name.</param>
public sealed record SpendingView(
    LocalDate From, LocalDate Until, bool OpenEnd, Money Spent, Money Planned, IReadOnlyList<SpendingLine> Lines, IReadOnlyList<SpendingLine> Others, IReadOnlyList<string> CostsUnknown);

/// <summary>Adds up what a plan spends.</summary>
[Scoped]
public sealed class SpendingBook(Db db, ResearchDesk research, ToolShelf shelf, AdvertisingBook advertising, TimeProvider clock)
{
    public async Task<SpendingView> OfAsync(Plan plan, Brand brand, CancellationToken cancel)
    {
        var today = clock.Today(brand.Zone);
        var from = plan.Start ?? plan.CreatedAt.InZone(brand.Zone).Date;
        var until = plan.End ?? from.PlusYears(1).PlusDays(-1);
        var media = (await research.AllAsync<MediaUsageEntry>(plan.Id, cancel)).Select(entry => entry.Sheet)
            .Where(sheet => sheet.Medium == Medium.Social && sheet.Currency is not null && sheet.Month >= First(from) && sheet.Month <= First(until)).ToList();
        var ads = await advertising.ViewAsync(await db.Set<Advertising>().AsNoTracking().FirstOrDefaultAsync(row => row.Plan == plan.Id, cancel), plan, brand, cancel);
        var tools = await shelf.AllAsync(plan.Id, cancel);
        var entered = (await db.Set<CostEntry>().AsNoTracking().Where(row => row.Plan == plan.Id).ToListAsync(cancel)).Select(row => row.Sheet).ToList();
        var lines = new List<SpendingLine>();
        foreach (var currency in media.Select(sheet => sheet.Currency!).Concat(tools.Select(tool => tool.Currency).OfType<string>()).Concat(entered.Select(cost => cost.Amount.Currency)).Append(brand.Currency).Distinct(StringComparer.Ordinal))
        {
            var own = media.Where(sheet => sheet.Currency == currency).ToList();
            var ledger = new SpendingLine(
                SpendingKind.Media, Money.Of(own.Sum(sheet => sheet.SpentMoney ?? 0), currency),
                // What was spent without a plan for it is no less needed.
                Money.Of(own.Sum(sheet => sheet.PlannedMoney ?? sheet.SpentMoney ?? 0), currency));
            lines.Add(ledger);
            var ofKind = entered.Where(cost => cost.Amount.Currency == currency).ToLookup(cost => KindOf(cost.Kind));
            var boosted = Entered(ofKind[SpendingKind.Advertising], currency, from, until, today);
            if (currency == brand.Currency)
            {
                lines.Add(new SpendingLine(SpendingKind.Advertising, boosted.Spent + Beyond(Money.Of(ads.Spent, currency), ledger.Spent), boosted.Planned + Beyond(Money.Of(Math.Max(ads.Current?.Ceiling ?? 0, ads.Spent), currency), ledger.Planned)));
            }
            else if (ofKind[SpendingKind.Advertising].Any())
            {
                lines.Add(new SpendingLine(SpendingKind.Advertising, boosted.Spent, boosted.Planned));
            }

            var paid = tools.Where(tool => tool.Currency == currency).ToList();
            var soFar = today < until ? today : until;
            lines.Add(new SpendingLine(SpendingKind.Tools, Sum(paid.Select(tool => ToolCosts.Paid(tool, from, soFar)), currency), Sum(paid.Select(tool => ToolCosts.Paid(tool, from, until)), currency)));
            lines.AddRange(ofKind.Where(kind => kind.Key != SpendingKind.Advertising).OrderBy(kind => kind.Key).Select(kind =>
            {
                var (spent, planned) = Entered(kind, currency, from, until, today);
                return new SpendingLine(kind.Key, spent, planned);
            }));
        }

        var inOwn = lines.Where(line => line.Spent.Currency == brand.Currency).ToList();
        return new SpendingView(
            from, until, plan.End is null, Sum(inOwn.Select(line => (Money?)line.Spent), brand.Currency), Sum(inOwn.Select(line => (Money?)line.Planned), brand.Currency), inOwn,
            [.. lines.Where(line => line.Spent.Currency != brand.Currency && (line.Spent.Minor > 0 || line.Planned.Minor > 0)).OrderBy(line => line.Spent.Currency, StringComparer.Ordinal).ThenBy(line => line.Kind)],
            [.. tools.Where(tool => tool.Cost is null).Select(tool => tool.Name)]);
    }

    /// <summary>Payments of entered costs, each on the day its period begins: those made, and all there will be.</summary>
    private static (Money Spent, Money Planned) Entered(IEnumerable<CostSheet> costs, string currency, LocalDate from, LocalDate until, LocalDate today)
    {
        var payments = costs.SelectMany(cost => Occurrences.Of(cost, from, until).Where(payment => payment.First >= from).Select(payment => (cost, payment))).ToList();
        bool Made(CostSheet cost, Occurrence payment) => cost.Repeat == CostRepeat.Once ? cost.State == CostState.Spent : cost.State != CostState.Planned && payment.First <= today;
        return (Sum(payments.Where(one => Made(one.cost, one.payment)).Select(one => (Money?)one.payment.Amount), currency), Sum(payments.Select(one => (Money?)one.payment.Amount), currency));
    }

    private static SpendingKind KindOf(CostKind kind) => kind switch
    {
        CostKind.Advertising => SpendingKind.Advertising,
        CostKind.Production => SpendingKind.Production,
        CostKind.Agency => SpendingKind.Agency,
        _ => SpendingKind.Other,
    };

    private static LocalDate First(LocalDate day) => new(day.Year, day.Month, 1);

    private static Money Beyond(Money all, Money counted) => all.Minor > counted.Minor ? all - counted : Money.Zero(all.Currency);

    private static Money Sum(IEnumerable<Money?> amounts, string currency) =>
        amounts.Aggregate(Money.Zero(currency), (sum, amount) => amount is { } some ? sum + some : sum);
}
