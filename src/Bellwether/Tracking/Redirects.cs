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
public readonly record struct Hit(string Code, HitHeaders Headers, string? Referrer, byte[] Address, bool AskedOut = false);

/// <summary>
/// Answers short addresses: where to, from memory; and counts the hit. The answer waits until the hit is on disk, but
/// not for a database that is down: after two seconds it leaves anyway, and the hit stays queued until the database answers.
/// What is lost then: queued hits if the process also ends, and hits beyond the queue's bound, whose number is kept.
/// </summary>
[Single]
public sealed class Redirects(LinkTable links, SiteTable sites, VisitorSalts salts, Visitors visitors, ClickQueue queue, TimeProvider clock)
{
    /// <summary>The parameter that carries a click's id to an own site.</summary>
    public const string ClickIdParameter = "bwc";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>The address to redirect to; null for a code that nobody made.</summary>
    public async ValueTask<string?> FollowAsync(Hit hit, CancellationToken cancel)
    {
        var link = await links.FindAsync(hit.Code, cancel);
        var now = clock.Now();
        if (link is null)
        {
            queue.AddUnknown(now.ToUnixTimeTicks());
            return null;
        }

        var row = await RowAsync(hit, link, now, cancel);
        if (queue.Add(row, out var committed) && !committed.IsCompleted)
        {
            await WaitAsync(committed);
        }

        return link.PassClickId && row.Outcome == HitOutcome.Counted
            ? TaggedAddress.With(link.Destination, ClickIdParameter, new Id<Click>(row.Id).ToString())
            : link.Destination;
    }

    private async ValueTask<ClickRow> RowAsync(Hit hit, LinkEntry link, Instant now, CancellationToken cancel)
    {
        var site = sites.OfBrand(link.Brand);
        var host = hit.Referrer is null ? null : ReferrerHosts.Shipped.KeyOf(hit.Referrer);
        var outcome = hit.AskedOut || site?.IsOwn(hit.Address) == true ? HitOutcome.OwnTraffic : HitFilter.Judge(hit.Headers);
        outcome = outcome == HitOutcome.Counted && host is not null && SpamReferrers.Has(ReferrerHosts.HostOf(host)) ? HitOutcome.SpamReferrer : outcome;
        var group = link.Tagged ?? ChannelRules.Shipped.Group(new Arrival(null, null, null, hit.Referrer), site?.Hosts);
        var live = await salts.NowAsync(cancel);
        var visitor = Visitors.Hash(live.Today, link.Brand, hit.Address, hit.Headers.Agent);
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

        return new ClickRow(
            Guid.CreateVersion7(), link.Workspace, link.Brand, link.Link, now.ToUnixTimeTicks(), visitor, starts,
            host, group, Devices.Of(hit.Headers.Agent), outcome, HitFilter.Kept(outcome, hit.Headers.Agent));
    }

    private async Task WaitAsync(Task committed)
    {
        try
        {
            await committed.WaitAsync(Patience, clock);
        }
        catch (TimeoutException)
        {
            // The person must not wait for our counting.
        }
    }
}
