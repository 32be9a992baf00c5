using System.Text.Json.Nodes;
using Bellwether.Networks;
using Bellwether.Tests.Support;
using Microsoft.AspNetCore.Http;

namespace Bellwether.Tests.Connectors.Benches;

/// <summary>An account on the real personal data server of this run. What an app view would count is answered by the front, in the shape of its lexicon.</summary>
public sealed class BlueskyBench : NetworkBench
{
    private PdsServer pds = null!;
    private PdsAccount person = null!;
    private bool ended;
    private int likes;

    public override string Network => "bluesky";

    public override IReadOnlyDictionary<string, string> Fields => Typed(("identifier", person.Handle), ("password", person.AppPassword), ("address", Front.Address));

    public override bool RepeatIsHarmless => true;

    public override string Refused => new('a', 301);

    public override async Task<IReadOnlyList<SeenPost>> SeenAsync() =>
    [
        .. (await pds.Posts(person.Did)).OrderBy(post => (string)post["uri"]!, StringComparer.Ordinal).Select(post => new SeenPost(
            (string)post["uri"]!, (string)post["value"]!["text"]!, [.. (post["value"]!["embed"]?["images"] as JsonArray ?? []).Select(image => (string)image!["alt"]!)],
            (string?)post["value"]!["reply"]?["parent"]?["uri"])),
    ];

    public override Task EndCredentialsAsync()
    {
        ended = true;
        return Task.CompletedTask;
    }

    public override Task<PostFigures?> ReactAsync(string id)
    {
        likes = 2;
        return Task.FromResult<PostFigures?>(new PostFigures(Likes: 2));
    }

    protected override async Task<FaultyFront> OpenAsync()
    {
        pds = await PdsServer.Shared();
        person = await pds.CreateAccount();
        return await FaultyFront.BeforeAsync(pds.Address.ToString(), call => call.Path.Value!.EndsWith("putRecord", StringComparison.Ordinal), AnswersItselfAsync);
    }

    private async Task<bool> AnswersItselfAsync(HttpContext http)
    {
        var method = http.Request.Path.Value!.Split('.')[^1];
        JsonNode? answer = method switch
        {
            // A revoked app password takes its sessions with it.
            _ when ended => new JsonObject { ["error"] = method is "createSession" ? "AuthenticationRequired" : "ExpiredToken", ["message"] = "Token has been revoked" },
            "getPosts" => new JsonObject { ["posts"] = new JsonArray([.. http.Request.Query["uris"].Select(uri => (JsonNode)new JsonObject { ["uri"] = uri, ["likeCount"] = likes, ["replyCount"] = 0, ["repostCount"] = 0, ["quoteCount"] = 0 })]) },
            "getProfile" => new JsonObject { ["followersCount"] = 42 },
            _ => null,
        };
        if (answer is null)
        {
            return false;
        }

        http.Response.StatusCode = ended ? method is "createSession" ? 401 : 400 : 200;
        await http.Response.WriteAsync(answer.ToJsonString());
        return true;
    }
}
