using System.Buffers;
using System.IO.Pipelines;
using System.Text.Json;
using Bellwether.Kernel;
using Bellwether.Links;
using Bellwether.Tracking;
using Bellwether.Web.Doors;
using Microsoft.Extensions.Primitives;

namespace Bellwether.Web.Tracking;

/// <summary>
/// What pages of the brand's own sites call, before anything else looks at the request: the script, the pixel, the reports that
/// carry a public key, and the page that takes one's own browser out of the counting. Requests with a token go on to sign-in.
/// </summary>
internal static class SiteCollection
{
    /// <summary>The cookie of a browser that belongs to the brand's own people; only who asks for it has it.</summary>
    public const string OwnCookie = "bw_own";

    /// <summary>A report is never longer.</summary>
    public const int MostBytes = 8_192;

    private static readonly byte[] Pixel = Convert.FromBase64String("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7");
    private static readonly byte[] Script = ReadScript();
    private static readonly string ScriptTag = $"\"{Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Script))[..16]}\"";
    private static readonly byte[][] Answers = [.. Enum.GetValues<HitOutcome>().Select(outcome => JsonSerializer.SerializeToUtf8Bytes(new { outcome }, HouseJson.Options))];

    public static void UseSiteCollection(this WebApplication app)
    {
        var intake = app.Services.GetRequiredService<Intake>();
        var sites = app.Services.GetRequiredService<SiteTable>();
        app.Use(next => http => http.Request.Path.Value switch
        {
            "/t/events" when HttpMethods.IsOptions(http.Request.Method) => Preflight(http, sites),
            "/t/events" when HttpMethods.IsPost(http.Request.Method) && http.Request.Headers.Authorization.Count == 0 => TakeAsync(http, intake, sites),
            "/t/pixel.gif" when HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method) => PixelAsync(http, intake),
            "/t/script.js" when HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method) => ScriptAsync(http),
            "/t/own" when HttpMethods.IsGet(http.Request.Method) => OwnAsync(http),
            _ => next(http),
        });
    }

    /// <summary>Whether the browser is one of the brand's own people's.</summary>
    public static bool AskedOut(HttpRequest request) => request.Headers.Cookie is { Count: > 0 } cookies && cookies.ToString().Contains(OwnCookie + "=1", StringComparison.Ordinal);

    /// <summary>What the filter judges by.</summary>
    public static HitHeaders HeadersOf(HttpRequest request) =>
        new(request.Method, One(request.Headers.UserAgent), One(request.Headers["Purpose"]), One(request.Headers["Sec-Purpose"]), One(request.Headers["X-Moz"]), One(request.Headers["X-Purpose"]));

    private static async Task TakeAsync(HttpContext http, Intake intake, SiteTable sites)
    {
        try
        {
            var origin = OriginOf(http.Request);
            var report = await ReadAsync(http.Request);
            // A browser may read the answer only on a page of that very site.
            if (origin is not null && sites.OfKey(report.Site) is { } site && TaggedAddress.IsOwn(origin, site.Hosts))
            {
                LetRead(http);
            }

            var outcome = await intake.TakeAsync(report, ReporterOf(http, origin), CancellationToken.None);
            http.Response.StatusCode = outcome == HitOutcome.Overload ? StatusCodes.Status429TooManyRequests : StatusCodes.Status202Accepted;
            http.Response.ContentType = "application/json";
            http.Response.ContentLength = Answers[(int)outcome].Length;
            await http.Response.Body.WriteAsync(Answers[(int)outcome]);
        }
        catch (ProblemException problem)
        {
            await ProblemDoor.WriteAsync(http, ProblemAnswer.Of(problem));
        }
        catch (BadHttpRequestException failure)
        {
            await ProblemDoor.WriteAsync(http, new ProblemAnswer("/problems/malformed", "Cannot be read", failure.StatusCode, failure.Message, "malformed"));
        }
    }

    private static Reporter ReporterOf(HttpContext http, string? origin) => new(
        HeadersOf(http.Request), http.Connection.RemoteIpAddress?.GetAddressBytes() ?? [], AskedOut(http.Request),
        http.Request.Headers["DNT"] == "1" || http.Request.Headers["Sec-GPC"] == "1", origin);

    private static async Task<PageReport> ReadAsync(HttpRequest request)
    {
        if (request.ContentLength > MostBytes)
        {
            throw TooLong();
        }

        while (true)
        {
            var read = await request.BodyReader.ReadAsync();
            if (read.Buffer.Length > MostBytes)
            {
                throw TooLong();
            }

            if (read.IsCompleted)
            {
                return Parse(read.Buffer, request.BodyReader);
            }

            request.BodyReader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }

    // Whatever type it claims: browsers send beacons as plain text.
    private static PageReport Parse(ReadOnlySequence<byte> body, PipeReader from)
    {
        try
        {
            var reader = new Utf8JsonReader(body, new JsonReaderOptions { MaxDepth = 4 });
            return JsonSerializer.Deserialize<PageReport>(ref reader, HouseJson.Options) ?? throw Unread();
        }
        catch (JsonException)
        {
            throw Unread();
        }
        finally
        {
            from.AdvanceTo(body.End);
        }
    }

    private static ProblemException TooLong() => new(ProblemKind.TooLarge, "report-too-long", $"A report has at most {MostBytes} bytes.");

    private static ProblemException Unread() => new(ProblemKind.Malformed, "report-unread", "The report is a JSON object such as {\"site\": \"…\", \"url\": \"https://shop.example/menu\"}.");

    /// <summary>The picture comes whatever became of the report: a page must not look broken.</summary>
    private static async Task PixelAsync(HttpContext http, Intake intake)
    {
        var query = http.Request.Query;
        var url = One(query["url"]) ?? One(http.Request.Headers.Referer);
        try
        {
            await intake.TakeAsync(new PageReport(One(query["site"]), One(query["name"]), url), ReporterOf(http, null), CancellationToken.None);
        }
        catch (ProblemException)
        {
            // The test page tells what is wrong; the visitor need not.
        }

        http.Response.ContentType = "image/gif";
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers["Cross-Origin-Resource-Policy"] = "cross-origin";
        await SendAsync(http, Pixel);
    }

    private static Task ScriptAsync(HttpContext http)
    {
        var headers = http.Response.Headers;
        headers.ETag = ScriptTag;
        headers.CacheControl = "public, max-age=3600";
        headers["Cross-Origin-Resource-Policy"] = "cross-origin";
        headers.XContentTypeOptions = "nosniff";
        http.Response.ContentType = "text/javascript; charset=utf-8";
        if (http.Request.Headers.IfNoneMatch == ScriptTag)
        {
            http.Response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        return SendAsync(http, Script);
    }

    private static Task SendAsync(HttpContext http, byte[] content)
    {
        http.Response.ContentLength = content.Length;
        return HttpMethods.IsHead(http.Request.Method) ? Task.CompletedTask : http.Response.Body.WriteAsync(content).AsTask();
    }

    /// <summary>Takes this browser out of the counting, or back in. Only somebody who goes there does so, not a page that loads it as a picture.</summary>
    private static Task OwnAsync(HttpContext http)
    {
        var back = http.Request.Query["count"] == "yes";
        if (One(http.Request.Headers["Sec-Fetch-Mode"]) is null or "navigate")
        {
            // Sent along from the pages of the own site where the browser lets it; everywhere else short links know it.
            var options = new CookieOptions { HttpOnly = true, Secure = http.Request.IsHttps, SameSite = http.Request.IsHttps ? SameSiteMode.None : SameSiteMode.Lax, Path = "/", MaxAge = back ? TimeSpan.Zero : TimeSpan.FromDays(400) };
            http.Response.Cookies.Append(OwnCookie, back ? "" : "1", options);
        }

        return back
            ? PublicPage.SendAsync(http, StatusCodes.Status200OK, "Counted again", "<h1>This browser counts again</h1><p>Your clicks and visits are counted like everybody’s.</p><p><a href=\"/t/own\">Leave this browser out</a></p>")
            : PublicPage.SendAsync(http, StatusCodes.Status200OK, "Not counted", "<h1>This browser is not counted</h1><p>Your clicks on short links are listed as own traffic and do not count, for 400 days or until you delete this cookie. Visits to your own site are recognised too where your browser sends the cookie along; to be sure, name your network under Tracking, Site.</p><p><a href=\"/t/own?count=yes\">Count this browser again</a></p>");
    }

    private static Task Preflight(HttpContext http, SiteTable sites)
    {
        if (OriginOf(http.Request) is { } origin && sites.HasHost(origin))
        {
            LetRead(http);
            http.Response.Headers.AccessControlAllowMethods = "POST";
            http.Response.Headers.AccessControlAllowHeaders = "content-type";
            http.Response.Headers.AccessControlMaxAge = "86400";
        }

        http.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    }

    private static void LetRead(HttpContext http)
    {
        http.Response.Headers.AccessControlAllowOrigin = http.Request.Headers.Origin;
        http.Response.Headers.AccessControlAllowCredentials = "true";
        http.Response.Headers.Vary = "Origin";
    }

    private static string? OriginOf(HttpRequest request) =>
        One(request.Headers.Origin) is { } origin && Uri.TryCreate(origin, UriKind.Absolute, out var uri) && uri.Host.Length > 0 ? ReferrerHosts.HostOf(uri.Host) : null;

    private static string? One(StringValues values) => values.Count == 0 ? null : values[0];

    private static byte[] ReadScript()
    {
        using var stream = typeof(SiteCollection).Assembly.GetManifestResourceStream("Bellwether.Web.Tracking.script.js") ?? throw new InvalidOperationException("The script is missing from the program.");
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
