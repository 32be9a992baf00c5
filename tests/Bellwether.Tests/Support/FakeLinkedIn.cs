using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Bellwether.Tests.Support;

/// <summary>
/// A stateful fake of LinkedIn’s versioned interface, written after its documentation (posts, images, organizations, share
/// statistics) and what clients report of refused repetitions. It is not LinkedIn: it proves what we send and how we read.
/// </summary>
public sealed class FakeLinkedIn : FakeSocial
{
    private readonly ConcurrentDictionary<string, int> images = new(StringComparer.Ordinal);
    private long last;

    private FakeLinkedIn()
        : base(new FakeTokens { Refreshes = false, Life = NodaTime.Duration.FromDays(60) }, "api.linkedin.com", "www.linkedin.com")
    {
    }

    /// <summary>What people see, the newest first.</summary>
    public List<JsonObject> Seen { get; } = [];

    /// <summary>Comments below posts, the newest first.</summary>
    public List<JsonObject> Comments { get; } = [];

    /// <summary>The pages of whoever signs in, by number.</summary>
    public Dictionary<string, string> Pages { get; } = new(StringComparer.Ordinal) { ["7"] = "Taco Loco" };

    /// <summary>How often an image is asked for before it can be used.</summary>
    public int SlowMedia { get; set; }

    public static async Task<FakeLinkedIn> StartAsync()
    {
        var fake = new FakeLinkedIn();
        fake.App.MapPost("/oauth/v2/accessToken", fake.Tokens.AnswerAsync);
        fake.App.MapGet("/v2/userinfo", http => fake.KnownAsync(http, () => new FakeAnswer(200, new JsonObject { ["sub"] = "ana1", ["name"] = "Ana" }), versioned: false));
        fake.App.MapGet("/rest/organizationAcls", http => fake.KnownAsync(http, () => new FakeAnswer(200, new JsonObject
        {
            ["elements"] = new JsonArray([.. fake.Pages.Keys.Select(page => (JsonNode)new JsonObject { ["organization"] = $"urn:li:organization:{page}", ["role"] = "ADMINISTRATOR", ["state"] = "APPROVED" })]),
        })));
        fake.App.MapGet("/rest/organizations/{page}", (HttpContext http, string page) => fake.KnownAsync(http, () => fake.Pages.TryGetValue(page, out var name) ? new FakeAnswer(200, new JsonObject { ["localizedName"] = name, ["vanityName"] = "page-" + page }) : new FakeAnswer(404)));
        fake.App.MapPost("/rest/posts", fake.PostAsync);
        fake.App.MapPost("/rest/posts/{urn}", fake.EditAsync);
        fake.App.MapGet("/rest/posts", http => fake.KnownAsync(http, () => new FakeAnswer(200, new JsonObject
        {
            ["elements"] = new JsonArray([.. fake.Seen.Where(post => (string?)post["author"] == http.Request.Query["author"]).Take(int.Parse(http.Request.Query["count"]!, CultureInfo.InvariantCulture)).Select(post => post.DeepClone())]),
        })));
        fake.App.MapDelete("/rest/posts/{urn}", (HttpContext http, string urn) => fake.KnownAsync(http, () =>
        {
            fake.Seen.RemoveAll(post => (string?)post["id"] == urn);
            return new FakeAnswer(204);
        }));
        fake.App.MapPost("/rest/socialActions/{urn}/comments", fake.CommentAsync);
        fake.App.MapGet("/rest/socialActions/{urn}/comments", (HttpContext http, string urn) => fake.KnownAsync(http, () => new FakeAnswer(200, new JsonObject
        {
            ["elements"] = new JsonArray([.. fake.Comments.Where(comment => (string?)comment["object"] == urn).Select(comment => comment.DeepClone())]),
        })));
        fake.App.MapDelete("/rest/socialActions/{urn}/comments/{id}", (HttpContext http, string urn, string id) => fake.KnownAsync(http, () =>
            new FakeAnswer(fake.Comments.RemoveAll(comment => (string?)comment["object"] == urn && (string?)comment["id"] == id && (string?)comment["actor"] == http.Request.Query["actor"]) > 0 ? 204 : 404)));
        fake.App.MapPost("/rest/images", http => fake.KnownAsync(http, () =>
        {
            var urn = $"urn:li:image:{Interlocked.Increment(ref fake.last)}";
            return new FakeAnswer(200, new JsonObject { ["value"] = new JsonObject { ["uploadUrl"] = $"{fake.Address}/upload/{urn}", ["image"] = urn } });
        }));
        fake.App.MapPut("/upload/{urn}", (string urn) => fake.images[urn] = 0);
        fake.App.MapGet("/rest/images/{urn}", (HttpContext http, string urn) => fake.KnownAsync(http, () => new FakeAnswer(200, new JsonObject { ["status"] = fake.images[urn]++ < fake.SlowMedia ? "PROCESSING" : "AVAILABLE" })));
        fake.App.MapGet("/rest/organizationalEntityShareStatistics", http => fake.KnownAsync(http, () => new FakeAnswer(200, new JsonObject
        {
            ["elements"] = new JsonArray([.. http.Request.Query["shares"].ToString()["List(".Length..^1].Split(',').Where(urn => fake.Seen.Exists(post => (string?)post["id"] == urn)).Select(urn => (JsonNode)new JsonObject
            {
                ["share"] = urn, ["totalShareStatistics"] = new JsonObject { ["impressionCount"] = 120, ["uniqueImpressionsCount"] = 90, ["likeCount"] = 4, ["commentCount"] = 1, ["shareCount"] = 2, ["clickCount"] = 7 },
            })]),
        })));
        fake.App.MapGet("/rest/networkSizes/{page}", http => fake.KnownAsync(http, () => new FakeAnswer(200, new JsonObject { ["firstDegreeSize"] = 310 })));
        await fake.RunAsync();
        return fake;
    }

