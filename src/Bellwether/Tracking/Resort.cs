using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Links;
using Bellwether.Storage;
using Bellwether.Tracking.Sums;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Tracking;

/// <summary>Hits that today's rules sort into another channel group than they are in.</summary>
public sealed record ResortedGroup(ChannelGroup From, ChannelGroup To, long Clicks, long SiteEvents);

/// <summary>What sorting history anew changes, or changed.</summary>
/// <param name="Rules">The version of the rules of today.</param>
/// <param name="Hits">Hits in the raw log.</param>
/// <param name="Older">Hits that were sorted by an older version.</param>
/// <param name="Changes">What moves from where to where; hits whose origin is only named differently are not among them.</param>
/// <param name="Applied">Whether it was done.</param>
/// <param name="Differing">Rollups that differ from the raw log afterwards, counted by adding everything up once more: none, unless something is broken.</param>
public sealed record ResortView(int Rules, long Hits, long Older, IReadOnlyList<ResortedGroup> Changes, bool Applied, int Differing);

/// <summary>What would change if all hits in the raw log were sorted by the rules, lists and own hosts of today. Links' tags count as they are now.</summary>
[Needs(Permission.Read)]
public sealed record ResortPreview(Id<Brand> Brand) : IQuery<ResortView>
{
    internal sealed class Handler(Db db, Resorting resorting) : IHandle<ResortPreview, ResortView>
    {
        public async Task<ResortView> HandleAsync(ResortPreview request, CancellationToken cancel) =>
            (await resorting.LookAsync(await db.FindAsync(request.Brand, "brand", cancel), cancel)).View(applied: false, 0);
    }
}

/// <summary>
/// Sorts all hits in the raw log into channel groups by the rules, lists and own hosts of today. Raw log and rollups change in
/// one transaction, and are compared with each other before it ends.
/// </summary>
[Needs(Permission.Administer)]
public sealed record Resort(Id<Brand> Brand) : ICommand<ResortView>, IStoresInBetween
{
    internal sealed class Handler(Db db, Resorting resorting, Rollups rollups, SumsAbove above, Journal journal, TimeProvider clock) : IHandle<Resort, ResortView>
    {
        public async Task<ResortView> HandleAsync(Resort request, CancellationToken cancel)
        {
            var brand = await db.FindAsync(request.Brand, "brand", cancel);
            await rollups.HoldAsync(cancel);
            var plan = await resorting.LookAsync(brand, cancel);
            await resorting.ApplyAsync(brand, plan, cancel);
            journal.Say($"sorted {plan.Hits} hits into channel groups by version {ChannelRules.Version} of the rules", brand.Id.Value, subject: brand.Id);
            await db.SaveAsync(cancel);
            var last = Instant.MaxValue;
            // What an older log left in the rollups cannot be compared any more.
            var clicks = await db.Set<Click>().Where(row => row.Brand == brand.Id).MinAsync(row => (Instant?)row.At, cancel) ?? last;
            var events = await db.Set<SiteEvent>().Where(row => row.Brand == brand.Id).MinAsync(row => (Instant?)row.At, cancel) ?? last;
            if (clicks != last)
            {
                db.Raise(new ClicksChanged(brand.Id, clicks, clock.Now()));
            }

            var differing = await rollups.MendAsync(brand.Id, clicks == last ? null : Quarter(clicks), events == last ? null : Quarter(events), last, cancel) + await above.MendAsync(brand.Id, null, cancel);
            return plan.View(applied: true, differing.Mended);
        }

        private static Instant Quarter(Instant at) => Instant.FromUnixTimeTicks(RollupKey.QuarterOf(at.ToUnixTimeTicks()));
    }
}
