namespace Bellwether.Returns.Attribution;

/// <summary>Models that look at one path alone: what each touch of it gets. The shares of a path add up to one.</summary>
internal static class TouchShares
{
    /// <summary>Fills in the share of each touch of a path that has at least one.</summary>
    public static void Of(AttributionModel model, ReadOnlySpan<Touch> path, int? direct, double halfLifeDays, Span<double> shares)
    {
        shares.Clear();
        switch (model)
        {
            case AttributionModel.First:
                shares[0] = 1;
                break;
            case AttributionModel.Last:
                shares[^1] = 1;
                break;
            case AttributionModel.LastNonDirect:
                shares[LastBut(path, direct)] = 1;
                break;
            case AttributionModel.Linear:
                shares.Fill(1d / path.Length);
                break;
            case AttributionModel.Position:
                Position(shares);
                break;
            case AttributionModel.TimeDecay:
                Decay(path, halfLifeDays, shares);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(model), model, "It looks at all paths together.");
        }
    }

    private static int LastBut(ReadOnlySpan<Touch> path, int? direct)
    {
        for (var place = path.Length - 1; place >= 0; place--)
        {
            if (path[place].Channel != direct)
            {
                return place;
            }
        }

        return path.Length - 1;
    }

    private static void Position(Span<double> shares)
    {
        if (shares.Length <= 2)
        {
            shares.Fill(1d / shares.Length);
            return;
        }

        shares.Fill(0.2 / (shares.Length - 2));
        (shares[0], shares[^1]) = (0.4, 0.4);
    }

    // From the age of the newest touch on: however old a path is, its weights never vanish.
    private static void Decay(ReadOnlySpan<Touch> path, double halfLifeDays, Span<double> shares)
    {
        var sum = 0d;
        for (var place = 0; place < path.Length; place++)
        {
            sum += shares[place] = Math.Pow(2, (path[^1].AgeDays - path[place].AgeDays) / halfLifeDays);
        }

        foreach (ref var share in shares)
        {
            share /= sum;
        }
    }
}