    private Task KnownAsync(HttpContext http, Func<FakeAnswer> act, bool versioned = true) => WriteAsync(http, Refused(http, versioned) ?? act());

    private FakeAnswer? Refused(HttpContext http, bool versioned = true) =>
        !Tokens.Accepts(http) ? new FakeAnswer(401, new JsonObject { ["status"] = 401, ["serviceErrorCode"] = 65601, ["message"] = "The token used in the request has been revoked by the user" })
        : versioned && http.Request.Headers["LinkedIn-Version"].ToString().Length != 6 ? new FakeAnswer(400, new JsonObject { ["message"] = "A version must be present" })
        : null;

    private async Task PostAsync(HttpContext http)
    {
        var body = await BodyAsync(http);
        if (Refused(http) is { } refused)
        {
            await WriteAsync(http, refused);
            return;
        }

        await AnswerAsync(http, () =>
        {
            if (Seen.Find(post => (string?)post["author"] == (string?)body["author"] && (string?)post["commentary"] == (string?)body["commentary"]) is { } same)
            {
                return new FakeAnswer(422, new JsonObject { ["status"] = 422, ["code"] = "DUPLICATE_POST", ["message"] = $"Content is a duplicate of {same["id"]}" });
            }

            if (((string?)body["commentary"])?.Length > 3000)
            {
                return new FakeAnswer(422, new JsonObject { ["status"] = 422, ["message"] = "Field Value validation failed in REQUEST_BODY: /commentary is longer than 3000" });
            }

            var post = body.DeepClone().AsObject();
            post["id"] = $"urn:li:share:{(Now().ToUnixTimeMilliseconds() << 22) + Interlocked.Increment(ref last)}";
            Seen.Insert(0, post);
            return new FakeAnswer(201, null, "x-restli-id", (string?)post["id"]);
        });
    }

    private async Task CommentAsync(HttpContext http, string urn)
    {
        var body = await BodyAsync(http);
        if (Refused(http) is { } refused)
        {
            await WriteAsync(http, refused);
            return;
        }

        await AnswerAsync(http, () =>
        {
            if ((string?)body["object"] != urn || !Seen.Exists(post => (string?)post["id"] == urn && (string?)post["author"] == (string?)body["actor"]))
            {
                return new FakeAnswer(404);
            }

            var comment = body.DeepClone().AsObject();
            (comment["id"], comment["created"]) = (Interlocked.Increment(ref last).ToString(CultureInfo.InvariantCulture), new JsonObject { ["time"] = Now().ToUnixTimeMilliseconds() });
            Comments.Insert(0, comment);
            return new FakeAnswer(201, comment.DeepClone(), "x-restli-id", (string?)comment["id"]);
        });
    }

    private async Task EditAsync(HttpContext http, string urn)
    {
        var patch = await BodyAsync(http);
        await KnownAsync(http, () =>
        {
            if (http.Request.Headers["X-RestLi-Method"] != "PARTIAL_UPDATE" || Seen.Find(post => (string?)post["id"] == urn) is not { } post)
            {
                return new FakeAnswer(404);
            }

            post["commentary"] = (string?)patch["patch"]!["$set"]!["commentary"];
            return new FakeAnswer(204);
        });
    }
}
