using System.Numerics;
using Bellwether.Kernel;

namespace Bellwether.Returns.Attribution;

/// <summary>
/// Shapley values (Shapley 1953, “A value for n-person games”): a channel's mean contribution over all orders in which the
/// channels of a path could have come together. What channels are worth together is their conversion rate: of the paths with
/// exactly these channels, the part that converted.
/// </summary>
public sealed class ShapleyShares
{
    /// <summary>More channels of one path are not compared: their coalitions double with each.</summary>
    public const int MostChannels = 12;

    /// <summary>More coalitions than this are not compared: it would take minutes.</summary>
    public const int MostCoalitions = 8_000_000;

    private readonly PathRates rates = new();
    private readonly ByChannels<double[]> known = new();
    private readonly int[] room = new int[MostChannels];
    private long coalitions;

    /// <summary>Learns the rates of some paths; of a path with too many channels the last ones count.</summary>
    public ShapleyShares(Journeys journeys)
    {
        for (var place = 0; place < journeys.Count; place++)
        {
            rates.Learn(ChannelsOf(journeys.PathOf(place)), journeys.OutcomeOf(place));
        }
    }

    /// <summary>The distinct channels of a path in rising order. The next path overwrites them.</summary>
    public ReadOnlySpan<int> ChannelsOf(ReadOnlySpan<Touch> path)
    {
        var count = 0;
        for (var place = path.Length - 1; place >= 0 && count < MostChannels; place--)
        {
            if (!room.AsSpan(0, count).Contains(path[place].Channel))
            {
                room[count++] = path[place].Channel;
            }
        }

        var channels = room.AsSpan(0, count);
        channels.Sort();
        return channels;
    }

    /// <summary>What each channel of a set gets; the shares add up to one. A single one may be negative: with it, fewer convert.</summary>
    public double[] Of(ReadOnlySpan<int> channels) => known.At(channels) ??= Shared(channels);

    private double[] Shared(ReadOnlySpan<int> channels)
    {
        coalitions += 1L << channels.Length;
        Rule.Require(coalitions <= MostCoalitions, "too-many-coalitions", "The paths have too many different touches for Shapley values. Look at a shorter span, or at channel groups.", "by");
        var worth = new double[1 << channels.Length];
        Span<int> some = stackalloc int[MostChannels];
        for (var coalition = 1; coalition < worth.Length; coalition++)
        {
            var count = 0;
            for (var place = 0; place < channels.Length; place++)
            {
                if ((coalition & (1 << place)) != 0)
                {
                    some[count++] = channels[place];
                }
            }

            worth[coalition] = rates.Of(some[..count]);
        }

        var values = Values(worth);
        return worth[^1] == 0 ? [.. values.Select(_ => 1d / values.Length)] : [.. values.Select(value => value / worth[^1])];
    }

    /// <summary>
    /// The exact Shapley values of a game. A coalition is the sum of 2^i over its players; its worth stands at that place, 0 for nobody.
    /// The values add up to the worth of all together.
    /// </summary>
    public static double[] Values(ReadOnlySpan<double> worth)
    {
        Rule.Require(BitOperations.IsPow2(worth.Length) && worth[0] == 0, "game-incomplete", "A game states the worth of every coalition, and none for nobody.", "worth");
        var players = BitOperations.Log2((uint)worth.Length);
        var values = new double[players];

        // The part of all orders in which exactly this many came before: s! (n - s - 1)! / n!.
        var weights = new double[players];
        for (var before = 0; before < players; before++)
        {
            weights[before] = before == 0 ? 1d / players : weights[before - 1] * before / (players - before);
        }

        for (var player = 0; player < players; player++)
        {
            for (var coalition = 0; coalition < worth.Length; coalition++)
            {
                if ((coalition & (1 << player)) == 0)
                {
                    values[player] += weights[BitOperations.PopCount((uint)coalition)] * (worth[coalition | (1 << player)] - worth[coalition]);
                }
            }
        }

        return values;
    }
}
