using System.Runtime.InteropServices;

namespace Bellwether.Returns.Attribution;

/// <summary>Counts which were on the path of the same conversions.</summary>
internal sealed class Overlaps
{
    private const int MostPairs = 50;
    private readonly Dictionary<(int One, int Other), double> pairs = [];

    /// <summary>How many conversions were touched by two or more.</summary>
    public double Several { get; private set; }

    /// <summary>The pairs, the most frequent first.</summary>
    public IEnumerable<((int One, int Other) Pair, double Conversions)> Most => pairs
        .OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key).Take(MostPairs).Select(pair => (pair.Key, pair.Value));

    /// <summary>Counts the paths that led to conversions; they stand first.</summary>
    public static Overlaps Of(Journeys journeys, int count)
    {
        var (overlaps, seen) = (new Overlaps(), new List<int>());
        for (var place = 0; place < count; place++)
        {
            seen.Clear();
            foreach (var touch in journeys.PathOf(place))
            {
                if (!seen.Contains(touch.Channel))
                {
                    seen.Add(touch.Channel);
                }
            }

            if (seen.Count > 1)
            {
                overlaps.Count(seen, journeys.OutcomeOf(place).Conversions);
            }
        }

        return overlaps;
    }

    private void Count(List<int> seen, double conversions)
    {
        Several += conversions;
        seen.Sort();
        for (var one = 0; one < seen.Count; one++)
        {
            for (var other = one + 1; other < seen.Count; other++)
            {
                CollectionsMarshal.GetValueRefOrAddDefault(pairs, (seen[one], seen[other]), out _) += conversions;
            }
        }
    }
}
