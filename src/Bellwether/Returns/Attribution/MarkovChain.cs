using Bellwether.Kernel;
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Double;

namespace Bellwether.Returns.Attribution;

/// <summary>
/// The absorbing Markov chain over all paths (Anderl, Becker, von Wangenheim and Schumann 2016, “Mapping the customer journey”):
/// a state is what was touched last, as many touches as the order says. A channel's removal effect is the share of conversions
/// that are lost when whoever would come to it is lost. Solved as linear equations, never simulated.
/// </summary>
public sealed class MarkovChain
{
    /// <summary>More states than this are not solved: the equations of so many take minutes.</summary>
    public const int MostStates = 1_500;

    private const int Begin = 0;
    private readonly Dictionary<State, int> states = new() { [default] = Begin };
    private readonly List<int> newest = [-1];
    private readonly Dictionary<(int From, int To), double> steps = [];
    private readonly List<double> converted = [0];
    private readonly List<double> left = [0];
    private readonly int channels;

    private MarkovChain(int channels) => this.channels = channels;

    /// <summary>How likely a path converts: as many as did.</summary>
    public double Conversion { get; private set; }

    /// <summary>By channel: the share of conversions that are lost without it, from 0 to 1.</summary>
    public IReadOnlyList<double> RemovalEffects { get; private set; } = [];

    /// <summary>The chain of some paths. 422 for an order outside 1 to 4, or one under which there are too many states.</summary>
    public static MarkovChain Of(Journeys journeys)
    {
        var order = journeys.Rules.Order;
        Rule.Require(order is >= 1 and <= 4, "order-out-of-range", "A Markov chain remembers 1 to 4 touches.", "order");
        Rule.Require(journeys.Channels.Count < State.Base, "too-many-channels", $"At most {State.Base - 1} channels are compared.", "channels");
        var chain = new MarkovChain(journeys.Channels.Count);
        for (var place = 0; place < journeys.Count; place++)
        {
            chain.Walk(journeys.PathOf(place), journeys.OutcomeOf(place), order);
        }

        chain.Solve();
        return chain;
    }

    private void Walk(ReadOnlySpan<Touch> path, Outcome outcome, int order)
    {
        var weight = outcome.Conversions + outcome.Others;
        if (path.IsEmpty || weight <= 0)
        {
            return;
        }

        var (state, at) = (default(State), Begin);
        foreach (var touch in path)
        {
            state = state.Then(touch.Channel, order);
            if (!states.TryGetValue(state, out var next))
            {
                Rule.Require(states.Count < MostStates, "too-many-states", $"Remembering {order} touches makes more than {MostStates:N0} different situations. Choose a lower order, or fewer channels.", "order");
                states.Add(state, next = newest.Count);
                newest.Add(touch.Channel);
                converted.Add(0);
                left.Add(0);
            }

            steps[(at, next)] = steps.GetValueOrDefault((at, next)) + weight;
            at = next;
        }

        converted[at] += outcome.Conversions;
        left[at] += outcome.Others;
    }

    private void Solve()
    {
        RemovalEffects = new double[channels];
        var size = newest.Count;
        var leaving = new double[size];
        for (var state = 0; state < size; state++)
        {
            leaving[state] = converted[state] + left[state];
        }

        foreach (var ((from, _), weight) in steps)
        {
            leaving[from] += weight;
        }

        if (leaving[Begin] == 0)
        {
            return;
        }

        var equations = DenseMatrix.CreateIdentity(size);
        foreach (var ((from, to), weight) in steps)
        {
            equations[from, to] -= weight / leaving[from];
        }

        // N[s, t]: how often t is come by from s on; x[s]: how likely s converts.
        var visits = equations.Inverse();
        var convert = visits * DenseVector.Create(size, state => leaving[state] == 0 ? 0 : converted[state] / leaving[state]);
        Conversion = convert[Begin];
        if (Conversion > 0)
        {
            RemovalEffects = [.. Enumerable.Range(0, channels).Select(channel => Lost(channel, visits, convert) / Conversion)];
        }
    }

    /// <summary>How likely a path comes to a channel at some time and converts afterwards.</summary>
    private double Lost(int channel, Matrix<double> visits, Vector<double> convert)
    {
        int[] own = [.. Enumerable.Range(1, newest.Count - 1).Where(state => newest[state] == channel)];
        if (own.Length == 0)
        {
            return 0;
        }

        // The chance that each of its states is the first of them to be met: the visits from the beginning are those from there on.
        var among = DenseMatrix.Create(own.Length, own.Length, (row, column) => visits[own[column], own[row]]);
        var first = among.Solve(DenseVector.Create(own.Length, place => visits[Begin, own[place]]));
        return Math.Clamp(own.Select((state, place) => first[place] * convert[state]).Sum(), 0, Conversion);
    }

    /// <summary>The last touches, packed into a number.</summary>
    private readonly record struct State(long Touches)
    {
        public const int Base = 10_000;

        public State Then(int channel, int order)
        {
            var room = 1L;
            for (var remembered = 1; remembered < order; remembered++)
            {
                room *= Base;
            }

            return new State((Touches % room * Base) + channel + 1);
        }
    }
}
