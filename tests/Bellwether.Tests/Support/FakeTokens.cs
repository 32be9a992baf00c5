using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using System.Web;
using Microsoft.AspNetCore.Http;
using NodaTime;

namespace Bellwether.Tests.Support;

/// <summary>
/// An authorization server after RFC 6749 and RFC 7636: codes are good once, for the application, the redirect address and the
/// proof key they were given for; refresh tokens are good once where they rotate. No network's own server: it proves our half.
/// </summary>
public sealed class FakeTokens
{
    private readonly ConcurrentDictionary<string, (string Redirect, string? Challenge)> codes = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Instant> access = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> refresh = new(StringComparer.Ordinal);
    private int last;

    public string Client { get; init; } = "app-1";

    public string Secret { get; init; } = "app-secret";

    /// <summary>The name of the application's id in addresses and forms.</summary>
    public string ClientId { get; init; } = "client_id";

    /// <summary>The server's clock.</summary>
    public Func<Instant> Now { get; set; } = () => Instant.FromDateTimeOffset(TimeProvider.System.GetUtcNow());

    public Duration Life { get; set; } = Duration.FromHours(2);

    /// <summary>How long the sign-in lasts, where the server says so.</summary>
    public Duration? RefreshLife { get; set; }

    /// <summary>Whether it gives refresh tokens at all.</summary>
    public bool Refreshes { get; set; } = true;

    /// <summary>Whether a refresh token is good once.</summary>
    public bool Rotates { get; set; } = true;

    /// <summary>How often tokens were renewed.</summary>
    public int Renewed { get; private set; }

    /// <summary>A person allows it on the network's page: gives the code that comes back.</summary>
    public string Allow(string address)
    {
        var asked = HttpUtility.ParseQueryString(new Uri(address).Query);
        asked["response_type"].ShouldBe("code");
        asked[ClientId].ShouldBe(Client);
        asked["state"].ShouldNotBeNullOrEmpty();
        var code = $"code-{Interlocked.Increment(ref last)}";
        codes[code] = (asked["redirect_uri"]!, asked["code_challenge"]);
        return code;
    }

    /// <summary>A token that is good at once, such as a page's own.</summary>
    public string Give() => (string)Tokens()["access_token"]!;

    public bool Accepts(HttpContext http) => http.Request.Headers.Authorization.ToString().Split(' ') is ["Bearer", var token] && Accepts(token);

    public bool Accepts(string token) => access.TryGetValue(token, out var until) && until > Now();

    /// <summary>All access tokens end now.</summary>
    public void End() => access.Clear();

    /// <summary>The person takes the permission back.</summary>
    public void Revoke()
    {
        access.Clear();
        refresh.Clear();
    }

    /// <summary>Redeems a code where the network takes it in an address.</summary>
    public JsonObject? Redeem(string id, string secret, string code, string redirect) =>
        id == Client && secret == Secret && codes.TryRemove(code, out var known) && known.Redirect == redirect ? Tokens() : null;

    /// <summary>New tokens for one that is good, as networks give that renew access tokens by themselves.</summary>
    public JsonObject? Renew(string token)
    {
        if (!Accepts(token))
        {
            return null;
        }

        Renewed++;
        return Tokens();
    }

    /// <summary>The token endpoint.</summary>
    public async Task AnswerAsync(HttpContext http)
    {
        var form = await http.Request.ReadFormAsync();
        var basic = http.Request.Headers.Authorization.ToString() is ['B', 'a', 's', 'i', 'c', ' ', .. var pair] ? Encoding.UTF8.GetString(Convert.FromBase64String(pair)).Split(':') : null;
        var (id, secret) = basic is [var named, var told] ? (named, told) : (form[ClientId].ToString(), form["client_secret"].ToString());
        if (id != Client || secret != Secret)
        {
            await WriteAsync(http, 401, new JsonObject { ["error"] = "invalid_client", ["error_description"] = "Client authentication failed" });
            return;
        }

        var isGood = form["grant_type"].ToString() switch
        {
            "authorization_code" => codes.TryRemove(form["code"].ToString(), out var code) && code.Redirect == form["redirect_uri"] && Proves(code.Challenge, form["code_verifier"].ToString()),
            "refresh_token" => Rotates ? refresh.TryRemove(form["refresh_token"].ToString(), out _) : refresh.ContainsKey(form["refresh_token"].ToString()),
            _ => false,
        };
        if (isGood && form["grant_type"] == "refresh_token")
        {
            Renewed++;
        }

        await WriteAsync(http, isGood ? 200 : 400, isGood ? Tokens() : new JsonObject { ["error"] = "invalid_grant", ["error_description"] = "The grant is expired or was revoked" });
    }

    private static bool Proves(string? challenge, string verifier) => challenge is null || challenge == Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(verifier)));

    private static Task WriteAsync(HttpContext http, int status, JsonObject body)
    {
        http.Response.StatusCode = status;
        return http.Response.WriteAsync(body.ToJsonString());
    }

    private JsonObject Tokens()
    {
        var number = Interlocked.Increment(ref last);
        access[$"access-{number}"] = Now() + Life;
        var answer = new JsonObject { ["access_token"] = $"access-{number}", ["token_type"] = "Bearer", ["expires_in"] = (long)Life.TotalSeconds };
        if (Refreshes)
        {
            refresh[$"refresh-{number}"] = true;
            answer["refresh_token"] = $"refresh-{number}";
            if (RefreshLife is { } life)
            {
                answer["refresh_token_expires_in"] = (long)life.TotalSeconds;
            }
        }

        return answer;
    }
}
