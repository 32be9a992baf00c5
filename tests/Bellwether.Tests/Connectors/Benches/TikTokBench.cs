using System.Text.Json.Nodes;
using Bellwether.Networks;
using Bellwether.Tests.Support;
using Microsoft.AspNetCore.Http;

namespace Bellwether.Tests.Connectors.Benches;

/// <summary>TikTok with an audited application that posts at once, as the fake of it knows it: every post is a video or pictures, and stays.</summary>
public sealed class TikTokBench() : SocialBench<FakeTikTok>("tiktok", FakeTikTok.StartAsync)
{
    /// <summary>The pieces of each finished video, and what they hash to.</summary>
    public List<(IReadOnlyList<long> Pieces, string Hash)> Videos => Fake.Videos;

    public override bool RepeatIsHarmless => true;

    public override bool TakesBack => false;

    public override bool? TakesPictures => false;

    public override string PictureType => "image/jpeg";

    public override IReadOnlyList<OutgoingMedia> Always { get; } = [File("video/mp4", [0, 0, 0, 24, .. "ftypisom"u8, .. new byte[2000]])];

    public override string Refused => new('a', 2201);

    public override long? Followers => 77;

    public override Task<PostFigures?> ReactAsync(string id) => Task.FromResult<PostFigures?>(new PostFigures(900, Likes: 45, Comments: 6, Shares: 3, VideoViews: 900));

    protected override (string Key, string Value)[] More => [("mode", "direct"), ("privacy", "PUBLIC_TO_EVERYONE")];

    protected override List<JsonObject> Seen => Fake.Seen;

    protected override bool IsVisible(HttpRequest call) => call.Method == "PUT";

    protected override SeenPost Look(JsonObject post) => new((string)post["id"]!, (string?)post["title"] ?? "", []);
}
