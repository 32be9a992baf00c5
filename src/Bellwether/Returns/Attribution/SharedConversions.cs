using Bellwether.Kernel;
using Bellwether.Tracking;

namespace Bellwether.Returns.Attribution;

/// <summary>What one key has of one conversion.</summary>
/// <param name="Share">From 0 to 1; all shares of a conversion add up to 1.</param>
internal sealed record ConversionShare(Id<Conversion> Conversion, string Key, decimal Share);

/// <summary>Conversions that a plan had a part in, each shared among what led to it.</summary>
/// <param name="Model">The model they are shared by.</param>
/// <param name="IsOther">Whether there are too many different paths for the model that was chosen, so that the last touch is taken instead.</param>
/// <param name="Shares">What belongs to the plan; the rest of a conversion went elsewhere.</param>
/// <param name="Nothing">How many conversions of the brand nothing known led to.</param>
/// <param name="Direct">How many came by themselves.</param>
internal sealed record SharedConversions(AttributionModel Model, int LookBackDays, bool IsOther, IReadOnlyList<ConversionShare> Shares, int Nothing, int Direct)
{
    // More shares than this are more than a page of returns needs.
    private const long MostShares = 2_000_000;

    internal static SharedConversions Of(AttributionModel model, int lookBackDays, CreditCase read)
    {
        try
        {
            return new SharedConversions(model, lookBackDays, false, [.. model == AttributionModel.Markov ? Together(read) : OneByOne(model, read)], read.Nothing, read.Direct);
        }
        catch (ProblemException problem) when (problem.Code is "too-many-states" or "too-many-channels" or "too-many-coalitions")
        {
            return new SharedConversions(AttributionModel.LastNonDirect, lookBackDays, true, [.. OneByOne(AttributionModel.LastNonDirect, read)], read.Nothing, read.Direct);
        }
    }

    /// <summary>A chain shares all conversions by the same weights.</summary>
    private static IEnumerable<ConversionShare> Together(CreditCase read)
    {
        var credits = Crediting.Of(AttributionModel.Markov, read.Journeys);
        var whole = credits.Channels.Sum(channel => channel.Conversions);
        var weights = credits.Channels.Where(channel => channel.Conversions > 0 && CreditKeys.IsOwn(channel.Channel)).ToList();
        Rule.Require((long)read.Count * weights.Count <= MostShares, "too-many-states", "There are too many conversions to share each among all.");
        return read.Conversions.SelectMany(id => weights.Select(weight => new ConversionShare(new Id<Conversion>(id), weight.Channel, (decimal)(weight.Conversions / whole))));
    }

    private static List<ConversionShare> OneByOne(AttributionModel model, CreditCase read)
    {
        var giving = Crediting.Giving(model, read.Journeys)!;
        var (shares, sums) = (new List<ConversionShare>(), new SortedDictionary<int, double>());
        for (var place = 0; place < read.Count; place++)
        {
            sums.Clear();
            giving(read.Journeys.PathOf(place), (channel, share) => sums[channel] = sums.GetValueOrDefault(channel) + share);
            var id = new Id<Conversion>(read.Conversions[place]);
            shares.AddRange(sums.Where(sum => sum.Value != 0 && CreditKeys.IsOwn(read.Journeys.Channels[sum.Key])).Select(sum => new ConversionShare(id, read.Journeys.Channels[sum.Key], (decimal)sum.Value)));
        }

        return shares;
    }
}
