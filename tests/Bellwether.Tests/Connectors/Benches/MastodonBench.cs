using System.Text.RegularExpressions;
using Bellwether.Networks;
using Bellwether.Tests.Support;
using Microsoft.AspNetCore.Http;

namespace Bellwether.Tests.Connectors.Benches;

/// <summary>The fake of a Mastodon server with one author.</summary>
public sealed partial class MastodonBench : NetworkBench
{
    private string token = "";

    public FakeMastodon Fake { get; private set; } = null!;

    public override string Network => "mastodon";

    public override IReadOnlyDictionary<string, string> Fields => Typed(("address", Front.Address), ("accessToken", token));

    public override bool RepeatIsHarmless => true;

    public override async Task<IReadOnlyList<SeenPost>> SeenAsync()
    {
        await Task.CompletedTask;
        return
        [
            .. Fake.Seen("taco").Reverse().Select(status => new SeenPost(
                (string)status["id"]!, System.Net.WebUtility.HtmlDecode(Tags().Replace((string)status["content"]!, "")),
                [.. status["media_attachments"]!.AsArray().Select(media => (string)media!["description"]!)], (string?)status["in_reply_to_id"])),
        ];
    }

    public override Task EndCredentialsAsync()
    {
        Fake.EndTokens();
        return Task.CompletedTask;
    }

    public override Task<string?> TakeRightAsync()
    {
        Fake.Scopes = ["read", "write:statuses"];
        return Task.FromResult<string?>("tick write:media");
    }

    public override Task<PostFigures?> ReactAsync(string id)
    {
        Fake.Seen("taco").First(status => (string?)status["id"] == id)["favourites_count"] = 2;
        return Task.FromResult<PostFigures?>(new PostFigures(Likes: 2));
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await Fake.DisposeAsync();
    }

    protected override async Task<FaultyFront> OpenAsync()
    {
        Fake = await FakeMastodon.StartAsync();
        token = Fake.AddAuthor("taco");
        return await FaultyFront.BeforeAsync(Fake.Address, IsPost);
    }

    private static bool IsPost(HttpRequest call) => call.Method == "POST" && call.Path == "/api/v1/statuses";

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tags();
}
