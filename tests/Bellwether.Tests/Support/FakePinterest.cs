using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Bellwether.Tests.Support;

/// <summary>
/// A stateful fake of Pinterest’s fifth interface, written after its published description (pins, boards, user account). It is
/// not Pinterest: it proves what we send and how we read.
/// </summary>
public sealed class FakePinterest : FakeSocial
{
    private int last = 1000;

    private FakePinterest()
        : base(new FakeTokens { RefreshLife = NodaTime.Duration.FromDays(60) }, "api.pinterest.com", "www.pinterest.com")
    {
    }

    /// <summary>What people see, the newest first.</summary>
    public List<JsonObject> Seen { get; } = [];

    public static async Task<FakePinterest> StartAsync()
    {
        var fake = new FakePinterest();
        fake.App.MapPost("/v5/oauth/token", fake.Tokens.AnswerAsync);
        fake.App.MapGet("/v5/user_account", http => fake.KnownAsync(http, () => new JsonObject { ["id"] = "5", ["username"] = "tacoloco", ["follower_count"] = 64, ["following_count"] = 2, ["pin_count"] = fake.Seen.Count }));
        fake.App.MapGet("/v5/boards", http => fake.KnownAsync(http, () => new JsonObject { ["items"] = new JsonArray(new JsonObject { ["id"] = "11", ["name"] = "Recipes", ["privacy"] = "PUBLIC" }) }));
        fake.App.MapGet("/v5/boards/{board}/pins", http => fake.KnownAsync(http, () => new JsonObject { ["items"] = new JsonArray([.. fake.Seen.Select(pin => pin.DeepClone())]) }));
        fake.App.MapPost("/v5/pins", fake.PinAsync);
        fake.App.MapGet("/v5/pins/{id}", (HttpContext http, string id) => fake.KnownAsync(http, () => fake.Seen.Exists(pin => (string?)pin["id"] == id)
            ? new JsonObject { ["id"] = id, ["pin_metrics"] = new JsonObject { ["lifetime_metrics"] = new JsonObject { ["impression"] = 70, ["outbound_click"] = 6, ["save"] = 5, ["reaction"] = 4, ["comment"] = 1 } } } : null));
        fake.App.MapPatch("/v5/pins/{id}", async (HttpContext http, string id) =>
        {
            var change = await BodyAsync(http);
            await fake.KnownAsync(http, () =>
            {
                var pin = fake.Seen.Find(one => (string?)one["id"] == id);
                pin?["description"] = (string?)change["description"];
                return pin?.DeepClone().AsObject();
            });
        });
        fake.App.MapDelete("/v5/pins/{id}", (HttpContext http, string id) => fake.KnownAsync(http, () => fake.Seen.RemoveAll(pin => (string?)pin["id"] == id) > 0 ? [] : null));
        await fake.RunAsync();
        return fake;
    }

    private Task KnownAsync(HttpContext http, Func<JsonObject?> act) => WriteAsync(http, !Tokens.Accepts(http)
        ? new FakeAnswer(401, new JsonObject { ["code"] = 2, ["message"] = "Authentication failed." })
        : act() is { } body ? new FakeAnswer(200, body) : new FakeAnswer(404, new JsonObject { ["code"] = 50, ["message"] = "Pin not found." }));

    private async Task PinAsync(HttpContext http)
    {
        var body = await BodyAsync(http);
        if (!Tokens.Accepts(http))
        {
            await KnownAsync(http, () => null);
            return;
        }

        await AnswerAsync(http, () =>
        {
            if (body["media_source"] is not JsonObject source || ((string?)source["data"] ?? (string?)source["items"]?[0]?["data"]) is not { Length: > 0 })
            {
                return new FakeAnswer(400, new JsonObject { ["code"] = 1, ["message"] = "Sorry, the image is missing." });
            }

            if (((string?)body["description"])?.Length > 800)
            {
                return new FakeAnswer(400, new JsonObject { ["code"] = 1, ["message"] = "Sorry, the description is longer than 800 characters." });
            }

            var pin = body.DeepClone().AsObject();
            pin["id"] = Interlocked.Increment(ref last).ToString(CultureInfo.InvariantCulture);
            pin["created_at"] = Now().ToString("uuuu-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture);
            Seen.Insert(0, pin);
            return new FakeAnswer(201, new JsonObject { ["id"] = (string?)pin["id"] });
        });
    }
}
