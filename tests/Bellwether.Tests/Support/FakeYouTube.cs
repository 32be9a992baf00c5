using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Bellwether.Tests.Support;

/// <summary>
/// A stateful fake of YouTube’s data interface and its resumable uploads, written after Google’s documentation: a session takes
/// bytes where it stands, answers 308 until it has all, then the video. It is not YouTube: it proves what we send and how we read.
/// </summary>
public sealed class FakeYouTube : FakeSocial
{
    private readonly ConcurrentDictionary<string, (JsonObject Body, MemoryStream Bytes, string? Video)> sessions = new(StringComparer.Ordinal);
    private int last;

    private FakeYouTube()
        : base(new FakeTokens { Rotates = false, Life = NodaTime.Duration.FromHours(1) }, "www.googleapis.com", "oauth2.googleapis.com", "accounts.google.com")
    {
    }

    /// <summary>What people see, the newest first.</summary>
    public List<JsonObject> Seen { get; } = [];

    /// <summary>Comment threads below videos, the newest first.</summary>
    public List<JsonObject> Comments { get; } = [];

    /// <summary>Whether comments are switched off, as below videos for children.</summary>
    public bool NoComments { get; set; }

    /// <summary>The next upload breaks off after so many bytes.</summary>
    public int? BreaksAfter { get; set; }

    /// <summary>The bytes of each video.</summary>
    public Dictionary<string, byte[]> Videos { get; } = new(StringComparer.Ordinal);

    public static async Task<FakeYouTube> StartAsync()
    {
        var fake = new FakeYouTube();
        fake.App.MapPost("/token", fake.Tokens.AnswerAsync);
        fake.App.MapGet("/youtube/v3/channels", http => fake.KnownAsync(http, () => Items(new JsonObject { ["id"] = "UC1", ["snippet"] = new JsonObject { ["title"] = "Taco TV", ["customUrl"] = "@tacotv" }, ["statistics"] = new JsonObject { ["subscriberCount"] = "55", ["videoCount"] = "3" } })));
        fake.App.MapPost("/upload/youtube/v3/videos", fake.OpenAsync);
        fake.App.MapPut("/session/{id}", fake.UploadAsync);
        fake.App.MapGet("/youtube/v3/videos", http => fake.KnownAsync(http, () => Items([.. http.Request.Query["id"].ToString().Split(',').SelectMany(id => fake.Seen.Where(video => (string?)video["id"] == id)).Select(video => video.DeepClone())])));
        fake.App.MapPut("/youtube/v3/videos", async (HttpContext http) =>
        {
            var body = await BodyAsync(http);
            await fake.KnownAsync(http, () =>
            {
                var video = fake.Seen.Find(one => (string?)one["id"] == (string?)body["id"]);
                video?["snippet"] = body["snippet"]!.DeepClone();
                return new FakeAnswer(video is null ? 404 : 200, video?.DeepClone());
            });
        });
        fake.App.MapDelete("/youtube/v3/videos", http => fake.KnownAsync(http, () => new FakeAnswer(fake.Seen.RemoveAll(video => (string?)video["id"] == http.Request.Query["id"]) > 0 ? 204 : 404)));
        fake.App.MapPost("/youtube/v3/commentThreads", fake.CommentAsync);
        fake.App.MapGet("/youtube/v3/commentThreads", http => fake.KnownAsync(http, () => Items([.. fake.Comments.Where(thread => (string?)thread["snippet"]!["videoId"] == http.Request.Query["videoId"]).Select(thread => thread.DeepClone())])));
        fake.App.MapDelete("/youtube/v3/comments", http => fake.KnownAsync(http, () => new FakeAnswer(fake.Comments.RemoveAll(thread => (string?)thread["id"] == http.Request.Query["id"]) > 0 ? 204 : 404)));
        await fake.RunAsync();
        return fake;
    }

    private static FakeAnswer Items(params JsonNode[] items) => new(200, new JsonObject { ["items"] = new JsonArray(items) });

