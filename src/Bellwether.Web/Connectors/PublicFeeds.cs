using System.Globalization;
using System.Text;
using System.Xml;
using Bellwether.Audits;
using Bellwether.Connectors.Rss;
using Bellwether.Kernel;
using Bellwether.Web.SignIn;
using NodaTime;
using NodaTime.Text;

namespace Bellwether.Web.Connectors;

/// <summary>Serves the public feeds: Atom (RFC 4287) with ids that never change, and 304 for readers that have the newest state.</summary>
internal static class PublicFeeds
{
    private const string Atom = "http://www.w3.org/2005/Atom";

    public static void Map(WebApplication app)
    {
        app.MapGet("/p/feeds/{account}", FeedAsync).RequireRateLimiting(SignInSetup.Guessing).ExcludeFromDescription();
        // A reader fetches all pictures of a feed at once; their ids cannot be guessed.
        app.MapGet("/p/feeds/pictures/{picture}", PictureAsync).ExcludeFromDescription();
    }

    private static async Task FeedAsync(string account, HttpContext http, Runner runner)
    {
        if (!Id<SocialAccount>.TryParse(account, null, out var id) || await FindAsync(() => runner.RunAsync(new PublicFeed(id), _ => { }, http.RequestAborted)) is not { } feed)
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var tag = string.Create(CultureInfo.InvariantCulture, $"\"{feed.Updated.ToUnixTimeTicks()}-{feed.Entries.Count}\"");
        http.Response.Headers.ETag = tag;
        http.Response.Headers.LastModified = feed.Updated.ToDateTimeUtc().ToString("r", CultureInfo.InvariantCulture);
        http.Response.Headers.CacheControl = "public, max-age=300";
        if (http.Request.Headers.IfNoneMatch.ToString().Split(',').Any(known => known.Trim() is var one && (one == tag || one == "W/" + tag || one == "*")))
        {
            http.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        http.Response.ContentType = "application/atom+xml; charset=utf-8";
        var site = $"{http.Request.Scheme}://{http.Request.Host}";
        await http.Response.Body.WriteAsync(Write(feed, $"{site}/p/feeds/{account}", $"{site}/p/feeds/pictures/"), http.RequestAborted);
    }

    private static async Task PictureAsync(string picture, HttpContext http, Runner runner)
    {
        if (!Id<FeedPicture>.TryParse(picture, null, out var id) || await FindAsync(() => runner.RunAsync(new PublicPicture(id), _ => { }, http.RequestAborted)) is not { } found || !found.ContentType.StartsWith("image/", StringComparison.Ordinal))
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        // Shown as a picture and as nothing else, whatever its bytes say.
        http.Response.ContentType = found.ContentType;
        http.Response.Headers.XContentTypeOptions = "nosniff";
        http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        http.Response.Headers.CacheControl = "public, max-age=86400";
        await http.Response.Body.WriteAsync(found.Content, http.RequestAborted);
    }

    private static byte[] Write(PublicFeedPage feed, string self, string pictures)
    {
        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true, CheckCharacters = false }))
        {
            xml.WriteStartElement("feed", Atom);
            xml.WriteElementString("id", Atom, $"urn:uuid:{feed.Id}");
            xml.WriteElementString("title", Atom, Plain(feed.Title));
            xml.WriteElementString("updated", Atom, Time(feed.Updated));
            Link(xml, "self", self, "application/atom+xml");
            xml.WriteStartElement("author", Atom);
            xml.WriteElementString("name", Atom, Plain(feed.Author));
            xml.WriteEndElement();
            foreach (var entry in feed.Entries)
            {
                Entry(xml, entry, self, pictures);
            }

            xml.WriteEndElement();
        }

        return bytes.ToArray();
    }

    private static void Entry(XmlWriter xml, PublicFeedEntry entry, string self, string pictures)
    {
        xml.WriteStartElement("entry", Atom);
        xml.WriteElementString("id", Atom, $"urn:uuid:{entry.Id}");
        xml.WriteElementString("title", Atom, Plain(entry.Title));
        xml.WriteElementString("published", Atom, Time(entry.Published));
        xml.WriteElementString("updated", Atom, Time(entry.Updated));
        Link(xml, "alternate", entry.Link ?? self, null);
        foreach (var picture in entry.Pictures)
        {
            Link(xml, "enclosure", pictures + picture.Id, picture.ContentType, picture.Bytes);
        }

        xml.WriteStartElement("content", Atom);
        xml.WriteAttributeString("type", "html");
        xml.WriteString(Plain(entry.Html + string.Concat(entry.Pictures.Select(picture => $"<p><img src=\"{pictures}{picture.Id}\" alt=\"{System.Net.WebUtility.HtmlEncode(picture.Alt)}\" /></p>"))));
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void Link(XmlWriter xml, string relation, string address, string? type, long? bytes = null)
    {
        xml.WriteStartElement("link", Atom);
        xml.WriteAttributeString("rel", relation);
        xml.WriteAttributeString("href", Plain(address));
        if (type is not null)
        {
            xml.WriteAttributeString("type", type);
        }

        if (bytes is { } length)
        {
            xml.WriteAttributeString("length", length.ToString(CultureInfo.InvariantCulture));
        }

        xml.WriteEndElement();
    }

    // Signs that XML cannot carry at all are left out; half of a pair is no sign.
    private static string Plain(string text) => string.Concat(text.EnumerateRunes().Where(rune => rune.Value is 9 or 10 or 13 or (>= 0x20 and <= 0xFFFD) or >= 0x10000));

    private static string Time(Instant at) => InstantPattern.General.Format(at);

    private static async Task<T?> FindAsync<T>(Func<Task<T>> askAsync)
        where T : class
    {
        try
        {
            return await askAsync();
        }
        catch (ProblemException problem) when (problem.Kind == ProblemKind.NotFound)
        {
            return null;
        }
    }
}
