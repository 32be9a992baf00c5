using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Tracking;

/// <summary>What became of reported page views and events, in the order they were told.</summary>
/// <param name="Outcomes">counted, or the reason why not.</param>
public sealed record ReportedEvents(IReadOnlyList<HitOutcome> Outcomes);

/// <summary>
/// Takes page views and events that a server reports, with a token that may collect: what a page's script would tell, or what only
/// the server knows. Each is stored when this answers; an id that was told before is the same event.
/// </summary>
/// <param name="Events">At most 100 at a time.</param>
/// <param name="Brand">Needed only where the workspace has several brands beside the demo.</param>
[Needs(Permission.Collect)]
public sealed record ReportEvents(IReadOnlyList<PageReport> Events, Id<Brand>? Brand = null) : ICommand<ReportedEvents>, IUnremarked
{
    /// <summary>The most events of one request.</summary>
    public const int Most = 100;

    internal sealed class Handler(ToldBrand brands, Intake intake, SiteTable sites) : IHandle<ReportEvents, ReportedEvents>
    {
        public async Task<ReportedEvents> HandleAsync(ReportEvents request, CancellationToken cancel)
        {
            Rule.Require(request.Events.Count is > 0 and <= Most, "events-out-of-range", $"Send 1 to {Most} events at a time.", "events");
            var brand = await brands.OfAsync(request.Brand, null, null, null, cancel);
            var entry = sites.OfBrand(brand.Id.Value) ?? new SiteEntry(brand.WorkspaceKey, brand.Id.Value, null, brand.OwnHosts, []);
            var by = new Reporter(new HitHeaders("POST", null), [], Trusted: entry);
            // Those told together are committed together.
            return new ReportedEvents(await Task.WhenAll(request.Events.Select(report => intake.TakeAsync(report, by, cancel).AsTask())));
        }
    }
}
