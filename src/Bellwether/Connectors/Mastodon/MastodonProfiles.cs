using System.Text.Json;
using System.Text.Json.Nodes;
using Bellwether.Kernel;
using Bellwether.Networks;
using NodaTime;

namespace Bellwether.Connectors.Mastodon;

/// <summary>
/// Reads public profiles and posts of a Mastodon server without signing in, as its API documents: accounts/lookup and
/// accounts/:id/statuses. A server may close these to strangers; that is said, not worked around.
/// </summary>
public sealed class MastodonProfiles(GuardedHttp http) : IReadProfiles
{
    private const int PerPage = 40;
    private const int Pages = 3;

    public string Network => "mastodon";

    public Task<ProfileOutcome> ReadAsync(ProfileAddress address, AccountAccess? access, Instant since, CancellationToken cancel) =>
        ProfileOutcome.OfAsync(() => FindAsync(address, access, since, cancel));

    private async Task<ProfileOutcome> FindAsync(ProfileAddress address, AccountAccess? access, Instant since, CancellationToken cancel)
    {
        var (name, host) = address.Handle.Split('@') is [var user, { Length: > 0 } home] ? (user, home) : (address.Handle, null);
        if ((address.Server ?? access?.Setting("address") ?? (host is null ? null : $"https://{host}")) is not { } server)
        {
            return new ProfileOutcome.Failed(ErrorKind.ContentInvalid, $"“{address.Handle}” does not say its server. Write the handle as name@server.");
        }

        server = server.TrimEnd('/');
        var answer = await GetAsync($"{server}/api/v1/accounts/lookup?acct={Uri.EscapeDataString(name)}", cancel);
        if (Json(answer) is not JsonObject account || (string?)account["id"] is not { } id)
        {
            return Failed(answer, address.Handle);
        }

        return new ProfileOutcome.Found(MastodonPublic.Of(account, new Uri(server).Host, await PostsAsync(server, id, since, cancel)));
    }

    /// <summary>The account's own posts, page by page until one is older than asked; null where the server shows none to strangers.</summary>
    private async Task<IReadOnlyList<PublicPost>?> PostsAsync(string server, string id, Instant since, CancellationToken cancel)
    {
        var posts = new List<PublicPost>();
        string? before = null;
        for (var page = 0; page < Pages; page++)
        {
            var more = before is null ? "" : $"&max_id={Uri.EscapeDataString(before)}";
            if (Json(await GetAsync($"{server}/api/v1/accounts/{Uri.EscapeDataString(id)}/statuses?limit={PerPage}&exclude_replies=true&exclude_reblogs=true{more}", cancel)) is not JsonArray statuses)
            {
                return page == 0 ? null : posts;
            }

            var read = statuses.OfType<JsonObject>().Select(MastodonPublic.Post).OfType<PublicPost>().ToList();
            posts.AddRange(read.Where(post => post.At >= since));
            before = read.LastOrDefault()?.Id;
            if (statuses.Count < PerPage || read.Exists(post => post.At < since))
            {
                break;
            }
        }

        return [.. posts.OrderByDescending(post => post.At)];
    }

    private Task<HttpAnswer> GetAsync(string url, CancellationToken cancel) =>
        http.CallAsync(new HttpCall(HttpMethod.Get, url) { Timeout = TimeSpan.FromSeconds(20), Most = 4_000_000 }, cancel);

    private static JsonNode? Json(HttpAnswer answer)
    {
        try
        {
            return answer is HttpAnswer.Answered { IsSuccess: true } fine ? JsonNode.Parse(fine.Body) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static ProfileOutcome.Failed Failed(HttpAnswer answer, string handle) => answer switch
    {
        HttpAnswer.Answered { Status: 404 } => new(ErrorKind.NotFound, $"The server knows no profile “{handle}”. Check the handle."),
        HttpAnswer.Answered { Status: 401 or 403 } => new(ErrorKind.PermissionMissing, "This server shows profiles only to people who are signed in to it. Type the numbers instead."),
        HttpAnswer.Answered { Status: 429 } => new(ErrorKind.RateLimited, "The server takes no more calls for now. Try again in some minutes."),
        HttpAnswer.Answered told => new(ErrorKind.Transient, $"The server could not be read ({told.Status}). Try again later."),
        HttpAnswer.NotSent not => new(ErrorKind.Transient, not.Why),
        HttpAnswer.Unclear unclear => new(ErrorKind.Transient, unclear.Why),
        _ => new(ErrorKind.Transient, "The server’s answer could not be read."),
    };
}
