using System.ComponentModel.DataAnnotations;
using System.Text.RegularExpressions;
using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Links;
using Bellwether.Networks;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Tracking;

/// <summary>What a look at a page and at the latest reports found.</summary>
public enum SiteFinding
{
    /// <summary>A page view arrived and counts.</summary>
    Works,

    /// <summary>Nothing arrived yet, and the page looks right: open it in a browser.</summary>
    Waiting,

    /// <summary>The brand names no host of its own, so that every report would be dropped.</summary>
    NoHosts,

    /// <summary>Reports arrive and are dropped; the reason is beside.</summary>
    Dropped,

    /// <summary>The page cannot be read from here.</summary>
    PageUnread,

    /// <summary>The snippet is not in the page.</summary>
    NoSnippet,

    /// <summary>The snippet in the page has another key.</summary>
    OtherKey,

    /// <summary>The page's content security policy does not let the script run.</summary>
    ScriptBlocked,

    /// <summary>The page's content security policy does not let the script report.</summary>
    ReportBlocked,
}

/// <summary>How the test stands.</summary>
/// <param name="Outcome">What became of the latest report; null when none came.</param>
/// <param name="Page">The page the latest report was about.</param>
/// <param name="Detail">What was found, where words are needed: the reason a page was not read, the policy to change.</param>
public sealed record SiteTest(SiteFinding Finding, HitOutcome? Outcome, string? Page, string? Detail, Instant? At);

/// <summary>
/// Tests whether a site reports: looks for the latest report since a moment, and where none came reads the page for what keeps it.
/// </summary>
/// <param name="Since">Reports before this moment are not looked at; ten minutes ago unless given.</param>
/// <param name="Page">The page to read when nothing came; the brand's first own host unless given.</param>
/// <param name="Look">Whether to read the page; whoever asks again and again for the first report need not.</param>
[Needs(Permission.Read)]
public sealed partial record TestSite(Id<Brand> Brand, Instant? Since = null, [property: MaxLength(2000)] string? Page = null, bool Look = true) : IQuery<SiteTest>
{
    internal sealed partial class Handler(Db db, GuardedHttp http, PublicAddress address, TimeProvider clock) : IHandle<TestSite, SiteTest>
    {
        public async Task<SiteTest> HandleAsync(TestSite request, CancellationToken cancel)
        {
            var brand = await db.FindAsync(request.Brand, "brand", cancel);
            var site = Rule.Found(await db.Set<TrackedSite>().AsNoTracking().FirstOrDefaultAsync(one => one.Brand == brand.Id, cancel), "site");
            if (brand.OwnHosts.Count == 0)
            {
                return new SiteTest(SiteFinding.NoHosts, null, null, null, null);
            }

            var since = request.Since ?? clock.Now() - Duration.FromMinutes(10);
            // One that counts is what everybody waits for, whatever came after it.
            var latest = await db.Set<SiteEvent>().AsNoTracking().Where(row => row.Brand == brand.Id && row.At >= since)
                .OrderByDescending(row => row.Outcome == HitOutcome.Counted).ThenByDescending(row => row.At).FirstOrDefaultAsync(cancel);
            if (latest is not null)
            {
                return new SiteTest(latest.Outcome == HitOutcome.Counted ? SiteFinding.Works : SiteFinding.Dropped, latest.Outcome, latest.Host + latest.Path, null, latest.At);
            }

            return !request.Look ? new SiteTest(SiteFinding.Waiting, null, null, null, null) : await LookAsync(request.Page ?? $"https://{brand.OwnHosts[0]}/", site.Key, cancel);
        }

        private async Task<SiteTest> LookAsync(string page, string key, CancellationToken cancel)
        {
            page = page.Contains("://", StringComparison.Ordinal) ? page : $"https://{page}";
            for (var turn = 0; turn < 4; turn++)
            {
                var call = new HttpCall(HttpMethod.Get, page) { Timeout = TimeSpan.FromSeconds(8), Most = 2_000_000, Headers = new Dictionary<string, string>(StringComparer.Ordinal) { ["Accept"] = "text/html" } };
                switch (await http.CallAsync(call, cancel))
                {
                    case HttpAnswer.Answered { Status: 301 or 302 or 303 or 307 or 308 } moved when Uri.TryCreate(new Uri(page), moved.Header("location"), out var next):
                        page = next.ToString();
                        continue;
                    case HttpAnswer.Answered { IsSuccess: true } read:
                        return Judge(page, key, new Uri(address.Base), read.Body, read.Header("content-security-policy"));
                    case HttpAnswer.Answered answered:
                        return new SiteTest(SiteFinding.PageUnread, null, page, $"The page answers with {answered.Status}.", null);
                    case HttpAnswer.NotSent not:
                        return new SiteTest(SiteFinding.PageUnread, null, page, not.Why, null);
                    case HttpAnswer.Unclear unclear:
                        return new SiteTest(SiteFinding.PageUnread, null, page, unclear.Why, null);
                }
            }

            return new SiteTest(SiteFinding.PageUnread, null, page, "The page sends on and on to other addresses.", null);
        }

        /// <summary>What a page's text and policy say about the snippet in it.</summary>
        internal static SiteTest Judge(string page, string key, Uri ours, string html, string? policy)
        {
            SiteTest Found(SiteFinding finding, string? detail = null) => new(finding, null, page, detail, null);
            var tag = Tag().Matches(html).Select(match => match.Value).FirstOrDefault(found => found.Contains("/t/script.js", StringComparison.OrdinalIgnoreCase));
            if (tag is null)
            {
                return Found(SiteFinding.NoSnippet);
            }

            if (!tag.Contains(key, StringComparison.Ordinal))
            {
                return Found(SiteFinding.OtherKey);
            }

            var policies = new[] { policy }.Concat(Meta().Matches(html).Select(match => (string?)System.Net.WebUtility.HtmlDecode(match.Groups["policy"].Value))).OfType<string>().ToList();
            var origin = ours.GetLeftPart(UriPartial.Authority);
            return policies.Find(one => !ContentPolicy.Allows(one, "script-src", new Uri(page), ours)) is not null ? Found(SiteFinding.ScriptBlocked, $"script-src {origin}")
                : policies.Find(one => !ContentPolicy.Allows(one, "connect-src", new Uri(page), ours)) is not null ? Found(SiteFinding.ReportBlocked, $"connect-src {origin}")
                : Found(SiteFinding.Waiting);
        }

        [GeneratedRegex("<script\\b[^>]{0,2000}>", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Searching.LongestMilliseconds)]
        private static partial Regex Tag();

        [GeneratedRegex("<meta\\b[^>]{0,200}content-security-policy[^>]{0,200}content=\"(?<policy>[^\"]{0,4000})\"", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Searching.LongestMilliseconds)]
        private static partial Regex Meta();
    }
}
