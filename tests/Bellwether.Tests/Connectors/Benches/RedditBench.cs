using System.Text.Json.Nodes;
using Bellwether.Networks;
using Bellwether.Tests.Support;
using Microsoft.AspNetCore.Http;

namespace Bellwether.Tests.Connectors.Benches;

/// <summary>A community on Reddit, as the fake of it knows it: every post has a title, and of pictures it takes one.</summary>
public sealed class RedditBench() : SocialBench<FakeReddit>("reddit", FakeReddit.StartAsync)
{
    public override string? Title => "News of the week";

    public override bool? TakesPictures => null;

    public override string Refused => new('a', 40_001);

    public override long? Followers => 950;

    public override Task<PostFigures?> ReactAsync(string id) => Task.FromResult<PostFigures?>(new PostFigures(Likes: 12, Comments: 4, Shares: 1));

    protected override (string Key, string Value)[] More => [("owner", "tacoloco")];

    protected override List<JsonObject> Seen => Fake.Seen;

    protected override bool IsVisible(HttpRequest call) => call is { Method: "POST", Path.Value: "/api/submit" };

    protected override SeenPost Look(JsonObject post) => new((string)post["name"]!, (string)post["selftext"]! is { Length: > 0 } text ? text : (string)post["title"]!, []);
}
