using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using Bellwether.Kernel;
using NodaTime;

namespace Bellwether.Publishing;

/// <summary>One entry of a feed, as plain text.</summary>
/// <param name="Key">What tells it from others: its id, else its link, else its title; as SHA-256 in hex.</param>
/// <param name="PublishedAt">When it says it was published; null where it does not.</param>
public sealed record FeedItem(string Key, string Title, string Text, string? Link, Instant? PublishedAt);

/// <summary>A feed as RSS 2.0, RSS 1.0 or Atom (RFC 4287) tell it. Nothing outside the document is ever fetched to read it.</summary>
/// <param name="Rests">How long it asks to be left alone.</param>
public sealed partial record FeedDocument(string Title, IReadOnlyList<FeedItem> Items, Duration? Rests)
{
    private const int MostItems = 200;
    private const int MostCharacters = 4_000_000;
    private const int TextMost = 2000;

    // Zones that RFC 822 names; everything else is written as an offset.
    private static readonly (string Name, string Offset)[] Zones = [("GMT", "+00:00"), ("UTC", "+00:00"), ("UT", "+00:00"), ("Z", "+00:00"), ("EST", "-05:00"), ("EDT", "-04:00"), ("CST", "-06:00"), ("CDT", "-05:00"), ("MST", "-07:00"), ("MDT", "-06:00"), ("PST", "-08:00"), ("PDT", "-07:00")];

    static FeedDocument() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>Reads a feed; null when it is none. Document types and entities of its own are not taken.</summary>
    public static FeedDocument? Read(byte[] bytes, Uri address)
    {
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(bytes), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = MostCharacters, MaxCharactersFromEntities = 0 });
            return XDocument.Load(reader).Root is { } root ? Of(root, address) : null;
        }
        catch (Exception broken) when (broken is XmlException or ArgumentException or NotSupportedException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>The feed that a web page names as its own; null when it names none.</summary>
    public static Uri? NamedIn(byte[] page, Uri address)
    {
        var text = Encoding.UTF8.GetString(page, 0, Math.Min(page.Length, 200_000));
        foreach (var link in LinkTag().Matches(text).Select(match => match.Value).Where(link => FeedKind().IsMatch(link)))
        {
            if (Target().Match(link) is { Success: true } target && Uri.TryCreate(address, WebUtility.HtmlDecode(target.Groups["to"].Value), out var found))
            {
                return found;
            }
        }

        return null;
    }

    private static FeedDocument? Of(XElement root, Uri address)
    {
        var isAtom = root.Name.LocalName == "feed";
        if (!isAtom && root.Name.LocalName is not ("rss" or "RDF"))
        {
            return null;
        }

        var head = isAtom ? root : Child(root, "channel");
        var items = root.Descendants().Where(one => one.Name.LocalName == (isAtom ? "entry" : "item")).Take(MostItems).Select(one => Item(one, isAtom, address)).OfType<FeedItem>().DistinctBy(item => item.Key, StringComparer.Ordinal).ToList();
        return new FeedDocument(Plain(head is null ? null : Value(head, "title"), 120), items, head is null ? null : Rest(head));
    }

    private static FeedItem? Item(XElement one, bool isAtom, Uri address)
    {
        var link = isAtom
            ? one.Elements().Where(each => each.Name.LocalName == "link").OrderBy(each => (string?)each.Attribute("rel") is null or "alternate" ? 0 : 1).Select(each => (string?)each.Attribute("href")).FirstOrDefault()
            : Value(one, "link");
        var guid = Value(one, isAtom ? "id" : "guid") ?? one.Attributes().FirstOrDefault(each => each.Name.LocalName == "about")?.Value;
        link ??= !isAtom && (string?)Child(one, "guid")?.Attribute("isPermaLink") != "false" ? guid : null;
        var text = Plain(Value(one, "description") ?? Value(one, "summary") ?? Value(one, "encoded") ?? Value(one, "content"), TextMost);
        var title = Plain(Value(one, "title"), 200);
        title = title.Length > 0 ? title : Plain(text, 120);
        var to = link is { Length: > 0 and <= 2000 } && Uri.TryCreate(address, link.Trim(), out var target) && target.Scheme is "https" or "http" ? target!.AbsoluteUri : null;
        var key = guid is { Length: > 0 } ? guid.Trim() : to ?? title;
        return key.Length == 0 || (title.Length == 0 && to is null)
            ? null
            : new FeedItem(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key))), title.Length > 0 ? title : to!, text, to, At(Value(one, isAtom ? "published" : "pubDate") ?? Value(one, "updated") ?? Value(one, "date")));
    }

    private static XElement? Child(XElement of, string name) => of.Elements().FirstOrDefault(each => each.Name.LocalName == name && (each.Name.NamespaceName.Length == 0 || name != "link"))
        ?? of.Elements().FirstOrDefault(each => each.Name.LocalName == name);

    private static string? Value(XElement of, string name) => Child(of, name)?.Value is { } value && value.Trim() is { Length: > 0 } text ? text : null;

    // “ttl” in minutes, or how often a period brings something new.
    private static Duration? Rest(XElement head)
    {
        if (int.TryParse(Value(head, "ttl"), NumberStyles.None, CultureInfo.InvariantCulture, out var minutes))
        {
            return Duration.FromMinutes(minutes);
        }

        var times = int.TryParse(Value(head, "updateFrequency"), NumberStyles.None, CultureInfo.InvariantCulture, out var often) ? Math.Max(often, 1) : 1;
        return Value(head, "updatePeriod") switch
        {
            "hourly" => Duration.FromHours(1) / times,
            "daily" => Duration.FromDays(1) / times,
            "weekly" => Duration.FromDays(7) / times,
            _ => null,
        };
    }

    private static Instant? At(string? text)
    {
        if (text is null)
        {
            return null;
        }

        foreach (var (name, offset) in Zones)
        {
            if (text.EndsWith(' ' + name, StringComparison.OrdinalIgnoreCase))
            {
                text = text[..^name.Length] + offset;
                break;
            }
        }

        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AllowWhiteSpaces, out var at) ? Instant.FromDateTimeOffset(at) : null;
    }

    /// <summary>HTML as the plain text it shows, no longer than asked for.</summary>
    private static string Plain(string? html, int most)
    {
        var text = WebUtility.HtmlDecode(Tag().Replace(Unshown().Replace(html ?? "", " "), " "));
        return Excerpt.AtWord(Space().Replace(text, " ").Trim(), most);
    }

    [GeneratedRegex("<(?<kind>script|style)[^>]*>.*?</\\k<kind>>|<!--.*?-->", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: Searching.LongestMilliseconds)]
    private static partial Regex Unshown();

    [GeneratedRegex("<[^<>]*>", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: Searching.LongestMilliseconds)]
    private static partial Regex Tag();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: Searching.LongestMilliseconds)]
    private static partial Regex Space();

    [GeneratedRegex("<link\\b[^<>]*>", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: Searching.LongestMilliseconds)]
    private static partial Regex LinkTag();

    [GeneratedRegex("application/(rss|atom)\\+xml", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: Searching.LongestMilliseconds)]
    private static partial Regex FeedKind();

    [GeneratedRegex("href\\s*=\\s*[\"'](?<to>[^\"']+)[\"']", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: Searching.LongestMilliseconds)]
    private static partial Regex Target();
}
