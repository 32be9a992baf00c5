using System.ComponentModel.DataAnnotations;
using System.Runtime.InteropServices;
using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Tracking;

/// <summary>
/// Counts hits back in that were dropped for one reason, from one user agent or from all, in a range of days. Raw log and
/// rollups change in one transaction; it can be undone.
/// </summary>
/// <param name="Reason">Why they were dropped.</param>
/// <param name="Agent">Only those of exactly this user agent; agents are known for 30 days.</param>
/// <param name="From">The first day; 30 days ago unless given.</param>
/// <param name="Until">The last day; today unless given.</param>
[Needs(Permission.EditNumbers)]
public sealed record CountBack(Id<Brand> Brand, HitOutcome Reason, [property: MaxLength(HitFilter.LongestAgent)] string? Agent = null, LocalDate? From = null, LocalDate? Until = null) : ICommand<RecountView>, IStoresInBetween
{
    internal sealed class Handler(Db db, Recounting recounting, TimeProvider clock, Journal journal) : IHandle<CountBack, RecountView>
    {
        public async Task<RecountView> HandleAsync(CountBack request, CancellationToken cancel)
        {
            var brand = await db.FindAsync(request.Brand, "brand", cancel);
            Rule.Require(request.Reason != HitOutcome.Expired, "reason-expired", "These people did not reach the target, because the link had ended. Lift its limit instead.", "reason");
            var until = request.Until ?? clock.Today(brand.Zone);
            var recount = new Recount(brand.Id, request.Reason, request.Agent, request.From ?? until.PlusDays(-29), until);
            await recounting.CountAsync(recount, brand, cancel);
            Rule.Require(recount.Clicks + recount.SiteEvents > 0, "nothing-to-count", "Nothing in this range was dropped for this reason. Choose other days.", "reason");
            db.Add(recount);
            journal.Say($"counted {recount.Clicks + recount.SiteEvents} dropped hits back in", brand.Id.Value, subject: recount.Id);
            return RecountView.Of(recount, clock.Now());
        }
    }
}

/// <summary>Takes a decision back: hits that were counted back in are dropped again, as they were.</summary>
[Needs(Permission.EditNumbers)]
public sealed record UndoRecount(Id<Recount> Recount) : ICommand<RecountView>, IStoresInBetween
{
    internal sealed class Handler(Db db, Recounting recounting, TimeProvider clock, Journal journal) : IHandle<UndoRecount, RecountView>
    {
        public async Task<RecountView> HandleAsync(UndoRecount request, CancellationToken cancel)
        {
            var recount = await db.FindAsync(request.Recount, "recount", cancel);
            recount.Undo(clock.Now());
            await recounting.UndoAsync(recount, await db.FindAsync(recount.Brand, "brand", cancel), cancel);
            journal.Say($"dropped {recount.Clicks + recount.SiteEvents} hits again", recount.Brand.Value, subject: recount.Id);
            return RecountView.Of(recount, recount.CreatedAt);
        }
    }
}

/// <summary>What was counted back in, the newest first.</summary>
[Needs(Permission.Read)]
public sealed record RecountList(Id<Brand> Brand) : IQuery<IReadOnlyList<RecountView>>
{
    internal sealed class Handler(Db db) : IHandle<RecountList, IReadOnlyList<RecountView>>
    {
        public async Task<IReadOnlyList<RecountView>> HandleAsync(RecountList request, CancellationToken cancel)
        {
            var brand = await db.FindAsync(request.Brand, "brand", cancel);
            var recounts = await db.Set<Recount>().AsNoTracking().Where(one => one.Brand == brand.Id).OrderByDescending(one => one.CreatedAt).Take(50).ToListAsync(cancel);
            return [.. recounts.Select(one => RecountView.Of(one, one.CreatedAt))];
        }
    }
}

