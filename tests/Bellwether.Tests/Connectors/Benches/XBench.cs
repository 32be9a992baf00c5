using System.Text.Json.Nodes;
using Bellwether.Networks;
using Bellwether.Tests.Support;
using Microsoft.AspNetCore.Http;

namespace Bellwether.Tests.Connectors.Benches;

/// <summary>X, as the fake of it knows it.</summary>
public sealed class XBench() : SocialBench<FakeX>("x", FakeX.StartAsync)
{
    public override bool RepeatIsHarmless => true;

    public override string Refused => new('a', 281);

    public override long? Followers => 412;

    public override Task<PostFigures?> ReactAsync(string id) => Task.FromResult<PostFigures?>(new PostFigures(800, null, 5, 1, 3, 6, 3));

    protected override List<JsonObject> Seen => Fake.Seen;

    protected override bool IsVisible(HttpRequest call) => call is { Method: "POST", Path.Value: "/2/tweets" };

    protected override SeenPost Look(JsonObject post) => new(
        (string)post["id"]!, (string)post["written"]!, Texts(post["media"]?["media_ids"], id => Fake.Alt.GetValueOrDefault((string)id!)), (string?)post["replyTo"]);
}
