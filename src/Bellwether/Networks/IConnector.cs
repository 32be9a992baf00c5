using Bellwether.Kernel;
using NodaTime;

namespace Bellwether.Networks;

/// <summary>
/// Port: speaks one network's language. Answers of the outside world are results, never exceptions. Only
/// <see cref="SendAsync"/> does what people can see; everything before it may be repeated freely.
/// </summary>
[Port]
public interface IConnector
{
    /// <summary>The network it serves, as in <see cref="Network.Key"/>.</summary>
    string Network { get; }

    /// <summary>What a person needs to know and to type to connect an account.</summary>
    ConnectionGuide Guide { get; }

    /// <summary>Secrets that the program makes and the other side has to store, shown once; none for most networks.</summary>
    IReadOnlyDictionary<string, string> NewSecrets() => new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Whether sending the identical call twice still makes one post: then an unknown outcome mends itself.</summary>
    bool RepeatIsSafe { get; }

    /// <summary>The same of one planned call, where a first comment goes another way than its post.</summary>
    bool RepeatsSafely(PlannedCall call) => RepeatIsSafe;

    /// <summary>Tries the credentials and says in words what they allow.</summary>
    Task<CheckOutcome> CheckAsync(AccountAccess access, CancellationToken cancel);

    /// <summary>Everything invisible: uploads, resolving of mentions. May run again at any time.</summary>
    Task<PrepareOutcome> PrepareAsync(AccountAccess access, OutgoingPost post, CancellationToken cancel);

    /// <summary>
    /// Plans the visible call: its client key and the exact payload, to be stored before it is sent. <paramref name="key"/> is
    /// the key of an earlier try of the same part and is kept; null asks for a new one.
    /// </summary>
    PlannedCall Plan(AccountAccess access, OutgoingPost post, PreparedPost prepared, string? key, Instant now);

    /// <summary>Makes the visible call, once. Where files travel with the call itself, <paramref name="media"/> has them in the post's order.</summary>
    Task<SendOutcome> SendAsync(AccountAccess access, PlannedCall call, IReadOnlyList<OutgoingMedia> media, CancellationToken cancel);

    /// <summary>Finds out, by reading, whether a planned call arrived.</summary>
    Task<ReconcileOutcome> ReconcileAsync(AccountAccess access, PlannedCall call, CancellationToken cancel);

    /// <summary>Takes a post back.</summary>
    Task<DeleteOutcome> DeleteAsync(AccountAccess access, string remoteId, CancellationToken cancel);
}

/// <summary>One field of the form that connects an account.</summary>
/// <param name="Key">The name it is sent under.</param>
/// <param name="Label">What stands beside the field.</param>
/// <param name="Secret">Whether it is hidden, stored encrypted and never shown again.</param>
/// <param name="Required">Whether the account cannot be connected without it.</param>
/// <param name="Hint">Where to find it.</param>
/// <param name="Usual">The value most people use.</param>
/// <param name="Choices">What may be chosen, each with the words for it; null for what is typed.</param>
public sealed record ConnectionField(string Key, string Label, bool Secret, bool Required, string Hint, string? Usual = null, IReadOnlyList<FieldChoice>? Choices = null);

/// <summary>One value a field may have, and the words for it.</summary>
public sealed record FieldChoice(string Value, string Label);

/// <summary>How to connect an account of a network, step by step.</summary>
/// <param name="Why">What the credentials are and why this way is safe.</param>
/// <param name="Steps">What to do, in order.</param>
/// <param name="Fields">What to type.</param>
/// <param name="Where">The page of the network where it is done, if there is one.</param>
/// <param name="SignsIn">Whether a person then allows it at the network itself and comes back.</param>
public sealed record ConnectionGuide(string Why, IReadOnlyList<string> Steps, IReadOnlyList<ConnectionField> Fields, string? Where = null, bool SignsIn = false);

/// <summary>Something to post: the text as it shall be read, already with its tracked links.</summary>
/// <param name="Key">The publication's own id; stable over every try.</param>
/// <param name="Text">The text of this part.</param>
/// <param name="Media">Its images or its video, in order.</param>
/// <param name="Language">BCP 47 language of the text, if known.</param>
/// <param name="Title">A title, where the network has one.</param>
/// <param name="Link">A link for the card, where it is not in the text.</param>
/// <param name="Parts">What was confirmed before it in a thread, the first one first; empty for a single post.</param>
/// <param name="Segment">Which part of a thread it is, from 0.</param>
public sealed record OutgoingPost(
    string Key, string Text, IReadOnlyList<OutgoingMedia> Media, string? Language = null, string? Title = null, string? Link = null,
    IReadOnlyList<RemotePost>? Parts = null, int Segment = 0)
{
    /// <summary>From when until when it holds, in the brand's own time; null for what has no end.</summary>
    public OutgoingSpan? Span { get; init; }

    /// <summary>Whether it is the first comment below the post, and no part of the post itself.</summary>
    public bool IsComment { get; init; }

    /// <summary>The text with its link below, for networks where a link lives in the text; once, if it stands there already. The precheck counts it the same way.</summary>
    public string TextWithLink => Link is null || Text.Contains(Link, StringComparison.Ordinal) ? Text : $"{Text}\n\n{Link}".Trim();

    /// <summary>A key of this part, stable over every try: the publication's own and the part's place.</summary>
    public string PartKey => Segment == 0 ? Key : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Key}-{Segment + 1}");
}

/// <summary>From when until when a post holds, in local time.</summary>
public sealed record OutgoingSpan(LocalDateTime From, LocalDateTime Until);

/// <summary>One file to post, opened only when it is uploaded.</summary>
public sealed record OutgoingMedia(string ContentType, string AltText, int? Width, int? Height, long Bytes, Func<CancellationToken, Task<Stream>> OpenAsync, string? PublicUrl = null)
{
    public bool IsVideo => ContentType.StartsWith("video/", StringComparison.Ordinal);
}

/// <summary>A post as the network knows it: its id, its address for people, and a check value where it has one.</summary>
public sealed record RemotePost(string Id, string? Url, string? Check = null);

/// <summary>What preparing made: references of uploads and the like, as the connector's own text.</summary>
public sealed record PreparedPost(string Data);

/// <summary>The visible call as it will be made: stored before the first byte leaves.</summary>
/// <param name="ClientKey">The key by which the network, or we, recognise a repetition.</param>
/// <param name="Payload">The exact body.</param>
/// <param name="PlannedAt">When it was planned; nothing older can be it.</param>
public sealed record PlannedCall(string ClientKey, string Payload, Instant PlannedAt);
