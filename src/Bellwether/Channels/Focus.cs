using System.Globalization;

namespace Bellwether.Channels;

/// <summary>What to do with a channel, judged by what it brings for what it takes.</summary>
public enum FocusAdvice
{
    /// <summary>It brings more than its share of the effort: give it more.</summary>
    Grow,

    /// <summary>It brings about its share.</summary>
    Keep,

    /// <summary>It brings less than its share: take some effort away.</summary>
    Trim,

    /// <summary>It brings next to nothing: stop, and use the hours elsewhere.</summary>
    Leave,
}

/// <summary>A channel with its effort and what it brought.</summary>
/// <param name="Hours">Hours in the span.</param>
/// <param name="Contribution">Its share of what all channels brought to the goals, 0 to 1; null without a number.</param>
public sealed record FocusFacts(string Key, decimal Hours, decimal? Contribution);

/// <summary>The advice for one channel.</summary>
/// <param name="Advice">Null while the numbers cannot tell.</param>
/// <param name="EffortShare">Its share of all hours, 0 to 1; null without hours.</param>
/// <param name="PerHour">Contribution per hour; null without hours or numbers.</param>
/// <param name="Reason">Why, with the numbers.</param>
public sealed record FocusFinding(string Key, FocusAdvice? Advice, decimal? EffortShare, decimal? PerHour, string Reason);

/// <summary>Compares what channels bring with what they take: contribution share over effort share.</summary>
public static class Focus
{
    /// <summary>Above this many times its share of the effort, a channel grows. The four bounds are ours.</summary>
    public const decimal GrowAbove = 1.25m;

    /// <summary>Below this many times its share of the effort, a channel is trimmed.</summary>
    public const decimal TrimBelow = 0.75m;

    /// <summary>Below this many times its share of the effort, a channel is left.</summary>
    public const decimal LeaveBelow = 0.25m;

    /// <summary>The channels by contribution per hour, the best first; those nobody can judge come last, in the order given.</summary>
    public static IReadOnlyList<FocusFinding> Of(IReadOnlyList<FocusFacts> channels)
    {
        // Only channels with numbers share the effort that is compared; the others would make these look better than they are.
        var judged = channels.Where(channel => channel.Contribution is not null && channel.Hours > 0).ToList();
        var hours = judged.Sum(channel => channel.Hours);
        return
        [
            .. channels.Select((channel, place) => (Finding: Judge(channel, judged.Count, hours), place))
                .OrderByDescending(pair => pair.Finding.PerHour ?? -1).ThenBy(pair => pair.place).Select(pair => pair.Finding),
        ];
    }

    private static FocusFinding Judge(FocusFacts channel, int judged, decimal hours)
    {
        if (channel.Contribution is not { } brought)
        {
            return new FocusFinding(channel.Key, null, null, null, "No number of a goal is known for it. Record one, or link its posts, and it can be judged.");
        }

        if (channel.Hours <= 0)
        {
            return new FocusFinding(channel.Key, null, null, null, "It takes no hours as far as is known. Set its cadence or record the hours spent.");
        }

        var (perHour, effort) = (decimal.Round(brought / channel.Hours, 6, MidpointRounding.ToEven), channel.Hours / hours);
        var share = string.Create(CultureInfo.InvariantCulture, $"{brought * 100:0.#} % of the results for {effort * 100:0.#} % of the hours");
        if (judged == 1)
        {
            return new FocusFinding(channel.Key, FocusAdvice.Keep, 1, perHour, "It is the only channel with numbers; there is nothing to compare it with.");
        }

        var ratio = brought / effort;
        var (advice, verdict) = ratio switch
        {
            > GrowAbove => (FocusAdvice.Grow, "Give it more"),
            >= TrimBelow => (FocusAdvice.Keep, "It earns its keep"),
            >= LeaveBelow => (FocusAdvice.Trim, "Take some effort away"),
            _ => (FocusAdvice.Leave, brought == 0 ? "It brought nothing" : "It brought next to nothing"),
        };
        return new FocusFinding(channel.Key, advice, decimal.Round(effort, 6, MidpointRounding.ToEven), perHour, $"{verdict}: {share}.");
    }
}
