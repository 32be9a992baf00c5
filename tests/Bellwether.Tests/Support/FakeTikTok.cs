using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Bellwether.Tests.Support;

/// <summary>
/// A stateful fake of TikTok’s interface for posting, written after its documentation: an upload has an id from the beginning, the
/// post is there once the last byte arrived and TikTok has worked on it; the word of each answer stands in its body. It is not
/// TikTok: it proves what we send and how we read.
/// </summary>
public sealed class FakeTikTok : FakeSocial
{
    private readonly ConcurrentDictionary<string, (JsonObject Asked, long Size, long Bytes, int Looks, string? Shown)> uploads = new(StringComparer.Ordinal);
    private const long LeastOfPiece = 5_000_000;
    private const long MostOfPiece = 64_000_000;
    private readonly ConcurrentDictionary<string, (long Size, long Count, List<long> Came, IncrementalHash Hash)> pieces = new(StringComparer.Ordinal);
    private int last = 1000;

    private FakeTikTok()
        : base(new FakeTokens { ClientId = "client_key", Life = NodaTime.Duration.FromDays(1), RefreshLife = NodaTime.Duration.FromDays(365) }, "open.tiktokapis.com", "www.tiktok.com")
    {
    }

    /// <summary>What people see, the newest first.</summary>
    public List<JsonObject> Seen { get; } = [];

    /// <summary>The audiences it lets the application post to.</summary>
    public string[] Audiences { get; set; } = ["PUBLIC_TO_EVERYONE", "SELF_ONLY"];

    /// <summary>How often it says that it works on a post before the post is there.</summary>
    public int Works { get; set; }

    /// <summary>The lengths of the pieces that came, and what they hash to together, for each finished video.</summary>
    public List<(IReadOnlyList<long> Pieces, string Hash)> Videos { get; } = [];

    /// <summary>How often it was asked what the account may do.</summary>
    public int Asked { get; private set; }

    public static async Task<FakeTikTok> StartAsync()
    {
        var fake = new FakeTikTok();
        var app = fake.App;
        app.MapPost("/v2/oauth/token/", fake.Tokens.AnswerAsync);
        app.MapGet("/v2/user/info/", http => fake.KnownAsync(http, _ => Fine(new JsonObject { ["user"] = new JsonObject { ["open_id"] = "o1", ["username"] = "tacoloco", ["follower_count"] = 77, ["following_count"] = 2, ["video_count"] = fake.Seen.Count } })));
        app.MapPost("/v2/post/publish/creator_info/query/", http => fake.KnownAsync(http, _ =>
        {
            fake.Asked++;
            return Fine(new JsonObject { ["privacy_level_options"] = new JsonArray([.. fake.Audiences.Select(one => (JsonNode)one)]), ["comment_disabled"] = false, ["duet_disabled"] = true, ["stitch_disabled"] = false });
        }));
        app.MapPost("/v2/post/publish/video/init/", http => fake.KnownAsync(http, body => fake.Open(body, draft: false)));
        app.MapPost("/v2/post/publish/inbox/video/init/", http => fake.KnownAsync(http, body => fake.Open(body, draft: true)));
        app.MapPost("/v2/post/publish/content/init/", http => fake.KnownAsync(http, fake.Pictures));
        app.MapPost("/v2/post/publish/status/fetch/", http => fake.KnownAsync(http, fake.Status));
        app.MapPut("/upload/{id}", async (HttpContext http, string id) =>
        {
            using var brought = new MemoryStream();
            await http.Request.Body.CopyToAsync(brought);
            http.Response.StatusCode = fake.Take(id, brought.GetBuffer().AsSpan(0, (int)brought.Length), http.Request.Headers.ContentRange.ToString());
        });
        app.MapPost("/v2/video/query/", http => fake.KnownAsync(http, body => Fine(new JsonObject
        {
            ["videos"] = new JsonArray([.. body["filters"]!["video_ids"]!.AsArray().Select(id => (string)id!).Where(id => fake.Seen.Exists(post => (string?)post["id"] == id))
                .Select(id => (JsonNode)new JsonObject { ["id"] = id, ["view_count"] = 900, ["like_count"] = 45, ["comment_count"] = 6, ["share_count"] = 3 })]),
        })));
        await fake.RunAsync();
        return fake;
    }

    private static FakeAnswer Fine(JsonObject data) => new(200, new JsonObject { ["data"] = data, ["error"] = new JsonObject { ["code"] = "ok" } });

    private static FakeAnswer Error(int status, string code, string words) => new(status, new JsonObject { ["data"] = new JsonObject(), ["error"] = new JsonObject { ["code"] = code, ["message"] = words } });

