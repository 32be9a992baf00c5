using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Bellwether.Tests.Support;

/// <summary>
/// A stateful fake of a Mastodon server, written after what its API documents (entities Account, Status and MediaAttachment,
/// version 4): here what everybody may read, in its other part what an author may do. It is not Mastodon: it proves what we send
/// and how we read, not how any server behaves.
/// </summary>
public sealed partial class FakeMastodon : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentDictionary<string, (JsonObject Account, List<JsonObject> Statuses)> people = new(StringComparer.Ordinal);

    private FakeMastodon(WebApplication app) => this.app = app;

    public string Address => app.Urls.First();

    /// <summary>What was asked, path and query.</summary>
    public ConcurrentQueue<string> Asked { get; } = new();

    /// <summary>The status every route answers, until told otherwise (null).</summary>
    public int? Always { get; set; }

    public static async Task<FakeMastodon> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var fake = new FakeMastodon(builder.Build());
        fake.app.MapGet("/api/v1/accounts/lookup", fake.LookupAsync);
        fake.app.MapGet("/api/v1/accounts/{id}/statuses", fake.StatusesAsync);
        fake.MapWriting();
        await fake.app.StartAsync();
        return fake;
    }

    /// <summary>Somebody with a profile; posts are added newest first.</summary>
    public void Add(string name, long followers, params JsonObject[] statuses) => people[name] = (new JsonObject
    {
        ["id"] = $"1{people.Count}", ["username"] = name, ["acct"] = name, ["display_name"] = $"{name} & friends", ["note"] = "<p>Burritos &amp; more<br>since 2018</p>",
        ["avatar"] = "https://files.example/avatars/original/a.png", ["header"] = "https://files.example/headers/original/missing.png",
        ["followers_count"] = followers, ["following_count"] = 10, ["statuses_count"] = statuses.Length,
        ["fields"] = new JsonArray(new JsonObject { ["name"] = "Site", ["value"] = "<a href=\"https://burritos.example/?a=1&amp;b=2\" rel=\"me\">burritos.example</a>", ["verified_at"] = "2026-01-01T00:00:00.000+00:00" }),
    }, [.. statuses]);

    /// <summary>A post as the API writes it.</summary>
    public static JsonObject Status(string id, string at, string html, long likes, long shares, long comments, string? media = null) => new()
    {
        ["id"] = id, ["created_at"] = at, ["content"] = html, ["url"] = $"https://burritos.example/@a/{id}", ["favourites_count"] = likes, ["reblogs_count"] = shares, ["replies_count"] = comments,
        ["media_attachments"] = media is null ? new JsonArray() : new JsonArray(new JsonObject { ["type"] = media }), ["card"] = null,
    };

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
    }

    private Task LookupAsync(HttpContext http) =>
        AnswerAsync(http, people.TryGetValue(http.Request.Query["acct"].ToString(), out var found) ? found.Account : null);

    private Task StatusesAsync(HttpContext http, string id)
    {
        var statuses = people.Values.FirstOrDefault(person => (string?)person.Account["id"] == id).Statuses;
        var before = http.Request.Query["max_id"].ToString();
        var limit = int.Parse(http.Request.Query["limit"].ToString(), System.Globalization.CultureInfo.InvariantCulture);
        var page = statuses?.Where(status => before.Length == 0 || string.CompareOrdinal((string?)status["id"], before) < 0).Take(limit).Select(status => status.DeepClone());
        return AnswerAsync(http, page is null ? null : new JsonArray([.. page]));
    }

    private Task AnswerAsync(HttpContext http, JsonNode? node)
    {
        Asked.Enqueue(http.Request.Path + http.Request.QueryString.Value);
        http.Response.StatusCode = Always ?? (node is null ? 404 : 200);
        http.Response.ContentType = "application/json";
        return http.Response.WriteAsync((Always is null ? node : null)?.ToJsonString() ?? "{\"error\":\"Record not found\"}");
    }
}
