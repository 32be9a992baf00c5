using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using NodaTime;

namespace Bellwether.Tests.Support;

/// <summary>
/// A stateful fake of Meta’s graph for pages, Instagram and Threads, written after its documentation (feed, photos, containers,
/// insights, error codes). Containers are published once; tokens are renewed while they live. It is not Meta: it proves what we
/// send and how we read.
/// </summary>
public sealed class FakeMeta : FakeSocial
{
    private readonly ConcurrentDictionary<string, JsonObject> containers = new(StringComparer.Ordinal);
    private int last = 100;

    private FakeMeta()
        : base(new FakeTokens { Refreshes = false, Life = Duration.FromDays(60) }, "graph.facebook.com", "www.facebook.com", "graph.instagram.com", "api.instagram.com", "www.instagram.com", "graph.threads.net", "threads.net")
    {
    }

    /// <summary>What people see, the newest first: id, words, picture addresses or photo ids.</summary>
    public List<JsonObject> Seen { get; } = [];

    /// <summary>Comments below posts, the newest first.</summary>
    public List<JsonObject> Comments { get; } = [];

    /// <summary>Whether the application was given the right to comment.</summary>
    public bool MayComment { get; set; } = true;

    /// <summary>How often a container is asked for before it is ready; below zero it never is.</summary>
    public int SlowMedia { get; set; }

    /// <summary>Alternative texts of photos and containers by their id.</summary>
    public ConcurrentDictionary<string, string> Alt { get; } = new(StringComparer.Ordinal);

    public static async Task<FakeMeta> StartAsync()
    {
        var fake = new FakeMeta();
        var app = fake.App;
        app.MapPost("/oauth/access_token", fake.Tokens.AnswerAsync);
        app.MapGet("/access_token", http => fake.RenewAsync(http, http.Request.Query["client_secret"] == fake.Tokens.Secret));
        app.MapGet("/refresh_access_token", http => fake.RenewAsync(http, true));
        app.MapGet("/{version}/oauth/access_token", fake.FacebookTokenAsync);
        app.MapGet("/{version}/me/accounts", http => fake.KnownAsync(http, () => new JsonObject { ["data"] = new JsonArray(new JsonObject { ["id"] = "777", ["name"] = "Taco Loco", ["access_token"] = fake.Tokens.Give(), ["tasks"] = new JsonArray("CREATE_CONTENT") }) }));
        app.MapPost("/{version}/{page}/photos", http => fake.PhotoAsync(http));
        app.MapPost("/{version}/{page}/feed", http => fake.FeedAsync(http));
        app.MapPost("/{version}/{self}/threads", http => fake.ContainerAsync(http));
        app.MapPost("/{version}/{self}/media", http => fake.ContainerAsync(http));
        app.MapPost("/{version}/{self}/threads_publish", http => fake.PublishAsync(http));
        app.MapPost("/{version}/{self}/media_publish", http => fake.PublishAsync(http));
        foreach (var list in new[] { "published_posts", "threads", "media" })
        {
            app.MapGet("/{version}/{self}/" + list, http => fake.KnownAsync(http, () => new JsonObject { ["data"] = new JsonArray([.. fake.Seen.Select(post => post.DeepClone())]) }));
        }

        app.MapPost("/{version}/{post}/comments", fake.CommentAsync);
        app.MapGet("/{version}/{post}/comments", (HttpContext http, string post) => fake.KnownAsync(http, () => new JsonObject { ["data"] = new JsonArray([.. fake.Comments.Where(one => (string?)one["on"] == post).Select(one => one.DeepClone())]) }));
        app.MapGet("/{version}/{id}/insights", (HttpContext http, string id) => fake.KnownAsync(http, () => fake.Seen.Exists(post => (string?)post["id"] == id) ? Insights(http.Request.Query["metric"]!) : null));
        app.MapGet("/{version}/{id}", (HttpContext http, string id) => fake.KnownAsync(http, () => fake.Thing(http, id)));
        app.MapPost("/{version}/{id}", fake.EditAsync);
        app.MapDelete("/{version}/{id}", (HttpContext http, string id) => fake.KnownAsync(http, () => fake.Seen.RemoveAll(post => (string?)post["id"] == id) + fake.Comments.RemoveAll(one => (string?)one["id"] == id) > 0 ? new JsonObject { ["success"] = true } : null));
        await fake.RunAsync();
        return fake;
    }