    private async Task KnownAsync(HttpContext http, Func<JsonObject, FakeAnswer> act)
    {
        var body = http.Request.Method == "POST" ? await BodyAsync(http) : [];
        await AnswerAsync(http, () => Tokens.Accepts(http) ? act(body) : Error(401, "access_token_invalid", "The access token is invalid or not found in the request."));
    }

    private string Next() => Interlocked.Increment(ref last).ToString(CultureInfo.InvariantCulture);

    private FakeAnswer Open(JsonObject body, bool draft)
    {
        var (about, source) = (body["post_info"] as JsonObject ?? [], body["source_info"]!);
        if (!draft && !Audiences.Contains((string?)about["privacy_level"]))
        {
            return Error(403, "privacy_level_option_mismatch", "The privacy level is not among the options.");
        }

        if (((string?)about["title"])?.Length > 2200)
        {
            return Error(400, "invalid_params", "The title is longer than 2200.");
        }

        var (size, piece, count) = ((long)source["video_size"]!, (long)source["chunk_size"]!, (long)source["total_chunk_count"]!);
        if (count != Math.Max(1, size / piece) || piece > MostOfPiece || (count > 1 && piece < LeastOfPiece))
        {
            return Error(400, "invalid_params", "The total chunk count is invalid.");
        }

        var id = $"v_pub_file~{Next()}";
        pieces[id] = (piece, count, [], IncrementalHash.CreateHash(HashAlgorithmName.SHA256));
        uploads[id] = (new JsonObject { ["title"] = (string?)about["title"], ["draft"] = draft, ["about"] = about.DeepClone() }, (long)source["video_size"]!, 0, 0, null);
        return Fine(new JsonObject { ["publish_id"] = id, ["upload_url"] = $"{Address}/upload/{Uri.EscapeDataString(id)}" });
    }

    private FakeAnswer Pictures(JsonObject body)
    {
        var id = $"p_pub_url~{Next()}";
        var asked = new JsonObject { ["title"] = (string?)body["post_info"]!["description"], ["draft"] = (string?)body["post_mode"] == "MEDIA_UPLOAD", ["pictures"] = body["source_info"]!["photo_images"]!.DeepClone() };
        uploads[id] = (asked, 1, 1, 0, null);
        return Fine(new JsonObject { ["publish_id"] = id });
    }

    private int Take(string id, ReadOnlySpan<byte> brought, string range)
    {
        var bytes = brought.Length;
        if (!uploads.TryGetValue(id, out var upload) || upload.Bytes == upload.Size || range != $"bytes {upload.Bytes}-{upload.Bytes + bytes - 1}/{upload.Size}")
        {
            return 416;
        }

        // Every piece but the last has the size that was said, and the last takes what is left.
        var (size, count, came, hash) = pieces[id];
        var isLast = came.Count == count - 1;
        if (isLast ? upload.Bytes + bytes != upload.Size : bytes != size)
        {
            return 400;
        }

        came.Add(bytes);
        hash.AppendData(brought);
        if (isLast)
        {
            Videos.Add((came, Convert.ToHexString(hash.GetCurrentHash())));
        }

        uploads[id] = upload with { Bytes = upload.Bytes + bytes };
        // It becomes a post whether or not anybody asks.
        Make(id);
        return upload.Bytes + bytes == upload.Size ? 201 : 206;
    }

    private FakeAnswer Status(JsonObject body)
    {
        var id = (string)body["publish_id"]!;
        if (!uploads.TryGetValue(id, out var upload))
        {
            return Error(400, "invalid_publish_id", "There is no such upload.");
        }

        if (upload.Bytes < upload.Size)
        {
            return Fine(new JsonObject { ["status"] = "PROCESSING_UPLOAD", ["uploaded_bytes"] = upload.Bytes });
        }

        uploads[id] = upload with { Looks = upload.Looks + 1 };
        Make(id);
        return upload.Looks < Works ? Fine(new JsonObject { ["status"] = "PROCESSING_DOWNLOAD", ["uploaded_bytes"] = upload.Bytes })
            : (bool)upload.Asked["draft"]! ? Fine(new JsonObject { ["status"] = "SEND_TO_USER_INBOX" })
            : Fine(new JsonObject { ["status"] = "PUBLISH_COMPLETE", ["publicaly_available_post_id"] = new JsonArray(long.Parse(uploads[id].Shown!, CultureInfo.InvariantCulture)) });
    }

    private void Make(string id)
    {
        var upload = uploads[id];
        if (upload.Bytes == upload.Size && upload.Shown is null && !(bool)upload.Asked["draft"]!)
        {
            var post = upload.Asked.DeepClone().AsObject();
            post["id"] = Next();
            Seen.Insert(0, post);
            uploads[id] = upload with { Shown = (string)post["id"]! };
        }
    }
}
