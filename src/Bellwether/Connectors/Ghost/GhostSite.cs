using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Bellwether.Kernel;
using Bellwether.Networks;

namespace Bellwether.Connectors.Ghost;

/// <summary>Calls Ghost's Admin API with a signed pass of five minutes for each call (JSON Web Token, HS256), made from the site's key.</summary>
[Single]
public sealed class GhostSite(GuardedHttp http, TimeProvider clock)
{
    private const int PassSeconds = 300;

    internal Task<HttpAnswer> AskAsync(AccountAccess access, string path, CancellationToken cancel) => CallAsync(access, HttpMethod.Get, path, null, "", TimeSpan.FromSeconds(30), cancel);

    internal Task<HttpAnswer> TellAsync(AccountAccess access, HttpMethod method, string path, JsonObject post, CancellationToken cancel) =>
        CallAsync(access, method, path, Encoding.UTF8.GetBytes(new JsonObject { ["posts"] = new JsonArray(post) }.ToJsonString(HouseJson.Options)), "application/json", TimeSpan.FromSeconds(60), cancel);

    internal Task<HttpAnswer> CallAsync(AccountAccess access, HttpMethod method, string path, byte[]? body, string contentType, TimeSpan timeout, CancellationToken cancel) =>
        // The slash before the question mark matters: Ghost redirects without it, and a redirect loses the pass.
        http.CallAsync(
            new HttpCall(method, $"{Address(access)}/ghost/api/admin/{path}", body, contentType)
            {
                Headers = new Dictionary<string, string>(StringComparer.Ordinal) { ["Authorization"] = $"Ghost {Pass(access.Secret("key")!, clock.Now().ToUnixTimeSeconds())}", ["Accept-Version"] = "v5.0" },
                Timeout = timeout,
                Most = 4_000_000,
            },
            cancel);

    /// <summary>Whether a text is a key of the Admin API: an id, a colon, and a secret of 32 bytes.</summary>
    internal static bool IsKey(string? key) => key?.Split(':') is [{ Length: > 0 }, { Length: > 0 } secret] && secret.Length % 2 == 0 && secret.All(char.IsAsciiHexDigit);

    /// <summary>The pass for one call. The secret signs as the bytes it spells, not as its letters.</summary>
    internal static string Pass(string key, long now)
    {
        var parts = key.Split(':');
        var head = Base64Url.EncodeToString(Encoding.UTF8.GetBytes(new JsonObject { ["alg"] = "HS256", ["typ"] = "JWT", ["kid"] = parts[0] }.ToJsonString()));
        var body = Base64Url.EncodeToString(Encoding.UTF8.GetBytes(new JsonObject { ["iat"] = now, ["exp"] = now + PassSeconds, ["aud"] = "/admin/" }.ToJsonString()));
        return $"{head}.{body}.{Base64Url.EncodeToString(HMACSHA256.HashData(Convert.FromHexString(parts[1]), Encoding.UTF8.GetBytes($"{head}.{body}")))}";
    }

    /// <summary>The first post of an answer.</summary>
    internal static JsonObject? Post(string body) => (Answers.Json(body)?["posts"] as JsonArray)?.OfType<JsonObject>().FirstOrDefault();

    /// <summary>What Ghost refuses, from the first of its “errors”.</summary>
    internal Refusal Refused(HttpAnswer.Answered answer)
    {
        var error = (Answers.Json(answer.Body)?["errors"] as JsonArray)?.FirstOrDefault();
        var said = Answers.Text(error?["context"]) ?? Answers.Text(error?["message"]) ?? "";
        return (answer.Status, Answers.Text(error?["type"]) ?? "") switch
        {
            (409, "UpdateCollisionError") => new Refusal(ErrorKind.UnknownOutcome, "The article was changed since it was prepared, or is published already."),
            (401, _) => new Refusal(ErrorKind.AuthRevoked, "The key is not accepted (any more), or the clock of the site is minutes away from ours. Copy the Admin API key of the integration again."),
            (403, _) => new Refusal(ErrorKind.PermissionMissing, $"The site does not allow that: {(said.Length > 0 ? said : "a limit of its plan, or a firewall before it (403).")}"),
            (404, _) => new Refusal(ErrorKind.NotFound, "The article is not there any more, or there is no Ghost at this address."),
            (413 or 415 or 422, _) when said.Contains("image", StringComparison.OrdinalIgnoreCase) || answer.Status is 413 or 415 => new Refusal(ErrorKind.MediaInvalid, said.Length > 0 ? $"The site refuses a picture: {said}" : "The picture is too large for this site.", null, "media"),
            _ => Answers.Usual(answer, clock.Now()) ?? new Refusal(ErrorKind.ContentInvalid, said.Length > 0 ? $"The site refuses the article: {said}" : $"The site refuses the article ({answer.Status}).", null, "text"),
        };
    }

    private static string Address(AccountAccess access)
    {
        var address = access.Setting("address")!.TrimEnd('/');
        return address.EndsWith("/ghost", StringComparison.OrdinalIgnoreCase) ? address[..^"/ghost".Length] : address;
    }
}
