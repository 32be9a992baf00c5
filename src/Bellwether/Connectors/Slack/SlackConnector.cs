using System.Globalization;
using System.Text.Json.Nodes;
using Bellwether.Kernel;
using Bellwether.Networks;
using NodaTime;

namespace Bellwether.Connectors.Slack;

/// <summary>
/// Posts to a Slack channel. With a token each message carries our key where nobody sees it, by which it is looked up; what an
/// incoming webhook posted cannot be looked up, so a person is asked when its outcome is unknown.
/// </summary>
public sealed class SlackConnector(SlackApp app) : IConnector
{
    private static readonly string[] Needed = ["chat:write", "channels:read", "channels:history", "files:write"];
    private static readonly Duration Drift = Duration.FromMinutes(5);

    public string Network => "slack";

    public bool RepeatIsSafe => false;

    public ConnectionGuide Guide { get; } = new(
        "An app of your own posts in the channels you invite it to, and nowhere else. Its token can be taken back at any time.",
        [
            "At api.slack.com/apps choose “Create New App”, then “From scratch”, name it and choose your workspace.",
            "Open “OAuth & Permissions” and add these bot scopes: chat:write to post, channels:read and channels:history to look up an unclear outcome and count reactions (groups:read and groups:history for a private channel), files:write for pictures.",
            "Choose “Install to Workspace” and copy the “Bot User OAuth Token”.",
            "In the channel write /invite and the name of your app. Copy the channel's ID: it stands at the end of the channel's details.",
            "Or, shorter: under “Incoming Webhooks” add one for the channel and give only its address. Then pictures, changes and looking up are not possible.",
        ],
        [
            new ConnectionField("token", "Bot token", true, false, "Begins with xoxb-. Leave it empty for an incoming webhook."),
            new ConnectionField("channel", "Channel ID", false, false, "Only with a token: such as C0123456789."),
            new ConnectionField("webhook", "Address of an incoming webhook", true, false, "Only without a token: looks like https://hooks.slack.com/services/…."),
            new ConnectionField("address", "Server", false, false, "Only on GovSlack: https://slack-gov.com.", SlackApp.UsualAddress),
        ],
        "https://api.slack.com/apps");

    public async Task<CheckOutcome> CheckAsync(AccountAccess access, CancellationToken cancel)
    {
        if (!SlackApp.HasToken(access))
        {
            return access.Secret("webhook") is { } hook && Uri.TryCreate(hook, UriKind.Absolute, out var address) && address.AbsolutePath.StartsWith("/services/", StringComparison.Ordinal)
                ? new CheckOutcome(true, "Stored. An incoming webhook can only be tried by posting, so the first post shows whether it works.")
                : new CheckOutcome(false, "Give a bot token and a channel, or the address of an incoming webhook, which looks like https://hooks.slack.com/services/….", Kind: ErrorKind.PermissionMissing);
        }

        if (SlackApp.Channel(access).Length == 0)
        {
            return new CheckOutcome(false, "Give the channel's ID as well: it stands at the end of the channel's details.", Kind: ErrorKind.PermissionMissing);
        }

        var answer = await app.CallAsync(access, "auth.test", [], cancel);
        if (SlackApp.Fine(answer) is not { } who)
        {
            return Answers.Unchecked(answer, app.Refused);
        }

        var name = Answers.Text(who["user"]) ?? "the app";
        var scopes = ((HttpAnswer.Answered)answer).Header("x-oauth-scopes")?.Split(',', StringSplitOptions.TrimEntries);
        var isPrivate = SlackApp.Channel(access).StartsWith('G');
        if (scopes is not null && Needed.Select(one => isPrivate ? one.Replace("channels:", "groups:", StringComparison.Ordinal) : one).Where(one => !scopes.Contains(one) && !scopes.Contains(one.Replace("channels:", "groups:", StringComparison.Ordinal))).ToList() is { Count: > 0 } lacks)
        {
            return new CheckOutcome(false, $"{name} lacks {string.Join(", ", lacks)}. Add it under OAuth & Permissions, install the app again and copy its token.", Answers.Text(who["user_id"]), null, ErrorKind.PermissionMissing);
        }

        var where = await app.AskAsync(access, "conversations.info", [new("channel", SlackApp.Channel(access))], cancel);
        if (SlackApp.Fine(where)?["channel"] is not JsonObject channel)
        {
            return Answers.Unchecked(where, app.Refused);
        }

        if (channel["is_member"] is JsonValue member && member.TryGetValue<bool>(out var isMember) && !isMember)
        {
            return new CheckOutcome(false, $"{name} is not in #{Answers.Text(channel["name"])}. Write /invite @{name} there.", Answers.Text(who["user_id"]), null, ErrorKind.PermissionMissing);
        }

        await access.KeepAsync(new Dictionary<string, string?>(StringComparer.Ordinal) { ["team"] = Answers.Text(who["url"]) }, cancel);
        return new CheckOutcome(true, $"{name} can post in #{Answers.Text(channel["name"])} of {Answers.Text(who["team"])}.", Answers.Text(channel["id"]), Answers.Text(channel["name"]));
    }

