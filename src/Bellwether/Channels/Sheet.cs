namespace Bellwether.Channels;

/// <summary>One part of a channel's sheet: whether it has real content, and what is missing.</summary>
public sealed record SheetPartState(SheetPart Part, bool Complete, string? Missing);

/// <summary>Computes the completeness of a channel's sheet from its content; nobody ticks it by hand.</summary>
public static class Sheet
{
    /// <summary>Words below which an editorial strategy says nothing.</summary>
    public const int FewestWords = 5;

    public static IReadOnlyList<SheetPartState> Of(Channel channel, int activations, int conversations) =>
    [
        Part(SheetPart.Goals, channel.Goals.Count > 0, "Link at least one goal."),
        Part(SheetPart.Kpis, channel.Kpis.Count > 0, "Choose at least one metric it is judged by."),
        Part(SheetPart.EditorialStrategy, Words(channel.EditorialStrategy) >= FewestWords, "Write in a few words what it says, how, and what it leaves out."),
        Part(SheetPart.Themes, channel.Themes.Any(theme => theme.Share > 0), "Give at least one theme a share of its posts."),
        Part(SheetPart.Highlights, activations > 0, "Date at least one highlight."),
        Part(SheetPart.Conversations, conversations > 0, "Plan at least one conversation slot."),
    ];

    /// <summary>The parts still missing, in words: “kpis, highlights”.</summary>
    public static string Missing(IEnumerable<SheetPartState> parts) =>
        string.Join(", ", parts.Where(part => !part.Complete).Select(part => Label(part.Part)));

    public static string Label(SheetPart part) => part switch
    {
        SheetPart.Goals => "goals",
        SheetPart.Kpis => "KPIs",
        SheetPart.EditorialStrategy => "editorial strategy",
        SheetPart.Themes => "major themes",
        SheetPart.Highlights => "highlights",
        SheetPart.Conversations => "conversational calendar",
        _ => throw new ArgumentOutOfRangeException(nameof(part), part, null),
    };

    private static SheetPartState Part(SheetPart part, bool complete, string missing) => new(part, complete, complete ? null : missing);

    private static int Words(string? text) => text?.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length ?? 0;
}
