using System.Text.Json.Nodes;
using Bellwether.Networks;
using Bellwether.Tests.Support;
using Microsoft.AspNetCore.Http;

namespace Bellwether.Tests.Connectors.Benches;

/// <summary>A channel on YouTube, as the fake of it knows it: every post is a video.</summary>
public sealed class YouTubeBench() : SocialBench<FakeYouTube>("youtube", FakeYouTube.StartAsync)
{
    public override bool RepeatIsHarmless => true;

    public override bool? TakesPictures => null;

    public override IReadOnlyList<OutgoingMedia> Always { get; } = [File("video/mp4", [0, 0, 0, 24, .. "ftypisom"u8, .. new byte[2000]])];

    public override string Refused => new('a', 5001);

    public override IReadOnlyList<SeenPost> Comments => [.. Fake.Comments.AsEnumerable().Reverse().Select(thread =>
        new SeenPost((string)thread["id"]!, (string)thread["snippet"]!["topLevelComment"]!["snippet"]!["textOriginal"]!, [], (string)thread["snippet"]!["videoId"]!))];

    public override long? Followers => 55;

    public override Task<PostFigures?> ReactAsync(string id) => Task.FromResult<PostFigures?>(new PostFigures(33, Likes: 2, Comments: 1, VideoViews: 33));

    protected override List<JsonObject> Seen => Fake.Seen;

    protected override bool IsVisible(HttpRequest call) => (call.Method == "PUT" && call.Path.StartsWithSegments("/session") && call.Body.Length > 0) || call is { Method: "POST", Path.Value: "/youtube/v3/commentThreads" };

    // Angle brackets, which YouTube takes nowhere, have become ones that only look like it.
    protected override SeenPost Look(JsonObject post) => new((string)post["id"]!, ((string)post["snippet"]!["description"]!).Replace('‹', '<').Replace('›', '>'), []);
}
