using System.Text.Json.Nodes;
using Bellwether.Networks;
using Bellwether.Tests.Support;
using Microsoft.AspNetCore.Http;

namespace Bellwether.Tests.Connectors.Benches;

/// <summary>A board on Pinterest, as the fake of it knows it: every pin has a picture, and one alternative text for all of its pictures.</summary>
public sealed class PinterestBench() : SocialBench<FakePinterest>("pinterest", FakePinterest.StartAsync)
{
    public override IReadOnlyList<OutgoingMedia> Always { get; } = [File("image/png", [0x89, 0x50, 0x4E, 0x47])];

    public override string Refused => new('a', 801);

    public override long? Followers => 64;

    public override Task<PostFigures?> ReactAsync(string id) => Task.FromResult<PostFigures?>(new PostFigures(70, Likes: 4, Comments: 1, LinkClicks: 6, Saves: 5));

    protected override List<JsonObject> Seen => Fake.Seen;

    protected override bool IsVisible(HttpRequest call) => call is { Method: "POST", Path.Value: "/v5/pins" };

    protected override SeenPost Look(JsonObject post) => new((string)post["id"]!, (string)post["description"]!, (string?)post["alt_text"] is { } alt ? alt.Split('\n') : []);
}
