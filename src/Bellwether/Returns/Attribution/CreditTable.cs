using Bellwether.Kernel;

namespace Bellwether.Returns.Attribution;

/// <summary>Credit as it is shown: fractions of conversions in thousandths, money in whole cents.</summary>
/// <param name="Conversions">Of how many conversions; a part of one is part of it.</param>
/// <param name="Value">What they are worth, in the brand's currency.</param>
public sealed record CreditSum(decimal Conversions, Money Value);

/// <summary>Who gets which credit under one model, rounded so that all of it and what nobody led to add up to the whole, to the cent.</summary>
/// <param name="Credits">By the number of what is credited.</param>
/// <param name="Missing">Why the model says nothing, in a sentence; null where it does.</param>
internal sealed record CreditColumn(AttributionModel Model, IReadOnlyList<CreditSum> Credits, string? Missing)
{
    private const long Thousand = 1000;

    /// <summary>The column of a model; one that says why not where there are too many different paths for it.</summary>
    public static (CreditColumn Column, Credits? Credits) Of(AttributionModel model, CreditCase read)
    {
        try
        {
            var credits = Crediting.Of(model, read.Journeys);
            return (new CreditColumn(model, Rounded(credits, read), null), credits);
        }
        catch (ProblemException problem) when (problem.Code is "too-many-states" or "too-many-channels" or "too-many-coalitions")
        {
            return (new CreditColumn(model, [], problem.Message), null);
        }
    }

    /// <summary>What nobody led to.</summary>
    public static CreditSum Unattributed(Credits credits, CreditCase read) =>
        new((decimal)credits.Unattributed.Conversions, new Money((long)Math.Round(credits.Unattributed.Value), read.Question.Brand.Currency));

    private static List<CreditSum> Rounded(Credits credits, CreditCase read)
    {
        var unattributed = Unattributed(credits, read);
        var conversions = Parts.Of([.. credits.Channels.Select(row => row.Conversions * Thousand)], (long)Math.Round((credits.Total.Conversions - credits.Unattributed.Conversions) * Thousand));
        var values = Parts.Of([.. credits.Channels.Select(row => row.Value)], read.Minor - unattributed.Value.Minor);
        return [.. conversions.Zip(values, (thousandths, minor) => new CreditSum((decimal)thousandths / Thousand, new Money(minor, read.Question.Brand.Currency)))];
    }
}