/// <summary>Moves hits between dropped and counted, in the raw log and in the rollups at once.</summary>
[Scoped]
internal sealed class Recounting(Db db, Rollups rollups)
{
    public async Task CountAsync(Recount recount, Brand brand, CancellationToken cancel)
    {
        var (reason, agent, id) = (recount.Reason, recount.Agent, recount.Id);
        var start = recount.From.AtStartOfDayInZone(brand.Zone).ToInstant();
        var end = recount.Until.PlusDays(1).AtStartOfDayInZone(brand.Zone).ToInstant();
        await rollups.HoldAsync(cancel);
        var clicks = await db.Set<Click>().Where(row => row.Brand == brand.Id && row.At >= start && row.At < end && row.Outcome == reason && (agent == null || row.Agent == agent))
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Outcome, HitOutcome.Counted).SetProperty(row => row.DroppedAs, reason).SetProperty(row => row.Recount, id), cancel);
        var events = await db.Set<SiteEvent>().Where(row => row.Brand == brand.Id && row.At >= start && row.At < end && row.Outcome == reason && (agent == null || row.Agent == agent))
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Outcome, HitOutcome.Counted).SetProperty(row => row.DroppedAs, reason).SetProperty(row => row.Recount, id), cancel);
        recount.Found(clicks, events);
        await MoveAsync(recount, HitOutcome.Counted, cancel);
        Tell(recount, brand);
    }

    public async Task UndoAsync(Recount recount, Brand brand, CancellationToken cancel)
    {
        Tell(recount, brand);
        var (reason, id) = (recount.Reason, recount.Id);
        await rollups.HoldAsync(cancel);
        await MoveAsync(recount, reason, cancel);
        await db.Set<Click>().Where(row => row.Recount == id)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Outcome, reason).SetProperty(row => row.DroppedAs, (HitOutcome?)null).SetProperty(row => row.Recount, (Id<Recount>?)null), cancel);
        await db.Set<SiteEvent>().Where(row => row.Recount == id)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Outcome, reason).SetProperty(row => row.DroppedAs, (HitOutcome?)null).SetProperty(row => row.Recount, (Id<Recount>?)null), cancel);
    }

    private void Tell(Recount recount, Brand brand)
    {
        if (recount.Clicks > 0)
        {
            db.Raise(new ClicksChanged(brand.Id, recount.From.AtStartOfDayInZone(brand.Zone).ToInstant(), recount.Until.PlusDays(1).AtStartOfDayInZone(brand.Zone).ToInstant()));
        }
    }

    /// <summary>Takes the hits of a decision out of the rollups where they stand and adds them where they belong now.</summary>
    private async Task MoveAsync(Recount recount, HitOutcome to, CancellationToken cancel)
    {
        var from = to == HitOutcome.Counted ? recount.Reason : HitOutcome.Counted;
        var clicks = new Dictionary<RollupKey, RollupSum>();
        await foreach (var click in db.Set<Click>().AsNoTracking().Where(row => row.Recount == recount.Id).AsAsyncEnumerable().WithCancellation(cancel))
        {
            var (key, sum) = (RollupKey.Of(click.Row), new RollupSum(1, click.StartsVisit ? 1 : 0));
            CollectionsMarshal.GetValueRefOrAddDefault(clicks, key with { Outcome = from }, out _) += -sum;
            CollectionsMarshal.GetValueRefOrAddDefault(clicks, key with { Outcome = to }, out _) += sum;
        }

        var (gone, come) = (new Dictionary<SiteRollupKey, RollupSum>(), new Dictionary<SiteRollupKey, RollupSum>());
        await foreach (var report in db.Set<SiteEvent>().AsNoTracking().Where(row => row.Recount == recount.Id).AsAsyncEnumerable().WithCancellation(cancel))
        {
            (report.Row with { Outcome = from }).AddTo(gone);
            (report.Row with { Outcome = to }).AddTo(come);
        }

        foreach (var (key, sum) in gone)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(come, key, out _) += -sum;
        }

        await rollups.AddAsync(recount.Brand, clicks, cancel);
        await rollups.AddAsync(recount.Brand, come, cancel);
    }
}
