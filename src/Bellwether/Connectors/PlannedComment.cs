using System.Text.Json.Nodes;
using Bellwether.Connectors.OAuth;
using Bellwether.Kernel;
using Bellwether.Networks;
using NodaTime;

namespace Bellwether.Connectors;

/// <summary>
/// A first comment as it will be written, for networks where a comment is no post. None of them has a key against repetitions, so
/// a lost answer is looked up among the post's comments, or shown to a person.
/// </summary>
/// <param name="Post">The network's id of the post it stands below.</param>
/// <param name="Words">What it says.</param>
internal sealed record PlannedComment(string Post, string Words)
{
    private const string Below = "commentOn";

    /// <summary>What else the network wants with it.</summary>
    public string? More { get; private init; }

    /// <summary>There is nothing to upload for a comment.</summary>
    public static PrepareOutcome.Ready Ready(string more = "") => new(new PreparedPost(more));

    /// <summary>The call of a comment, with the exact words.</summary>
    public static PlannedCall Plan(OutgoingPost post, PreparedPost prepared, string? key, Instant now) => new(
        FirstTry.Key(post, key, now), new JsonObject { [Below] = post.Parts![0].Id, ["words"] = post.Text, ["more"] = prepared.Data }.ToJsonString(HouseJson.Options), now);

    /// <summary>The comment of a planned call; null when it plans a post.</summary>
    public static PlannedComment? Of(PlannedCall call) =>
        JsonNode.Parse(call.Payload) is JsonObject planned && Answers.Text(planned[Below]) is { } post ? new PlannedComment(post, Answers.Text(planned["words"]) ?? "") { More = Answers.Text(planned["more"]) } : null;

    /// <summary>A refusal as it concerns a comment: which right is missing, and no word of a post.</summary>
    public static Func<HttpAnswer.Answered, Refusal> Refused(Func<HttpAnswer.Answered, Refusal> of, string right) => answer => of(answer) is var why && why.Kind == ErrorKind.PermissionMissing
        ? why with { Message = $"The network does not let this account comment; usually the right {right} is missing." }
        : why with { Message = why.Message.Replace("refuses the post", "refuses the comment", StringComparison.Ordinal) };

    /// <summary>Finds it among the comments of its post.</summary>
    /// <param name="rows">The comments, as many as one page holds.</param>
    /// <param name="page">How many a page holds at most.</param>
    /// <param name="since">Nothing older is it.</param>
    /// <param name="read">A comment's words, time and whether it may be ours.</param>
    /// <param name="post">A comment as a remote post.</param>
    public ReconcileOutcome Find(IReadOnlyList<JsonObject> rows, int page, Instant since, Func<JsonObject, (string? Words, Instant At, bool Own)> read, Func<JsonObject, RemotePost?> post)
    {
        foreach (var row in rows)
        {
            if (read(row) is { Own: true } told && told.At >= since && FirstTry.ReadsSame(told.Words, Words) && post(row) is { } found)
            {
                return new ReconcileOutcome.Found(found) { Raw = Answers.Cut(row.ToJsonString()) };
            }
        }

        return rows.Count < page
            ? new ReconcileOutcome.NotThere()
            : new ReconcileOutcome.CannotTell("The post has so many comments that the list may not show this one.", Never: true);
    }
}
