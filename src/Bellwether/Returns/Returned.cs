using Bellwether.Kernel;
using Bellwether.Returns.Attribution;

namespace Bellwether.Returns;

/// <summary>What came back to one place: conversions in thousandths, money in whole cents.</summary>
/// <param name="IsWorth">Whether any of it has a value in the brand's currency.</param>
/// <param name="Margin">Null while no margin is known for some of it.</param>
/// <param name="Foreign">What it was worth besides, in currencies without a rate.</param>
public sealed record Returned(decimal Conversions, decimal Sales, decimal Leads, decimal NewCustomers, bool IsWorth, Money Value, Money? Margin, IReadOnlyList<Money> Foreign)
{
    /// <summary>What came back to each of some places, rounded so that they add up to all of it: no cent is lost and none is counted twice.</summary>
    public static IReadOnlyList<Returned> Of(IReadOnlyList<IReadOnlyCollection<ReturnPiece>> places, string currency)
    {
        var conversions = Count(_ => true);
        var (sales, leads, customers) = (Count(piece => piece.Kind == "sale"), Count(piece => piece.Kind == "lead"), Count(piece => piece.IsNewCustomer));
        var values = Whole(places.Select(pieces => pieces.Sum(piece => piece.Value is { } value ? value.Minor * piece.Share : 0)));
        var known = places.Select(pieces => pieces.Any(piece => piece.Value is not null) && pieces.All(piece => piece.Value is null || piece.Margin is not null)).ToList();
        var margins = Whole(places.Select((pieces, place) => known[place] ? pieces.Sum(piece => piece.Margin is { } margin ? margin.Minor * piece.Share : 0) : 0));
        return
        [
            .. places.Select((pieces, place) => new Returned(
                conversions[place], sales[place], leads[place], customers[place], pieces.Any(piece => piece.Value is not null), new Money(values[place], currency), known[place] ? new Money(margins[place], currency) : null,
                ForeignOf(pieces))),
        ];

        List<decimal> Count(Func<ReturnPiece, bool> counts) => [.. Whole(places.Select(pieces => pieces.Where(counts).Sum(piece => piece.Share * 1000))).Select(thousandths => thousandths / 1000m)];
    }

    /// <summary>What pieces are worth in currencies without a rate, a sum for each.</summary>
    internal static IReadOnlyList<Money> ForeignOf(IEnumerable<ReturnPiece> pieces) =>
    [
        .. pieces.Where(piece => piece.Foreign is not null).GroupBy(piece => piece.Foreign!.Value.Currency, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => new Money((long)decimal.Round(group.Sum(piece => piece.Foreign!.Value.Minor * piece.Share)), group.Key)),
    ];

    private static long[] Whole(IEnumerable<decimal> fractions)
    {
        var all = fractions.ToList();
        // Thirds and sevenths leave something in the last places that depends on the order of adding; it may not decide where a half goes.
        var whole = decimal.Round(all.Sum(), 12, MidpointRounding.ToEven);
        return Parts.Of([.. all.Select(fraction => (double)fraction)], (long)decimal.Round(whole, MidpointRounding.ToEven));
    }
}
