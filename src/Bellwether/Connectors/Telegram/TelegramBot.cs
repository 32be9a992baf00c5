using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Bellwether.Kernel;
using Bellwether.Networks;
using NodaTime;

namespace Bellwether.Connectors.Telegram;

/// <summary>Calls Telegram's Bot API (10.1) as a bot. The token stands in the address, so no address is ever put into words.</summary>
[Single]
public sealed class TelegramBot(GuardedHttp http, TimeProvider clock)
{
    internal const string UsualAddress = "https://api.telegram.org";

    internal Task<HttpAnswer> CallAsync(AccountAccess access, string method, JsonObject body, CancellationToken cancel) =>
        CallAsync(access, method, Encoding.UTF8.GetBytes(body.ToJsonString(HouseJson.Options)), "application/json", TimeSpan.FromSeconds(60), cancel);

    internal Task<HttpAnswer> CallAsync(AccountAccess access, string method, byte[] body, string contentType, TimeSpan timeout, CancellationToken cancel) =>
        http.CallAsync(new HttpCall(HttpMethod.Post, $"{(access.Setting("address") ?? UsualAddress).TrimEnd('/')}/bot{access.Secret("token")}/{method}", body, contentType) { Timeout = timeout }, cancel);

    /// <summary>The channel or group as the API wants it, however a person wrote it: “@tacoloco”, “https://t.me/tacoloco”, “-1001234567890”.</summary>
    internal static string Chat(AccountAccess access)
    {
        var chat = (access.Setting("chat") ?? "").Trim().TrimEnd('/');
        chat = chat[(chat.LastIndexOf('/') + 1)..];
        return chat.StartsWith('@') || long.TryParse(chat, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _) ? chat : $"@{chat}";
    }

    internal static JsonNode? Result(HttpAnswer answer) => answer is HttpAnswer.Answered { IsSuccess: true } fine ? Answers.Json(fine.Body)?["result"] : null;

    /// <summary>What Telegram refuses, from its “description” and its “parameters”.</summary>
    internal Refusal Refused(HttpAnswer.Answered answer)
    {
        var json = Answers.Json(answer.Body);
        var said = (Answers.Text(json?["description"]) ?? "").Replace("Bad Request: ", "", StringComparison.Ordinal);
        bool Names(params string[] words) => words.Any(word => said.Contains(word, StringComparison.OrdinalIgnoreCase));
        var wait = Answers.Number(json?["parameters"]?["retry_after"]) is { } seconds ? Answers.Until(clock.Now() + Duration.FromSeconds(seconds), clock.Now()) : (Instant?)null;
        if (Answers.Text(json?["parameters"]?["migrate_to_chat_id"]) is { } moved)
        {
            return new Refusal(ErrorKind.PermissionMissing, $"The group has become another one. Connect the account again with {moved} as its channel.");
        }

        return answer.Status switch
        {
            429 when wait is not null => new Refusal(ErrorKind.RateLimited, "Telegram takes no more messages of this bot for now.", wait),
            401 => new Refusal(ErrorKind.AuthRevoked, "The bot's token is not accepted (any more). Ask BotFather for it with /token."),
            // A token of the wrong form is an address that is not there.
            404 when said is "Not Found" or "" => new Refusal(ErrorKind.AuthRevoked, "The bot's token is not accepted. Copy it whole: digits, a colon, letters and digits."),
            403 => new Refusal(ErrorKind.PermissionMissing, "The bot is no member of the channel (any more). Make it an administrator there that may post messages."),
            400 when Names("not enough rights", "need administrator rights", "CHAT_WRITE_FORBIDDEN", "not a member") => new Refusal(ErrorKind.PermissionMissing, "The bot may not post there. Make it an administrator of the channel with the right to post messages."),
            400 when Names("chat not found") => new Refusal(ErrorKind.PermissionMissing, "There is no such channel, or the bot is not in it. Check the name and make the bot an administrator of the channel."),
            400 when Names("message to delete not found", "message to edit not found", "message to be replied not found", "MESSAGE_ID_INVALID") => new Refusal(ErrorKind.NotFound, "The message is not there any more."),
            400 when Names("PHOTO", "IMAGE", "file", "media", "video") => new Refusal(ErrorKind.MediaInvalid, $"Telegram refuses a picture or video: {said}", null, "media"),
            _ => Answers.Usual(answer, clock.Now()) ?? new Refusal(ErrorKind.ContentInvalid, said.Length > 0 ? $"Telegram refuses the post: {said}" : $"Telegram refuses the post ({answer.Status}).", null, "text"),
        };
    }
}
