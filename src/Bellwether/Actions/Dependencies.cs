namespace Bellwether.Actions;

/// <summary>Finds circles among dependencies, through parts and wholes as well.</summary>
public static class Dependencies
{
    /// <summary>
    /// The circle that a new dependency would close, as the nodes one meets on the way round; null when it closes none.
    /// A part waits for what its whole waits for, and a whole is done when its parts are: each node counts as its start and its end.
    /// </summary>
    public static IReadOnlyList<string>? Circle(WorkTree tree, IEnumerable<(string From, string To)> dependencies, string from, string to)
    {
        var waits = new List<(string From, string To)>();
        foreach (var node in tree.All)
        {
            var key = node.Work.Key;
            if (node.Parent is { } parent)
            {
                waits.Add((Start(key), Start(parent.Work.Key)));
            }

            waits.AddRange(node.IsLeaf ? [(End(key), Start(key))] : node.Children.Select(child => (End(key), End(child.Work.Key))));
        }

        waits.AddRange(dependencies.Select(edge => (Start(edge.From), End(edge.To))));
        if (Circle(waits, Start(from), End(to)) is not { } circle)
        {
            return null;
        }

        var met = new List<string>();
        foreach (var key in circle.Select(point => point[..^1]).Where(key => met.Count == 0 || met[^1] != key))
        {
            met.Add(key);
        }

        return met;
    }

    /// <summary>The circle that one more edge would close in a plain graph, from its start back to it; null when it closes none.</summary>
    public static IReadOnlyList<string>? Circle(IEnumerable<(string From, string To)> edges, string from, string to)
    {
        var next = edges.ToLookup(edge => edge.From, edge => edge.To, StringComparer.Ordinal);
        var cameFrom = new Dictionary<string, string>(StringComparer.Ordinal) { [to] = from };
        var waiting = new Queue<string>([to]);
        while (waiting.TryDequeue(out var at))
        {
            if (at == from)
            {
                List<string> path = [from];
                for (var back = cameFrom[from]; back != from; back = cameFrom[back])
                {
                    path.Add(back);
                }

                path.Add(from);
                path.Reverse();
                return path;
            }

            foreach (var beyond in next[at].Where(beyond => !cameFrom.ContainsKey(beyond)))
            {
                cameFrom[beyond] = at;
                waiting.Enqueue(beyond);
            }
        }

        return null;
    }

    private static string Start(string key) => key + "<";

    private static string End(string key) => key + ">";
}
