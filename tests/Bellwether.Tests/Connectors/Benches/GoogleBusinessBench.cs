using System.Text.Json.Nodes;
using Bellwether.Tests.Support;
using Microsoft.AspNetCore.Http;

namespace Bellwether.Tests.Connectors.Benches;

/// <summary>A place on Google's map, as the fake of it knows it.</summary>
public sealed class GoogleBusinessBench() : SocialBench<FakeGoogleBusiness>("google_business", FakeGoogleBusiness.StartAsync)
{
    public override bool? TakesPictures => null;

    public override string Refused => new('a', 1501);

    protected override List<JsonObject> Seen => Fake.Seen;

    protected override bool IsVisible(HttpRequest call) => call.Method == "POST" && call.Path.Value!.EndsWith("/localPosts", StringComparison.Ordinal);

    protected override SeenPost Look(JsonObject post) => new((string)post["name"]!, (string)post["summary"]!, []);
}
