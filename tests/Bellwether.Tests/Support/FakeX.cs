using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using NodaTime;
using NodaTime.Text;

namespace Bellwether.Tests.Support;

/// <summary>
/// A stateful fake of X’s second interface, written after its documentation (posts, users, media) and what clients report of
/// refused repetitions: links are shortened, signs escaped, refresh tokens good once. It is not X: it proves what we send and
/// how we read.
/// </summary>
public sealed class FakeX : FakeSocial
{
    private long last;

    private FakeX()
        : base(new FakeTokens(), "api.x.com", "x.com")
    {
    }

    /// <summary>What people see, the newest first.</summary>
    public List<JsonObject> Seen { get; } = [];

    /// <summary>Alternative texts by media.</summary>
    public Dictionary<string, string> Alt { get; } = new(StringComparer.Ordinal);

    /// <summary>How many calls were made with a token.</summary>
    public int Calls { get; private set; }

    public static async Task<FakeX> StartAsync()
    {
        var fake = new FakeX();
        fake.App.MapPost("/2/oauth2/token", fake.Tokens.AnswerAsync);
        fake.App.MapGet("/2/users/me", http => fake.KnownAsync(http, () => new FakeAnswer(200, new JsonObject
        {
            ["data"] = new JsonObject { ["id"] = "99", ["username"] = "tacoloco", ["public_metrics"] = new JsonObject { ["followers_count"] = 412, ["following_count"] = 3, ["tweet_count"] = fake.Seen.Count } },
        })));
        fake.App.MapPost("/2/media/upload", http => fake.KnownAsync(http, () => new FakeAnswer(200, new JsonObject { ["data"] = new JsonObject { ["id"] = fake.Next() } })));
        fake.App.MapPost("/2/media/metadata", async (HttpContext http) =>
        {
            var body = await BodyAsync(http);
            fake.Alt[(string)body["id"]!] = (string)body["metadata"]!["alt_text"]!["text"]!;
        });
        fake.App.MapPost("/2/tweets", fake.PostAsync);
        fake.App.MapDelete("/2/tweets/{id}", (HttpContext http, string id) => fake.KnownAsync(http, () => fake.Seen.RemoveAll(post => (string?)post["id"] == id) > 0
            ? new FakeAnswer(200, new JsonObject { ["data"] = new JsonObject { ["deleted"] = true } }) : new FakeAnswer(404, new JsonObject { ["title"] = "Not Found Error" })));
        fake.App.MapGet("/2/users/{user}/tweets", http => fake.KnownAsync(http, () =>
        {
            var since = InstantPattern.General.Parse(http.Request.Query["start_time"]!).Value;
            var rows = fake.Seen.Where(post => InstantPattern.ExtendedIso.Parse((string)post["created_at"]!).Value >= since).Select(post => post.DeepClone()).ToList();
            return new FakeAnswer(200, rows.Count == 0 ? new JsonObject { ["meta"] = new JsonObject { ["result_count"] = 0 } } : new JsonObject { ["data"] = new JsonArray([.. rows]) });
        }));
        fake.App.MapGet("/2/tweets", http => fake.KnownAsync(http, () => new FakeAnswer(200, new JsonObject
        {
            ["data"] = new JsonArray([.. http.Request.Query["ids"].ToString().Split(',').Where(id => fake.Seen.Exists(post => (string?)post["id"] == id)).Select(id => (JsonNode)new JsonObject
            {
                ["id"] = id, ["public_metrics"] = new JsonObject { ["retweet_count"] = 2, ["reply_count"] = 1, ["like_count"] = 5, ["quote_count"] = 1, ["bookmark_count"] = 3, ["impression_count"] = 800 },
                ["non_public_metrics"] = http.Request.Query["tweet.fields"].ToString().Contains("non_public", StringComparison.Ordinal) ? new JsonObject { ["url_link_clicks"] = 6 } : null,
            })]),
        })));
        await fake.RunAsync();
        return fake;
    }

    private string Next() => ((Now().ToUnixTimeMilliseconds() - 1_288_834_974_657 << 22) + Interlocked.Increment(ref last)).ToString(CultureInfo.InvariantCulture);

    private Task KnownAsync(HttpContext http, Func<FakeAnswer> act)
    {
        Calls++;
        return WriteAsync(http, Tokens.Accepts(http) ? act() : new FakeAnswer(401, new JsonObject { ["title"] = "Unauthorized", ["status"] = 401 }));
    }

    private async Task PostAsync(HttpContext http)
    {
        var body = await BodyAsync(http);
        if (!Tokens.Accepts(http))
        {
            await KnownAsync(http, () => new FakeAnswer(401));
            return;
        }

        await AnswerAsync(http, () =>
        {
            var written = (string)body["text"]!;
            if (written.Length > 280)
            {
                return new FakeAnswer(400, new JsonObject { ["title"] = "Invalid Request", ["errors"] = new JsonArray(new JsonObject { ["message"] = "Your text is too long." }) });
            }

            if (Seen.Exists(post => (string?)post["written"] == written))
            {
                return new FakeAnswer(403, new JsonObject { ["title"] = "Forbidden", ["type"] = "about:blank", ["status"] = 403, ["detail"] = "You are not allowed to create a Tweet with duplicate content." });
            }

            var links = new JsonArray();
            var text = written.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal);
            foreach (var link in written.Split(' ', '\n').Where(word => word.StartsWith("https://", StringComparison.Ordinal)))
            {
                var shortened = $"https://t.co/{links.Count + 1}";
                text = text.Replace(link.Replace("&", "&amp;", StringComparison.Ordinal), shortened, StringComparison.Ordinal);
                links.Add(new JsonObject { ["url"] = shortened, ["expanded_url"] = link });
            }

            if (body["media"] is not null)
            {
                text += " https://t.co/pic";
                links.Add(new JsonObject { ["url"] = "https://t.co/pic", ["expanded_url"] = "https://x.com/tacoloco/status/1/photo/1", ["media_key"] = "3_1" });
            }

            var id = Next();
            Seen.Insert(0, new JsonObject
            {
                ["id"] = id, ["text"] = text, ["written"] = written, ["created_at"] = InstantPattern.ExtendedIso.Format(Now()), ["entities"] = new JsonObject { ["urls"] = links },
                ["replyTo"] = (string?)body["reply"]?["in_reply_to_tweet_id"], ["media"] = body["media"]?.DeepClone(),
            });
            return new FakeAnswer(201, new JsonObject { ["data"] = new JsonObject { ["id"] = id, ["text"] = text } });
        });
    }
}
