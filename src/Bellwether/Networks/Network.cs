using NodaTime;

namespace Bellwether.Networks;

/// <summary>
/// What a social network allows and asks for: limits, sizes, the steps of setting an account up, a cadence to start from.
/// Shipped as dated data, one file a network under Networks/Data; an account may carry its own numbers instead.
/// </summary>
public sealed record Network
{
    /// <summary>Stable, lower case; also the source tag of links: “bluesky”.</summary>
    public required string Key { get; init; }

    /// <summary>The name people use: “Bluesky”.</summary>
    public required string Name { get; init; }

    /// <summary>When its facts were last looked at as a whole.</summary>
    public LocalDate VerifiedOn { get; init; }

    /// <summary>False for the stand-in that serves a network nobody described yet.</summary>
    public bool Known { get; init; } = true;

    /// <summary>How a handle is written there.</summary>
    public HandleRule Handle { get; init; } = new();

    public TextRule Text { get; init; } = new();

    public MediaRule Media { get; init; } = new();

    public PostingRule Posting { get; init; } = new();

    /// <summary>Whether something can be said below a post right after it is out.</summary>
    public bool TakesFirstComment => Text.Threads || Posting.FirstComment;

    /// <summary>Cadence to start from, by format; the first is the network's usual post.</summary>
    public IReadOnlyList<CadenceStart> Cadence { get; init; } = [];

    /// <summary>Sizes of the pictures that the account and its posts need, in pixels.</summary>
    public IReadOnlyList<ImageSize> Images { get; init; } = [];

    /// <summary>What a profile holds and when it is complete.</summary>
    public ProfileRule Profile { get; init; } = new();

    /// <summary>How a fake profile is reported.</summary>
    public FakeRule Fakes { get; init; } = new();

    /// <summary>What has to be done once, to set an account up.</summary>
    public IReadOnlyList<SetUpStep> SetUp { get; init; } = [];

    /// <summary>What has to be fed in again and again once it stands.</summary>
    public IReadOnlyList<string> Input { get; init; } = [];

    /// <summary>Where each group of facts comes from.</summary>
    public IReadOnlyList<FactSource> Sources { get; init; } = [];
}

/// <summary>How long a text may be and how its length is counted.</summary>
public sealed record TextRule
{
    /// <summary>The most that fits, in <see cref="Unit"/>; null where no limit is known.</summary>
    public int? Limit { get; init; }

    public CountUnit Unit { get; init; } = CountUnit.CodePoints;

    /// <summary>The most that fits under a picture or video, where that is less than <see cref="Limit"/>.</summary>
    public int? CaptionLimit { get; init; }

    /// <summary>A second limit that holds as well, as Bluesky's bytes do.</summary>
    public int? SecondLimit { get; init; }

    public CountUnit SecondUnit { get; init; } = CountUnit.Utf8Bytes;

    /// <summary>What every link counts whatever its length; null where it counts as written.</summary>
    public int? UrlWeight { get; init; }

    /// <summary>The most a title takes; null where posts have none.</summary>
    public int? TitleLimit { get; init; }

    /// <summary>Where a link that stands beside the text goes.</summary>
    public LinkBeside Link { get; init; }

    /// <summary>Whether a post needs words even when it has media.</summary>
    public bool Required { get; init; }

    /// <summary>Whether a longer text can go out as a thread of parts.</summary>
    public bool Threads { get; init; }

    public int? Hashtags { get; init; }

    public int? Mentions { get; init; }

    public int? Links { get; init; }
}

/// <summary>Where a network shows a link that stands beside the text.</summary>
public enum LinkBeside
{
    /// <summary>In a place of its own, whatever else the post has; or nobody knows.</summary>
    Own,

    /// <summary>As the last line of the text, where it counts like any other words.</summary>
    Below,

    /// <summary>As a card, where no picture or video takes its place.</summary>
    Card,

    /// <summary>Nowhere.</summary>
    None,
}

/// <summary>Which media a post takes, how many and how large.</summary>
public sealed record MediaRule
{
    /// <summary>Whether a post without media is refused.</summary>
    public bool Required { get; init; }

    public int Images { get; init; }

    /// <summary>The most one image may weigh, in bytes; null where unknown.</summary>
    public long? ImageBytes { get; init; }

    public IReadOnlyList<string> ImageTypes { get; init; } = [];

    public int Videos { get; init; }

    public long? VideoBytes { get; init; }

    public int? VideoSeconds { get; init; }

    /// <summary>Whether images and a video may stand in one post.</summary>
    public bool Mixed { get; init; }

    /// <summary>The most an alternative text takes; null where the network has no field for it.</summary>
    public int? AltText { get; init; }
}

/// <summary>How much may be posted, and whose midnight ends a network's day.</summary>
public sealed record PostingRule
{
    /// <summary>Posts a program may send per account in a day; null where unknown.</summary>
    public int? PerDay { get; init; }

    /// <summary>The IANA zone in which the network counts its days; null where it has none of its own.</summary>
    public string? DayZone { get; init; }

    /// <summary>Whether a program may delete a post again.</summary>
    public bool Delete { get; init; } = true;

    /// <summary>Whether a program may comment on its own post there; where threads are known, the next part is the comment.</summary>
    public bool FirstComment { get; init; }

    /// <summary>The most a comment takes, where that differs from a post's text.</summary>
    public int? CommentLimit { get; init; }

    /// <summary>What may be said of a single post, beside its words; the account's own setting counts where a post says nothing.</summary>
    public IReadOnlyList<PostOption> Options { get; init; } = [];

    /// <summary>Whether the network shows a link as a card by itself.</summary>
    public bool LinkCard { get; init; }

    /// <summary>What the network charges a program for a post; null where posting is free.</summary>
    public PostCost? Cost { get; init; }
}

/// <summary>What a network charges an application for one post.</summary>
/// <param name="Plain">Without a link.</param>
/// <param name="WithLink">With a link in it.</param>
/// <param name="Currency">ISO 4217.</param>
public sealed record PostCost(decimal Plain, decimal WithLink, string Currency);

/// <summary>Where one group of facts comes from. Without a date nobody verified it yet: check before relying on it.</summary>
public sealed record FactSource(string About, string Source, LocalDate? VerifiedOn = null);

/// <summary>The size of a picture, in pixels, and what it is for: “avatar”.</summary>
public sealed record ImageSize(string Use, int Width, int Height);

/// <summary>One thing to do once while setting an account up.</summary>
/// <param name="Key">Stable within the network: “cover”.</param>
/// <param name="Title">What to do, as a verb first.</param>
/// <param name="Hint">How, or why it matters.</param>
/// <param name="Image">The use of the picture it needs, one of the network's <see cref="Network.Images"/>.</param>
public sealed record SetUpStep(string Key, string Title, string? Hint = null, string? Image = null);
