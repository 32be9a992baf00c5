using System.Collections.Frozen;
using Bellwether.Kernel;

namespace Bellwether.Calendar;

/// <summary>The one table of allowed moves of a post; whatever is not in it throws.</summary>
public static class PostMoves
{
    private static readonly FrozenDictionary<(PostStatus, PostMove), PostStatus> Table = new Dictionary<(PostStatus, PostMove), PostStatus>
    {
        [(PostStatus.Draft, PostMove.Submit)] = PostStatus.InReview,
        [(PostStatus.Draft, PostMove.Hold)] = PostStatus.OnHold,
        [(PostStatus.Draft, PostMove.Expire)] = PostStatus.Expired,

        [(PostStatus.InReview, PostMove.Approve)] = PostStatus.Approved,
        [(PostStatus.InReview, PostMove.SendBack)] = PostStatus.Draft,
        [(PostStatus.InReview, PostMove.Hold)] = PostStatus.OnHold,
        [(PostStatus.InReview, PostMove.Expire)] = PostStatus.Expired,
        [(PostStatus.InReview, PostMove.Reopen)] = PostStatus.Draft,

        [(PostStatus.Approved, PostMove.Schedule)] = PostStatus.Scheduled,
        [(PostStatus.Approved, PostMove.SendBack)] = PostStatus.Draft,
        [(PostStatus.Approved, PostMove.Hold)] = PostStatus.OnHold,
        [(PostStatus.Approved, PostMove.Reopen)] = PostStatus.Draft,
        [(PostStatus.Approved, PostMove.Expire)] = PostStatus.Expired,

        [(PostStatus.Scheduled, PostMove.Schedule)] = PostStatus.Scheduled,
        [(PostStatus.Scheduled, PostMove.Unschedule)] = PostStatus.Approved,
        [(PostStatus.Scheduled, PostMove.SendBack)] = PostStatus.Draft,
        [(PostStatus.Scheduled, PostMove.Hold)] = PostStatus.OnHold,
        [(PostStatus.Scheduled, PostMove.Reopen)] = PostStatus.Draft,
        [(PostStatus.Scheduled, PostMove.Expire)] = PostStatus.Expired,

        [(PostStatus.OnHold, PostMove.Resume)] = PostStatus.Draft,
        [(PostStatus.OnHold, PostMove.Expire)] = PostStatus.Expired,
        [(PostStatus.Expired, PostMove.Resume)] = PostStatus.Draft,
        [(PostStatus.Missed, PostMove.Resume)] = PostStatus.Draft,
        [(PostStatus.Missed, PostMove.Expire)] = PostStatus.Expired,
        [(PostStatus.Failed, PostMove.Resume)] = PostStatus.Draft,
        [(PostStatus.Failed, PostMove.Expire)] = PostStatus.Expired,
    }.ToFrozenDictionary();

    /// <summary>What a move leads to, or null where it is not allowed.</summary>
    public static PostStatus? Of(PostStatus from, PostMove move) =>
        Table.TryGetValue((from, move), out var to) ? to : null;

    /// <summary>The moves a person may make from a status, in the order of the cycle.</summary>
    public static IReadOnlyList<PostMove> From(PostStatus status) =>
        [.. Enum.GetValues<PostMove>().Where(move => move is not (PostMove.Expire or PostMove.Reopen) && Of(status, move) is not null)];

    /// <summary>What a move leads to; 409 where it is not allowed.</summary>
    public static PostStatus Make(PostStatus from, PostMove move) => Of(from, move)
        ?? throw Rule.Conflict("move-not-allowed", $"A post that is {Words(from)} cannot be {Done(move)}. {WayOut(from)}");

    /// <summary>The status as a person says it, within a sentence.</summary>
    public static string Words(PostStatus status) => status switch
    {
        PostStatus.Draft => "a draft",
        PostStatus.InReview => "in review",
        PostStatus.OnHold => "on hold",
        PostStatus.Partial => "only partly published",
        PostStatus.Unknown => "sent with an unknown outcome",
        _ => status.ToString().ToLowerInvariant(),
    };

    private static string Done(PostMove move) => move switch
    {
        PostMove.Submit => "put up for approval",
        PostMove.SendBack => "sent back",
        PostMove.Hold => "held",
        PostMove.Reopen => "changed",
        _ => move.ToString().ToLowerInvariant() + "d",
    };

    private static string WayOut(PostStatus from) => From(from) is { Count: > 0 } moves
        ? $"From here you can {string.Join(" or ", moves.Select(move => move == PostMove.SendBack ? "send it back" : move == PostMove.Submit ? "put it up for approval" : move.ToString().ToLowerInvariant() + " it"))}."
        : "Duplicate it to say it again.";
}
