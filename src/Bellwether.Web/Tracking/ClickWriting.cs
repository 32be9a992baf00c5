using Bellwether.Kernel;
using Bellwether.Links;
using Bellwether.Storage;
using Bellwether.Tracking;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Web.Tracking;

/// <summary>Runs the one writer of clicks for as long as the program runs; what waits at the end is written before it stops.</summary>
internal sealed class ClickWriting(ClickWriter writer) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.Run(() => writer.RunAsync(stoppingToken), CancellationToken.None);
}

/// <summary>Keeps what redirects know in memory up to date with the database.</summary>
internal sealed class LinkReading(LinkTable links, LinkHosts hosts, SiteTable sites, IServiceScopeFactory scopes, Visitors visitors, SiteVisits visits, TimeProvider clock, ILogger<LinkReading> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(2);

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await RefreshAsync(cancellationToken);
        await RememberVisitsAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                await RefreshAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException)
        {
            // The program stops; there is nothing to finish.
        }
    }

    private async Task RefreshAsync(CancellationToken cancel)
    {
        try
        {
            await hosts.RefreshAsync(cancel);
            await links.RefreshAsync(cancel);
            await sites.RefreshAsync(cancel);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            log.LogWarning(failure, "Links and sites could not be read; redirects go on with the {Count} links that are known", links.Count);
        }
    }

    /// <summary>A visit goes on although the program was started anew.</summary>
    private async Task RememberVisitsAsync(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var since = clock.Now() - Visitors.VisitLength;
        var db = scope.ServiceProvider.GetRequiredService<Db>();
        var recent = db.Set<Click>().IgnoreQueryFilters()
            .Where(click => click.At >= since && click.Outcome == HitOutcome.Counted).OrderBy(click => click.At).Select(click => new { click.Visitor, click.At });
        await foreach (var click in recent.AsAsyncEnumerable().WithCancellation(cancel))
        {
            visitors.Remember(click.Visitor, click.At);
        }

        var views = db.Set<SiteEvent>().IgnoreQueryFilters().Where(row => row.At >= since && row.Outcome == HitOutcome.Counted && row.Name == null && row.Visitor != 0)
            .OrderBy(row => row.At).Select(row => new { row.Visitor, row.At, row.Source, row.Medium, row.Campaign, row.ReferrerHost });
        await foreach (var view in views.AsAsyncEnumerable().WithCancellation(cancel))
        {
            visits.Remember(view.Visitor, view.At, new Arrival(view.Source, view.Medium, view.Campaign, view.ReferrerHost));
        }
    }
}
