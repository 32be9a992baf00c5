using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text;
using Bellwether.Kernel;

namespace Bellwether.Networks;

/// <summary>What came of a call to the outside.</summary>
public abstract record HttpAnswer
{
    /// <summary>The server answered.</summary>
    public sealed record Answered(int Status, IReadOnlyDictionary<string, string> Headers, string Body) : HttpAnswer
    {
        /// <summary>The body as it came, where the call asked for that.</summary>
        public byte[] Bytes { get; init; } = [];

        public bool IsSuccess => Status is >= 200 and < 300;

        public string? Header(string name) => Headers.GetValueOrDefault(name.ToLowerInvariant());
    }

    /// <summary>Nothing of the body reached the server.</summary>
    public sealed record NotSent(string Why) : HttpAnswer;

    /// <summary>The body, or a part of it, left; the answer did not come or was unreadable.</summary>
    public sealed record Unclear(string Why) : HttpAnswer;
}

/// <summary>One call to the outside.</summary>
public sealed record HttpCall(HttpMethod Method, string Url, byte[]? Body = null, string ContentType = "application/json")
{
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>How long the whole call may take.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The most that is read of an answer, in bytes.</summary>
    public int Most { get; init; } = 1_000_000;

    /// <summary>Whether the answer is kept as bytes, for whoever finds out its encoding.</summary>
    public bool AsBytes { get; init; }
}

/// <summary>
/// The one client that calls addresses from outside: the name is resolved once and every address checked, then exactly that
/// address is connected to; no redirects, no cookies, no proxy; time and size are capped.
/// </summary>
[Single]
public sealed class GuardedHttp : IDisposable
{
    private readonly OutgoingRules rules;
    private readonly TimeProvider clock;
    private readonly HttpClient client;

    public GuardedHttp(OutgoingRules rules)
        : this(rules, TimeProvider.System)
    {
    }

    public GuardedHttp(OutgoingRules rules, TimeProvider clock)
    {
        this.rules = rules;
        this.clock = clock;
        client = new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
            AutomaticDecompression = DecompressionMethods.All,
            ConnectTimeout = TimeSpan.FromSeconds(10),
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            MaxConnectionsPerServer = 64,
            MaxResponseHeadersLength = 64,
            ConnectCallback = ConnectAsync,
        })
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };
        client.DefaultRequestHeaders.UserAgent.ParseAdd($"Bellwether/{typeof(GuardedHttp).Assembly.GetName().Version?.ToString(3)} (social media marketing programme; self-hosted)");
    }

    /// <summary>Waits between two calls, such as while the other side works on a video.</summary>
    public Task PauseAsync(TimeSpan pause, CancellationToken cancel) => Task.Delay(pause, clock, cancel);

    /// <summary>Makes a call. Throws only when the caller cancels.</summary>
    public async Task<HttpAnswer> CallAsync(HttpCall call, CancellationToken cancel)
    {
        if (rules.Problem(call.Url) is { } problem)
        {
            return new HttpAnswer.NotSent(problem);
        }

        using var request = new HttpRequestMessage(call.Method, call.Url);
        using var content = call.Body is null ? null : new WatchedContent(call.Body, call.ContentType);
        request.Content = content;
        foreach (var (name, value) in call.Headers)
        {
            if (!request.Headers.TryAddWithoutValidation(name, value))
            {
                // Such as “Content-Disposition” or “Content-Range”, which belongs to the body.
                content?.Headers.TryAddWithoutValidation(name, value);
            }
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(call.Timeout);
        try
        {
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limit.Token);
            var body = await ReadAsync(response, call.Most, limit.Token);
            var headers = response.Headers.Concat(response.Content.Headers)
                .ToDictionary(header => header.Key.ToLowerInvariant(), header => string.Join(", ", header.Value), StringComparer.Ordinal);
            return new HttpAnswer.Answered((int)response.StatusCode, headers, call.AsBytes ? "" : Encoding.UTF8.GetString(body)) { Bytes = call.AsBytes ? body : [] };
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            throw;
        }
        catch (OperationCanceledException)
        {
            return Failure(content, $"There was no answer within {call.Timeout.TotalSeconds:0} seconds.");
        }
        catch (Exception weather) when (weather is HttpRequestException or IOException or SocketException or AuthenticationException or InvalidDataException)
        {
            return Failure(content, Words(weather));
        }
    }

    public void Dispose() => client.Dispose();

    // A call without a body changes nothing on the other side, so an unclear end of one is as good as not sent.
    private static HttpAnswer Failure(WatchedContent? content, string why) =>
        content is { Started: true } ? new HttpAnswer.Unclear(why) : new HttpAnswer.NotSent(why);

    private static string Words(Exception weather) => weather switch
    {
        HttpRequestException { InnerException: OutgoingRefusedException refused } => refused.Message,
        HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } => "The server's name is not known. Check the address.",
        HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } => "The server’s certificate is not trusted: it is self-signed, has expired or is for another name. Use one of a known authority, or give an http address whose host the operator names in BELLWETHER_ALLOW_HOSTS.",
        HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError } => "The server could not be reached.",
        _ => "The connection broke off.",
    };

    private static async Task<byte[]> ReadAsync(HttpResponseMessage response, int most, CancellationToken cancel)
    {
        await using var stream = await response.Content.ReadAsStreamAsync(cancel);
        var buffer = new byte[8192];
        using var read = new MemoryStream();
        int count;
        while (read.Length < most && (count = await stream.ReadAsync(buffer, cancel)) > 0)
        {
            read.Write(buffer, 0, (int)Math.Min(count, most - read.Length));
        }

        return read.ToArray();
    }

    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancel)
    {
        var (host, port) = (context.DnsEndPoint.Host, context.DnsEndPoint.Port);
        var addresses = await Dns.GetHostAddressesAsync(host, cancel);
        if (!rules.IsNamed(host, port) && (addresses.Length == 0 || addresses.Any(address => !OutgoingRules.IsPublic(address))))
        {
            throw new OutgoingRefusedException(OutgoingRules.PrivateProblem(host));
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, port, cancel);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private sealed class OutgoingRefusedException(string message) : IOException(message);

    /// <summary>Knows whether any of it was handed to the connection.</summary>
    private sealed class WatchedContent : ByteArrayContent
    {
        public WatchedContent(byte[] body, string type)
            : base(body) => Headers.TryAddWithoutValidation("Content-Type", type);

        public bool Started { get; private set; }

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
        {
            Started = true;
            return base.SerializeToStreamAsync(stream, context, cancellationToken);
        }

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            Started = true;
            return base.SerializeToStreamAsync(stream, context);
        }
    }
}
