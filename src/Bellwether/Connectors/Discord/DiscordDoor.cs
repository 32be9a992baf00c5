using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Bellwether.Kernel;
using Bellwether.Networks;
using NodaTime;

namespace Bellwether.Connectors.Discord;

/// <summary>
/// Calls Discord (API version 10) through the one of two doors an account has: a webhook, whose address is the whole secret,
/// or a bot with its token, which can read its channel as well.
/// </summary>
[Single]
public sealed partial class DiscordDoor(GuardedHttp http, TimeProvider clock)
{
    internal const string UsualAddress = "https://discord.com";

    internal Instant Now => clock.Now();

    /// <summary>Whether it posts as a bot; a bot is preferred where both are given.</summary>
    internal static bool IsBot(AccountAccess access) => access.Secret("token") is not null;

    /// <summary>Why the fields do not go together, in words; null when they do.</summary>
    internal static string? Lacks(AccountAccess access) => (access.Secret("token"), access.Setting("channel"), access.Secret("webhook")) switch
    {
        (null, _, null) => "Give the address of a webhook, or the token of a bot and the number of its channel.",
        (not null, null, _) => "A bot needs the number of its channel: switch on Developer Mode in Discord's settings, then right-click the channel and choose “Copy Channel ID”.",
        (null, _, { } webhook) when !Webhook().IsMatch(webhook) => "This is no webhook of Discord. Its address looks like https://discord.com/api/webhooks/123…/abc….",
        _ => null,
    };

    /// <summary>Where messages are made: of the channel for a bot, of the webhook for a webhook.</summary>
    internal static string Messages(AccountAccess access) =>
        IsBot(access) ? $"channels/{Uri.EscapeDataString(access.Setting("channel")!)}/messages" : WebhookPath(access) + "/messages";

    internal static string WebhookPath(AccountAccess access) => Webhook().Match(access.Secret("webhook") ?? "") is { Success: true } match ? $"webhooks/{match.Groups["id"].Value}/{match.Groups["token"].Value}" : "webhooks/none/none";

    internal Task<HttpAnswer> AskAsync(AccountAccess access, string path, CancellationToken cancel) => CallAsync(access, HttpMethod.Get, path, null, "", TimeSpan.FromSeconds(20), cancel);

    internal Task<HttpAnswer> TellAsync(AccountAccess access, HttpMethod method, string path, JsonObject? body, CancellationToken cancel) =>
        CallAsync(access, method, path, body is null ? null : Encoding.UTF8.GetBytes(body.ToJsonString(HouseJson.Options)), "application/json", TimeSpan.FromSeconds(60), cancel);

    internal Task<HttpAnswer> CallAsync(AccountAccess access, HttpMethod method, string path, byte[]? body, string contentType, TimeSpan timeout, CancellationToken cancel) =>
        http.CallAsync(
            new HttpCall(method, $"{Host(access)}/api/v10/{path}", body, contentType)
            {
                Headers = IsBot(access) ? new Dictionary<string, string>(StringComparer.Ordinal) { ["Authorization"] = $"Bot {access.Secret("token")}" } : new Dictionary<string, string>(StringComparer.Ordinal),
                Timeout = timeout,
            },
            cancel);

    /// <summary>What Discord refuses, from its “code” and “message”.</summary>
    internal Refusal Refused(HttpAnswer.Answered answer)
    {
        var json = Answers.Json(answer.Body);
        var (code, said) = (Answers.Number(json?["code"]) ?? 0, Answers.Text(json?["message"]) ?? "");
        return (answer.Status, code) switch
        {
            (429, _) => new Refusal(ErrorKind.RateLimited, "Discord takes no more messages for now.", Wait(answer, json)),
            (_, 10015 or 50027) => new Refusal(ErrorKind.AuthRevoked, "The webhook was deleted. Make a new one in the channel's settings and connect it."),
            (401, _) => new Refusal(ErrorKind.AuthRevoked, "The token is not accepted (any more)."),
            (_, 10008) => new Refusal(ErrorKind.NotFound, "The message is not there any more."),
            (_, 10003) => new Refusal(ErrorKind.PermissionMissing, "There is no such channel, or the bot does not see it. Invite the bot to the server and let it see the channel."),
            (403, 50013) => new Refusal(ErrorKind.PermissionMissing, "The bot lacks a right in this channel. It needs View Channel, Send Messages, Attach Files and Read Message History."),
            (403, _) => new Refusal(ErrorKind.PermissionMissing, $"The bot may not do that here: {said}"),
            (_, 40005) => new Refusal(ErrorKind.MediaInvalid, "The picture or video is too large for this Discord server.", null, "media"),
            (404, _) => new Refusal(ErrorKind.AuthRevoked, "There is no such webhook or channel (any more)."),
            _ => Answers.Usual(answer, clock.Now()) ?? new Refusal(ErrorKind.ContentInvalid, said.Length > 0 ? $"Discord refuses the post: {said}{Details(json)}" : $"Discord refuses the post ({answer.Status}).", null, "text"),
        };
    }

    // Discord tells seconds with a fraction, in the body and in a header of its own.
    private Instant? Wait(HttpAnswer.Answered answer, JsonObject? json)
    {
        var seconds = json?["retry_after"] is JsonValue value && value.TryGetValue<double>(out var told) ? told
            : double.TryParse(answer.Header("x-ratelimit-reset-after"), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var header) ? header
            : (double?)null;
        return seconds is { } wait ? Answers.Until(clock.Now() + Duration.FromSeconds(Math.Min(wait, 86_400)), clock.Now()) : Answers.RetryAfter(answer, clock.Now());
    }

    // The first of the named fields, as in {"errors":{"content":{"_errors":[{"message":"…"}]}}}.
    private static string Details(JsonObject? json)
    {
        var field = (json?["errors"] as JsonObject)?.FirstOrDefault();
        return Answers.Text((field?.Value?["_errors"] as JsonArray)?.FirstOrDefault()?["message"]) is { } message ? $" {field!.Value.Key}: {message}" : "";
    }

    private static string Host(AccountAccess access) =>
        (IsBot(access) ? access.Setting("address") ?? UsualAddress : Webhook().Match(access.Secret("webhook") ?? "") is { Success: true } match ? match.Groups["host"].Value : UsualAddress).TrimEnd('/');

    [GeneratedRegex(@"^(?<host>https?://[^/\s]+)/api/(?:v\d+/)?webhooks/(?<id>\d+)/(?<token>[\w-]+)/?$", RegexOptions.CultureInvariant, Searching.LongestMilliseconds)]
    private static partial Regex Webhook();
}
