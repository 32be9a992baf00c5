using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;

namespace Bellwether.Tests.Support;

/// <summary>Somebody on the site: what a person types in to connect it.</summary>
public sealed record WordPressAuthor(int Id, string Name, string Password);

/// <summary>A real WordPress on loopback, shared by the run; a new author per test keeps tests apart.</summary>
public sealed class WordPressServer : IAsyncDisposable
{
    private static readonly OncePerRun<WordPressServer> Run = new(StartAsync);
    private readonly RunningProgram program;
    private readonly HttpClient http;
    private int last;

    private WordPressServer(RunningProgram program, string address, string key)
    {
        (this.program, Address) = (program, address);
        http = new HttpClient();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(key)));
    }

    public string Address { get; }

    /// <summary>The site of this run; the first caller starts it (about two seconds).</summary>
    public static Task<WordPressServer> Shared() => Run.Get();

    /// <summary>Somebody who may publish, with a password for one program.</summary>
    public async Task<WordPressAuthor> AuthorAsync()
    {
        var name = $"writer{Interlocked.Increment(ref last)}";
        var user = await AsAdminAsync(HttpMethod.Post, "users", new JsonObject { ["username"] = name, ["password"] = "not used " + name, ["email"] = $"{name}@example.org", ["roles"] = new JsonArray("author") });
        var id = (int)user["id"]!;
        return new WordPressAuthor(id, name, (string)(await AsAdminAsync(HttpMethod.Post, $"users/{id}/application-passwords", new JsonObject { ["name"] = "Bellwether" }))["password"]!);
    }

    /// <summary>Calls the site as its administrator.</summary>
    public async Task<JsonNode> AsAdminAsync(HttpMethod method, string route, JsonObject? body = null)
    {
        using var request = new HttpRequestMessage(method, $"{Address}/?rest_route=/wp/v2/{route}");
        request.Content = body is null ? null : JsonContent.Create(body);
        using var response = await http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        return response.IsSuccessStatusCode ? JsonNode.Parse(text)! : throw new HttpRequestException($"{route} answered {(int)response.StatusCode}: {text}");
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await program.DisposeAsync();
    }

    private static async Task<WordPressServer> StartAsync()
    {
        if (!Directory.Exists("/usr/share/wordpress"))
            throw new InvalidOperationException("WordPress is not installed; type: apt-get install wordpress php-cli php-mysql php-gd php-xml php-mbstring php-curl mariadb-server");
        var folder = Directory.CreateTempSubdirectory("bellwether-wordpress-").FullName;
        var port = TestServers.FreePort();
        var started = RunningProgram.Start("bash", [Path.Combine(TestServers.Folder, "wordpress.sh"), folder, port.ToString(), TestServers.FreePort().ToString()], folder);
        try
        {
            var ready = await started.Expect("READY", TimeSpan.FromSeconds(120));
            return new WordPressServer(started, $"http://127.0.0.1:{port}", ready.Split(' ', 2)[1].Trim());
        }
        catch
        {
            await started.DisposeAsync();
            throw;
        }
    }
}
