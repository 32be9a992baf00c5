using Bellwether.Networks;

namespace Bellwether.Channels;

/// <summary>The cadence a network's data proposes to start from, until a brand chooses its own.</summary>
public static class CadenceStarts
{
    /// <summary>The starting values of the network's usual kind of post; nothing where the data has none.</summary>
    public static Cadence Of(Network network)
    {
        if (network.Cadence is not [var start, ..])
        {
            return Cadence.Free;
        }

        return new Cadence(
            new HowOften(In(start.Min, CadencePeriod.Day), In(start.Target, CadencePeriod.Day), In(start.Max, CadencePeriod.Day)),
            new HowOften(In(start.Min, CadencePeriod.Week), In(start.Target, CadencePeriod.Week), In(start.Max, CadencePeriod.Week)));
    }

    private static int? In(PostRate? rate, CadencePeriod period) => rate is not null && rate.Per == period ? rate.Times : null;
}
