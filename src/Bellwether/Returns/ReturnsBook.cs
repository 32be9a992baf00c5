using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Links;
using Bellwether.Plans;
using Bellwether.Returns.Costs;
using Bellwether.Storage;
using Bellwether.Tracking;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Returns;

/// <summary>Everything that costs and returns of a plan within some days consist of, each piece with its place.</summary>
/// <param name="Unattributed">Conversions that nothing known led to; they count for nothing here.</param>
/// <param name="Others">What conversions were worth in currencies without a rate: shown, never added.</param>
/// <param name="Missing">What keeps the return from being told, in sentences.</param>
/// <param name="Notes">What should be known of the figures, in sentences.</param>
public sealed record ReturnFacts(
    string Currency, LocalDate From, LocalDate Until, PlacesOfPlan Places, CostsOfPlan Costs, IReadOnlyList<ReturnPiece> Returns, int Unattributed, IReadOnlyList<Money> Others,
    IReadOnlyList<string> Missing, IReadOnlyList<string> Notes)
{
    /// <summary>All of it; no ratio against the full cost while a part of the cost is not known.</summary>
    public ReturnSum Total
    {
        get
        {
            var sum = ReturnSum.Of(null, null, Currency, Costs.Pieces, Costs.Hours, Returns);
            return Costs.Missing.Count == 0 ? sum : sum with { Roi = null, RoiOnMargin = null, CostPerCustomer = null };
        }
    }

    /// <summary>One sum for each thing of a kind that has any part in it, what belongs to none last. Together they are the total.</summary>
    public IReadOnlyList<ReturnSum> By(ReturnsBy by)
    {
        var costs = Costs.Pieces.ToLookup(piece => piece.Place.Of(by));
        var hours = Costs.Hours.ToLookup(piece => piece.Place.Of(by));
        var returns = Returns.ToLookup(piece => piece.Place.Of(by));
        return
        [
            .. costs.Select(group => group.Key).Concat(hours.Select(group => group.Key)).Concat(returns.Select(group => group.Key)).Distinct(StringComparer.Ordinal)
                .Select(id => ReturnSum.Of(id, id is null ? null : Places.Titles.GetValueOrDefault(id), Currency, [.. costs[id]], [.. hours[id]], [.. returns[id]]))
                .OrderBy(sum => sum.Id is null).ThenByDescending(sum => sum.Value.Minor).ThenBy(sum => sum.Title, StringComparer.OrdinalIgnoreCase).ThenBy(sum => sum.Id, StringComparer.Ordinal),
        ];
    }
}

/// <summary>Puts costs and returns of a plan together: the one place every page takes them from.</summary>
[Scoped]
public sealed class ReturnsBook(Db db, WorkPlaces places, CostBook costs, RateBook rates, TimeProvider clock)
{
    /// <summary>The facts from the plan's first day until today or its last day, or of fewer days.</summary>
    public async Task<ReturnFacts> OfAsync(Plan plan, Brand brand, LocalDate? from, LocalDate? until, CancellationToken cancel)
    {
        var today = clock.Today(brand.Zone);
        var first = plan.Start ?? plan.CreatedAt.InZone(brand.Zone).Date;
        var last = plan.End is { } end && end < today ? end : today;
        var (begin, close) = (from > first ? from.Value : first, until < last ? until.Value : last);
        var at = await places.OfAsync(plan, cancel);
        var spent = await costs.OfAsync(plan, brand, at, begin, close, today, cancel);
        var changer = await rates.ChangerAsync(cancel);
        var margins = new MarginTable(await db.Set<Margin>().AsNoTracking().Where(row => row.Brand == brand.Id).ToListAsync(cancel));
        var rows = await ConversionsAsync(plan, brand, begin, close, cancel);
        var fresh = await NewCustomersAsync(brand, rows, cancel);
        var others = new Dictionary<string, Money>(StringComparer.Ordinal);
        var pieces = new List<ReturnPiece>();
        foreach (var row in rows.Where(row => row.Known))
        {
            var (place, day) = (at.Of(row.Place), row.At.InZone(brand.Zone).Date);
            var worth = row.Value is { } paid ? changer.Change(paid, brand.Currency, day) : null;
            if (worth is null && row.Value is { } foreign)
            {
                others[foreign.Currency] = others.TryGetValue(foreign.Currency, out var sum) ? sum + foreign : foreign;
            }

            pieces.Add(new ReturnPiece(row.Kind, fresh.Contains(row.Id), worth, worth is { } value ? margins.Of(value, place.Goal, day) : null, place));
        }

        var facts = new ReturnFacts(
            brand.Currency, begin, close, at, spent, pieces, rows.Count(row => !row.Known), [.. others.Values.OrderBy(sum => sum.Currency, StringComparer.Ordinal)], [], []);
        return facts with { Missing = [.. ReturnWords.Missing(facts, rows.Count(row => row.Known && row.Value is null))], Notes = [.. ReturnWords.Notes(facts, rows.Count(row => row.Known && row.Kind == "sale" && row.Value is null), rows.Count(row => row.Known && row.Kind == "sale" && row.Customer is null))] };
    }

    private sealed record Row(Id<Conversion> Id, string Kind, long? Minor, string? Currency, Instant At, string? Customer, bool Known, LinkPlace Place)
    {
        public Money? Value => Minor is { } minor && Currency is { } currency ? new Money(minor, currency) : null;
    }

    /// <summary>The brand's conversions of those days, but those of its other plans.</summary>
    private async Task<List<Row>> ConversionsAsync(Plan plan, Brand brand, LocalDate from, LocalDate until, CancellationToken cancel)
    {
        var (start, end) = (from.AtStartOfDayInZone(brand.Zone).ToInstant(), until.PlusDays(1).AtStartOfDayInZone(brand.Zone).ToInstant());
        var own = plan.Id.ToString();
        return await db.Set<Conversion>().AsNoTracking().Where(one => one.Brand == brand.Id && one.VoidedAt == null && one.At >= start && one.At < end && (one.Plan == null || one.Plan == own)).OrderBy(one => one.At).ThenBy(one => one.Id)
            .Select(one => new Row(one.Id, one.Kind, one.ValueMinor, one.Currency, one.At, one.Customer, one.MatchedBy != MatchedBy.Nothing, new LinkPlace(one.Plan, one.Post, one.Variant, one.Channel, one.Account, one.Goal, one.Campaign))).ToListAsync(cancel);
    }

    /// <summary>The sales that are the first to their customer, whatever led to earlier ones.</summary>
    private async Task<HashSet<Id<Conversion>>> NewCustomersAsync(Brand brand, List<Row> rows, CancellationToken cancel)
    {
        var sales = rows.Where(row => row.Kind == "sale" && row.Customer is not null).DistinctBy(row => row.Customer, StringComparer.Ordinal).ToList();
        if (sales.Count == 0)
        {
            return [];
        }

        var begin = sales.Min(row => row.At);
        var older = new HashSet<string>(StringComparer.Ordinal);
        foreach (var customers in sales.Select(row => row.Customer!).Chunk(500))
        {
            older.UnionWith(await db.Set<Conversion>().Where(one => one.Brand == brand.Id && one.VoidedAt == null && one.Kind == "sale" && one.At < begin && customers.Contains(one.Customer!)).Select(one => one.Customer!).Distinct().ToListAsync(cancel));
        }

        return [.. sales.Where(row => !older.Contains(row.Customer!)).Select(row => row.Id)];
    }
}
