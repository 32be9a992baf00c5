using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Bellwether.Networks;
using Bellwether.Tests.Support;

namespace Bellwether.Tests.Connectors.Benches;

/// <summary>An author on the real WordPress of this run.</summary>
public sealed partial class WordPressBench : NetworkBench
{
    private WordPressServer site = null!;
    private WordPressAuthor author = null!;

    public override string Network => "wordpress";

    public override IReadOnlyDictionary<string, string> Fields => Typed(("address", Front.Address), ("user", author.Name), ("password", author.Password));

    public override bool RepeatIsHarmless => true;

    public override string Refused => "";

    public override async Task<IReadOnlyList<SeenPost>> SeenAsync() =>
    [
        .. (await site.AsAdminAsync(HttpMethod.Get, $"posts&author={author.Id}&status=publish&context=edit&orderby=id&order=asc&per_page=100")).AsArray().Select(post => (Id: post!["id"]!.ToString(), Html: (string)post["content"]!["raw"]!))
            .Select(post => new SeenPost(post.Id, System.Net.WebUtility.HtmlDecode(Tags().Replace(post.Html, "")).Trim(), [.. Alt().Matches(post.Html).Select(match => match.Groups[1].Value)])),
    ];

    public override Task EndCredentialsAsync() => site.AsAdminAsync(HttpMethod.Delete, $"users/{author.Id}/application-passwords");

    public override async Task<string?> TakeRightAsync()
    {
        await site.AsAdminAsync(HttpMethod.Post, $"users/{author.Id}", new JsonObject { ["roles"] = new JsonArray("contributor") });
        return "role Author";
    }

    public override async Task<PostFigures?> ReactAsync(string id)
    {
        foreach (var words in (string[])["Nice", "Very nice"])
        {
            await site.AsAdminAsync(HttpMethod.Post, "comments", new JsonObject { ["post"] = int.Parse(id, System.Globalization.CultureInfo.InvariantCulture), ["content"] = words, ["author_name"] = words, ["author_email"] = "reader@example.org", ["status"] = "approved" });
        }

        return new PostFigures(Comments: 2);
    }

    protected override async Task<FaultyFront> OpenAsync()
    {
        site = await WordPressServer.Shared();
        author = await site.AuthorAsync();
        // The visible call is the one that says “publish” to a draft.
        return await FaultyFront.BeforeAsync(site.Address, call => call.Method == "POST" && call.Body is MemoryStream body && System.Text.Encoding.UTF8.GetString(body.ToArray()) == """{"status":"publish"}""");
    }

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tags();

    [GeneratedRegex("alt=\"([^\"]*)\"")]
    private static partial Regex Alt();
}
