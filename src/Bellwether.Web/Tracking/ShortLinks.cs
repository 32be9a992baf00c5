using Bellwether.Links;
using Bellwether.Tracking;
using Microsoft.Extensions.Primitives;

namespace Bellwether.Web.Tracking;

/// <summary>
/// Answers /l/{code} before anything else looks at the request: no sign-in, no cookie, no compression.
/// Everybody else's requests only tell under which address they came.
/// </summary>
internal static class ShortLinks
{
    private const string Prefix = "/l/";

    public static void UseShortLinks(this WebApplication app)
    {
        var redirects = app.Services.GetRequiredService<Redirects>();
        var address = app.Services.GetRequiredService<PublicAddress>();
        address.Configure(app.Services.GetRequiredService<Settings>().PublicUrl);
        app.Use(next => http =>
        {
            if (http.Request.Path.Value is { } path && path.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase)
                && (HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method)))
            {
                return AnswerAsync(http, redirects, path[Prefix.Length..].TrimEnd('/'));
            }

            if (!address.IsConfigured)
            {
                address.Asked($"{http.Request.Scheme}://{http.Request.Host}");
            }

            return next(http);
        });
    }

    private static async Task AnswerAsync(HttpContext http, Redirects redirects, string code)
    {
        var headers = http.Request.Headers;
        var hit = new Hit(
            code,
            SiteCollection.HeadersOf(http.Request),
            One(headers.Referer),
            http.Connection.RemoteIpAddress?.GetAddressBytes() ?? [],
            SiteCollection.AskedOut(http.Request));
        // The caller may leave; the hit counts all the same.
        var target = await redirects.FollowAsync(hit, CancellationToken.None);
        var answer = http.Response;
        answer.Headers.CacheControl = "no-store";
        answer.Headers["X-Robots-Tag"] = "noindex";
        if (target is null)
        {
            answer.StatusCode = StatusCodes.Status404NotFound;
            answer.ContentType = "text/plain; charset=utf-8";
            if (!HttpMethods.IsHead(http.Request.Method))
            {
                await answer.WriteAsync("There is no such link. Check the address for a typing mistake.");
            }

            return;
        }

        answer.StatusCode = StatusCodes.Status302Found;
        answer.Headers.Location = Ascii(target);
    }

    // Headers carry ASCII only; letters beyond it travel percent-encoded, and hosts in their own encoding.
    private static string Ascii(string target) =>
        System.Text.Ascii.IsValid(target) ? target : new Uri(target).AbsoluteUri;

    private static string? One(StringValues values) => values.Count == 0 ? null : values[0];
}
