namespace Bellwether.Returns.Attribution;

/// <summary>
/// Google's fractional attribution (google/fractribution): each touch of a path gets by how much the path converts better
/// than the same path without that touch. Where no touch makes it better, the last one gets all.
/// </summary>
public sealed class CounterfactualShares
{
    private readonly PathRates rates = new();
    private int[] whole = new int[16];
    private int[] rest = new int[16];

    /// <summary>Learns how the paths convert.</summary>
    public CounterfactualShares(Journeys journeys)
    {
        for (var place = 0; place < journeys.Count; place++)
        {
            rates.Learn(ChannelsOf(journeys.PathOf(place)), journeys.OutcomeOf(place));
        }
    }

    /// <summary>What each touch of a path gets; the shares add up to one.</summary>
    public double[] Of(ReadOnlySpan<Touch> path)
    {
        var shares = new double[path.Length];
        var channels = ChannelsOf(path);
        var (all, sum) = (rates.Of(channels), 0d);
        for (var place = 0; place < path.Length; place++)
        {
            channels[..place].CopyTo(rest);
            channels[(place + 1)..].CopyTo(rest.AsSpan(place));
            sum += shares[place] = Math.Max(0, all - rates.Of(rest.AsSpan(0, path.Length - 1)));
        }

        if (sum == 0)
        {
            shares[^1] = sum = 1;
        }

        foreach (ref var share in shares.AsSpan())
        {
            share /= sum;
        }

        return shares;
    }

    private ReadOnlySpan<int> ChannelsOf(ReadOnlySpan<Touch> path)
    {
        if (whole.Length < path.Length)
        {
            (whole, rest) = (new int[path.Length * 2], new int[path.Length * 2]);
        }

        for (var place = 0; place < path.Length; place++)
        {
            whole[place] = path[place].Channel;
        }

        return whole.AsSpan(0, path.Length);
    }
}
