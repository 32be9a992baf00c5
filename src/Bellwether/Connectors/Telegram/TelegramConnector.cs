using System.Text.Json.Nodes;
using Bellwether.Kernel;
using Bellwether.Networks;
using NodaTime;

namespace Bellwether.Connectors.Telegram;

/// <summary>
/// Posts to a Telegram channel or group as a bot. Telegram keeps no key of ours and lets no bot read what was posted, so an
/// unknown outcome is never repeated by itself: a person looks.
/// </summary>
public sealed class TelegramConnector(TelegramBot bot) : IConnector, IReadFigures, IEditPosts
{
    private const string NotModified = "message is not modified";

    public string Network => "telegram";

    public bool RepeatIsSafe => false;

    public ConnectionGuide Guide { get; } = new(
        "A bot of your own posts in your channel. Its token can do only what the bot may do there, and you can change the token at any time.",
        [
            "In Telegram write /newbot to @BotFather and answer its two questions; it gives you a token.",
            "Open your channel, then its Administrators, choose “Add Admin”, search for your bot and add it.",
            "Give it “Post messages”, and “Edit messages” and “Delete messages” if this program shall change and take back its own posts; nothing else is needed.",
            "For a private channel without a name, give its number: it begins with -100 and stands in the address of the channel in Telegram's web version.",
        ],
        [
            new ConnectionField("chat", "Channel or group", false, true, "Such as @tacoloco, or a number that begins with -100."),
            new ConnectionField("token", "Token of the bot", true, true, "Looks like 123456789:AAExampleOfLettersAndDigits."),
            new ConnectionField("address", "Server", false, false, "Only if you run a Bot API server of your own.", TelegramBot.UsualAddress),
        ],
        "https://t.me/BotFather");

    public async Task<CheckOutcome> CheckAsync(AccountAccess access, CancellationToken cancel)
    {
        var self = await bot.CallAsync(access, "getMe", [], cancel);
        if (TelegramBot.Result(self) is not { } me || Answers.Text(me["id"]) is not { } id)
        {
            return Answers.Unchecked(self, bot.Refused);
        }

        var name = Answers.Text(me["username"]);
        var where = await bot.CallAsync(access, "getChat", new JsonObject { ["chat_id"] = TelegramBot.Chat(access) }, cancel);
        if (TelegramBot.Result(where) is not { } chat)
        {
            return Answers.Unchecked(where, bot.Refused);
        }

        var title = Answers.Text(chat["title"]) ?? Answers.Text(chat["username"]) ?? "the channel";
        var standing = await bot.CallAsync(access, "getChatMember", new JsonObject { ["chat_id"] = TelegramBot.Chat(access), ["user_id"] = me["id"]!.DeepClone() }, cancel);
        if (TelegramBot.Result(standing) is not { } member)
        {
            return Answers.Unchecked(standing, bot.Refused);
        }

        var status = Answers.Text(member["status"]);
        var isChannel = Answers.Text(chat["type"]) == "channel";
        var lacks = (status, isChannel) switch
        {
            ("creator", _) => null,
            ("administrator", true) => No(member["can_post_messages"]) ? "is an administrator there without the right to post. Give it “Post messages”." : null,
            (_, true) => "is no administrator there. Add it under Administrators with the right to post messages.",
            ("administrator" or "member", false) => null,
            ("restricted", false) => No(member["can_send_messages"]) ? "may not write there. Let members write, or make it an administrator." : null,
            _ => "is no member there. Add it to the group.",
        };
        return lacks is null
            ? new CheckOutcome(true, $"@{name} may post in “{title}”.", Answers.Text(chat["id"]), Answers.Text(chat["username"]))
            : new CheckOutcome(false, $"@{name} reaches “{title}”, but {lacks}", id, null, ErrorKind.PermissionMissing);
    }

    public Task<PrepareOutcome> PrepareAsync(AccountAccess access, OutgoingPost post, CancellationToken cancel) =>
        Task.FromResult<PrepareOutcome>(new PrepareOutcome.Ready(new PreparedPost("")));

    public PlannedCall Plan(AccountAccess access, OutgoingPost post, PreparedPost prepared, string? key, Instant now) =>
        new(key ?? post.PartKey, TelegramMessage.Of(TelegramBot.Chat(access), post).ToJsonString(HouseJson.Options), now);

