using System.Runtime.InteropServices;

namespace Bellwether.Returns.Attribution;

/// <summary>Something kept for each sequence of channels. Looking it up makes no new object: millions of paths share a few thousand sequences.</summary>
internal sealed class ByChannels<T>
{
    private readonly Dictionary<string, T> values = new(StringComparer.Ordinal);
    private readonly Dictionary<string, T>.AlternateLookup<ReadOnlySpan<char>> lookup;

    public ByChannels() => lookup = values.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>How many sequences are known.</summary>
    public int Count => values.Count;

    /// <summary>Where the thing of a sequence lies; made where the sequence is new.</summary>
    public ref T? At(ReadOnlySpan<int> channels) => ref CollectionsMarshal.GetValueRefOrAddDefault(lookup, MemoryMarshal.Cast<int, char>(channels), out _)!;

    /// <summary>The thing of a sequence, or nothing.</summary>
    public T? Find(ReadOnlySpan<int> channels) => lookup.TryGetValue(MemoryMarshal.Cast<int, char>(channels), out var found) ? found : default;
}

/// <summary>How many of those with the same channels converted: what Shapley values and fractional credits both learn from.</summary>
internal sealed class PathRates
{
    private readonly ByChannels<(double Conversions, double All)> rates = new();

    /// <summary>Learns from a path.</summary>
    public void Learn(ReadOnlySpan<int> channels, Outcome outcome)
    {
        ref var known = ref rates.At(channels);
        known = (known.Conversions + outcome.Conversions, known.All + outcome.Conversions + outcome.Others);
    }

    /// <summary>The part that converted; zero where nobody had these channels.</summary>
    public double Of(ReadOnlySpan<int> channels) => rates.Find(channels) is { All: > 0 } known ? known.Conversions / known.All : 0;
}
