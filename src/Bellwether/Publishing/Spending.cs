using Bellwether.Audits;
using Bellwether.Calendar;
using Bellwether.Kernel;
using Bellwether.Links;
using Bellwether.Networks;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Publishing;

/// <summary>Reads what posts cost in a month: charged for what is out, by the price list for what waits.</summary>
internal sealed class Spending(Db db) : ISpending
{
    public async Task<IReadOnlyDictionary<Id<SocialAccount>, MonthSpending>> OfAsync(IReadOnlyCollection<Id<SocialAccount>> accounts, Id<Post>? except, Instant at, CancellationToken cancel)
    {
        var charging = NetworkCatalogue.All.Where(network => network.Posting.Cost is not null).Select(network => network.Key).ToList();
        var known = await db.Set<SocialAccount>().AsNoTracking().Where(row => accounts.Contains(row.Id) && charging.Contains(row.Network)).Select(row => new { row.Id, row.Network }).ToListAsync(cancel);
        if (known.Count == 0)
        {
            return new Dictionary<Id<SocialAccount>, MonthSpending>();
        }

        var ids = known.ConvertAll(row => row.Id);
        var month = at.InUtc().Date.ToYearMonth();
        var (first, after) = (Start(month), Start(month.PlusMonths(1)));
        var charges = await db.Set<PostCharge>().AsNoTracking().Where(row => ids.Contains(row.Account) && row.At >= first && row.At < after).Select(row => new { row.Account, row.Amount }).ToListAsync(cancel);
        var ceilings = await db.Set<SpendingCeiling>().AsNoTracking().Where(row => ids.Contains(row.Account)).ToDictionaryAsync(row => row.Account, row => row.Amount, cancel);
        var planned = await PlannedAsync(ids, except, first, after, cancel);
        return known.ToDictionary(row => row.Id, row => new MonthSpending(
            month, charges.Where(charge => charge.Account == row.Id).Sum(charge => charge.Amount), planned.GetValueOrDefault(row.Id), ceilings.GetValueOrDefault(row.Id), NetworkCatalogue.Of(row.Network).Posting.Cost!.Currency));
    }

    /// <summary>The charge of a part that went out just now; null where its network charges nothing.</summary>
    internal static PostCharge? Of(Publication publication, Instant now) =>
        publication.Call is { } call && NetworkCatalogue.Of(publication.Network).Posting.Cost is { } cost
            ? new PostCharge(publication, publication.Parts.Count + 1, LinksInText.Find(call.Payload).Count > 0 ? cost.WithLink : cost.Plain, cost.Currency, now)
            : null;

    /// <summary>What waits, by the words it has now.</summary>
    private async Task<Dictionary<Id<SocialAccount>, decimal>> PlannedAsync(List<Id<SocialAccount>> accounts, Id<Post>? except, Instant first, Instant after, CancellationToken cancel)
    {
        var waiting = await db.Set<Publication>().AsNoTracking()
            .Where(row => accounts.Contains(row.Account) && row.Status == PublicationStatus.Queued && row.DueAt >= first && row.DueAt < after && row.Post != except)
            .Select(row => new { row.Post, row.Variant, row.Account, row.Network }).ToListAsync(cancel);
        var ids = waiting.Select(row => row.Post).Distinct().ToList();
        var posts = await db.Set<Post>().AsNoTracking().Where(post => ids.Contains(post.Id)).ToDictionaryAsync(post => post.Id, cancel);
        return waiting.GroupBy(row => row.Account).ToDictionary(group => group.Key, group => group.Sum(row =>
            posts.GetValueOrDefault(row.Post) is { } post && post.Variants.FirstOrDefault(one => one.Id == row.Variant) is { } variant
                ? PostCosts.Of(NetworkCatalogue.Of(row.Network).Posting.Cost!, variant.Parts(post), variant.Link)
                : 0));
    }

    private static Instant Start(YearMonth month) => month.OnDayOfMonth(1).AtMidnight().InUtc().ToInstant();
}
