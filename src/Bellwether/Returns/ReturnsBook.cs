using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Plans;
using Bellwether.Returns.Attribution;
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
/// <param name="Model">By which model conversions are credited.</param>
/// <param name="LookBackDays">How far back a touch counts.</param>
public sealed record ReturnFacts(
    string Currency, LocalDate From, LocalDate Until, PlacesOfPlan Places, CostsOfPlan Costs, IReadOnlyList<ReturnPiece> Returns, int Unattributed, IReadOnlyList<Money> Others,
    IReadOnlyList<string> Missing, IReadOnlyList<string> Notes, AttributionModel Model = AttributionModel.LastNonDirect, int LookBackDays = CreditRules.UsualDays)
{
    /// <summary>All of it; no ratio against the full cost while a part of the cost is not known.</summary>
    public ReturnSum Total => ReturnSum.Of(null, null, Currency, Costs.Pieces, Costs.Hours, Returns, Costs.Unknown);

    /// <summary>One sum for each thing of a kind that has any part in it, what belongs to none last. Together they are the total.</summary>
    public IReadOnlyList<ReturnSum> By(ReturnsBy by)
    {
        var costs = Costs.Pieces.ToLookup(piece => piece.Place.Of(by));
        var hours = Costs.Hours.ToLookup(piece => piece.Place.Of(by));
        var returns = Returns.ToLookup(piece => piece.Place.Of(by));
        var unknown = Costs.Unknown.Where(cost => cost.State == CostState.Spent).ToLookup(cost => cost.Place.Of(by));
        var ids = costs.Select(group => group.Key).Concat(unknown.Select(group => group.Key)).Concat(hours.Select(group => group.Key)).Concat(returns.Select(group => group.Key)).Distinct(StringComparer.Ordinal).ToList();
        var returned = Returned.Of([.. ids.Select(id => returns[id].ToList())], Currency);
        return
        [
            .. ids.Select((id, place) => ReturnSum.Of(id, id is null ? null : Places.Titles.GetValueOrDefault(id), Currency, [.. costs[id]], [.. hours[id]], returned[place], [.. unknown[id]]))
                .OrderBy(sum => sum.Id is null).ThenByDescending(sum => sum.Value.Minor).ThenBy(sum => sum.Title, StringComparer.OrdinalIgnoreCase).ThenBy(sum => sum.Id, StringComparer.Ordinal),
        ];
    }
}

