using System.Collections.Concurrent;
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
/// What the stand-ins for networks with OAuth share: a loopback server in the place of the network's hosts, tokens, and faults
/// that happen to the next visible calls. Each is written after the network's documentation; none is the network.
/// </summary>
public abstract class FakeSocial : IAsyncDisposable
{
    private readonly ConcurrentQueue<(bool Arrives, WebhookFault Fault)> faults = new();
    private readonly WebApplication app;
    private readonly string[] hosts;

    protected FakeSocial(FakeTokens tokens, params string[] hosts)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
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

    /// <summary>What visible calls brought, the first one first.</summary>
    public ConcurrentQueue<JsonObject> Received { get; } = new();

    /// <summary>This server in the place of the network's own hosts.</summary>
    internal NetworkHosts Hosts => new(hosts.ToDictionary(host => host, _ => Address));

    protected WebApplication App => app;

    /// <summary>The next visible call is lost on the way like this.</summary>
    public void NextIsLost(WebhookFault fault) => faults.Enqueue((false, fault));

    /// <summary>The next visible call arrives, and its answer gets lost like this.</summary>
    public void NextAnswerIsLost(WebhookFault fault) => faults.Enqueue((true, fault));

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected Task RunAsync() => app.StartAsync();

    /// <summary>A call that people can see: arrives, is lost, or its answer is.</summary>
    protected async Task VisibleAsync(HttpContext http, JsonObject body, Func<FakeAnswer> act)
    {
        Received.Enqueue(body);
        var (arrives, fault) = faults.TryDequeue(out var planned) ? planned : default;
        var answer = fault is null || arrives ? act() : null;
        if (fault is null)
        {
            await WriteAsync(http, answer!);
        }
        else
        {
            await fault.Happen(http, CancellationToken.None);
        }
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
