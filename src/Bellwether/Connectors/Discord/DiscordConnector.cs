using System.Globalization;
using System.Text.Json.Nodes;
using Bellwether.Kernel;
using Bellwether.Networks;
using NodaTime;

namespace Bellwether.Connectors.Discord;

/// <summary>
/// Posts to a Discord channel. A bot's message carries a nonce, which Discord honours for some minutes, and is looked up in the
/// channel afterwards; what a webhook posted cannot be looked up, so a person is asked when its outcome is unknown.
/// </summary>
public sealed class DiscordConnector(DiscordDoor door) : IConnector
{
    private const int Newest = 100;
    private const long Epoch = 1_420_070_400_000;
    private static readonly Duration Drift = Duration.FromMinutes(2);

    public string Network => "discord";

    public bool RepeatIsSafe => false;

    public ConnectionGuide Guide { get; } = new(
        "A webhook posts to one channel and can do nothing else. A bot needs more steps; with it an unclear outcome is looked up by itself, threads hang together and reactions are counted.",
        [
            "The short way: in Discord open the channel's settings, then Integrations, then Webhooks; choose “New Webhook”, name it, and copy its address. Treat it like a password: whoever has it can post.",
            "Or with a bot: at discord.com/developers choose “New Application”, open Bot, choose “Reset Token” and copy the token.",
            "Under OAuth2 tick bot, and below it View Channels, Send Messages, Attach Files and Read Message History; open the address this gives and add the bot to your server.",
            "In Discord's settings, Advanced, switch on Developer Mode; then right-click the channel and choose “Copy Channel ID”.",
        ],
        [
            new ConnectionField("webhook", "Address of the webhook", true, false, "Looks like https://discord.com/api/webhooks/123…/abc…. Leave it empty for a bot."),
            new ConnectionField("token", "Token of the bot", true, false, "Only for a bot."),
            new ConnectionField("channel", "Channel ID", false, false, "Only for a bot: a long number."),
            new ConnectionField("address", "Server", false, false, "Only if your community lives on a compatible server of its own.", DiscordDoor.UsualAddress),
        ],
        "https://discord.com/developers/applications");

    public async Task<CheckOutcome> CheckAsync(AccountAccess access, CancellationToken cancel)
    {
        if (DiscordDoor.Lacks(access) is { } lacks)
        {
            return new CheckOutcome(false, lacks, Kind: ErrorKind.PermissionMissing);
        }

        var isBot = DiscordDoor.IsBot(access);
        var answer = await door.AskAsync(access, isBot ? "users/@me" : DiscordDoor.WebhookPath(access), cancel);
        if (answer is not HttpAnswer.Answered { IsSuccess: true } fine || Answers.Json(fine.Body) is not { } who || Answers.Text(who["id"]) is not { } id)
        {
            return Answers.Unchecked(answer, door.Refused);
        }

        var where = who;
        if (isBot)
        {
            var seen = await door.AskAsync(access, DiscordDoor.Messages(access)[..^"/messages".Length], cancel);
            if (seen is not HttpAnswer.Answered { IsSuccess: true } read || (where = Answers.Json(read.Body)) is null)
            {
                return Answers.Unchecked(seen, door.Refused);
            }

            var history = await door.AskAsync(access, $"{DiscordDoor.Messages(access)}?limit=1", cancel);
            if (history is HttpAnswer.Answered { IsSuccess: false } closed)
            {
                return new CheckOutcome(false, $"The bot sees the channel, but may not read what was posted there, which it needs to look up an unclear outcome. Give it Read Message History. ({door.Refused(closed).Message})", id, null, ErrorKind.PermissionMissing);
            }
        }

        // The server's number makes the addresses of messages; no answer to a message has it.
        await access.KeepAsync(new Dictionary<string, string?>(StringComparer.Ordinal) { ["guild"] = Answers.Text(where["guild_id"]), ["self"] = id }, cancel);
        var name = Answers.Text(who["username"]) ?? Answers.Text(who["name"]);
        return new CheckOutcome(true, isBot ? $"The bot {name} can post in #{Answers.Text(where["name"])}." : $"The webhook “{name}” can post.", id, name);
    }

    public Task<PrepareOutcome> PrepareAsync(AccountAccess access, OutgoingPost post, CancellationToken cancel) =>
        Task.FromResult<PrepareOutcome>(new PrepareOutcome.Ready(new PreparedPost("")));

