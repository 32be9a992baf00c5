using System.Runtime.InteropServices;
using Bellwether.Kernel;
using Bellwether.Links;
using NodaTime;

namespace Bellwether.Tracking;

/// <summary>A hit on a short address.</summary>
/// <param name="Code">What stands behind /l/.</param>
/// <param name="Headers">What the filter judges by.</param>
/// <param name="Referrer">Where it came from, if it says so.</param>
/// <param name="Address">The bytes of the caller's address; used for the hash of the moment and forgotten.</param>
/// <param name="AskedOut">Whether this browser belongs to the brand's own people and asked not to be counted.</param>
/// <param name="Language">The languages the browser asks for, as it says them; used for the rules of the link and forgotten.</param>
/// <param name="Scan">Whether a QR code was scanned.</param>
/// <param name="Owner">The brand whose own host was asked; it knows no other brand's codes.</param>
public readonly record struct Hit(string Code, HitHeaders Headers, string? Referrer, byte[] Address, bool AskedOut = false, string? Language = null, bool Scan = false, Guid? Owner = null);

/// <summary>What a short address answers.</summary>
public enum Followed
{
    /// <summary>Nobody made this code.</summary>
    Unknown,

    /// <summary>It leads to one of the link's addresses.</summary>
    Leads,

    /// <summary>The link has ended; it leads to a fallback where there is one.</summary>
    Ended,
}

/// <summary>The answer to a hit: what it is, and the address to redirect to where there is one.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct LinkAnswer(Followed Kind, string? Target);

/// <summary>
/// Answers short addresses: where to, from memory; and counts the hit. The answer waits until the hit is on disk, but
/// not for a database that is down: after two seconds it leaves anyway, and the hit stays queued until the database answers.
/// What is lost then: queued hits if the process also ends, and hits beyond the queue's bound, whose number is kept.
/// </summary>
[Single]
public sealed class Redirects(LinkTable links, LinkHosts hosts, SiteTable sites, VisitorSalts salts, Visitors visitors, ClickQueue queue, TimeProvider clock)
{
    /// <summary>The parameter that carries a click's id to an own site.</summary>
    public const string ClickIdParameter = "bwc";

    /// <summary>Where the hit leads.</summary>
    public async ValueTask<LinkAnswer> FollowAsync(Hit hit, CancellationToken cancel)
    {
        var link = await links.FindAsync(hit.Code, cancel);
        var now = clock.Now();
        if (link is null || (hit.Owner is { } owner && owner != link.Brand))
        {
            queue.AddUnknown(now.ToUnixTimeTicks());
            return new LinkAnswer(Followed.Unknown, hit.Owner is { } brand ? hosts.FallbackOf(brand) : null);
        }

        var site = sites.OfBrand(link.Brand);
        var (day, rule) = (default(LocalDate), -1);
        if (link.AsksForDay)
        {
            if (site is null)
            {
                // A brand younger than the last look.
                await sites.RefreshAsync(cancel);
                site = sites.OfBrand(link.Brand);
            }

            day = now.InZone(site?.Zone ?? DateTimeZone.Utc).Date;
            rule = link.Rules.Length == 0 ? -1 : KeptRule.Choose(link.Rules, Devices.Of(hit.Headers.Agent), LinkRule.First(hit.Language), day);
        }

        var (row, ended) = await RowAsync(hit, link, site, day, rule, now, cancel);
        queue.Add(row, out var answered);
        await answered;

        if (ended)
        {
            return new LinkAnswer(Followed.Ended, link.Fallback ?? hosts.FallbackOf(link.Brand));
        }

        var (target, own) = rule < 0 ? (link.Destination, link.IsOwnHost) : (link.Rules[rule].Destination, link.Rules[rule].IsOwnHost);
        return new LinkAnswer(Followed.Leads, link.PassClickId && own && row.Outcome == HitOutcome.Counted ? TaggedAddress.With(target, ClickIdParameter, new Id<Click>(row.Id).ToString()) : target);
    }

    private async ValueTask<(ClickRow Row, bool Ended)> RowAsync(Hit hit, LinkEntry link, SiteEntry? site, LocalDate day, int rule, Instant now, CancellationToken cancel)
    {
        var host = hit.Referrer is null ? null : ReferrerHosts.Shipped.KeyOf(hit.Referrer);
        var outcome = hit.AskedOut || site?.IsOwn(hit.Address) == true ? HitOutcome.OwnTraffic : HitFilter.Judge(hit.Headers);
        outcome = outcome == HitOutcome.Counted && host is not null && SpamReferrers.Has(ReferrerHosts.HostOf(host)) ? HitOutcome.SpamReferrer : outcome;
        var group = link.Tagged ?? ChannelRules.Shipped.Group(new Arrival(null, null, null, hit.Referrer), site?.Hosts);
        var live = await salts.NowAsync(cancel);
        var visitor = Visitors.Hash(live.Today, link.Brand, hit.Address, hit.Headers.Agent);
        var ended = (link.LastDay is { } last && day > last) || (link.Budget is { } budget && (outcome == HitOutcome.Counted ? !budget.TryTake() : budget.IsSpent));
        outcome = ended && outcome == HitOutcome.Counted ? HitOutcome.Expired : outcome;
        bool starts;
        if (outcome == HitOutcome.Counted)
        {
            var early = now.InUtc().TimeOfDay < LocalTime.FromMinutesSinceMidnight(30);
            starts = visitors.StartsVisit(visitor, early && live.Yesterday is { } salt ? Visitors.Hash(salt, link.Brand, hit.Address, hit.Headers.Agent) : null, now);
        }
        else
        {
            starts = visitors.StartsDroppedVisit(visitor, now);
        }

        var row = new ClickRow(
            Guid.CreateVersion7(now.ToDateTimeOffset()), link.Workspace, link.Brand, link.Link, now.ToUnixTimeTicks(), visitor, starts,
            host, group, Devices.Of(hit.Headers.Agent), outcome, HitFilter.Kept(outcome, hit.Headers.Agent),
            ended ? 0 : rule < 0 ? link.Serves : link.Rules[rule].Number, hit.Scan);
        return (row, ended);
    }
}
