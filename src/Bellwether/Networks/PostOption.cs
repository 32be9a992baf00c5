namespace Bellwether.Networks;

/// <summary>How an option of a post is asked for.</summary>
public enum PostOptionKind
{
    /// <summary>One of a few values.</summary>
    Choice,

    /// <summary>Yes or no; nothing said means no.</summary>
    Toggle,

    /// <summary>A line of text.</summary>
    Text,

    /// <summary>A web address.</summary>
    Link,
}

/// <summary>
/// Something a network lets one say of a single post, such as its audience. Where the post says nothing, the setting of the same
/// name counts that was chosen when the account was connected.
/// </summary>
/// <param name="Key">Stable within the network, and the name of the account's own setting.</param>
/// <param name="Label">What stands beside the field.</param>
/// <param name="Kind">How it is asked for.</param>
public sealed record PostOption(string Key, string Label, PostOptionKind Kind)
{
    /// <summary>The option of every network with titles: a title of its own for this account.</summary>
    public const string Title = "title";

    /// <summary>What may be chosen, each with the words for it.</summary>
    public IReadOnlyList<FieldChoice> Choices { get; init; } = [];

    /// <summary>What to know before choosing.</summary>
    public string? Hint { get; init; }

    /// <summary>The most characters a text takes.</summary>
    public int? Most { get; init; }

    /// <summary>Whether the account's setting of the same name counts where the post says nothing.</summary>
    public bool FromAccount { get; init; }

    /// <summary>The network refuses a post where neither the post nor the account says it, while this other option has this value.</summary>
    public PostOptionNeed? RequiredWhen { get; init; }

    /// <summary>Whether it does nothing without a link, beside the text or in an option.</summary>
    public bool NeedsLink { get; init; }

    /// <summary>What is wrong with a value, with the way out; null when it can be taken.</summary>
    public string? Against(string value) => Kind switch
    {
        PostOptionKind.Choice when Choices.All(choice => choice.Value != value) => $"“{value}” cannot be chosen for “{Label}”. Choose one of: {string.Join(", ", Choices.Select(choice => choice.Label))}.",
        PostOptionKind.Toggle when value is not ("yes" or "no") => $"“{Label}” is yes or no.",
        PostOptionKind.Link when !(Uri.TryCreate(value, UriKind.Absolute, out var address) && address.Scheme is "https" or "http") => $"“{Label}”: “{value}” is no web address. Start it with https://.",
        PostOptionKind.Text when Most is { } most && value.EnumerateRunes().Count() is var length && length > most => $"“{Label}” takes {most} characters; this has {length}. Shorten it.",
        _ => null,
    };

    /// <summary>A value as people read it.</summary>
    public string Words(string value) => Kind == PostOptionKind.Choice ? Choices.FirstOrDefault(choice => choice.Value == value)?.Label ?? value : value;
}

/// <summary>Another option and the value it has.</summary>
public sealed record PostOptionNeed(string Option, string Is);
