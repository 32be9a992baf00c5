using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Bellwether.Tests.Support;

public sealed class PdsServerTests
{
    [Fact]
    public async Task An_app_password_signs_in_and_a_record_written_twice_is_one_post()
    {
        var server = await PdsServer.Shared();
        var account = await server.CreateAccount();
        var token = await SignIn(server, account.Handle, account.AppPassword);

        await Write(server, account, token, "3lb2aaaaaaa2a", "One post, written twice under the same key.");
        await Write(server, account, token, "3lb2aaaaaaa2a", "One post, written twice under the same key.");

        (await server.CountPosts(account.Did)).ShouldBe(1);
        var stored = await Get(server, account, "3lb2aaaaaaa2a");
        ((string?)stored["value"]!["text"]).ShouldBe("One post, written twice under the same key.");
    }

    [Fact]
    public async Task Accounts_are_apart_and_all_pages_are_counted()
    {
        var server = await PdsServer.Shared();
        var (busy, quiet) = (await server.CreateAccount(), await server.CreateAccount());
        var token = await SignIn(server, busy.Handle, busy.Password);

        for (var number = 0; number < 101; number++)
            await Write(server, busy, token, $"3lb2aaaaaa{(char)('b' + (number / 20))}{(char)('a' + (number % 20))}2", $"Post {number}");

        (await server.CountPosts(busy.Did)).ShouldBe(101);
        (await server.CountPosts(quiet.Did)).ShouldBe(0);
    }

    [Fact]
    public async Task A_wrong_password_is_refused()
    {
        var server = await PdsServer.Shared();
        var account = await server.CreateAccount();

        var refusal = await Should.ThrowAsync<HttpRequestException>(() => SignIn(server, account.Handle, "not it"));

        refusal.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    private static async Task<string> SignIn(PdsServer server, string handle, string password) =>
        (string)(await server.Post("com.atproto.server.createSession", new { identifier = handle, password }, token: null))["accessJwt"]!;

    private static async Task Write(PdsServer server, PdsAccount account, string token, string key, string text) =>
        await server.Post("com.atproto.repo.putRecord", new
        {
            repo = account.Did,
            collection = "app.bsky.feed.post",
            rkey = key,
            record = new Dictionary<string, object>(StringComparer.Ordinal)
            {
                ["$type"] = "app.bsky.feed.post",
                ["text"] = text,
                ["createdAt"] = "2026-03-26T08:00:00Z",
            },
        }, token);

    private static async Task<JsonNode> Get(PdsServer server, PdsAccount account, string key)
    {
        using var http = new HttpClient { BaseAddress = server.Address };
        http.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        return (await http.GetFromJsonAsync<JsonNode>(
            $"xrpc/com.atproto.repo.getRecord?repo={account.Did}&collection=app.bsky.feed.post&rkey={key}"))!;
    }
}
