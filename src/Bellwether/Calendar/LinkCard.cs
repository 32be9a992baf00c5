using System.ComponentModel.DataAnnotations;
using System.Net;
using System.Text.RegularExpressions;
using Bellwether.Kernel;
using Bellwether.Links;
using Bellwether.Networks;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Calendar;

/// <summary>What a page says about itself to whoever shows a link to it as a card.</summary>
/// <param name="Address">The address that was asked for.</param>
/// <param name="Host">The host people see on the card.</param>
/// <param name="Title">Its title; null where it has none.</param>
/// <param name="Image">The address of its picture.</param>
/// <param name="Problem">Why there is no card, in words; null where there is one.</param>
public sealed record LinkCard(string Address, string Host, string? Title, string? Description, string? Image, string? Problem);

/// <summary>How a link will look as a card: title, description and picture as the page states them (Open Graph, Twitter card, or its plain head). Read at most once a day.</summary>
/// <param name="Url">The page's address.</param>
[Needs(Permission.WritePosts)]
public sealed record LinkCardOf([property: Required, MaxLength(2000)] string Url) : IQuery<LinkCard>
{
    internal sealed class Handler(Db db, LinkCards cards, PublicAddress address) : IHandle<LinkCardOf, LinkCard>
    {
        public async Task<LinkCard> HandleAsync(LinkCardOf request, CancellationToken cancel) =>
            await cards.OfAsync(await LeadsToAsync(request.Url, cancel), cancel) with { Address = request.Url };

        // Where a short link of our own leads is known without asking ourselves, also while nobody outside reaches us.
        private async Task<string> LeadsToAsync(string url, CancellationToken cancel) =>
            address.CodeOf(url) is { } code ? await db.Set<TrackedLink>().AsNoTracking().Where(link => link.Code == code).Select(link => link.Destination).FirstOrDefaultAsync(cancel) ?? url : url;
    }
}

/// <summary>Reads pages for their cards, guarded, within five seconds and a megabyte, and remembers them for a day; a failure for a minute.</summary>
[Single]
public sealed partial class LinkCards(GuardedHttp http, TimeProvider clock)
{
    private const int Most = 2_000;
    private const int MostTurns = 4;
    private static readonly Duration Day = Duration.FromHours(24);
    private static readonly Duration Minute = Duration.FromMinutes(1);
    private readonly Dictionary<string, (Instant Until, LinkCard Card)> known = new(StringComparer.Ordinal);

    public async Task<LinkCard> OfAsync(string url, CancellationToken cancel)
    {
        var now = clock.Now();
        lock (known)
        {
            if (known.TryGetValue(url, out var kept) && kept.Until > now)
            {
                return kept.Card;
            }
        }

        var card = await ReadAsync(url, cancel);
        lock (known)
        {
            if (known.Count >= Most)
            {
                known.Clear();
            }

            known[url] = (now + (card.Problem is null ? Day : Minute), card);
        }

        return card;
    }

    private async Task<LinkCard> ReadAsync(string url, CancellationToken cancel)
    {
        var address = url;
        for (var turn = 0; turn < MostTurns; turn++)
        {
            var call = new HttpCall(HttpMethod.Get, address) { Timeout = TimeSpan.FromSeconds(5), Most = 1_000_000, Headers = new Dictionary<string, string>(StringComparer.Ordinal) { ["Accept"] = "text/html" } };
            switch (await http.CallAsync(call, cancel))
            {
                case HttpAnswer.Answered { Status: 301 or 302 or 303 or 307 or 308 } moved when moved.Header("location") is { } to && Uri.TryCreate(new Uri(address), to, out var next):
                    address = next.ToString();
                    continue;
                case HttpAnswer.Answered { IsSuccess: true } page when page.Header("content-type")?.Contains("html", StringComparison.OrdinalIgnoreCase) == true:
                    return Read(url, new Uri(address), page.Body);
                case HttpAnswer.Answered { IsSuccess: true }:
                    return None(url, "It is no page, so networks show no card for it.");
                case HttpAnswer.Answered answered:
                    return None(url, $"The page answers with {answered.Status}. Networks will show no card for it.");
                case HttpAnswer.NotSent not:
                    return None(url, not.Why);
                case HttpAnswer.Unclear unclear:
                    return None(url, unclear.Why);
            }
        }

        return None(url, "The page sends on and on to other addresses.");
    }

    /// <summary>The card of a page: Open Graph first, then Twitter's tags, then the plain head.</summary>
    internal static LinkCard Read(string asked, Uri page, string html)
    {
        var head = html.Length > 300_000 ? html[..300_000] : html;
        var tags = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var meta in Meta().Matches(head).Select(match => match.Value))
        {
            var fields = Field().Matches(meta).ToLookup(match => match.Groups["name"].Value, match => WebUtility.HtmlDecode(match.Groups["quoted"].Success ? match.Groups["quoted"].Value[1..^1] : match.Groups["bare"].Value), StringComparer.OrdinalIgnoreCase);
            if ((fields["property"].FirstOrDefault() ?? fields["name"].FirstOrDefault()) is { } name && fields["content"].FirstOrDefault() is { } content && content.Trim().Length > 0)
            {
                tags.TryAdd(name.Trim(), content.Trim());
            }
        }

        string? First(params string[] names) => names.Select(name => tags.GetValueOrDefault(name)).FirstOrDefault(value => value is not null);
        var plain = TitleTag().Match(head) is { Success: true } match ? WebUtility.HtmlDecode(match.Groups["title"].Value).Trim() : null;
        var title = First("og:title", "twitter:title") ?? (string.IsNullOrEmpty(plain) ? null : plain);
        var image = First("og:image:secure_url", "og:image", "og:image:url", "twitter:image") is { } stated && Uri.TryCreate(page, stated, out var absolute) && absolute.Scheme is "https" or "http" ? absolute.ToString() : null;
        return new LinkCard(
            asked, page.Host, Short(title, 300), Short(First("og:description", "twitter:description", "description"), 500), image,
            title is null ? "The page has no title, so networks show only its address. Give it one." : null);
    }

    private static LinkCard None(string url, string why) => new(url, Uri.TryCreate(url, UriKind.Absolute, out var address) ? address.Host : url, null, null, null, why);

    private static string? Short(string? text, int most) => text is null || text.Length <= most ? text : text[..most];

    [GeneratedRegex(@"<meta\b[^>]{0,4000}>", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Searching.LongestMilliseconds)]
    private static partial Regex Meta();

    [GeneratedRegex("""(?<name>[a-z:-]+)\s*=\s*(?:(?<quoted>"[^"]*"|'[^']*')|(?<bare>[^\s"'>]+))""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Searching.LongestMilliseconds)]
    private static partial Regex Field();

    [GeneratedRegex(@"<title[^>]{0,500}>(?<title>[^<]{0,2000})</title>", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Searching.LongestMilliseconds)]
    private static partial Regex TitleTag();
}
