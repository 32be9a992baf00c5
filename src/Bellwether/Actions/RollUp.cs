namespace Bellwether.Actions;

/// <summary>Progress from the leaves up.</summary>
public static class RollUp
{
    /// <summary>Weighted share done, 0 to 1: each leaf weighs its estimate in hours, or 1 without one. No leaves is 0.</summary>
    public static decimal Progress(IEnumerable<(decimal? Estimate, int Percent)> leaves)
    {
        decimal done = 0, all = 0;
        foreach (var (estimate, percent) in leaves)
        {
            var weight = estimate ?? 1;
            done += weight * percent / 100;
            all += weight;
        }

        return all == 0 ? 0 : done / all;
    }
}