/// <summary>Puts costs and returns of a plan together: the one place every page takes them from. Conversions are credited as the brand gives credit.</summary>
[Scoped]
public sealed class ReturnsBook(Db db, WorkPlaces places, CostBook costs, RateBook rates, PlacedSources sources, CreditedReturns credits, TimeProvider clock)
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
        var (shared, placeOf) = await SharedAsync(plan, brand, begin, close, cancel);
        var rows = await ConversionsAsync(brand, begin, close, [.. shared.Shares.Select(share => share.Conversion)], cancel);
        var pieces = await PiecesAsync(brand, shared, placeOf, rows, cancel);
        var facts = new ReturnFacts(brand.Currency, begin, close, at, spent, pieces, shared.Nothing, Returned.ForeignOf(pieces), [], [], shared.Model, shared.LookBackDays);
        return facts with
        {
            Missing = [.. ReturnWords.Missing(facts, rows.Values.Count(row => row.Value is null))],
            Notes = [.. ReturnWords.Notes(facts, shared, rows.Values.Count(row => row.Kind == "sale" && row.Value is null), rows.Values.Count(row => row.Kind == "sale" && row.Customer is null))],
        };
    }

    private sealed record Row(Id<Conversion> Id, string Kind, long? Minor, string? Currency, Instant At, string? Customer)
    {
        public Money? Value => Minor is { } minor && Currency is { } currency ? new Money(minor, currency) : null;
    }

    /// <summary>The parts of conversions that belong to the plan, told apart by all that its links and deals count for.</summary>
    private async Task<(SharedConversions Shared, Dictionary<string, WorkPlace> PlaceOf)> SharedAsync(Plan plan, Brand brand, LocalDate from, LocalDate until, CancellationToken cancel)
    {
        var placeOf = new Dictionary<string, WorkPlace>(StringComparer.Ordinal);
        var keys = new Dictionary<Guid, CreditSource>();
        foreach (var source in await sources.OfAsync(brand.Id, plan.Id.ToString(), cancel))
        {
            var key = source.Place == WorkPlace.Nowhere ? null : string.Join('|', source.Place.Goal, source.Place.Channel, source.Place.Campaign, source.Place.Theme);
            keys[source.Key] = new CreditSource(key, source.Plan);
            if (key is not null)
            {
                placeOf[key] = source.Place;
            }
        }

        return (await credits.SharesAsync(brand, plan.Id.ToString(), from, until, keys, cancel), placeOf);
    }

    private async Task<List<ReturnPiece>> PiecesAsync(Brand brand, SharedConversions shared, Dictionary<string, WorkPlace> placeOf, Dictionary<Id<Conversion>, Row> rows, CancellationToken cancel)
    {
        var changer = await rates.ChangerAsync(cancel);
        var margins = new MarginTable(await db.Set<Margin>().AsNoTracking().Where(row => row.Brand == brand.Id).ToListAsync(cancel));
        var fresh = await NewCustomersAsync(brand, rows.Values, cancel);
        var pieces = new List<ReturnPiece>();
        foreach (var share in shared.Shares)
        {
            if (rows.GetValueOrDefault(share.Conversion) is not { } row)
            {
                continue;
            }

            var (place, day) = (placeOf.GetValueOrDefault(share.Key) ?? WorkPlace.Nowhere, row.At.InZone(brand.Zone).Date);
            var worth = row.Value is { } paid ? changer.Change(paid, brand.Currency, day) : null;
            pieces.Add(new ReturnPiece(row.Kind, fresh.Contains(row.Id), worth, worth is { } value ? margins.Of(value, place.Goal, day) : null, place, share.Share, worth is null ? row.Value : null));
        }

        return pieces;
    }

    /// <summary>Of the brand's conversions of those days the ones the plan had a part in.</summary>
    private async Task<Dictionary<Id<Conversion>, Row>> ConversionsAsync(Brand brand, LocalDate from, LocalDate until, HashSet<Id<Conversion>> ids, CancellationToken cancel)
    {
        var (start, end) = (from.AtStartOfDayInZone(brand.Zone).ToInstant(), until.PlusDays(1).AtStartOfDayInZone(brand.Zone).ToInstant());
        var rows = await db.Set<Conversion>().AsNoTracking().Where(one => one.Brand == brand.Id && one.VoidedAt == null && one.At >= start && one.At < end).OrderBy(one => one.At).ThenBy(one => one.Id)
            .Select(one => new Row(one.Id, one.Kind, one.ValueMinor, one.Currency, one.At, one.Customer)).ToListAsync(cancel);
        return rows.Where(row => ids.Contains(row.Id)).ToDictionary(row => row.Id);
    }

    /// <summary>The sales that are the first to their customer, whatever led to earlier ones.</summary>
    private async Task<HashSet<Id<Conversion>>> NewCustomersAsync(Brand brand, IEnumerable<Row> rows, CancellationToken cancel)
    {
        var sales = rows.Where(row => row.Kind == "sale" && row.Customer is not null).OrderBy(row => row.At).ThenBy(row => row.Id).DistinctBy(row => row.Customer, StringComparer.Ordinal).ToList();
        var firsts = new Dictionary<string, Instant>(StringComparer.Ordinal);
        foreach (var customers in sales.Select(row => row.Customer!).Chunk(500))
        {
            var found = await db.Set<Conversion>().Where(one => one.Brand == brand.Id && one.VoidedAt == null && one.Kind == "sale" && customers.Contains(one.Customer!))
                .GroupBy(one => one.Customer!).Select(own => new { Customer = own.Key, At = own.Min(one => one.At) }).ToListAsync(cancel);
            foreach (var first in found)
            {
                firsts[first.Customer] = first.At;
            }
        }

        return [.. sales.Where(row => firsts.GetValueOrDefault(row.Customer!) >= row.At).Select(row => row.Id)];
    }
}