    public PlannedCall Plan(AccountAccess access, OutgoingPost post, PreparedPost prepared, string? key, Instant now)
    {
        // Nobody is called by a post: “@everyone” stays text.
        var body = new JsonObject { ["content"] = post.TextWithLink, ["allowed_mentions"] = new JsonObject { ["parse"] = new JsonArray() } };
        if (post.Media.Count > 0)
        {
            body["attachments"] = new JsonArray([.. post.Media.Select((media, place) => (JsonNode)new JsonObject { ["id"] = place, ["filename"] = Multipart.FileName(media, place), ["description"] = media.AltText })]);
        }

        // At most 25 signs; the end of a key is what tells keys apart.
        key ??= post.PartKey.Length > 25 ? post.PartKey[^25..] : post.PartKey;
        if (DiscordDoor.IsBot(access))
        {
            (body["nonce"], body["enforce_nonce"]) = (key, true);
            if (post.Parts is { Count: > 0 } parts)
            {
                body["message_reference"] = new JsonObject { ["message_id"] = parts[^1].Id, ["fail_if_not_exists"] = false };
            }
        }

        return new PlannedCall(key, body.ToJsonString(HouseJson.Options), now);
    }

    public async Task<SendOutcome> SendAsync(AccountAccess access, PlannedCall call, IReadOnlyList<OutgoingMedia> media, CancellationToken cancel)
    {
        var path = DiscordDoor.IsBot(access) ? DiscordDoor.Messages(access) : DiscordDoor.WebhookPath(access) + "?wait=true";
        HttpAnswer answer;
        if (media.Count == 0)
        {
            answer = await door.TellAsync(access, HttpMethod.Post, path, (JsonObject)JsonNode.Parse(call.Payload)!, cancel);
        }
        else
        {
            var (body, type) = await Multipart.OfAsync([("payload_json", call.Payload)], media.Select((one, place) => (string.Create(CultureInfo.InvariantCulture, $"files[{place}]"), one)), cancel);
            answer = await door.CallAsync(access, HttpMethod.Post, path, body, type, TimeSpan.FromMinutes(5), cancel);
        }

        return Answers.Sent(answer, told => Post(access, Answers.Json(told.Body)), door.Refused, door.Now);
    }

    public async Task<ReconcileOutcome> ReconcileAsync(AccountAccess access, PlannedCall call, CancellationToken cancel)
    {
        if (!DiscordDoor.IsBot(access))
        {
            return new ReconcileOutcome.CannotTell("A webhook cannot read what is in its channel.", Never: true);
        }

        // Ids begin with the time, so “after” leads to what was posted since.
        var after = ((call.PlannedAt - Drift).ToUnixTimeMilliseconds() - Epoch) << 22;
        var answer = await door.AskAsync(access, string.Create(CultureInfo.InvariantCulture, $"{DiscordDoor.Messages(access)}?after={after}&limit={Newest}"), cancel);
        if (answer is not HttpAnswer.Answered { IsSuccess: true } fine || Answers.List(fine.Body) is not { } messages)
        {
            return Answers.Unread(answer, door.Refused);
        }

        var planned = (JsonObject)JsonNode.Parse(call.Payload)!;
        var found = messages.OfType<JsonObject>().FirstOrDefault(message => IsSame(access, planned, message));
        return found is not null && Post(access, found) is { } post ? new ReconcileOutcome.Found(post) { Raw = Answers.Cut(found.ToJsonString()) }
            : messages.Count < Newest ? new ReconcileOutcome.NotThere { Raw = Answers.Cut(fine.Body) }
            : new ReconcileOutcome.CannotTell("So much was written in the channel since that not all of it could be read.", Never: true);
    }

    public async Task<DeleteOutcome> DeleteAsync(AccountAccess access, string remoteId, CancellationToken cancel) =>
        Answers.Deleted(await door.TellAsync(access, HttpMethod.Delete, $"{DiscordDoor.Messages(access)}/{Uri.EscapeDataString(remoteId)}", null, cancel), door.Refused);

    internal static RemotePost? Post(AccountAccess access, JsonObject? message) =>
        Answers.Text(message?["id"]) is { } id
            ? new RemotePost(id, access.Secret("guild") is { } guild && Answers.Text(message!["channel_id"]) is { } channel ? $"{DiscordDoor.UsualAddress}/channels/{guild}/{channel}/{id}" : null)
            : null;

    private static bool IsSame(AccountAccess access, JsonObject planned, JsonObject message) =>
        (access.Secret("self") is not { } self || Answers.Text(message["author"]?["id"]) == self)
        && (Answers.Text(message["nonce"]) is { } nonce && nonce == Answers.Text(planned["nonce"])
            || ((Answers.Text(planned["content"]) ?? "").Trim() == (Answers.Text(message["content"]) ?? "").Trim()
                && ((planned["attachments"] as JsonArray)?.Count ?? 0) == ((message["attachments"] as JsonArray)?.Count ?? 0)));
}