    public async Task<PrepareOutcome> PrepareAsync(AccountAccess access, OutgoingPost post, CancellationToken cancel)
    {
        if (!SlackApp.HasToken(access) && post.Media.Count > 0)
        {
            return new PrepareOutcome.Failed(ErrorKind.MediaInvalid, "An incoming webhook takes no pictures. Connect the account with a bot token, or leave the picture out.");
        }

        if (post.Media.Any(media => media.IsVideo))
        {
            return new PrepareOutcome.Failed(ErrorKind.MediaInvalid, "This version brings pictures to Slack, but no videos. Leave the video out, or put a link to it into the text.");
        }

        var files = new JsonArray();
        foreach (var (media, place) in post.Media.Select((media, place) => (media, place)))
        {
            var bytes = await Answers.BytesAsync(media, cancel);
            var asked = await app.AskAsync(access, "files.getUploadURLExternal", [new("filename", Multipart.FileName(media, place)), new("length", bytes.Length.ToString(CultureInfo.InvariantCulture)), new("alt_txt", media.AltText)], cancel);
            if (SlackApp.Fine(asked) is not { } told || Answers.Text(told["upload_url"]) is not { } address || Answers.Text(told["file_id"]) is not { } id)
            {
                return Answers.Unprepared(asked, app.Refused);
            }

            var uploaded = await app.UploadAsync(address, bytes, media.ContentType, cancel);
            if (uploaded is not HttpAnswer.Answered { IsSuccess: true })
            {
                return Answers.Unprepared(uploaded, app.Refused);
            }

            // Without a channel nobody sees the file yet: the message shows it.
            var complete = await app.CallAsync(access, "files.completeUploadExternal", new JsonObject { ["files"] = new JsonArray(new JsonObject { ["id"] = id }) }, cancel);
            if (SlackApp.Fine(complete) is null)
            {
                return Answers.Unprepared(complete, app.Refused);
            }

            files.Add(id);
        }

        return new PrepareOutcome.Ready(new PreparedPost(files.ToJsonString()));
    }

    public PlannedCall Plan(AccountAccess access, OutgoingPost post, PreparedPost prepared, string? key, Instant now)
    {
        key ??= post.PartKey;
        var message = SlackApp.HasToken(access)
            ? SlackMessage.Of(SlackApp.Channel(access), post, [.. ((JsonArray)JsonNode.Parse(prepared.Data)!).Select(id => (string)id!)], key)
            : new JsonObject { ["text"] = SlackMessage.Escape(post.TextWithLink) };
        return new PlannedCall(key, message.ToJsonString(HouseJson.Options), now);
    }

    public async Task<SendOutcome> SendAsync(AccountAccess access, PlannedCall call, IReadOnlyList<OutgoingMedia> media, CancellationToken cancel) =>
        SlackApp.HasToken(access)
            ? Answers.Sent(
                await app.CallAsync(access, "chat.postMessage", (JsonObject)JsonNode.Parse(call.Payload)!, cancel),
                told => SlackMessage.Post(access, Answers.Text(Answers.Json(told.Body)?["channel"]), Answers.Json(told.Body)), app.Refused)
            : Answers.Sent(await app.HookAsync(access, call.Payload, cancel), told => told.Body.Trim() == "ok" ? new RemotePost(call.ClientKey, null) : null, app.Refused);

    public async Task<ReconcileOutcome> ReconcileAsync(AccountAccess access, PlannedCall call, CancellationToken cancel)
    {
        if (!SlackApp.HasToken(access))
        {
            return new ReconcileOutcome.CannotTell("An incoming webhook cannot read what is in its channel.", Never: true);
        }

        var planned = (JsonObject)JsonNode.Parse(call.Payload)!;
        var thread = Answers.Text(planned["thread_ts"]);
        var arguments = new List<KeyValuePair<string, string>>
        {
            new("channel", SlackApp.Channel(access)), new("include_all_metadata", "true"), new("limit", "200"),
            new("oldest", ((call.PlannedAt - Drift).ToUnixTimeMilliseconds() / 1000m).ToString(CultureInfo.InvariantCulture)),
        };
        if (thread is not null)
        {
            arguments.Add(new("ts", thread));
        }

        var answer = await app.AskAsync(access, thread is null ? "conversations.history" : "conversations.replies", arguments, cancel);
        if (SlackApp.Fine(answer) is not { } fine || fine["messages"] is not JsonArray messages)
        {
            return answer is HttpAnswer.Answered told && app.Refused(told) is { Kind: ErrorKind.PermissionMissing } why ? new ReconcileOutcome.CannotTell(why.Message, Never: true) : Answers.Unread(answer, app.Refused);
        }

        var found = messages.OfType<JsonObject>().FirstOrDefault(message => Answers.Text(message["metadata"]?["event_payload"]?["id"]) == call.ClientKey);
        var more = fine["has_more"] is JsonValue value && value.TryGetValue<bool>(out var yes) && yes;
        return found is not null && SlackMessage.Post(access, SlackApp.Channel(access), found) is { } post ? new ReconcileOutcome.Found(post) { Raw = Answers.Cut(found.ToJsonString()) }
            : more ? new ReconcileOutcome.CannotTell("So much was written in the channel since that not all of it could be read.", Never: true)
            : new ReconcileOutcome.NotThere { Raw = Answers.Cut(fine.ToJsonString()) };
    }

    public async Task<DeleteOutcome> DeleteAsync(AccountAccess access, string remoteId, CancellationToken cancel)
    {
        if (!SlackApp.HasToken(access))
        {
            return new DeleteOutcome.Failed(ErrorKind.PermissionMissing, "What an incoming webhook posted cannot be taken back by a program. Delete the message in Slack.");
        }

        var (channel, time) = SlackMessage.Place(remoteId);
        var answer = await app.CallAsync(access, "chat.delete", new JsonObject { ["channel"] = channel, ["ts"] = time }, cancel);
        return answer is HttpAnswer.Answered { IsSuccess: false } told && app.Refused(told).Kind == ErrorKind.NotFound ? new DeleteOutcome.Gone() : Answers.Deleted(answer, app.Refused);
    }
}
