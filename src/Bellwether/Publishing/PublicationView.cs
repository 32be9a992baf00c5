using Bellwether.Audits;
using Bellwether.Brands;
using Bellwether.Calendar;
using Bellwether.Kernel;
using Bellwether.Networks;
using NodaTime;

namespace Bellwether.Publishing;

/// <summary>What a person may do with a publication.</summary>
public enum PublicationAction
{
    /// <summary>Send it (again), late or not.</summary>
    Retry,

    /// <summary>Say that it is out, and where.</summary>
    SayItIsOut,

    /// <summary>Say that it is not out, so that it goes out again.</summary>
    SayItIsNotOut,

    /// <summary>Leave it out.</summary>
    Skip,

    /// <summary>Let it go out after a pause.</summary>
    Keep,

    /// <summary>Take it back from the network.</summary>
    Delete,
}

/// <summary>One variant on its way to one account.</summary>
/// <param name="Title">The post's title.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="Standing">The same in words.</param>
/// <param name="Hold">Whether it waits for a person's look after a pause.</param>
/// <param name="Parts">Parts that are out; more than one only for a thread.</param>
/// <param name="CommentOnly">Whether the post is out and only its first comment is not: what can be done then concerns the comment alone.</param>
/// <param name="Problem">What went wrong, in words.</param>
/// <param name="WayOut">What to do about it.</param>
/// <param name="Actions">What the reader may do with it.</param>
public sealed record PublicationView(
    Id<Publication> Id, Id<Brand> Brand, Id<Post> Post, string Title, Id<SocialAccount> Account, string Handle, string Network,
    Instant DueAt, PublicationStatus Status, string Standing, PublicationHold Hold, bool NeedsYou, Instant? NextTryAt, int Tries, int Parts,
    Instant? ConfirmedAt, string? Url, ErrorKind? ProblemKind, string? Problem, string? WayOut, IReadOnlyList<PublicationAction> Actions, int Version, bool CommentOnly = false) : IVersioned
{
    internal static PublicationView Of(Publication row, string title, string handle, ICurrent current) => new(
        row.Id, row.Brand, row.Post, title, row.Account, handle, row.Network, row.DueAt, row.Status, row.IsAtComment ? PublicationMoves.WordsOfComment(row.Status) : PublicationMoves.Words(row.Status), row.Hold, NeedsPerson(row),
        row.Status is PublicationStatus.Queued or PublicationStatus.Unknown && row.NextTryAt != row.DueAt ? row.NextTryAt : null,
        row.Tries, row.Parts.Count, row.ConfirmedAt, row.Url, row.ProblemKind, ProblemOf(row), row.IsAtComment ? WayOutOfComment(row.ProblemKind) : row.ProblemKind?.WayOut(),
        current.May(Permission.Publish) ? ActionsOf(row) : [], row.Version, row.IsAtComment);

    internal static bool NeedsPerson(Publication row) =>
        row.Hold == PublicationHold.Held && row.Status == PublicationStatus.Queued
        || row.Status is PublicationStatus.NeedsPerson or PublicationStatus.Missed or PublicationStatus.Rejected;

    private static string? ProblemOf(Publication row) =>
        row is { IsAtComment: true, Problem: { } problem } ? $"The post is out. {(row.MayBeOut ? "Whether its first comment is out too, nobody knows yet" : "Only its first comment is not")}: {problem}" : row.Problem;

    private static string? WayOutOfComment(ErrorKind? kind) => kind switch
    {
        null or ErrorKind.UnknownOutcome => null,
        ErrorKind.PermissionMissing => "Connect the account again and allow comments, then retry: only the comment goes out.",
        ErrorKind.ContentInvalid or ErrorKind.PolicyBlocked or ErrorKind.NotFound => "Write it on the network by hand and say that it is out, or leave it out.",
        { } other => other.WayOut(),
    };

    private static List<PublicationAction> ActionsOf(Publication row)
    {
        var unsure = row is { Status: PublicationStatus.NeedsPerson, MayBeOut: true };
        return row.Status switch
        {
            PublicationStatus.NeedsPerson or PublicationStatus.Rejected or PublicationStatus.Missed when row.IsAtComment =>
                [.. unsure ? new[] { PublicationAction.SayItIsOut, PublicationAction.SayItIsNotOut } : [PublicationAction.Retry, PublicationAction.SayItIsOut], PublicationAction.Skip, PublicationAction.Delete],
            PublicationStatus.NeedsPerson when unsure => [PublicationAction.SayItIsOut, PublicationAction.SayItIsNotOut, PublicationAction.Skip],
            PublicationStatus.NeedsPerson or PublicationStatus.Rejected or PublicationStatus.Missed => [PublicationAction.Retry, PublicationAction.SayItIsOut, PublicationAction.Skip],
            PublicationStatus.Queued when row.Hold == PublicationHold.Held => [PublicationAction.Keep, PublicationAction.Skip],
            PublicationStatus.Queued => [PublicationAction.Skip],
            PublicationStatus.Skipped when !row.Withdrawn => [PublicationAction.Retry],
            PublicationStatus.Confirmed when row.Parts.Count > 0 => [PublicationAction.Delete],
            _ => [],
        };
    }
}

/// <summary>One line of a publication's log.</summary>
/// <param name="Part">The part of a thread, from 1.</param>
/// <param name="Words">What happened.</param>
/// <param name="Raw">The network's answer as it came, shortened.</param>
/// <param name="ClientKey">The key by which the call is recognised.</param>
/// <param name="Fingerprint">SHA-256 of the exact content.</param>
public sealed record AttemptView(Id<Attempt> Id, AttemptKind Kind, AttemptResult Result, int Part, Instant StartedAt, Instant? EndedAt, string Words, string? Raw, string? ClientKey, string? Fingerprint)
{
    internal static AttemptView Of(Attempt row) =>
        new(row.Id, row.Kind, row.Result, row.Part, row.StartedAt, row.EndedAt, row.Words, row.Raw, row.ClientKey, row.Fingerprint);
}
