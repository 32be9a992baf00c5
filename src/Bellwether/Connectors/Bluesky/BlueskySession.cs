using System.Text;
using System.Text.Json.Nodes;
using Bellwether.Kernel;
using Bellwether.Networks;

namespace Bellwether.Connectors.Bluesky;

/// <summary>
/// Calls a server in an account's name: signs in once with the app password, then refreshes; both tokens are stored before
/// they are used. A call refused for its token is repeated once, with a new one.
/// </summary>
[Single]
public sealed class BlueskySession(GuardedHttp http)
{
    internal const string UsualAddress = "https://bsky.social";

    /// <summary>Makes a call as the account. The answer to a failed sign-in comes back as the call's own answer.</summary>
    internal async Task<HttpAnswer> CallAsync(AccountAccess access, HttpMethod method, string procedure, byte[]? body, string contentType, TimeSpan timeout, CancellationToken cancel)
    {
        var used = access.Secret("accessToken");
        if (used is null)
        {
            if (await SignInAsync(access, null, cancel) is { } refused)
            {
                return refused;
            }

            used = access.Secret("accessToken");
        }

        var answer = await OnceAsync(access, method, procedure, body, contentType, timeout, cancel);
        if (answer is HttpAnswer.Answered told && BlueskyErrors.IsTokenOver(told))
        {
            return await SignInAsync(access, used, cancel) ?? await OnceAsync(access, method, procedure, body, contentType, timeout, cancel);
        }

        return answer;
    }

    internal Task<HttpAnswer> AskAsync(AccountAccess access, string query, CancellationToken cancel) =>
        CallAsync(access, HttpMethod.Get, query, null, "", TimeSpan.FromSeconds(15), cancel);

    internal Task<HttpAnswer> TellAsync(AccountAccess access, string procedure, string json, CancellationToken cancel) =>
        CallAsync(access, HttpMethod.Post, procedure, Encoding.UTF8.GetBytes(json), "application/json", TimeSpan.FromSeconds(60), cancel);

    /// <summary>Gets new tokens; null when it worked, else the answer that says why not.</summary>
    /// <param name="access">The account.</param>
    /// <param name="over">The access token that no longer works; when another one is there meanwhile, somebody refreshed already.</param>
    /// <param name="cancel">Ends it.</param>
    internal Task<HttpAnswer?> SignInAsync(AccountAccess access, string? over, CancellationToken cancel) => access.AloneAsync(
        async () =>
        {
            if (access.Secret("accessToken") is { } there && there != over)
            {
                return null;
            }

            if (access.Secret("refreshToken") is { } refresh)
            {
                var refreshed = await http.CallAsync(
                    new HttpCall(HttpMethod.Post, $"{Host(access)}/xrpc/com.atproto.server.refreshSession") { Headers = Bearer(refresh) }, cancel);
                if (refreshed is HttpAnswer.Answered { IsSuccess: true } fine && await KeepAsync(access, fine.Body, cancel))
                {
                    return null;
                }

                // Only a refused refresh token is worth signing in anew: sign-ins are few (300 a day).
                if (refreshed is not HttpAnswer.Answered told || !BlueskyErrors.IsTokenOver(told))
                {
                    return Invisible(refreshed);
                }
            }

            var body = new JsonObject { ["identifier"] = access.Setting("identifier"), ["password"] = access.Secret("password") };
            var session = await http.CallAsync(
                new HttpCall(HttpMethod.Post, $"{Address(access)}/xrpc/com.atproto.server.createSession", Encoding.UTF8.GetBytes(body.ToJsonString())), cancel);
            return session is HttpAnswer.Answered { IsSuccess: true } made && await KeepAsync(access, made.Body, cancel) ? null : Invisible(session);
        },
        cancel);

    private static string Address(AccountAccess access) => (access.Setting("address") ?? UsualAddress).TrimEnd('/');

    private static string Host(AccountAccess access) => access.Secret("host") ?? Address(access);

    private static Dictionary<string, string> Bearer(string token) => new(StringComparer.Ordinal) { ["Authorization"] = $"Bearer {token}" };

    // A sign-in is not a post: whatever became of it, nothing visible was sent.
    private static HttpAnswer Invisible(HttpAnswer answer) => answer switch
    {
        HttpAnswer.Unclear unclear => new HttpAnswer.NotSent(unclear.Why),
        HttpAnswer.Answered { Status: >= 500 } fault => new HttpAnswer.NotSent($"Signing in failed: the server had a fault of its own ({fault.Status})."),
        HttpAnswer.Answered { IsSuccess: true } => new HttpAnswer.NotSent("Signing in failed: the server's answer could not be read."),
        _ => answer,
    };

    private static async Task<bool> KeepAsync(AccountAccess access, string body, CancellationToken cancel)
    {
        var json = Answers.Json(body);
        if ((string?)json?["accessJwt"] is not { } token || (string?)json["refreshJwt"] is not { } refresh || (string?)json["did"] is not { } did)
        {
            return false;
        }

        var changed = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["accessToken"] = token, ["refreshToken"] = refresh, ["did"] = did, ["handle"] = (string?)json["handle"],
        };
        if (Endpoint(json) is { } host)
        {
            changed["host"] = host;
        }

        await access.KeepAsync(changed, cancel);
        return true;
    }

    // The account may live on another server than the one that signed it in.
    private static string? Endpoint(JsonObject session) =>
        (session["didDoc"]?["service"] as JsonArray)?.FirstOrDefault(service => ((string?)service?["id"])?.EndsWith("#atproto_pds", StringComparison.Ordinal) == true) is { } server
            ? ((string?)server["serviceEndpoint"])?.TrimEnd('/')
            : null;

    private Task<HttpAnswer> OnceAsync(AccountAccess access, HttpMethod method, string procedure, byte[]? body, string contentType, TimeSpan timeout, CancellationToken cancel) =>
        http.CallAsync(
            new HttpCall(method, $"{Host(access)}/xrpc/{procedure}", body, contentType) { Headers = Bearer(access.Secret("accessToken")!), Timeout = timeout }, cancel);
}
