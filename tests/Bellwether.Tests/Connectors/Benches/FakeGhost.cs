using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;

namespace Bellwether.Tests.Connectors.Benches;

/// <summary>
/// A stateful fake of Ghost's Admin API, written after its documentation (6): it checks the signature of each pass, and refuses a
/// change that does not know the newest state. It is not Ghost.
/// </summary>
public sealed partial class FakeGhost : FakeBench
{
    private const string Id = "6abf00000000000000000001";
    private static readonly string Secret = new('a', 64);
    private readonly List<JsonObject> posts = [];

    public override string Network => "ghost";

    public override IReadOnlyDictionary<string, string> Fields => Typed(("address", Front.Address), ("key", $"{Id}:{Secret}"));

    public override bool RepeatIsHarmless => true;

    public override string Refused => "";

    public override Task<IReadOnlyList<SeenPost>> SeenAsync() => Task.FromResult(Alone<IReadOnlyList<SeenPost>>(() =>
    [
        .. posts.Where(post => Words(post["status"]) == "published").Select(post => new SeenPost(
            Words(post["id"]), System.Net.WebUtility.HtmlDecode(Tags().Replace(Words(post["html"]), "")),
            [.. new[] { post["feature_image_alt"] }.OfType<JsonNode>().Select(Words), .. Alt().Matches(Words(post["html"])).Select(match => match.Groups[1].Value)])),
    ]));

    protected override bool IsVisible(HttpRequest call) => call.Method == "PUT" && call.Query["source"].Count == 0;

    protected override (int Status, JsonNode? Body) Answer(HttpContext http, JsonObject? json, IFormCollection? form)
    {
        if (!IsPass(http.Request.Headers.Authorization.ToString()) || !CredentialsHold)
        {
            return Bad(401, "UnauthorizedError", "Invalid token: invalid signature");
        }

        var path = http.Request.Path.Value!.Replace("/ghost/api/admin/", "", StringComparison.Ordinal);
        var given = json?["posts"]?[0] as JsonObject;
        return (http.Request.Method, path.Split('/')) switch
        {
            ("GET", ["site", ""]) => (200, new JsonObject { ["site"] = new JsonObject { ["title"] = "Taco" } }),
            ("GET", ["members", ""]) => (200, JsonNode.Parse("""{"members":[],"meta":{"pagination":{"total":42}}}""")),
            ("GET", ["posts", ""]) => (200, new JsonObject { ["posts"] = new JsonArray() }),
            ("GET", ["posts", "slug", var slug, ""]) => Told(posts.Find(post => Words(post["slug"]) == slug)),
            ("GET", ["posts", var id, ""]) => Told(Find(id)),
            ("POST", ["images", "upload", ""]) => form!.Files.Single().ContentType == "image/png" ? (201, new JsonObject { ["images"] = new JsonArray(new JsonObject { ["url"] = $"{Front.Address}/content/{NextNumber()}.png" }) }) : Bad(415, "UnsupportedMediaTypeError", "Please select a valid image."),
            ("POST", ["posts", ""]) => Add(given!),
            ("PUT", ["posts", var id, ""]) => Change(id, given!),
            ("DELETE", ["posts", var id, ""]) => posts.RemoveAll(post => Words(post["id"]) == id) > 0 ? (204, null) : NotFound,
            _ => NotFound,
        };
    }

    private static (int Status, JsonNode? Body) NotFound => Bad(404, "NotFoundError", "Resource not found error, cannot read post.");

    private (int Status, JsonNode? Body) Add(JsonObject given)
    {
        if (Words(given["title"]).Length is 0 or > 255)
        {
            return Bad(422, "ValidationError", "Validation failed for title.");
        }

        var post = given.DeepClone().AsObject();
        (post["id"], post["updated_at"], post["url"]) = ($"p{NextNumber()}", Stamp(), $"{Front.Address}/{Words(given["slug"])}/");
        posts.Add(post);
        return (201, new JsonObject { ["posts"] = new JsonArray(post.DeepClone()) });
    }

    private (int Status, JsonNode? Body) Change(string id, JsonObject given)
    {
        if (Find(id) is not { } post)
        {
            return NotFound;
        }

        if (Words(given["updated_at"]) != Words(post["updated_at"]))
        {
            return Bad(409, "UpdateCollisionError", "Saving failed! Someone else is editing this post.");
        }

        foreach (var (key, value) in given)
        {
            post[key] = value?.DeepClone();
        }

        post["updated_at"] = Stamp();
        return Told(post);
    }

    private JsonObject? Find(string id) => posts.Find(post => Words(post["id"]) == id);

    private string Stamp() => $"2026-11-22T10:00:00.000Z#{NextNumber()}";

    private static bool IsPass(string header)
    {
        if (header.Split(' ') is not ["Ghost", var pass] || pass.Split('.') is not [var head, var body, var signature])
        {
            return false;
        }

        var told = JsonNode.Parse(Base64Url.DecodeFromChars(body))!;
        var now = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        return Words(JsonNode.Parse(Base64Url.DecodeFromChars(head))!["kid"]) == Id && Words(told["aud"]) == "/admin/"
            && (long)told["exp"]! - (long)told["iat"]! <= 300 && (long)told["exp"]! > now && (long)told["iat"]! <= now + 5
            && signature == Base64Url.EncodeToString(HMACSHA256.HashData(Convert.FromHexString(Secret), Encoding.UTF8.GetBytes($"{head}.{body}")));
    }

    private static (int Status, JsonNode? Body) Told(JsonObject? post) => post is null ? NotFound : (200, new JsonObject { ["posts"] = new JsonArray(post.DeepClone()) });

    private static (int Status, JsonNode? Body) Bad(int status, string type, string message) =>
        (status, new JsonObject { ["errors"] = new JsonArray(new JsonObject { ["message"] = message, ["type"] = type }) });

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tags();

    [GeneratedRegex("alt=\"([^\"]*)\"")]
    private static partial Regex Alt();
}
