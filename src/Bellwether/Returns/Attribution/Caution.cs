namespace Bellwether.Returns.Attribution;

/// <summary>Says what a comparison of models rests on, where that is little.</summary>
internal static class Caution
{
    /// <summary>Below this many, a channel's share of conversions is uncertain by a third of itself and more.</summary>
    public const int Enough = 30;

    /// <summary>A sentence, or nothing where there is enough to compare.</summary>
    public static string? Of(int conversions, int attributed, int several) =>
        conversions == 0 ? null
        : attributed == 0 ? "Nothing known led to any of these conversions: there is no credit to give yet. Let links pass the click on, or use a code for each channel."
        : several == 0 ? "Each of these conversions has one touch alone, so every model gives the same credit. They differ once people come by more than one way."
        : attributed < Enough ? $"{Text(attributed)} with a known way to them {(attributed == 1 ? "is" : "are")} too few to compare models: one more sale may turn the order round. Wait for {Enough}, or look at a longer span."
        : several < Enough ? $"Only {several} of {attributed} conversions were touched by more than one, and models differ in those alone. Read small differences as none."
        : null;

    private static string Text(int conversions) => conversions == 1 ? "One conversion" : $"{conversions} conversions";
}