    private Task KnownAsync(HttpContext http, Func<FakeAnswer> act) =>
        WriteAsync(http, Tokens.Accepts(http) ? act() : new FakeAnswer(401, new JsonObject { ["error"] = new JsonObject { ["code"] = 401, ["errors"] = new JsonArray(new JsonObject { ["reason"] = "authError" }) } }));

    private async Task OpenAsync(HttpContext http)
    {
        var body = await BodyAsync(http);
        await KnownAsync(http, () =>
        {
            if (((string?)body["snippet"]!["description"])?.Length > 5000)
            {
                return new FakeAnswer(400, new JsonObject { ["error"] = new JsonObject { ["code"] = 400, ["message"] = "The request metadata specifies an invalid video description.", ["errors"] = new JsonArray(new JsonObject { ["reason"] = "invalidDescription" }) } });
            }

            var id = Interlocked.Increment(ref last).ToString(CultureInfo.InvariantCulture);
            sessions[id] = (body, new MemoryStream(), null);
            return new FakeAnswer(200, null, "Location", $"{Address}/session/{id}");
        });
    }

    private async Task CommentAsync(HttpContext http)
    {
        var thread = (await BodyAsync(http)).DeepClone().AsObject();
        await KnownAsync(http, () =>
        {
            if (NoComments || !Seen.Exists(video => (string?)video["id"] == (string?)thread["snippet"]!["videoId"]))
            {
                var (status, reason) = NoComments ? (403, "commentsDisabled") : (404, "videoNotFound");
                return new FakeAnswer(status, new JsonObject { ["error"] = new JsonObject { ["code"] = status, ["errors"] = new JsonArray(new JsonObject { ["reason"] = reason }) } });
            }

            var told = thread["snippet"]!["topLevelComment"]!["snippet"]!.AsObject();
            (told["publishedAt"], told["authorChannelId"]) = (Now().ToString("uuuu-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture), new JsonObject { ["value"] = (string?)thread["snippet"]!["channelId"] });
            thread["id"] = $"Ug{Interlocked.Increment(ref last)}";
            Comments.Insert(0, thread);
            return new FakeAnswer(200, thread.DeepClone());
        });
    }

    private async Task UploadAsync(HttpContext http, string id)
    {
        using var brought = new MemoryStream();
        await http.Request.Body.CopyToAsync(brought);
        var range = http.Request.Headers.ContentRange.ToString();
        var total = int.Parse(range.Split('/')[1], CultureInfo.InvariantCulture);
        if (brought.Length == 0 || !Tokens.Accepts(http))
        {
            await KnownAsync(http, () => State(id, total));
            return;
        }

        range.ShouldStartWith($"bytes {sessions[id].Bytes.Length}-");
        var (breaks, taken) = (BreaksAfter is not null, (int)Math.Min(BreaksAfter ?? brought.Length, brought.Length));
        BreaksAfter = null;
        sessions[id].Bytes.Write(brought.ToArray(), 0, taken);
        if (breaks)
        {
            http.Abort();
            return;
        }

        await AnswerAsync(http, () =>
        {
            if (sessions[id].Bytes.Length == total && sessions[id].Video is null)
            {
                var video = sessions[id].Body.DeepClone().AsObject();
                (video["id"], video["statistics"]) = ($"video-{id}", new JsonObject { ["viewCount"] = "33", ["likeCount"] = "2", ["commentCount"] = "1" });
                Seen.Insert(0, video);
                Videos[$"video-{id}"] = sessions[id].Bytes.ToArray();
                sessions[id] = sessions[id] with { Video = $"video-{id}" };
            }

            return State(id, total);
        });
    }

    private FakeAnswer State(string id, int total) => !sessions.TryGetValue(id, out var session) ? new FakeAnswer(404)
        : session.Video is { } video ? new FakeAnswer(200, Seen.Find(one => (string?)one["id"] == video)?.DeepClone() ?? new JsonObject { ["id"] = video })
        : session.Bytes.Length == 0 ? new FakeAnswer(308)
        : new FakeAnswer(308, null, "Range", $"bytes=0-{Math.Min(session.Bytes.Length, total) - 1}");
}
