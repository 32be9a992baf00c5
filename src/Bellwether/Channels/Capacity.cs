using System.Globalization;

namespace Bellwether.Channels;

/// <summary>What one channel needs.</summary>
/// <param name="Key">The channel.</param>
/// <param name="Hours">Hours a week.</param>
public sealed record CapacityNeed(string Key, decimal Hours);

/// <summary>Whether the hours that channels need are there.</summary>
/// <param name="Needed">Hours a week of all channels.</param>
/// <param name="Available">Hours a week people have; null while nobody has said.</param>
/// <param name="Fitting">The channels that fit, in the order of their worth.</param>
/// <param name="Message">The finding in a sentence.</param>
public sealed record Capacity(decimal Needed, decimal? Available, IReadOnlyList<string> Fitting, string Message)
{
    /// <summary>Takes channels in the order given, the most worth first, as long as their hours fit.</summary>
    public static Capacity Of(IReadOnlyList<CapacityNeed> inOrder, decimal? available)
    {
        var needed = inOrder.Sum(need => need.Hours);
        if (available is not { } hours)
        {
            return new Capacity(needed, null, [.. inOrder.Select(need => need.Key)], string.Create(CultureInfo.InvariantCulture, $"The channels need {needed:0.##} hours a week. Nobody has said how many there are."));
        }

        var (fitting, taken) = (new List<string>(), 0m);
        foreach (var need in inOrder)
        {
            if (taken + need.Hours <= hours)
            {
                taken += need.Hours;
                fitting.Add(need.Key);
            }
        }

        var count = inOrder.Count;
        var verdict = fitting.Count == count
            ? count == 1 ? "It fits." : $"All {count} channels fit."
            : $"That fits {fitting.Count} of {count} channels. Leave some out, post less, or find the hours.";
        return new Capacity(needed, hours, fitting, string.Create(CultureInfo.InvariantCulture, $"The channels need {needed:0.##} hours a week, people have {hours:0.##}. {verdict}"));
    }
}
