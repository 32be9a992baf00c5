using System.Runtime.InteropServices;
using Bellwether.Kernel;

namespace Bellwether.Returns.Attribution;

/// <summary>One touch on the way to a conversion.</summary>
/// <param name="Channel">The number of its channel.</param>
/// <param name="AgeDays">How many days before the conversion it was; negative when it came after it.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Touch(int Channel, double AgeDays = 0);

/// <summary>A path and what came of those who took it.</summary>
/// <param name="Conversions">How many converted.</param>
/// <param name="Value">What their conversions were worth together.</param>
/// <param name="Others">How many took it and did not convert.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Outcome(double Conversions, double Value, double Others);

/// <summary>
/// Paths of touches, each with what came of it, laid flat in memory: a million of them take a few dozen megabytes. Rules are
/// applied as a path is added, so every model sees the same paths.
/// </summary>
public sealed class Journeys(AttributionRules rules)
{
    /// <summary>The name of the channel that stands for “came by themselves”.</summary>
    public const string Direct = "direct";

    private readonly List<string> channels = [];
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    private readonly List<Touch> touches = [];
    private readonly List<int> ends = [];
    private readonly List<Outcome> outcomes = [];
    private readonly List<Touch> kept = [];

    public AttributionRules Rules => rules;

    /// <summary>The channels by their numbers.</summary>
    public IReadOnlyList<string> Channels => channels;

    /// <summary>How many paths there are.</summary>
    public int Count => outcomes.Count;

    /// <summary>What came of all of them.</summary>
    public Outcome Total { get; private set; }

    /// <summary>The number of a channel; a new one where the name is new.</summary>
    public int Number(string channel)
    {
        if (!numbers.TryGetValue(channel, out var number))
        {
            numbers.Add(channel, number = channels.Count);
            channels.Add(channel);
        }

        return number;
    }

    /// <summary>The number of the direct channel; none when it was never named.</summary>
    public int? DirectNumber => numbers.TryGetValue(Direct, out var number) ? number : null;

    /// <summary>Adds a path, its oldest touch first. Touches after the conversion and before the look-back window do not count.</summary>
    public void Add(ReadOnlySpan<Touch> path, Outcome outcome)
    {
        if (outcome is not { Conversions: >= 0, Others: >= 0 } || !double.IsFinite(outcome.Conversions + outcome.Others + outcome.Value))
        {
            throw Rule.Broken("outcome-impossible", "A path has no negative or unbounded number of conversions.", "conversions");
        }

        kept.Clear();
        var (newest, direct) = (double.PositiveInfinity, DirectNumber);
        var others = false;
        foreach (var touch in path)
        {
            if (touch.Channel < 0 || touch.Channel >= channels.Count || touch.AgeDays > newest)
            {
                throw Rule.Broken("path-disordered", "A path names known channels, its oldest touch first.", "path");
            }

            newest = touch.AgeDays;
            if (touch.AgeDays >= 0 && !(touch.AgeDays > rules.LookBackDays))
            {
                kept.Add(touch);
                others |= touch.Channel != direct;
            }
        }

        if (rules.WithoutDirect && others)
        {
            kept.RemoveAll(touch => touch.Channel == direct);
        }

        var begin = touches.Count;
        foreach (var touch in kept)
        {
            var known = CollectionsMarshal.AsSpan(touches)[begin..];
            if (rules.Transform == PathTransform.Exposure && known.Length > 0 && known[^1].Channel == touch.Channel)
            {
                // The exposure ends with its latest touch.
                known[^1] = touch;
            }
            else if (rules.Transform != PathTransform.First || !Holds(known, touch.Channel))
            {
                touches.Add(touch);
            }
        }

        ends.Add(touches.Count);
        outcomes.Add(outcome);
        Total = new Outcome(Total.Conversions + outcome.Conversions, Total.Value + outcome.Value, Total.Others + outcome.Others);
    }

    /// <summary>The touches that count of a path.</summary>
    public ReadOnlySpan<Touch> PathOf(int place)
    {
        var begin = place == 0 ? 0 : ends[place - 1];
        return CollectionsMarshal.AsSpan(touches)[begin..ends[place]];
    }

    public Outcome OutcomeOf(int place) => outcomes[place];

    private static bool Holds(ReadOnlySpan<Touch> path, int channel)
    {
        foreach (var touch in path)
        {
            if (touch.Channel == channel)
            {
                return true;
            }
        }

        return false;
    }
}
