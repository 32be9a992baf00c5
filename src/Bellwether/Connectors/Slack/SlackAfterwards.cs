using System.Text.Json.Nodes;
using Bellwether.Networks;

namespace Bellwether.Connectors.Slack;

/// <summary>After posting on Slack with a token: other words for a message, its reactions and answers, the members of the channel.</summary>
public sealed class SlackAfterwards(SlackApp app) : IReadFigures, IEditPosts
{
    private const string NeedsToken = "An incoming webhook can neither read nor change what it posted. Connect the account with a bot token.";

    public string Network => "slack";

    public async Task<FiguresOutcome> ReadAsync(AccountAccess access, IReadOnlyList<RemotePost> posts, CancellationToken cancel)
    {
        if (!SlackApp.HasToken(access))
        {
            return new FiguresOutcome.Failed(ErrorKind.PermissionMissing, NeedsToken);
        }

        var found = new Dictionary<string, PostFigures>(StringComparer.Ordinal);
        foreach (var post in posts)
        {
            var (answer, message) = await MessageAsync(access, post.Id, cancel);
            if (message is not null)
            {
                // A message nobody reacted to has no list at all.
                var likes = (message["reactions"] as JsonArray)?.Sum(reaction => Answers.Number(reaction?["count"]) ?? 0) ?? 0;
                found[post.Id] = new PostFigures(Likes: likes, Comments: Answers.Number(message["reply_count"]) ?? 0, Raw: Answers.Cut(message.ToJsonString()));
            }
            else if (SlackApp.Fine(answer) is null)
            {
                return Answers.Uncounted(answer, app.Refused);
            }
        }

        var channel = SlackApp.Fine(await app.AskAsync(access, "conversations.info", [new("channel", SlackApp.Channel(access)), new("include_num_members", "true")], cancel))?["channel"];
        return new FiguresOutcome.Found(found, Answers.Number(channel?["num_members"]) is { } members ? new AccountFigures(Followers: members) : null);
    }

    public async Task<EditOutcome> EditAsync(AccountAccess access, string remoteId, OutgoingPost post, CancellationToken cancel)
    {
        if (!SlackApp.HasToken(access))
        {
            return new EditOutcome.Failed(ErrorKind.PermissionMissing, NeedsToken);
        }

        var (answer, message) = await MessageAsync(access, remoteId, cancel);
        if (message is null)
        {
            return SlackApp.Fine(answer) is null ? Answers.Edited(answer, _ => null, app.Refused) : new EditOutcome.Failed(ErrorKind.NotFound, "The message is not there any more.");
        }

        var (channel, time) = SlackMessage.Place(remoteId);
        var body = new JsonObject { ["channel"] = channel, ["ts"] = time, ["text"] = SlackMessage.Escape(post.TextWithLink) };
        var pictures = (message["blocks"] as JsonArray)?.OfType<JsonObject>().Where(block => Answers.Text(block["type"]) == "image").Select(Kept).ToList() ?? [];
        if (pictures.Count > 0)
        {
            body["blocks"] = new JsonArray([.. SlackMessage.Sections(post.TextWithLink), .. pictures]);
        }

        return Answers.Edited(await app.CallAsync(access, "chat.update", body, cancel), told => SlackMessage.Post(access, channel, Answers.Json(told.Body)), app.Refused);
    }

    /// <summary>One message, in the channel or in a thread of it; null when it is not there, or could not be read.</summary>
    private async Task<(HttpAnswer Answer, JsonObject? Message)> MessageAsync(AccountAccess access, string remoteId, CancellationToken cancel)
    {
        var (channel, time) = SlackMessage.Place(remoteId);
        var answer = await app.AskAsync(access, "conversations.replies", [new("channel", channel), new("ts", time), new("latest", time), new("inclusive", "true"), new("limit", "1")], cancel);
        if (answer is HttpAnswer.Answered { IsSuccess: false } told && app.Refused(told).Kind == ErrorKind.NotFound)
        {
            return (told with { Status = 200, Body = "{\"ok\":true}" }, null);
        }

        return (answer, (SlackApp.Fine(answer)?["messages"] as JsonArray)?.OfType<JsonObject>().FirstOrDefault(message => Answers.Text(message["ts"]) == time));
    }

    // Of a picture's block only what Slack takes back.
    private static JsonNode Kept(JsonObject block) => new JsonObject
    {
        ["type"] = "image", ["alt_text"] = block["alt_text"]?.DeepClone(),
        [block["slack_file"] is null ? "image_url" : "slack_file"] = block["slack_file"] is JsonObject file ? new JsonObject { ["id"] = file["id"]?.DeepClone() } : block["image_url"]?.DeepClone(),
    };
}
