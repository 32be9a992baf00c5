namespace Bellwether.Returns.Attribution;

/// <summary>Credits channels for conversions. For the same paths it gives the same credits, whatever order they came in.</summary>
public static class Crediting
{
    /// <summary>The credits under a model; they and what is unattributed add up to all conversions and all value.</summary>
    public static Credits Of(AttributionModel model, Journeys journeys)
    {
        var tally = new Tally(journeys.Channels.Count);
        var given = Giving(model, journeys);
        for (var place = 0; place < journeys.Count; place++)
        {
            tally.Count(journeys.PathOf(place), journeys.OutcomeOf(place), given);
        }

        if (given is null)
        {
            tally.Share(MarkovChain.Of(journeys).RemovalEffects);
        }

        return new Credits(model, tally.Rows(journeys.Channels), tally.Unattributed, journeys.Total);
    }

    /// <summary>Tells what each channel of a path gets of it.</summary>
    internal delegate void GivenBy(ReadOnlySpan<Touch> path, Action<int, double> give);

    /// <summary>How a model shares one path; null for one that shares only all paths together.</summary>
    internal static GivenBy? Giving(AttributionModel model, Journeys journeys) => model switch
    {
        AttributionModel.Markov => null,
        AttributionModel.Shapley => ByShapley(journeys),
        AttributionModel.Counterfactual => ByCounterfactual(journeys),
        _ => ByTouch(model, journeys),
    };

    private static GivenBy ByTouch(AttributionModel model, Journeys journeys)
    {
        var (direct, halfLife) = (journeys.DirectNumber, journeys.Rules.HalfLifeDays);
        var room = new double[16];
        return (path, give) =>
        {
            if (room.Length < path.Length)
            {
                room = new double[path.Length * 2];
            }

            var shares = room.AsSpan(0, path.Length);
            TouchShares.Of(model, path, direct, halfLife, shares);
            for (var place = 0; place < path.Length; place++)
            {
                give(path[place].Channel, shares[place]);
            }
        };
    }

    private static GivenBy ByShapley(Journeys journeys)
    {
        var game = new ShapleyShares(journeys);
        return (path, give) =>
        {
            var channels = game.ChannelsOf(path);
            var shares = game.Of(channels);

            for (var place = 0; place < channels.Length; place++)
            {
                give(channels[place], shares[place]);
            }
        };
    }

    private static GivenBy ByCounterfactual(Journeys journeys)
    {
        var learnt = new CounterfactualShares(journeys);
        return (path, give) =>
        {
            var shares = learnt.Of(path);
            for (var place = 0; place < path.Length; place++)
            {
                give(path[place].Channel, shares[place]);
            }
        };
    }

    /// <summary>Adds up what each channel gets.</summary>
    private sealed class Tally
    {
        private readonly double[] conversions;
        private readonly double[] value;
        private readonly double[] influenced;
        private readonly double[] assisted;
        private readonly double[] last;
        private readonly int[] seen;
        private readonly Action<int, double> give;
        private Outcome attributed;
        private Outcome present;
        private int paths;

        public Tally(int channels)
        {
            (conversions, value, influenced, assisted, last, seen) = (new double[channels], new double[channels], new double[channels], new double[channels], new double[channels], new int[channels]);
            give = (channel, share) =>
            {
                conversions[channel] += share * present.Conversions;
                value[channel] += share * present.Value;
            };
        }

        public Outcome Unattributed { get; private set; }

        public void Count(ReadOnlySpan<Touch> path, Outcome outcome, GivenBy? giving)
        {
            paths++;
            if (outcome.Conversions == 0)
            {
                return;
            }

            if (path.IsEmpty)
            {
                Unattributed = Plus(Unattributed, outcome);
                return;
            }

            attributed = Plus(attributed, outcome);
            present = outcome;
            foreach (var touch in path)
            {
                if (seen[touch.Channel] != paths)
                {
                    seen[touch.Channel] = paths;
                    influenced[touch.Channel] += outcome.Conversions;
                    assisted[touch.Channel] += touch.Channel == path[^1].Channel ? 0 : outcome.Conversions;
                }
            }

            last[path[^1].Channel] += outcome.Conversions;
            giving?.Invoke(path, give);
        }

        /// <summary>Shares all of it by weights; equally among those that were there when none weighs anything.</summary>
        public void Share(IReadOnlyList<double> weights)
        {
            var sum = weights.Sum();
            for (var channel = 0; channel < weights.Count; channel++)
            {
                var share = sum > 0 ? weights[channel] / sum : 1d / weights.Count;
                conversions[channel] = share * attributed.Conversions;
                value[channel] = share * attributed.Value;
            }
        }

        public IReadOnlyList<ChannelCredit> Rows(IReadOnlyList<string> channels) =>
            [.. channels.Select((name, channel) => new ChannelCredit(name, conversions[channel], value[channel], influenced[channel], assisted[channel], last[channel]))];

        private static Outcome Plus(Outcome one, Outcome other) => new(one.Conversions + other.Conversions, one.Value + other.Value, one.Others + other.Others);
    }
}
