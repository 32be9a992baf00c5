using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Bellwether.Tests.Support;

/// <summary>
/// A stateful fake of Google’s business interfaces, written after their documentation (accounts, locations, local posts). It is not
/// Google: it proves what we send and how we read.
/// </summary>
public sealed class FakeGoogleBusiness : FakeSocial
{
    private const string Place = "accounts/1/locations/2";
    private int last = 1000;

    private FakeGoogleBusiness()
        : base(
            new FakeTokens { Rotates = false, Life = NodaTime.Duration.FromHours(1) },
            "mybusiness.googleapis.com", "mybusinessaccountmanagement.googleapis.com", "mybusinessbusinessinformation.googleapis.com", "oauth2.googleapis.com", "accounts.google.com")
    {
    }

    /// <summary>What people see, the newest first.</summary>
    public List<JsonObject> Seen { get; } = [];

    public static async Task<FakeGoogleBusiness> StartAsync()
    {
        var fake = new FakeGoogleBusiness();
        var app = fake.App;
        app.MapPost("/token", fake.Tokens.AnswerAsync);
        app.MapGet("/v1/accounts", http => fake.KnownAsync(http, () => new FakeAnswer(200, new JsonObject { ["accounts"] = new JsonArray(new JsonObject { ["name"] = "accounts/1" }) })));
        app.MapGet("/v1/accounts/1/locations", http => fake.KnownAsync(http, () => new FakeAnswer(200, new JsonObject
        {
            ["locations"] = new JsonArray(new JsonObject { ["name"] = "locations/2", ["title"] = "Taco Loco", ["storefrontAddress"] = new JsonObject { ["locality"] = "Berlin" } }),
        })));
        app.MapGet("/v1/locations/2", http => fake.KnownAsync(http, () => new FakeAnswer(200, new JsonObject { ["name"] = "locations/2", ["title"] = "Taco Loco", ["metadata"] = new JsonObject { ["canOperateLocalPost"] = true } })));
        app.MapGet("/v4/accounts/1/locations/2/localPosts", http => fake.KnownAsync(http, () => new FakeAnswer(200, new JsonObject { ["localPosts"] = new JsonArray([.. fake.Seen.Select(post => post.DeepClone())]) })));
        app.MapPost("/v4/accounts/1/locations/2/localPosts", async (HttpContext http) =>
        {
            var body = await BodyAsync(http);
            await fake.KnownAsync(http, () => fake.Post(body));
        });
        app.MapPatch("/v4/accounts/1/locations/2/localPosts/{id}", async (HttpContext http, string id) =>
        {
            var body = await BodyAsync(http);
            await fake.KnownAsync(http, () =>
            {
                var post = fake.Find(id);
                post?["summary"] = (string?)body["summary"];
                return post is null ? Gone() : new FakeAnswer(200, post.DeepClone());
            });
        });
        app.MapDelete("/v4/accounts/1/locations/2/localPosts/{id}", (HttpContext http, string id) => fake.KnownAsync(http, () => fake.Seen.Remove(fake.Find(id)!) ? new FakeAnswer(200, new JsonObject()) : Gone()));
        await fake.RunAsync();
        return fake;
    }

    private static FakeAnswer Error(int code, string status, string words) => new(code, new JsonObject { ["error"] = new JsonObject { ["code"] = code, ["status"] = status, ["message"] = words } });

    private static FakeAnswer Gone() => Error(404, "NOT_FOUND", "Requested entity was not found.");

    private JsonObject? Find(string id) => Seen.Find(post => (string?)post["name"] == $"{Place}/localPosts/{id}");

    private Task KnownAsync(HttpContext http, Func<FakeAnswer> act) => AnswerAsync(http, () => Tokens.Accepts(http) ? act() : Error(401, "UNAUTHENTICATED", "Request had invalid authentication credentials."));

    private FakeAnswer Post(JsonObject body)
    {
        if (((string?)body["summary"])?.Length > 1500)
        {
            return Error(400, "INVALID_ARGUMENT", "The summary is longer than 1500 characters.");
        }

        var post = body.DeepClone().AsObject();
        var id = Interlocked.Increment(ref last).ToString(CultureInfo.InvariantCulture);
        (post["name"], post["state"], post["searchUrl"], post["createTime"]) = ($"{Place}/localPosts/{id}", "LIVE", $"https://local.google.com/place?id={id}", Now().ToString("uuuu-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));
        Seen.Insert(0, post);
        return new FakeAnswer(200, post.DeepClone());
    }
}
