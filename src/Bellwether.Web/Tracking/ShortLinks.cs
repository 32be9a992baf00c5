using Bellwether.Links;
using Bellwether.Tracking;
using Bellwether.Web.Doors;
using Microsoft.Extensions.Primitives;

namespace Bellwether.Web.Tracking;

/// <summary>
/// Answers /l/{code} and /q/{code} before anything else looks at the request: no sign-in, no cookie, no compression. On a brand's own
/// host it answers everything: codes of this brand, its page of links, and whether this program is here.
/// Everybody else's requests only tell under which address they came.
/// </summary>
internal static class ShortLinks
{
    public static void UseShortLinks(this WebApplication app)
    {
        var redirects = app.Services.GetRequiredService<Redirects>();
        var address = app.Services.GetRequiredService<PublicAddress>();
        var hosts = app.Services.GetRequiredService<LinkHosts>();
        address.Configure(app.Services.GetRequiredService<Settings>().PublicUrl);
        app.Use(next => http =>
        {
            var owner = hosts.OwnerOf(http.Request.Host.Host);
            var asked = ShortPath.Of(http.Request.Path.Value ?? "", owner is not null);
            if (asked.Kind is ShortPathKind.Code or ShortPathKind.Scan or ShortPathKind.Proof && (HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method)))
            {
                return asked.Kind == ShortPathKind.Proof ? ProveAsync(http, owner) : AnswerAsync(http, redirects, asked, owner);
            }

            if (!address.IsConfigured && owner is null)
            {
                address.Asked($"{http.Request.Scheme}://{http.Request.Host}");
            }

            return next(http);
        });
        app.Use(next => http => hosts.OwnerOf(http.Request.Host.Host) is { } owner ? HubPages.AnswerAsync(http, owner, ShortPath.Of(http.Request.Path.Value ?? "", ownHost: true)) : next(http));
    }

    /// <summary>Says to the test of a domain who is here; 421 where the name that was asked for is no brand's, so that a proxy that hides it is found out.</summary>
    private static Task ProveAsync(HttpContext http, HostOwner? owner)
    {
        http.Response.StatusCode = owner is null ? StatusCodes.Status421MisdirectedRequest : StatusCodes.Status200OK;
        http.Response.ContentType = "text/plain; charset=utf-8";
        http.Response.Headers.CacheControl = "no-store";
        return http.Response.WriteAsync(owner?.Proof ?? "This name is no brand's own host for links.");
    }

    private static async Task AnswerAsync(HttpContext http, Redirects redirects, ShortPath asked, HostOwner? owner)
    {
        var headers = http.Request.Headers;
        var hit = new Hit(
            asked.Name,
            SiteCollection.HeadersOf(http.Request),
            One(headers.Referer),
            http.Connection.RemoteIpAddress?.GetAddressBytes() ?? [],
            SiteCollection.AskedOut(http.Request),
            One(headers.AcceptLanguage),
            asked.Kind == ShortPathKind.Scan,
            owner?.Brand);
        // The caller may leave; the hit counts all the same.
        var answer = await redirects.FollowAsync(hit, CancellationToken.None);
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers["X-Robots-Tag"] = "noindex";
        if (answer.Target is { } target)
        {
            http.Response.StatusCode = StatusCodes.Status302Found;
            http.Response.Headers.Location = Ascii(target);
            return;
        }

        await (answer.Kind == Followed.Ended
            ? PublicPage.SayAsync(http, StatusCodes.Status410Gone, "This link has ended", "Whoever shared it gave it a last day or a number of visits, and that is over. Ask them for a new one.")
            : HubPages.NotThereAsync(http));
    }

    // Headers carry ASCII only; letters beyond it travel percent-encoded, and hosts in their own encoding.
    private static string Ascii(string target) =>
        System.Text.Ascii.IsValid(target) ? target : new Uri(target).AbsoluteUri;

    private static string? One(StringValues values) => values.Count == 0 ? null : values[0];
}
