using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Bellwether.Tests.Support;

/// <summary>
/// A stateful fake of Reddit’s interface, written after the endpoints that its best-known client calls: it says no with 200 and a
/// list of errors, wants to know who calls, and names no post for a picture. It is not Reddit: it proves what we send and how we read.
/// </summary>
public sealed class FakeReddit : FakeSocial
{
    private int last = 1000;

    private FakeReddit()
        : base(new FakeTokens { Rotates = false, Life = NodaTime.Duration.FromHours(1) }, "oauth.reddit.com", "www.reddit.com")
    {
    }

    /// <summary>What people see, the newest first.</summary>
    public List<JsonObject> Seen { get; } = [];

    /// <summary>What the community wants of a post.</summary>
    public JsonObject Wants { get; set; } = [];

    public static async Task<FakeReddit> StartAsync()
    {
        var fake = new FakeReddit();
        var app = fake.App;
        app.MapPost("/api/v1/access_token", http => IsNamed(http) ? fake.Tokens.AnswerAsync(http) : WriteAsync(http, new FakeAnswer(429)));
        app.MapGet("/api/v1/me", http => fake.KnownAsync(http, () => new FakeAnswer(200, new JsonObject { ["id"] = "u1", ["name"] = "tacoloco" })));
        app.MapGet("/subreddits/mine/{list}", (HttpContext http, string list) => fake.KnownAsync(http, () => Listing(list == "moderator" ? [new JsonObject { ["display_name"] = "tacos" }] : [new JsonObject { ["display_name"] = "tacos" }, new JsonObject { ["display_name"] = "berlin" }])));
        app.MapGet("/r/{sr}/about", http => fake.KnownAsync(http, () => new FakeAnswer(200, new JsonObject { ["data"] = new JsonObject { ["display_name"] = "tacos", ["subscribers"] = 950 } })));
        app.MapGet("/api/v1/{sr}/post_requirements", http => fake.KnownAsync(http, () => new FakeAnswer(200, fake.Wants.DeepClone())));
        app.MapGet("/r/{sr}/api/link_flair_v2", http => fake.KnownAsync(http, () => new FakeAnswer(200, new JsonArray(new JsonObject { ["id"] = "f-1", ["text"] = "News" }, new JsonObject { ["id"] = "f-2", ["text"] = "Offer" }))));
        app.MapGet("/user/{name}/submitted", http => fake.KnownAsync(http, () => Listing([.. fake.Seen.Select(post => post.DeepClone())])));
        app.MapGet("/api/info", http => fake.KnownAsync(http, () => Listing([.. fake.Seen.Where(post => http.Request.Query["id"].ToString().Split(',').Contains((string)post["name"]!)).Select(post => post.DeepClone())])));
        app.MapPost("/api/submit", http => fake.FormAsync(http, fake.Submit));
        app.MapPost("/api/media/asset.json", http => fake.FormAsync(http, _ => new FakeAnswer(200, new JsonObject
        {
            ["args"] = new JsonObject { ["action"] = $"{fake.Address}/bucket", ["fields"] = new JsonArray(new JsonObject { ["name"] = "key", ["value"] = $"rte/{fake.Next()}" }) },
        })));
        app.MapPost("/bucket", async http => http.Response.StatusCode = (await http.Request.ReadFormAsync()).Files.Count == 1 ? 201 : 400);
        app.MapPost("/api/del", http => fake.FormAsync(http, form =>
        {
            fake.Seen.RemoveAll(post => (string?)post["name"] == form["id"]);
            return new FakeAnswer(200, new JsonObject());
        }));
        app.MapPost("/api/editusertext", http => fake.FormAsync(http, form =>
        {
            var post = fake.Seen.Find(one => (string?)one["name"] == form["thing_id"]);
            post?["selftext"] = form["text"].ToString();
            return post is null ? Error("NOT_AUTHOR", "you can't do that") : new FakeAnswer(200, new JsonObject { ["json"] = new JsonObject { ["errors"] = new JsonArray() } });
        }));
        await fake.RunAsync();
        return fake;
    }

    private static bool IsNamed(HttpContext http) => http.Request.Headers.UserAgent.ToString() is var agent && agent.StartsWith("web:app-1:v", StringComparison.Ordinal) && agent.EndsWith("(by /u/tacoloco)", StringComparison.Ordinal);

    private static FakeAnswer Listing(JsonNode[] rows) => new(200, new JsonObject { ["data"] = new JsonObject { ["children"] = new JsonArray([.. rows.Select(row => (JsonNode)new JsonObject { ["kind"] = "t3", ["data"] = row })]) } });

    private static FakeAnswer Error(string code, string words) => new(200, new JsonObject { ["json"] = new JsonObject { ["errors"] = new JsonArray(new JsonArray(code, words, "title")) } });

    private string Next() => Interlocked.Increment(ref last).ToString(CultureInfo.InvariantCulture);

    private Task KnownAsync(HttpContext http, Func<FakeAnswer> act) =>
        AnswerAsync(http, () => !Tokens.Accepts(http) ? new FakeAnswer(401, new JsonObject { ["message"] = "Unauthorized", ["error"] = 401 }) : !IsNamed(http) ? new FakeAnswer(429) : act());

    private async Task FormAsync(HttpContext http, Func<IFormCollection, FakeAnswer> act)
    {
        var form = await http.Request.ReadFormAsync();
        await KnownAsync(http, () => act(form));
    }

    private FakeAnswer Submit(IFormCollection form)
    {
        if (form["text"].ToString().Length > 40_000)
        {
            return Error("TOO_LONG", "this is too long (max: 40000)");
        }

        var id = Next();
        var isImage = form["kind"] == "image";
        Seen.Insert(0, new JsonObject
        {
            ["name"] = $"t3_{id}", ["id"] = id, ["subreddit"] = form["sr"].ToString(), ["title"] = form["title"].ToString(), ["selftext"] = form["text"].ToString(), ["url"] = form["url"].ToString(), ["kind"] = form["kind"].ToString(),
            ["link_flair_text"] = form["flair_text"].ToString(), ["created_utc"] = Now().ToUnixTimeMilliseconds() / 1000.0, ["score"] = 12, ["num_comments"] = 4, ["num_crossposts"] = 1, ["view_count"] = null,
        });
        return new FakeAnswer(200, new JsonObject { ["json"] = new JsonObject { ["errors"] = new JsonArray(), ["data"] = isImage ? new JsonObject { ["websocket_url"] = "wss://ws.example/1" } : new JsonObject { ["id"] = id, ["name"] = $"t3_{id}" } } });
    }
}
