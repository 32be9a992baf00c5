using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Bellwether.Tests.Support;

/// <summary>An account on the server: what a person types in to connect it.</summary>
/// <param name="Handle">The full handle, ending in .test.</param>
/// <param name="Did">The lasting identifier.</param>
/// <param name="Password">The main password.</param>
/// <param name="AppPassword">A password for one program.</param>
public sealed record PdsAccount(string Handle, string Did, string Password, string AppPassword);

/// <summary>A real AT Protocol personal data server on loopback, shared by the run; a new account per test keeps tests apart.</summary>
public sealed class PdsServer : IAsyncDisposable
{
    private static readonly OncePerRun<PdsServer> Run = new(() => Start(rateLimits: false));
    private readonly RunningProgram program;
    private readonly string files;
    private readonly HttpClient http;

    private PdsServer(RunningProgram program, string files, Uri address)
    {
        (this.program, this.files, Address) = (program, files, address);
        http = new HttpClient { BaseAddress = new Uri(address, "xrpc/") };
    }

    /// <summary>The address a client connects to, such as http://localhost:34217/.</summary>
    public Uri Address { get; }

    /// <summary>The server of this run; the first caller starts it (about five seconds).</summary>
    public static Task<PdsServer> Shared() => Run.Get();

    /// <summary>A server of one's own, for tests that stop it or need its rate limits (30 sign-ins in 5 minutes).</summary>
    public static async Task<PdsServer> Start(bool rateLimits)
    {
        var folder = Directory.CreateTempSubdirectory("bellwether-pds-").FullName;
        var (started, ready) = await TestServers.StartScript("pds.mjs", new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["TMPDIR"] = folder,
            ["LOG_ENABLED"] = "false",
            ["PDS_RATE_LIMITS"] = rateLimits ? "1" : "0",
        });
        var addresses = JsonNode.Parse(ready["READY".Length..])!;
        return new PdsServer(started, folder, new Uri((string)addresses["pds"]!));
    }

    /// <summary>Creates an account nobody used before, with an app password.</summary>
    public async Task<PdsAccount> CreateAccount()
    {
        var name = "b" + Convert.ToHexStringLower(System.Security.Cryptography.RandomNumberGenerator.GetBytes(6));
        var password = "main " + name;
        var account = await Post("com.atproto.server.createAccount",
            new { handle = name + ".test", email = name + "@example.com", password }, token: null);
        var app = await Post("com.atproto.server.createAppPassword", new { name = "bellwether" }, (string)account["accessJwt"]!);
        return new PdsAccount((string)account["handle"]!, (string)account["did"]!, password, (string)app["password"]!);
    }

    /// <summary>The posts on the account as the server holds them, newest first: uri, cid and value of each.</summary>
    public async Task<IReadOnlyList<JsonNode>> Posts(string did)
    {
        var posts = new List<JsonNode>();
        string? cursor = null;
        do
        {
            var page = (await http.GetFromJsonAsync<JsonNode>(
                $"com.atproto.repo.listRecords?repo={did}&collection=app.bsky.feed.post&limit=100&cursor={Uri.EscapeDataString(cursor ?? "")}"))!;
            posts.AddRange(page["records"]!.AsArray().Select(record => record!));
            cursor = page["records"]!.AsArray().Count == 100 ? (string?)page["cursor"] : null;
        }
        while (cursor is not null);
        return posts;
    }

    /// <summary>How many posts the server holds for the account.</summary>
    public async Task<int> CountPosts(string did) => (await Posts(did)).Count;

    /// <summary>Calls a procedure of the server as it is; throws with the server's words when it refuses.</summary>
    public async Task<JsonNode> Post(string procedure, object body, string? token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, procedure);
        request.Content = JsonContent.Create(body);
        if (token is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var response = await http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        return response.IsSuccessStatusCode
            ? JsonNode.Parse(text.Length == 0 ? "{}" : text)!
            : throw new HttpRequestException($"{procedure} answered {(int)response.StatusCode}: {text}", null, response.StatusCode);
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await program.DisposeAsync();
        if (Directory.Exists(files))
            Directory.Delete(files, recursive: true);
    }
}
