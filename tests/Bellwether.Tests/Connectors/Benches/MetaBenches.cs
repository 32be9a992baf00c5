using System.Text.Json.Nodes;
using Bellwether.Networks;
using Bellwether.Tests.Support;
using Microsoft.AspNetCore.Http;

namespace Bellwether.Tests.Connectors.Benches;

/// <summary>A page on Facebook, as the fake of Meta’s graph knows it.</summary>
public sealed class FacebookBench() : SocialBench<FakeMeta>("facebook", FakeMeta.StartAsync, "graph.facebook.com", "www.facebook.com")
{
    public override string Refused => new('a', 63_207);

    public override long? Followers => 812;

    public override Task<PostFigures?> ReactAsync(string id) => Task.FromResult<PostFigures?>(new PostFigures(10, 10, 9, 2, 4, 10));

    public override IReadOnlyList<SeenPost> Comments => [.. Fake.Comments.AsEnumerable().Reverse().Select(one => new SeenPost((string)one["id"]!, (string)one["message"]!, [], (string)one["on"]!))];

    protected override List<JsonObject> Seen => Fake.Seen;

    protected override bool IsVisible(HttpRequest call) => call.Method == "POST" && (call.Path.Value!.EndsWith("/feed", StringComparison.Ordinal) || call.Path.Value.EndsWith("/comments", StringComparison.Ordinal));

    protected override SeenPost Look(JsonObject post) => new((string)post["id"]!, (string)post["message"]!, Texts(post["photos"], id => Fake.Alt.GetValueOrDefault((string)id!)));
}

/// <summary>Instagram or Threads, where what is prepared as a container is published once, as the fake of Meta’s graph knows them.</summary>
public abstract class ContainerBench(string network, string words, params string[] hosts) : SocialBench<FakeMeta>(network, FakeMeta.StartAsync, hosts)
{
    public override bool RepeatIsHarmless => true;

    public override IReadOnlyList<SeenPost> Comments => [.. Fake.Comments.AsEnumerable().Reverse().Select(one => new SeenPost((string)one["id"]!, (string)one["text"]!, [], (string)one["on"]!))];

    protected override List<JsonObject> Seen => Fake.Seen;

    protected override bool IsVisible(HttpRequest call) => call.Method == "POST" && (call.Path.Value!.EndsWith("_publish", StringComparison.Ordinal) || call.Path.Value.EndsWith("/comments", StringComparison.Ordinal));

    protected override SeenPost Look(JsonObject post) => new(
        (string)post["id"]!, (string?)post[words] ?? "",
        (string?)post["children"] is { } children ? [.. children.Split(',').Select(id => Fake.Alt[id])] : (string?)post["alt_text"] is { } alt ? [alt] : [],
        (string?)post["reply_to_id"]);
}

/// <summary>Instagram, where every post has a picture.</summary>
public sealed class InstagramBench() : ContainerBench("instagram", "caption", "graph.instagram.com", "api.instagram.com", "www.instagram.com")
{
    public override IReadOnlyList<OutgoingMedia> Always { get; } = [File("image/jpeg", [0xFF, 0xD8, 0xFF, 0xD9])];

    public override string PictureType => "image/jpeg";

    public override long? Followers => 812;

    public override string Refused => new('a', 2201);

    public override Task<PostFigures?> ReactAsync(string id) => Task.FromResult<PostFigures?>(new PostFigures(10, 20, 30, 40, 50, Saves: 60));
}

/// <summary>Threads.</summary>
public sealed class ThreadsBench() : ContainerBench("threads", "text", "graph.threads.net", "threads.net")
{
    public override string Refused => new('a', 501);

    public override Task<PostFigures?> ReactAsync(string id) => Task.FromResult<PostFigures?>(new PostFigures(10, Likes: 20, Comments: 30, Shares: 90));
}
