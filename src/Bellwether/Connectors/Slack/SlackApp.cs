using System.Text;
using System.Text.Json.Nodes;
using Bellwether.Kernel;
using Bellwether.Networks;

namespace Bellwether.Connectors.Slack;

/// <summary>Calls Slack as an app. Slack says no with 200 and “ok: false”, so what an answer means is read in one place.</summary>
[Single]
public sealed class SlackApp(GuardedHttp http, TimeProvider clock)
{
    internal const string UsualAddress = "https://slack.com";

    /// <summary>Whether it posts with a token; a token is preferred where both are given.</summary>
    internal static bool HasToken(AccountAccess access) => access.Secret("token") is not null;

    internal static string Channel(AccountAccess access) => access.Setting("channel")?.Trim() ?? "";

    /// <summary>The object of an answer that says “ok”; null for any other.</summary>
    internal static JsonObject? Fine(HttpAnswer answer) =>
        answer is HttpAnswer.Answered { IsSuccess: true } told && Answers.Json(told.Body) is { } json && json["ok"] is JsonValue ok && ok.TryGetValue<bool>(out var yes) && yes ? json : null;

    /// <summary>Calls a method; an answer that says “not ok” comes back as one that failed, so that nobody takes it for a success.</summary>
    internal async Task<HttpAnswer> CallAsync(AccountAccess access, string method, JsonObject body, CancellationToken cancel) =>
        Read(await http.CallAsync(
            new HttpCall(HttpMethod.Post, $"{(access.Setting("address") ?? UsualAddress).TrimEnd('/')}/api/{method}", Encoding.UTF8.GetBytes(body.ToJsonString(HouseJson.Options)), "application/json; charset=utf-8")
            {
                Headers = Bearer(access), Timeout = TimeSpan.FromSeconds(60), Most = 4_000_000,
            },
            cancel));

    /// <summary>Calls a method that reads; those take their arguments as a form.</summary>
    internal async Task<HttpAnswer> AskAsync(AccountAccess access, string method, IEnumerable<KeyValuePair<string, string>> arguments, CancellationToken cancel)
    {
        using var form = new FormUrlEncodedContent(arguments);
        return Read(await http.CallAsync(
            new HttpCall(HttpMethod.Post, $"{(access.Setting("address") ?? UsualAddress).TrimEnd('/')}/api/{method}", await form.ReadAsByteArrayAsync(cancel), "application/x-www-form-urlencoded")
            {
                Headers = Bearer(access), Timeout = TimeSpan.FromSeconds(30), Most = 4_000_000,
            },
            cancel));
    }

    /// <summary>Brings a file to the address Slack gave for it, which is secret by itself.</summary>
    internal Task<HttpAnswer> UploadAsync(string address, byte[] file, string contentType, CancellationToken cancel) =>
        http.CallAsync(new HttpCall(HttpMethod.Post, address, file, contentType) { Timeout = TimeSpan.FromMinutes(5) }, cancel);

    /// <summary>Posts through an incoming webhook, whose address is the whole secret.</summary>
    internal Task<HttpAnswer> HookAsync(AccountAccess access, string payload, CancellationToken cancel) =>
        http.CallAsync(new HttpCall(HttpMethod.Post, access.Secret("webhook")!, Encoding.UTF8.GetBytes(payload)) { Timeout = TimeSpan.FromSeconds(30) }, cancel);

    /// <summary>What Slack refuses, by the word in “error”; an incoming webhook says the word alone.</summary>
    internal Refusal Refused(HttpAnswer.Answered answer)
    {
        var json = Answers.Json(answer.Body);
        var word = Answers.Text(json?["error"]) ?? answer.Body.Trim();
        return word switch
        {
            "ratelimited" or "rate_limited" or "message_limit_exceeded" => new Refusal(ErrorKind.RateLimited, "Slack takes no more messages for now.", Answers.RetryAfter(answer, clock.Now())),
            "invalid_auth" or "not_authed" or "token_revoked" or "token_expired" or "account_inactive" or "org_login_required" => new Refusal(ErrorKind.AuthRevoked, "The token is not accepted (any more). Install the app again and copy its new token."),
            "no_service" or "no_service_id" or "invalid_token" or "no_team" or "team_disabled" => new Refusal(ErrorKind.AuthRevoked, "The incoming webhook does not exist (any more). Add a new one to the app."),
            "missing_scope" => new Refusal(ErrorKind.PermissionMissing, $"The app lacks the right {Answers.Text(json?["needed"]) ?? "it needs"}. Add it under OAuth & Permissions, install the app again and copy its token."),
            "not_in_channel" => new Refusal(ErrorKind.PermissionMissing, "The app is not in the channel. Write /invite and its name there."),
            "channel_not_found" or "no_channel" => new Refusal(ErrorKind.PermissionMissing, "There is no such channel, or it is private and the app is not in it. Write /invite and its name there."),
            "is_archived" or "channel_is_archived" => new Refusal(ErrorKind.PermissionMissing, "The channel is archived. Bring it back, or connect another one."),
            "restricted_action" or "restricted_action_read_only_channel" or "action_prohibited" or "posting_to_general_channel_denied" => new Refusal(ErrorKind.PermissionMissing, "The workspace does not let this app post in the channel. Ask an administrator of the workspace."),
            "message_not_found" or "thread_not_found" => new Refusal(ErrorKind.NotFound, "The message is not there any more."),
            "cant_delete_message" or "cant_update_message" => new Refusal(ErrorKind.PermissionMissing, "Slack does not let the app change this message."),
            "edit_window_closed" => new Refusal(ErrorKind.PolicyBlocked, "The workspace lets nobody change a message this old."),
            // Slack itself says of these that part of the work may have been done.
            "fatal_error" or "internal_error" or "request_timeout" or "service_unavailable" or "rollup_error" => new Refusal(ErrorKind.Transient, $"Slack had a fault of its own ({word})."),
            "msg_too_long" or "no_text" or "invalid_payload" => new Refusal(ErrorKind.ContentInvalid, word == "msg_too_long" ? "The text is too long for Slack. Shorten it." : $"Slack refuses the text ({word}).", null, "text"),
            "invalid_blocks" or "invalid_blocks_format" or "file_not_found" or "posting_to_channel_denied" => new Refusal(ErrorKind.MediaInvalid, $"Slack refuses a picture ({word}).", null, "media"),
            _ => (answer.IsSuccess ? null : Answers.Usual(answer, clock.Now())) ?? new Refusal(ErrorKind.ContentInvalid, $"Slack refuses the post ({(word.Length is > 0 and < 80 ? word : answer.Status)}).", null, "text"),
        };
    }

    private static Dictionary<string, string> Bearer(AccountAccess access) => new(StringComparer.Ordinal) { ["Authorization"] = $"Bearer {access.Secret("token")}" };

    // 422 stands for “understood and refused”; the word in the body says what.
    private static HttpAnswer Read(HttpAnswer answer) => answer is HttpAnswer.Answered { IsSuccess: true } told && Answers.Json(told.Body)?["ok"] is not null && Fine(answer) is null ? told with { Status = 422 } : answer;
}
