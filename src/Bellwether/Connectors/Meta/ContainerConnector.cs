using System.Text.Json.Nodes;
using Bellwether.Connectors.OAuth;
using Bellwether.Kernel;
using Bellwether.Networks;
using NodaTime;

namespace Bellwether.Connectors.Meta;

/// <summary>
/// What Instagram and Threads have in common: a post is prepared as a container that nobody sees, then published by its id. A
/// container can be published once, so the same call twice makes one post, and its status says whether the first one arrived.
/// </summary>
public abstract class ContainerConnector(GuardedHttp http, NetworkHosts hosts, TimeProvider clock) : MetaConnector(http, hosts, clock)
{
    private static readonly TimeSpan[] Pauses = [.. new[] { 0, 1, 2, 4, 8, 15, 30, 30 }.Select(seconds => TimeSpan.FromSeconds(seconds))];

    public bool RepeatIsSafe => true;

    /// <summary>Where containers are made, where they are published, and where the own posts are listed.</summary>
    private protected abstract (string Make, string Publish, string Own) Paths(AccountAccess access);

    /// <summary>The field of a container that says how far it is.</summary>
    private protected abstract string StatusField { get; }

    /// <summary>The field with the words, of a container and of a post.</summary>
    private protected abstract string WordsOf(bool published);

    /// <summary>A problem with the post as a whole; null when it can be prepared.</summary>
    private protected abstract PrepareOutcome.Failed? Problem(OutgoingPost post);

    /// <summary>How a video is called: beside others, or alone.</summary>
    private protected abstract string VideoType(bool isChild);

    /// <summary>How a picture is called; null where that is not said.</summary>
    private protected abstract string? ImageType { get; }

    /// <summary>Whether videos carry an alternative text too.</summary>
    private protected abstract bool VideoTakesAlt { get; }

    /// <summary>What else the container of a post says.</summary>
    private protected virtual IEnumerable<KeyValuePair<string, string>> More(OutgoingPost post) => [];

    public virtual async Task<PrepareOutcome> PrepareAsync(AccountAccess access, OutgoingPost post, CancellationToken cancel)
    {
        if (Problem(post) is { } problem)
        {
            return problem;
        }

        if (post.Media.Any(media => media.PublicUrl is null))
        {
            return new PrepareOutcome.Failed(ErrorKind.MediaInvalid, $"{Name} fetches pictures and videos from this program, so it has to be reachable from outside. Start it with --public-url and its https address.");
        }

        var form = new Dictionary<string, string>(StringComparer.Ordinal);
        if (post.Media.Count > 1)
        {
            var children = new List<string>();
            foreach (var media in post.Media)
            {
                var child = await MakeAsync(access, new Dictionary<string, string>(Of(media, true), StringComparer.Ordinal) { ["is_carousel_item"] = "true" }, cancel);
                if (child.Id is null)
                {
                    return child.Failed!;
                }

                children.Add(child.Id);
            }

            (form["media_type"], form["children"]) = ("CAROUSEL", string.Join(',', children));
        }
        else
        {
            form = post.Media.Count == 1 ? Of(post.Media[0], false) : new(StringComparer.Ordinal) { ["media_type"] = "TEXT" };
        }

        form[WordsOf(published: false)] = post.Text;
        foreach (var (name, value) in More(post))
        {
            form[name] = value;
        }

        var made = await MakeAsync(access, form, cancel);
        return made.Id is null ? made.Failed! : new PrepareOutcome.Ready(new PreparedPost(made.Id));
    }

    public virtual PlannedCall Plan(AccountAccess access, OutgoingPost post, PreparedPost prepared, string? key, Instant now) =>
        new(FirstTry.Key(post, key, now), new JsonObject { ["creation_id"] = prepared.Data, ["words"] = post.Text }.ToJsonString(HouseJson.Options), now);

    public virtual async Task<SendOutcome> SendAsync(AccountAccess access, PlannedCall call, IReadOnlyList<OutgoingMedia> media, CancellationToken cancel)
    {
        var answer = await TellAsync(access, Paths(access).Publish, [new("creation_id", Container(call))], cancel);
        var outcome = Answers.Sent(answer, fine => Answers.Text(Answers.Json(fine.Body)?["id"]) is { } id ? new RemotePost(id, null) : null, Refused);
        // Refused as over: it may have been published by an earlier try of ours.
        if (outcome is SendOutcome.Rejected { Kind: ErrorKind.NotFound } && await ReconcileAsync(access, call, cancel) is ReconcileOutcome.Found found)
        {
            return new SendOutcome.Confirmed(found.Post) { Raw = found.Raw };
        }

        return outcome is SendOutcome.Confirmed { Post: var post } ? new SendOutcome.Confirmed(post with { Url = await LinkAsync(access, post.Id, cancel) }) { Raw = outcome.Raw } : outcome;
    }