    public async Task<SendOutcome> SendAsync(AccountAccess access, PlannedCall call, IReadOnlyList<OutgoingMedia> media, CancellationToken cancel)
    {
        var message = (JsonObject)JsonNode.Parse(call.Payload)!;
        var method = Answers.Text(message["method"])!;
        message.Remove("method");
        HttpAnswer answer;
        if (media.Count == 0)
        {
            answer = await bot.CallAsync(access, method, message, cancel);
        }
        else
        {
            var (body, type) = await Multipart.OfAsync(
                message.Select(field => (field.Key, Answers.Text(field.Value) ?? field.Value!.ToJsonString(HouseJson.Options))), media.Select((one, place) => ($"file{place}", one)), cancel);
            answer = await bot.CallAsync(access, method, body, type, TimeSpan.FromMinutes(5), cancel);
        }

        return Answers.Sent(answer, told => TelegramMessage.Post(Answers.Json(told.Body)?["result"]), bot.Refused);
    }

    public Task<ReconcileOutcome> ReconcileAsync(AccountAccess access, PlannedCall call, CancellationToken cancel) =>
        Task.FromResult<ReconcileOutcome>(new ReconcileOutcome.CannotTell("Telegram lets no bot read what was posted in a channel.", Never: true));

    public async Task<DeleteOutcome> DeleteAsync(AccountAccess access, string remoteId, CancellationToken cancel)
    {
        foreach (var id in TelegramMessage.Ids(remoteId))
        {
            var answer = await bot.CallAsync(access, "deleteMessage", new JsonObject { ["chat_id"] = TelegramBot.Chat(access), ["message_id"] = id }, cancel);
            if (answer is HttpAnswer.Answered { IsSuccess: false } told && bot.Refused(told).Kind == ErrorKind.NotFound)
            {
                continue;
            }

            if (Answers.Deleted(answer, bot.Refused) is DeleteOutcome.Failed failed)
            {
                return failed.Kind == ErrorKind.ContentInvalid ? failed with { Message = "Telegram does not let the bot delete this message: after two days, or without “Delete messages”, only a person can." } : failed;
            }
        }

        return new DeleteOutcome.Gone();
    }

    public async Task<EditOutcome> EditAsync(AccountAccess access, string remoteId, OutgoingPost post, CancellationToken cancel)
    {
        var body = new JsonObject { ["chat_id"] = TelegramBot.Chat(access), ["message_id"] = TelegramMessage.Ids(remoteId)[0] };
        var answer = await bot.CallAsync(access, "editMessageText", new JsonObject(body.Select(one => KeyValuePair.Create(one.Key, one.Value?.DeepClone()))) { ["text"] = post.TextWithLink }, cancel);
        if (Says(answer, "no text in the message"))
        {
            body["caption"] = post.TextWithLink;
            answer = await bot.CallAsync(access, "editMessageCaption", body, cancel);
        }

        return Says(answer, NotModified)
            ? new EditOutcome.Changed(new RemotePost(remoteId, null))
            : Answers.Edited(answer, told => TelegramMessage.Post(Answers.Json(told.Body)?["result"]) is { } post ? post with { Id = remoteId } : null, bot.Refused);
    }

    /// <summary>Followers only: the Bot API tells neither views nor who reacted, nor whether a post is still there.</summary>
    public async Task<FiguresOutcome> ReadAsync(AccountAccess access, IReadOnlyList<RemotePost> posts, CancellationToken cancel)
    {
        var answer = await bot.CallAsync(access, "getChatMemberCount", new JsonObject { ["chat_id"] = TelegramBot.Chat(access) }, cancel);
        return TelegramBot.Result(answer) is { } count
            ? new FiguresOutcome.Found(posts.ToDictionary(post => post.Id, _ => new PostFigures(), StringComparer.Ordinal), new AccountFigures(Followers: Answers.Number(count)))
            : Answers.Uncounted(answer, bot.Refused);
    }

    private static bool Says(HttpAnswer answer, string words) => answer is HttpAnswer.Answered { Status: 400 } told && told.Body.Contains(words, StringComparison.OrdinalIgnoreCase);

    private static bool No(JsonNode? right) => right is not JsonValue value || !value.TryGetValue<bool>(out var yes) || !yes;
}
