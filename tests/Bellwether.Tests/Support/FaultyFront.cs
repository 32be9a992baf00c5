using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Extensions.Logging;

namespace Bellwether.Tests.Support;

/// <summary>
/// What stands between the program and a network: a real HTTP server on loopback that hands calls on, to a fake's own code or to
/// another server, and goes wrong as a test asks, but only at calls that people would see the result of.
/// </summary>
public sealed class FaultyFront : IAsyncDisposable
{
    private static readonly HttpClient Onward = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false, UseCookies = false });
    private readonly WebApplication app;
    private readonly Func<HttpRequest, bool> isVisible;
    private readonly RequestDelegate answer;
    private readonly ConcurrentQueue<(bool Arrives, WebhookFault Fault)> faults = new();
    private int calls;

    private FaultyFront(WebApplication app, Func<HttpRequest, bool> isVisible, RequestDelegate answer) => (this.app, this.isVisible, this.answer) = (app, isVisible, answer);

    public string Address => app.Urls.First();

    /// <summary>Visible calls so far, whatever became of them.</summary>
    public int Calls => calls;

    /// <summary>How long answers to visible calls take.</summary>
    public TimeSpan AnswersAfter { get; set; }

    /// <summary>Stands before a fake, which answers in this process.</summary>
    public static async Task<FaultyFront> StartAsync(Func<HttpRequest, bool> isVisible, RequestDelegate answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0").ConfigureKestrel(server => server.Limits.MaxRequestBodySize = null);
        var front = new FaultyFront(builder.Build(), isVisible, answer);
        front.app.Run(front.TakeAsync);
        await front.app.StartAsync();
        return front;
    }

    /// <summary>Stands before another server; in its answers, its address becomes this one, so that calls go on coming here.</summary>
    public static async Task<FaultyFront> BeforeAsync(string server, Func<HttpRequest, bool> isVisible, Func<HttpContext, Task<bool>>? answersItself = null)
    {
        var there = server.TrimEnd('/');
        FaultyFront? front = null;
        front = await StartAsync(isVisible, async http =>
        {
            if (answersItself is null || !await answersItself(http))
            {
                await HandOnAsync(http, there, front!.Address);
            }
        });
        return front;
    }

    /// <summary>The next visible call is lost on the way like this.</summary>
    public void NextIsLost(WebhookFault fault) => faults.Enqueue((false, fault));

    /// <summary>The next visible call arrives, and its answer gets lost like this.</summary>
    public void NextAnswerIsLost(WebhookFault fault) => faults.Enqueue((true, fault));

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task TakeAsync(HttpContext http)
    {
        // Read whole, so that a fault after it is one after arrival.
        var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body, http.RequestAborted);
        body.Position = 0;
        http.Request.Body = body;
        if (!isVisible(http.Request))
        {
            await answer(http);
            return;
        }

        Interlocked.Increment(ref calls);
        var (arrives, fault) = faults.TryDequeue(out var planned) ? planned : default;
        if (fault is null)
        {
            await answer(http);
            await Task.Delay(AnswersAfter, CancellationToken.None);
            return;
        }

        if (arrives)
        {
            var real = http.Response.Body;
            http.Response.Body = new MemoryStream();
            await answer(http);
            http.Response.Body = real;
            http.Response.Headers.Clear();
        }

        await fault.Happen(http, CancellationToken.None);
    }

    private static async Task HandOnAsync(HttpContext http, string there, string here)
    {
        using var onward = new HttpRequestMessage(new HttpMethod(http.Request.Method), there + http.Request.GetEncodedPathAndQuery());
        // An empty body counts too: it carries headers, such as the one that asks how far an upload is.
        onward.Content = http.Request.ContentLength is not null || http.Request.Body.Length > 0 ? new StreamContent(http.Request.Body) : null;
        foreach (var (name, value) in http.Request.Headers.Where(header => header.Key is not ("Host" or "Connection" or "Transfer-Encoding" or "Accept-Encoding")))
        {
            if (!onward.Headers.TryAddWithoutValidation(name, (IEnumerable<string>)value!))
            {
                onward.Content?.Headers.TryAddWithoutValidation(name, (IEnumerable<string>)value!);
            }
        }

        using var response = await Onward.SendAsync(onward);
        http.Response.StatusCode = (int)response.StatusCode;
        foreach (var (name, values) in response.Headers.Concat(response.Content.Headers).Where(header => header.Key is not ("Transfer-Encoding" or "Content-Length" or "Connection")))
        {
            http.Response.Headers[name] = values.Select(value => value.Replace(there, here, StringComparison.Ordinal)).ToArray();
        }

        var text = (await response.Content.ReadAsStringAsync()).Replace(there, here, StringComparison.Ordinal).Replace(there.Replace("/", "\\/", StringComparison.Ordinal), here.Replace("/", "\\/", StringComparison.Ordinal), StringComparison.Ordinal);
        if (response.StatusCode is not System.Net.HttpStatusCode.NoContent and not System.Net.HttpStatusCode.NotModified)
        {
            await http.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(text));
        }
    }
}
