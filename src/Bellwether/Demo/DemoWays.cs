using Bellwether.Kernel;
using Bellwether.Links;
using Bellwether.Storage;
using Bellwether.Tracking;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Demo;

/// <summary>
/// The ways on which the demo's offices come to order: most by a post, many after the letter, the profile or the city guide, some with
/// the code of the card, and a few out of the blue.
/// </summary>
internal sealed class DemoWays(DemoScene scene)
{
    // Its own chance: the rest of the year stays as it was.
    private readonly Random chance = new(20_261_123);
    private readonly List<Conversion> orders = [];
    private List<TrackedLink> lasting = [];
    private Deal? card;

    /// <summary>Reads the links that last and the deal of the card.</summary>
    public async Task KnowAsync(Db db, CancellationToken cancel)
    {
        lasting = (await db.Set<TrackedLink>().AsNoTracking().Where(link => link.Brand == scene.Brand.Id).OrderBy(link => link.Id).ToListAsync(cancel)).FindAll(link => link.Tags?.Source is "letter" or "instagram" or "cityguide");
        card = await db.Set<Deal>().AsNoTracking().FirstOrDefaultAsync(deal => deal.Brand == scene.Brand.Id, cancel);
    }

    /// <summary>The orders since the last time.</summary>
    public List<Conversion> TakeOrders()
    {
        var taken = orders.ToList();
        orders.Clear();
        return taken;
    }

    /// <summary>An order of an office, with the clicks that led to it.</summary>
    public Conversion Order(string number, Money value, Instant at, string office, TrackedLink post, ClickBatch batch)
    {
        var regular = chance.Next(3) == 0;
        var order = new Conversion(scene.Brand.Id, number, "sale", value, at, regular ? office : null);
        order.Match(chance.Next(20) switch
        {
            < 7 => new Credit(MatchedBy.Link, null, post.Id, null, post.Place),
            < 16 => Clicked(at, post, batch),
            < 18 when card is not null && card.HoldsOn(at.InZone(scene.Brand.Zone).Date) => new Credit(MatchedBy.DealCode, null, null, card.Id, card.Place),
            _ when regular => new Credit(MatchedBy.Link, null, post.Id, null, post.Place),
            _ => Credit.None("It came without a click id, link, code or known customer."),
        });
        orders.Add(order);
        return order;
    }

    /// <summary>One to three clicks of one visitor on the morning of the order.</summary>
    private Credit Clicked(Instant at, TrackedLink post, ClickBatch batch)
    {
        var visitor = chance.NextInt64();
        var way = Enumerable.Range(0, chance.Next(3)).Select(_ => lasting.Count > 0 ? lasting[chance.Next(lasting.Count)] : post).ToList();
        way.Insert(chance.Next(way.Count + 1), post);
        var (when, last) = (at - Duration.FromMinutes((25 * way.Count) + chance.Next(40)), default(Id<Click>));
        foreach (var link in way)
        {
            last = new Id<Click>(Guid.CreateVersion7(when.ToDateTimeOffset()));
            var group = ChannelRules.Shipped.Group(new Arrival(link.Tags!.Source, link.Tags.Medium, link.Tags.Campaign));
            batch.Rows.Add(new ClickRow(
                last.Value, scene.Brand.WorkspaceKey, scene.Brand.Id.Value, link.Id.Value, when.ToUnixTimeTicks(), visitor, link == way[0], null, group,
                chance.Next(3) == 0 ? DeviceClass.Desktop : DeviceClass.Phone, HitOutcome.Counted));
            when += Duration.FromMinutes(12 + chance.Next(12));
        }

        return new Credit(MatchedBy.ClickId, null, way[^1].Id, null, way[^1].Place, last);
    }
}
