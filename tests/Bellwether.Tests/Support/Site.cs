using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Bellwether.Kernel;
using Bellwether.Storage;
using Bellwether.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Bellwether.Tests.Support;

/// <summary>The real server with all its doors, on a free loopback port and a fresh database, set up through its own page's route.</summary>
public sealed class Site : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly string folder;

    private Site(WebApplication app, string folder, HttpClient http) => (this.app, this.folder, Http) = (app, folder, http);

    /// <summary>A client that is signed in as the owner by cookie, once set up.</summary>
    public HttpClient Http { get; }

    public Uri Address => Http.BaseAddress!;

    public IServiceProvider Services => app.Services;

    public string Brand { get; private set; } = "";

    /// <summary>A server with an owner, a workspace and a brand; <paramref name="with"/> may replace services.</summary>
    public static async Task<Site> StartAsync(DatabaseKind kind = DatabaseKind.Sqlite, Action<IServiceCollection>? with = null)
    {
        var site = await StartEmptyAsync(kind, with);
        await site.SetUpAsync();
        return site;
    }

    /// <summary>A server on a database without a row; its tables are copied, so that not every test waits for each migration.</summary>
    public static async Task<Site> StartEmptyAsync(DatabaseKind kind = DatabaseKind.Sqlite, Action<IServiceCollection>? with = null)
    {
        var folder = Directory.CreateTempSubdirectory("bellwether-site-").FullName;
        var address = await Databases.WithDoorsAsync(kind, folder);
        var database = kind == DatabaseKind.Postgres ? address.ConnectionString : null;
        var builder = Host.Builder(Settings.From(folder, database, "http://127.0.0.1:0"), quiet: true);
        with?.Invoke(builder.Services);
        var app = Host.Build(builder);
        await Host.PrepareAsync(app.Services);
        await app.StartAsync();
        return new Site(app, folder, NewClient(app.Urls.First()));
    }

    /// <summary>Another client that shares no cookie with the first.</summary>
    public HttpClient Client(string? token = null)
    {
        var http = NewClient(app.Urls.First());
        if (token is not null)
        {
            http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }

        return http;
    }

    /// <summary>Sends JSON and gives the answer as JSON; a refusal fails the test with the server's words.</summary>
    public async Task<JsonNode> SendAsync(HttpMethod method, string path, object? body = null)
    {
        using var answer = await RawAsync(method, path, body);
        var text = await answer.Content.ReadAsStringAsync();
        answer.IsSuccessStatusCode.ShouldBeTrue($"{method} {path}: {(int)answer.StatusCode} {text}");
        return text.Length == 0 ? new JsonObject() : JsonNode.Parse(text)!;
    }

    public Task<JsonNode> GetAsync(string path) => SendAsync(HttpMethod.Get, path);

    public Task<JsonNode> PostAsync(string path, object? body = null) => SendAsync(HttpMethod.Post, path, body ?? new { });

    public Task<HttpResponseMessage> RawAsync(HttpMethod method, string path, object? body = null)
    {
        var request = new HttpRequestMessage(method, path);
        if (body is not null)
        {
            request.Content = JsonContent.Create(body, body.GetType(), options: HouseJson.Options);
        }

        return Http.SendAsync(request);
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await app.StopAsync();
        await app.DisposeAsync();
        Databases.LetGo(DatabaseAddress.InFolder(folder));
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>Sets up owner, workspace and brand as the first visit does; the client is signed in afterwards.</summary>
    public async Task SetUpAsync(string email = "ana@example.org")
    {
        await PostAsync("/account/set-up", new { name = "Ana", email, password = "correct horse battery", workspaceName = "Taco", brandName = "Taco Loco", zone = "Europe/Berlin", currency = "EUR" });
        Brand = (await GetAsync("/account/state"))["brands"]![0]!["id"]!.GetValue<string>();
    }

    private static HttpClient NewClient(string address)
    {
        var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(address), Timeout = TimeSpan.FromMinutes(5) };
        http.DefaultRequestHeaders.Add("X-Bellwether", "1");
        return http;
    }
}
