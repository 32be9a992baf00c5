using System.Text.Json.Nodes;
using Bellwether.Networks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace Bellwether.Tests.Support;

/// <summary>What a fake answers.</summary>
public sealed record FakeAnswer(int Status, JsonNode? Body = null, string? Header = null, string? HeaderValue = null);

/// <summary>
/// What the stand-ins for networks with OAuth share: a loopback server in the place of the network's hosts, and tokens. Each is
/// written after the network's documentation; none is the network. What goes wrong on the way stands before it, in FaultyFront.
/// </summary>
public abstract class FakeSocial : IAsyncDisposable
{
    private readonly Lock gate = new();
    private readonly WebApplication app;
    private readonly string[] hosts;

    protected FakeSocial(FakeTokens tokens, params string[] hosts)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0").ConfigureKestrel(server => server.Limits.MaxRequestBodySize = null);
        (app, this.hosts, Tokens) = (builder.Build(), hosts, tokens);
    }

    public string Address => app.Urls.First();

    public FakeTokens Tokens { get; }

    /// <summary>The network's clock.</summary>
    public Func<Instant> Now
    {
        get => Tokens.Now;
        set => Tokens.Now = value;
    }

    /// <summary>This server in the place of the network's own hosts.</summary>
    internal NetworkHosts Hosts => new(HostsAt(Address));

    /// <summary>An address, such as of what stands before this server, in the place of the network's own hosts.</summary>
    internal Dictionary<string, string> HostsAt(string address) => hosts.ToDictionary(host => host, _ => address);

    protected WebApplication App => app;

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected Task RunAsync() => app.StartAsync();

    /// <summary>A call that changes what people see: one at a time, as a database would.</summary>
    protected Task AnswerAsync(HttpContext http, Func<FakeAnswer> act)
    {
        FakeAnswer answer;
        lock (gate)
        {
            answer = act();
        }

        return WriteAsync(http, answer);
    }

    protected static async Task<JsonObject> BodyAsync(HttpContext http) => (await JsonNode.ParseAsync(http.Request.Body))!.AsObject();

    protected static Task WriteAsync(HttpContext http, FakeAnswer answer)
    {
        http.Response.StatusCode = answer.Status;
        if (answer.Header is { } name)
        {
            http.Response.Headers[name] = answer.HeaderValue;
        }

        if (answer.Body is null)
        {
            return Task.CompletedTask;
        }

        http.Response.ContentType = "application/json";
        return http.Response.WriteAsync(answer.Body.ToJsonString());
    }
}