    private static JsonObject Insights(string metrics) => new()
    {
        ["data"] = new JsonArray([.. metrics.Split(',').Select((name, at) => (JsonNode)new JsonObject { ["name"] = name, ["values"] = new JsonArray(new JsonObject { ["value"] = 10 * (at + 1) }) })]),
    };

    private static FakeAnswer Error(int status, int code, int sub, string message) =>
        new(status, new JsonObject { ["error"] = new JsonObject { ["message"] = message, ["code"] = code, ["error_subcode"] = sub } });

    private string Next() => Interlocked.Increment(ref last).ToString(CultureInfo.InvariantCulture);

    private Task KnownAsync(HttpContext http, Func<JsonObject?> act) => WriteAsync(http, Refused(http) ?? (act() is { } body ? new FakeAnswer(200, body) : Error(400, 100, 33, "Object does not exist")));

    private FakeAnswer? Refused(HttpContext http) => Tokens.Accepts(http) ? null : Error(400, 190, 463, "Error validating access token: Session has expired");

    private Task RenewAsync(HttpContext http, bool isAllowed) =>
        WriteAsync(http, isAllowed && Tokens.Renew(http.Request.Query["access_token"]!) is { } tokens ? new FakeAnswer(200, tokens) : Error(400, 190, 463, "Error validating access token"));

    private Task FacebookTokenAsync(HttpContext http)
    {
        var asked = http.Request.Query;
        var tokens = asked["grant_type"] == "fb_exchange_token" ? Tokens.Renew(asked["fb_exchange_token"]!) : Tokens.Redeem(asked["client_id"]!, asked["client_secret"]!, asked["code"]!, asked["redirect_uri"]!);
        return WriteAsync(http, tokens is null ? Error(400, 100, 36009, "This authorization code has been used.") : new FakeAnswer(200, tokens));
    }

    private JsonObject? Thing(HttpContext http, string id)
    {
        if (id is "me" or "777")
        {
            return new JsonObject { ["id"] = "777", ["user_id"] = "777", ["username"] = "tacoloco", ["name"] = "Taco Loco", ["followers_count"] = 812, ["follows_count"] = 5, ["media_count"] = Seen.Count };
        }

        if (containers.TryGetValue(id, out var container))
        {
            var asked = (int)container["asked"]!;
            container["asked"] = asked + 1;
            var status = (bool)container["published"]! ? "PUBLISHED" : SlowMedia < 0 ? "ERROR" : asked < SlowMedia ? "IN_PROGRESS" : "FINISHED";
            return new JsonObject { ["id"] = id, ["status"] = status, ["status_code"] = status, ["error_message"] = status == "ERROR" ? "FAILED_DOWNLOADING" : null };
        }

        var post = Seen.Find(one => (string?)one["id"] == id)?.DeepClone().AsObject();
        if (post is not null && http.Request.Query["fields"].ToString().StartsWith("shares", StringComparison.Ordinal))
        {
            (post["reactions"], post["comments"], post["shares"]) = (Total(9), Total(2), new JsonObject { ["count"] = 4 });
        }

        return post;

        static JsonObject Total(int count) => new() { ["summary"] = new JsonObject { ["total_count"] = count } };
    }

    private async Task PhotoAsync(HttpContext http)
    {
        var form = await http.Request.ReadFormAsync();
        await KnownAsync(http, () =>
        {
            var id = Next();
            Alt[id] = form["alt_text_custom"].ToString();
            return form["published"] == "false" && form.Files.Count == 1 ? new JsonObject { ["id"] = id } : null;
        });
    }

