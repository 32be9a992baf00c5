using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Extensions.Logging;

namespace Bellwether.Tests.Support;

/// <summary>
/// A fault-injecting fake receiver of webhooks: a real HTTP server on loopback that keeps every request, answers 200,
/// and goes wrong exactly as often as the test asks. It is not a peer's software.
/// </summary>
public sealed class WebhookReceiver : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentQueue<ReceivedWebhook> received = new();
    private readonly ConcurrentQueue<WebhookFault> planned = new();
    private readonly CancellationTokenSource stopping = new();
    private readonly SemaphoreSlim arrivals = new(0);
    private volatile WebhookFault? always;

    private WebhookReceiver(WebApplication app) => this.app = app;

    /// <summary>Where to send; any path is taken.</summary>
    public Uri Address => new(new Uri(app.Urls.First()), "hook");

    /// <summary>Every request that was read, in order of arrival, also those answered with a fault.</summary>
    public IReadOnlyList<ReceivedWebhook> Requests => [.. received];

    public static async Task<WebhookReceiver> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var receiver = new WebhookReceiver(builder.Build());
        receiver.app.Run(receiver.Take);
        await receiver.app.StartAsync();
        return receiver;
    }

    /// <summary>The next requests go wrong like this, one fault each; afterwards all is well again.</summary>
    public void Next(params WebhookFault[] faults)
    {
        foreach (var fault in faults)
            planned.Enqueue(fault);
    }

    /// <summary>Every request goes wrong like this until told otherwise (null).</summary>
    public void Always(WebhookFault? fault) => always = fault;

    /// <summary>Waits until one more request was read; throws when none comes in time.</summary>
    public async Task<ReceivedWebhook> WaitForRequest(TimeSpan within)
    {
        if (!await arrivals.WaitAsync(within))
            throw new TimeoutException($"No webhook arrived within {within.TotalSeconds} s; {received.Count} before.");
        return received.Last();
    }

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        await app.DisposeAsync();
        stopping.Dispose();
        arrivals.Dispose();
    }

    private async Task Take(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        var headers = context.Request.Headers.ToDictionary(
            header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        received.Enqueue(new ReceivedWebhook(
            context.Request.Method, context.Request.GetEncodedPathAndQuery(), headers, body.ToArray()));
        arrivals.Release();

        var fault = planned.TryDequeue(out var next) ? next : always;
        if (fault is not null)
            await fault.Happen(context, stopping.Token);
    }
}
