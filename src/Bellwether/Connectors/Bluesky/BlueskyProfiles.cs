using System.Text.Json.Nodes;
using Bellwether.Kernel;
using Bellwether.Networks;
using NodaTime;

namespace Bellwether.Connectors.Bluesky;

/// <summary>
/// Reads public profiles of the AT Protocol. The app view (public.api.bsky.app, or a connected account's own server in its name)
/// tells follower and like counts; a server of one's own tells the profile and the posts it holds, and nothing that others did.
/// </summary>
public sealed class BlueskyProfiles(GuardedHttp http, BlueskySession session) : IReadProfiles
{
    /// <summary>Where everybody may read.</summary>
    public const string AppView = "https://public.api.bsky.app";

    private const int Most = 100;

    public string Network => "bluesky";

    public Task<ProfileOutcome> ReadAsync(ProfileAddress address, AccountAccess? access, Instant since, CancellationToken cancel) =>
        ProfileOutcome.OfAsync(() => FindAsync(address, access, since, cancel));

    private async Task<ProfileOutcome> FindAsync(ProfileAddress address, AccountAccess? access, Instant since, CancellationToken cancel)
    {
        if (address.Server is { } server)
        {
            return await FromServerAsync(server.TrimEnd('/'), address.Handle, since, cancel);
        }

        Func<string, Task<HttpAnswer>> ask = access is null ? query => GetAsync(AppView, query, cancel) : query => session.AskAsync(access, query, cancel);
        var told = await FromAppViewAsync(ask, access?.Secret("did") ?? address.Handle, since);
        // An account's own server may know no app view; then it still has the account's own records.
        return told is ProfileOutcome.Failed && access is not null
            ? await FromServerAsync(access.Secret("host") ?? access.Setting("address") ?? BlueskySession.UsualAddress, access.Secret("did") ?? address.Handle, since, cancel)
            : told;
    }

    private static async Task<ProfileOutcome> FromAppViewAsync(Func<string, Task<HttpAnswer>> ask, string actor, Instant since)
    {
        var answer = await ask($"app.bsky.actor.getProfile?actor={Uri.EscapeDataString(actor)}");
        if (Read(answer) is not { } profile)
        {
            return Failed(answer, actor);
        }

        var feed = Read(await ask($"app.bsky.feed.getAuthorFeed?actor={Uri.EscapeDataString(actor)}&limit={Most}&filter=posts_no_replies"));
        return new ProfileOutcome.Found(BlueskyPublic.OfView(profile, feed, since));
    }

    private async Task<ProfileOutcome> FromServerAsync(string server, string handle, Instant since, CancellationToken cancel)
    {
        var described = await GetAsync(server, $"com.atproto.repo.describeRepo?repo={Uri.EscapeDataString(handle)}", cancel);
        if (Read(described) is not { } repo || (string?)repo["did"] is not { } did)
        {
            return Failed(described, handle);
        }

        var profile = Read(await GetAsync(server, $"com.atproto.repo.getRecord?repo={did}&collection=app.bsky.actor.profile&rkey=self", cancel))?["value"] as JsonObject;
        var posts = Read(await GetAsync(server, $"com.atproto.repo.listRecords?repo={did}&collection=app.bsky.feed.post&limit={Most}", cancel));
        return new ProfileOutcome.Found(BlueskyPublic.OfRecords((string?)repo["handle"] ?? handle, did, new Uri(server).Host, profile, posts, since));
    }

    private Task<HttpAnswer> GetAsync(string server, string query, CancellationToken cancel) =>
        http.CallAsync(new HttpCall(HttpMethod.Get, $"{server}/xrpc/{query}") { Timeout = TimeSpan.FromSeconds(20), Most = 4_000_000 }, cancel);

    private static JsonObject? Read(HttpAnswer answer) => answer is HttpAnswer.Answered { IsSuccess: true } fine ? Answers.Json(fine.Body) : null;

    private static ProfileOutcome.Failed Failed(HttpAnswer answer, string handle) => answer switch
    {
        HttpAnswer.Answered { Status: 400 or 404 } => new(ErrorKind.NotFound, $"Bluesky knows no profile “{handle}”. Check the handle and, for a server of its own, its address."),
        HttpAnswer.Answered { Status: 429 } => new(ErrorKind.RateLimited, "Bluesky takes no more calls for now. Try again in some minutes."),
        HttpAnswer.Answered told => new(ErrorKind.Transient, $"The server could not be read ({told.Status}). Try again later."),
        HttpAnswer.NotSent not => new(ErrorKind.Transient, not.Why),
        HttpAnswer.Unclear unclear => new(ErrorKind.Transient, unclear.Why),
        _ => new(ErrorKind.Transient, "The server’s answer could not be read."),
    };
}
