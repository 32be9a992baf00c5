using System.Security.Cryptography;
using System.Text;
using Bellwether.Kernel;
using Bellwether.Links;
using NodaTime;

namespace Bellwether.Tracking;

/// <summary>
/// Takes reports of pages and servers: page views and events. Each is judged, joined to the visit it belongs to, and handed to
/// the queue that clicks go through; the answer waits until it is on disk, but not for a database that is down.
/// </summary>
[Single]
public sealed class Intake(SiteTable sites, VisitorSalts salts, SiteVisits visits, IntakeLimit limit, ClickQueue queue, TimeProvider clock)
{
    /// <summary>What became of a report.</summary>
    /// <exception cref="ProblemException">422: a key that nobody has, an address that is none, a value that cannot be kept.</exception>
    public async ValueTask<HitOutcome> TakeAsync(PageReport report, Reporter by, CancellationToken cancel)
    {
        var site = by.Trusted ?? sites.OfKey(report.Site) ?? throw new ProblemException(ProblemKind.NotFound, "site-unknown", "No site has this key. Copy the snippet again from Tracking, Site.", new FieldProblem("site", "No site has this key."));
        var page = PageAddress.Of(report.Url);
        Rule.Require(page is not null || (report.Url is null && by.Trusted is not null), "url-unread", "The page's address is missing or cannot be read. Send it whole, such as https://shop.example/menu.", "url");
        Rule.Require(page is not null || report.CheckedName() is not null, "event-empty", "The report names neither a page nor an event. Send url for a page view, or name for an event.", "name");
        var row = await RowAsync(report, page, site, by, cancel);
        await (row.Outcome is HitOutcome.OptedOut or HitOutcome.Overload ? queue.Add(row.NumberOnly(row.Outcome))
            : queue.Add(row, out var answered) ? answered
            : Task.CompletedTask);
        return row.Outcome;
    }

    private static HitOutcome Judge(PageReport report, PageAddress? page, SiteEntry site, Reporter by, string? agent) =>
        by.AskedOut || site.IsOwn(by.Address) ? HitOutcome.OwnTraffic
        : page is not null && !TaggedAddress.IsOwn(page.Host, site.Hosts) ? HitOutcome.WrongHost
        : by.Origin is not null && !TaggedAddress.IsOwn(by.Origin, site.Hosts) ? HitOutcome.WrongHost
        : JudgeAgent(by, agent) is var judged and not HitOutcome.Counted ? judged
        : report.Automated ? HitOutcome.Automated
        : SpamReferrers.Has(ReferrerHosts.HostOf(report.Referrer)) ? HitOutcome.SpamReferrer
        : HitOutcome.Counted;

    /// <summary>A server that speaks for nobody in particular is no bot.</summary>
    private static HitOutcome JudgeAgent(Reporter by, string? agent) =>
        by.Trusted is null ? HitFilter.Judge(by.Headers) : agent is null ? HitOutcome.Counted : HitFilter.Judge(new HitHeaders("GET", agent));

    /// <summary>The same id of the same brand makes the same event.</summary>
    private static Guid IdOf(Guid brand, string id) =>
        new(SHA256.HashData([.. brand.ToByteArray(), .. Encoding.UTF8.GetBytes(id)]).AsSpan(0, 16));

    private async ValueTask<EventRow> RowAsync(PageReport report, PageAddress? page, SiteEntry site, Reporter by, CancellationToken cancel)
    {
        var now = clock.Now();
        var (name, data, id) = (report.CheckedName(), report.CheckedData(), report.CheckedId());
        var at = by.Trusted is null ? now : report.CheckedAt(now);
        var agent = by.Trusted is null ? by.Headers.Agent : report.Agent;
        var address = by.Trusted is null ? by.Address : report.CheckedAddress();
        var outcome = by.OptedOut ? HitOutcome.OptedOut
            : by.Trusted is null && !limit.Lets(by.Address) ? HitOutcome.Overload
            : Judge(report, page, site, by with { Address = address ?? [] }, agent);
        var from = new Arrival(page?.Source, page?.Medium, page?.Campaign, ReferrerHosts.Shipped.KeyOf(report.Referrer));
        var (visitor, starts) = (0L, false);
        if (outcome is not (HitOutcome.OptedOut or HitOutcome.Overload) && address is not null && agent is not null)
        {
            (visitor, starts, from) = await VisitAsync(site, outcome, address, agent, now, name is null, from, cancel);
        }

        var (group, origin) = site.Sort(from);
        return new EventRow(
            id is null ? Guid.CreateVersion7() : IdOf(site.Brand, id), site.Workspace, site.Brand, at.ToUnixTimeTicks(), Bound(site, 'e', name), Bound(site, 'h', page?.Host) ?? "", Bound(site, 'p', page?.Path) ?? "",
            Bound(site, 's', from.Source), Bound(site, 'm', from.Medium), Bound(site, 'c', from.Campaign), from.Referrer, Bound(site, 'o', origin),
            page is null && visitor == 0 ? ChannelGroup.Unassigned : group, Devices.Of(agent), visitor, starts, outcome, HitFilter.Kept(outcome, agent), data, id is not null);
    }

    /// <summary>Only a page view begins a visit; what is dropped has visits of its own, should somebody count it back in.</summary>
    private async ValueTask<(long Visitor, bool Starts, Arrival From)> VisitAsync(SiteEntry site, HitOutcome outcome, byte[] address, string agent, Instant now, bool isView, Arrival arrival, CancellationToken cancel)
    {
        var live = await salts.NowAsync(cancel);
        // Another hash than the one of clicks: nobody can follow a person from one log into the other.
        var place = SaltedPlace(site.Brand);
        var visitor = Visitors.Hash(live.Today, place, address, agent);
        if (outcome != HitOutcome.Counted)
        {
            var (begins, from) = visits.Going(visitor, now) is { } going ? (false, going) : visits.See(~visitor, null, now, arrival);
            return (visitor, isView && begins, from);
        }

        var early = now.InUtc().TimeOfDay < LocalTime.FromMinutesSinceMidnight(30);
        long? before = early && live.Yesterday is { } salt ? Visitors.Hash(salt, place, address, agent) : null;
        if (!isView)
        {
            return (visitor, false, visits.Going(visitor, now) ?? (before is { } old ? visits.Going(old, now) : null) ?? arrival);
        }

        var (starts, of) = visits.See(visitor, before, now, arrival);
        return (visitor, starts, of);
    }

    private static Guid SaltedPlace(Guid brand)
    {
        Span<byte> bytes = stackalloc byte[16];
        brand.TryWriteBytes(bytes);
        bytes.Reverse();
        return new Guid(bytes);
    }

    private string? Bound(SiteEntry site, char kind, string? value) => value is null ? null : limit.Bound(site.Brand, kind, value);
}
