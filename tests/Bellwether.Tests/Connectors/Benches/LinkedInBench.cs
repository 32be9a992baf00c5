using System.Text.Json.Nodes;
using Bellwether.Connectors.LinkedIn;
using Bellwether.Networks;
using Bellwether.Tests.Support;
using Microsoft.AspNetCore.Http;

namespace Bellwether.Tests.Connectors.Benches;

/// <summary>LinkedIn, as a page or as a member of whom nothing can be read, as the fake of it knows them.</summary>
public sealed class LinkedInBench(bool page) : SocialBench<FakeLinkedIn>("linkedin", FakeLinkedIn.StartAsync)
{
    public override bool RepeatIsHarmless => true;

    public override bool LooksByRepeating => !page;

    public override IReadOnlyList<SeenPost> Comments => [.. Fake.Comments.AsEnumerable().Reverse().Select(one => new SeenPost((string)one["id"]!, (string)one["message"]!["text"]!, [], (string)one["object"]!))];

    public override bool FindsComments => page;

    public override long? Followers => 310;

    public override string Refused => new('a', 3001);

    public override Task<PostFigures?> ReactAsync(string id) => Task.FromResult(page ? new PostFigures(120, 90, 4, 1, 2, 7) : null);

    protected override (string Key, string Value)[] More => [("as", page ? "page" : "member")];

    protected override List<JsonObject> Seen => Fake.Seen;

    protected override bool IsVisible(HttpRequest call) => call.Method == "POST" && (call.Path.Value == "/rest/posts" || call.Path.Value!.EndsWith("/comments", StringComparison.Ordinal));

    protected override SeenPost Look(JsonObject post)
    {
        var content = post["content"];
        return new((string)post["id"]!, LinkedInText.Read((string)post["commentary"]!), content?["media"] is { } one ? [(string)one["altText"]!] : Texts(content?["multiImage"]?["images"], image => image["altText"]));
    }
}
