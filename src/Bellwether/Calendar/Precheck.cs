using Bellwether.Audits;
using Bellwether.Channels;
using Bellwether.Kernel;
using Bellwether.Media;
using NodaTime;

namespace Bellwether.Calendar;

/// <summary>What the precheck needs to know of one account beside the words it is to say.</summary>
/// <param name="Account">The account of the inventory.</param>
/// <param name="Cadence">Its cadence.</param>
/// <param name="Others">Local times of its other posts, planned and out.</param>
/// <param name="Trouble">Why nothing can be sent to it right now; null when it is connected or nobody knows.</param>
public sealed record AccountFacts(SocialAccount Account, Cadence Cadence, IReadOnlyList<LocalDateTime> Others, string? Trouble)
{
    /// <summary>What its posts cost in the month of the slot; null where posting is free.</summary>
    public MonthSpending? Spending { get; init; }

    /// <summary>What the account is set to where a post may say otherwise; null while it is not connected.</summary>
    public IReadOnlyDictionary<string, string>? Settings { get; init; }
}

/// <summary>What one account is to say, ready to be checked: with the text as it will be counted.</summary>
/// <param name="Facts">What is known of the account.</param>
/// <param name="Written">The text as written.</param>
/// <param name="Sent">The text as it will go out, with its links made short and tracked.</param>
/// <param name="Media">Pictures and videos.</param>
/// <param name="Link">A link beside the text.</param>
public sealed record VariantFacts(AccountFacts Facts, string Written, string Sent, IReadOnlyList<VariantMedia> Media, string? Link)
{
    /// <summary>The first comment as it will go out; null where there is none.</summary>
    public string? Comment { get; init; }

    /// <summary>What the post says of itself on this network.</summary>
    public IReadOnlyDictionary<string, string> Options { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The link beside the text as it will go out; null where there is none, or where the text has it already.</summary>
    public string? SentLink { get; init; }

    /// <summary>What its pictures and videos are; those that nobody looked up are not in it.</summary>
    public IReadOnlyDictionary<Id<Asset>, MediaFile> Files { get; init; } = new Dictionary<Id<Asset>, MediaFile>();
}

/// <summary>What a picture or video is.</summary>
/// <param name="Name">The name people find it by.</param>
/// <param name="ContentType">Media type, such as image/png.</param>
/// <param name="Bytes">Size in bytes.</param>
public sealed record MediaFile(string Name, string ContentType, long Bytes)
{
    public bool IsVideo => ContentType.StartsWith("video/", StringComparison.Ordinal);
}

/// <summary>Everything the precheck looks at, gathered beforehand so that the check itself is a pure function.</summary>
/// <param name="Variants">What is to be said where.</param>
/// <param name="Rules">The brand's rules for its calendar.</param>
/// <param name="At">The slot, where there is one.</param>
/// <param name="Now">The present moment.</param>
/// <param name="WeekStart">First day of the brand's weeks.</param>
/// <param name="HasGoal">Whether it serves a goal, or none on purpose.</param>
/// <param name="WantsVisits">Whether its goal lives from visits to the brand's own site.</param>
/// <param name="Approved">Whether it is approved, or needs no approval.</param>
/// <param name="OwnHosts">Hosts of the brand's own sites.</param>
public sealed record PrecheckFacts(
    IReadOnlyList<VariantFacts> Variants,
    CalendarRulesView Rules,
    Slot? At,
    Instant Now,
    IsoDayOfWeek WeekStart,
    bool HasGoal,
    bool WantsVisits,
    bool Approved,
    IReadOnlyList<string> OwnHosts)
{
    /// <summary>What the words are held against.</summary>
    public PostWords Words { get; init; } = PostWords.None;

    /// <summary>Whom the brand mentions.</summary>
    public Mentions Mentions { get; init; } = Mentions.None;

    /// <summary>The base of short links where nobody outside reaches it; null where the world does.</summary>
    public string? LocalLinks { get; init; }

    /// <summary>Pictures that may not be posted, each with the reason.</summary>
    public IReadOnlyDictionary<Id<Asset>, string> Barred { get; init; } = new Dictionary<Id<Asset>, string>();

    /// <summary>Until when what it says holds; null for good.</summary>
    public Instant? Until { get; init; }
}

/// <summary>
/// The one check before a post goes anywhere: the composer, the API, imports, the scheduler and agents all ask it.
/// It says what blocks, what is worth knowing, and the way out of each.
/// </summary>
public static class Precheck
{
    public static IReadOnlyList<PostFinding> Of(PrecheckFacts facts) =>
    [
        .. OfWholePost(facts),
        .. VariableCheck.Of(facts),
        .. facts.Variants.SelectMany(variant => VariantCheck.Of(variant, facts.Barred)),
        .. facts.Variants.SelectMany(FirstCommentCheck.Of),
        .. facts.Variants.SelectMany(OptionCheck.Of),
        .. facts.Variants.SelectMany(variant => TimeCheck.Of(variant.Facts, facts)),
        .. SameTextCheck.Of(facts),
        .. LinkCheck.Of(facts),
        .. AvoidCheck.Of(facts),
    ];

    private static IEnumerable<PostFinding> OfWholePost(PrecheckFacts facts)
    {
        if (facts.Variants.Count == 0)
        {
            yield return new PostFinding("no-account", true, "It has no account to go out on. Choose at least one.", null, "variants");
        }

        if (facts.At is { } slot && slot.At < facts.Now)
        {
            yield return new PostFinding("time-passed", true, $"{slot} has passed. Choose a time from now on.", null, "at");
        }

        if (facts.At is { } planned && facts.Until <= planned.At)
        {
            yield return new PostFinding("expiry-before-slot", true, "It would be over before it goes out. Choose an earlier time, or a later end.", null, "at");
        }

        if (!facts.Approved)
        {
            yield return new PostFinding("approval-missing", true, "This brand's posts need an approval. Put it up for approval first.");
        }

        if (!facts.HasGoal)
        {
            yield return new PostFinding("no-goal", false, "It serves no goal yet. Link it to one, or say that it stands on its own.", null, "goal", new PostFix(PostFixKind.Unguide));
        }
    }
}