    public virtual async Task<ReconcileOutcome> ReconcileAsync(AccountAccess access, PlannedCall call, CancellationToken cancel)
    {
        var status = await AskAsync(access, $"/{Uri.EscapeDataString(Container(call))}?fields={StatusField}", cancel);
        if (status is not HttpAnswer.Answered { IsSuccess: true } fine)
        {
            return CannotTell(status);
        }

        if (Answers.Text(Answers.Json(fine.Body)?[StatusField]) is var state && state != "PUBLISHED")
        {
            return state is null ? CannotTell(status) : new ReconcileOutcome.NotThere { Raw = Answers.Cut(fine.Body) };
        }

        var answer = await AskAsync(access, $"{Paths(access).Own}?fields=id,{WordsOf(published: true)},permalink,timestamp&limit=50", cancel);
        var words = Answers.Text(JsonNode.Parse(call.Payload)!["words"]);
        var list = answer is HttpAnswer.Answered { IsSuccess: true } told ? Answers.Json(told.Body)?["data"] as JsonArray : null;
        return (list ?? []).OfType<JsonObject>().FirstOrDefault(row => At(row["timestamp"]) >= FirstTry.Earliest(call) && FirstTry.ReadsSame(Answers.Text(row[WordsOf(published: true)]), words)) is { } found && Answers.Text(found["id"]) is { } id
            ? new ReconcileOutcome.Found(new RemotePost(id, Answers.Text(found["permalink"]))) { Raw = Answers.Cut(found.ToJsonString()) }
            : new ReconcileOutcome.CannotTell($"{Name} says it is published, but does not list it yet.");
    }

    public Task<DeleteOutcome> DeleteAsync(AccountAccess access, string remoteId, CancellationToken cancel) => RemoveAsync(access, remoteId, cancel);

    private protected override bool CanRenew(AccountAccess access) => access.Secret(TokenLife.Access) is not null && !TokenLife.IsOver(access, Clock.Now()) && TokenLife.At(access.Secrets, TokenLife.Since) < Clock.Now() - Duration.FromDays(1);

    private static string Container(PlannedCall call) => Answers.Text(JsonNode.Parse(call.Payload)!["creation_id"])!;

    private Dictionary<string, string> Of(OutgoingMedia media, bool isChild)
    {
        var form = new Dictionary<string, string>(StringComparer.Ordinal);
        var isVideo = media.ContentType.StartsWith("video/", StringComparison.Ordinal);
        form[isVideo ? "video_url" : "image_url"] = media.PublicUrl!;
        if ((isVideo ? VideoType(isChild) : ImageType) is { } type)
        {
            form["media_type"] = type;
        }

        if (media.AltText.Length > 0 && (!isVideo || VideoTakesAlt))
        {
            form["alt_text"] = media.AltText;
        }

        return form;
    }

    /// <summary>Makes a container and waits until the network has fetched what belongs to it.</summary>
    private async Task<(string? Id, PrepareOutcome.Failed? Failed)> MakeAsync(AccountAccess access, Dictionary<string, string> form, CancellationToken cancel)
    {
        var made = await TellAsync(access, Paths(access).Make, form, cancel);
        if (made is not HttpAnswer.Answered { IsSuccess: true } fine || Answers.Text(Answers.Json(fine.Body)?["id"]) is not { } id)
        {
            return (null, Answers.Unprepared(made, Refused));
        }

        foreach (var pause in Pauses)
        {
            await PauseAsync(pause, cancel);
            var answer = await AskAsync(access, $"/{Uri.EscapeDataString(id)}?fields={StatusField},{(StatusField == "status" ? "error_message" : "status")}", cancel);
            if (answer is HttpAnswer.Answered { Status: >= 400 and < 500 } refused && Refused(refused).Kind != ErrorKind.RateLimited)
            {
                return (null, Answers.Unprepared(answer, Refused));
            }

            var json = answer is HttpAnswer.Answered { IsSuccess: true } told ? Answers.Json(told.Body) : null;
            switch (Answers.Text(json?[StatusField]))
            {
                case "FINISHED" or "PUBLISHED":
                    return (id, null);
                case "ERROR" or "EXPIRED":
                    return (null, new PrepareOutcome.Failed(ErrorKind.MediaInvalid, $"{Name} could not use a picture or video. {Answers.Text(json?["error_message"]) ?? Answers.Text(json?["status"])}".TrimEnd()));
            }
        }

        return (null, new PrepareOutcome.Failed(ErrorKind.MediaProcessing, $"{Name} still works on a picture or video."));
    }

    private async Task<string?> LinkAsync(AccountAccess access, string id, CancellationToken cancel) =>
        await AskAsync(access, $"/{Uri.EscapeDataString(id)}?fields=permalink", cancel) is HttpAnswer.Answered { IsSuccess: true } fine ? Answers.Text(Answers.Json(fine.Body)?["permalink"]) : null;
}