    private async Task ContainerAsync(HttpContext http)
    {
        var form = await http.Request.ReadFormAsync();
        if (form["caption"].ToString().Length > 2200 || form["text"].ToString().Length > 500)
        {
            await WriteAsync(http, form.ContainsKey("caption") ? Error(400, 36004, 2207010, "The caption is too long") : Error(400, 100, 0, "Param text must be at most 500 characters long."));
            return;
        }

        await KnownAsync(http, () =>
        {
            var id = Next();
            var container = new JsonObject { ["asked"] = 0, ["published"] = false };
            foreach (var (name, value) in form)
            {
                container[name] = value.ToString();
            }

            containers[id] = container;
            Alt[id] = form["alt_text"].ToString();
            return new JsonObject { ["id"] = id };
        });
    }

    private async Task PublishAsync(HttpContext http)
    {
        var id = (await http.Request.ReadFormAsync())["creation_id"].ToString();
        if (Refused(http) is { } refused)
        {
            await WriteAsync(http, refused);
            return;
        }

        await AnswerAsync(http, () =>
        {
            if (!containers.TryGetValue(id, out var container) || (bool)container["published"]!)
            {
                return Error(400, 100, 2207008, "The media builder with this creation id does not exist or was published");
            }

            container["published"] = true;
            var post = container.DeepClone().AsObject();
            Show(post, Next());
            return new FakeAnswer(200, new JsonObject { ["id"] = (string?)post["id"] });
        });
    }

    private async Task FeedAsync(HttpContext http)
    {
        var form = await http.Request.ReadFormAsync();
        if (Refused(http) is { } refused)
        {
            await WriteAsync(http, refused);
            return;
        }

        var post = new JsonObject { ["message"] = form["message"].ToString(), ["link"] = form["link"].ToString(), ["photos"] = new JsonArray([.. form.Where(field => field.Key.StartsWith("attached_media", StringComparison.Ordinal)).Select(field => JsonNode.Parse(field.Value.ToString())!["media_fbid"]!.DeepClone())]) };
        await AnswerAsync(http, () =>
        {
            if (Seen.Count > 0 && (string?)Seen[0]["message"] == (string?)post["message"])
            {
                return Error(400, 506, 0, "Duplicate status message");
            }

            if (((string?)post["message"])?.Length > 63_206)
            {
                return Error(400, 100, 0, "The message is longer than 63206 characters");
            }

            Show(post, $"777_{Next()}");
            return new FakeAnswer(200, new JsonObject { ["id"] = (string?)post["id"], ["permalink_url"] = (string?)post["permalink_url"] });
        });
    }

    private async Task CommentAsync(HttpContext http, string post)
    {
        var words = (await http.Request.ReadFormAsync())["message"].ToString();
        if (Refused(http) is { } refused)
        {
            await WriteAsync(http, refused);
            return;
        }

        await AnswerAsync(http, () =>
        {
            if (!MayComment || !Seen.Exists(one => (string?)one["id"] == post))
            {
                return MayComment ? Error(400, 100, 33, "Object does not exist") : Error(403, 200, 0, "Requires pages_manage_engagement permission to manage the object");
            }

            var comment = new JsonObject { ["on"] = post, ["message"] = words, ["text"] = words, ["from"] = new JsonObject { ["id"] = "777" } };
            Stamp(comment, $"{post}_{Next()}");
            Comments.Insert(0, comment);
            return new FakeAnswer(200, new JsonObject { ["id"] = (string?)comment["id"] });
        });
    }

    private async Task EditAsync(HttpContext http, string id)
    {
        var form = await http.Request.ReadFormAsync();
        await KnownAsync(http, () =>
        {
            var post = Seen.Find(one => (string?)one["id"] == id);
            post?["message"] = form["message"].ToString();
            return post is null ? null : new JsonObject { ["success"] = true };
        });
    }

    private void Show(JsonObject post, string id)
    {
        Stamp(post, id);
        Seen.Insert(0, post);
    }

    private void Stamp(JsonObject post, string id)
    {
        (post["id"], post["permalink"], post["permalink_url"]) = (id, $"https://seen.example/{id}", $"https://seen.example/{id}");
        var at = Now().ToString("uuuu-MM-dd'T'HH:mm:ss'+0000'", CultureInfo.InvariantCulture);
        (post["timestamp"], post["created_time"]) = (at, at);
    }
}
