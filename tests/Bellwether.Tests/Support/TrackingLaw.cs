using System.Runtime.InteropServices;
using Bellwether.Storage;
using Bellwether.Tracking;
using Bellwether.Tracking.Sums;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace Bellwether.Tests.Support;

/// <summary>The law of tracking: quarters of an hour are the sum of the raw log, and all that stands above is the sum of the quarters.</summary>
internal static class TrackingLaw
{
    // Of these only the number is kept.
    private static readonly HitOutcome[] NumbersOnly = [HitOutcome.Overload, HitOutcome.UnknownLink, HitOutcome.OptedOut];

    /// <summary>Adds everything up, of all brands; gives how many sums stand above the quarters.</summary>
    public static async Task<int> AddsUpAsync(Db db)
    {
        var clicks = (await db.Set<ClickRollup>().IgnoreQueryFilters().AsNoTracking().ToListAsync()).ToDictionary(row => row.Key, row => row.Sum);
        var rawClicks = new Dictionary<RollupKey, RollupSum>();
        foreach (var click in await db.Set<Click>().IgnoreQueryFilters().AsNoTracking().ToListAsync())
        {
            CollectionsMarshal.GetValueRefOrAddDefault(rawClicks, RollupKey.Of(click.Row), out _) += new RollupSum(1, click.StartsVisit ? 1 : 0);
        }

        Same(clicks.Where(sum => !NumbersOnly.Contains(sum.Key.Outcome)), rawClicks, "clicks by quarter");
        var site = (await db.Set<SiteRollup>().IgnoreQueryFilters().AsNoTracking().ToListAsync()).ToDictionary(row => row.Key, row => row.Sum);
        var rawSite = new Dictionary<SiteRollupKey, RollupSum>();
        (await db.Set<SiteEvent>().IgnoreQueryFilters().AsNoTracking().ToListAsync()).ForEach(row => row.Row.AddTo(rawSite));
        Same(site.Where(sum => !NumbersOnly.Contains(sum.Key.Outcome)), rawSite, "the site by quarter");
        var above = new RollupSums(clicks, site);
        Same((await db.Set<LinkSum>().IgnoreQueryFilters().AsNoTracking().ToListAsync()).ToDictionary(row => row.Key, row => row.Sum), above.Links, "links by day and month");
        Same((await db.Set<GroupSum>().IgnoreQueryFilters().AsNoTracking().ToListAsync()).ToDictionary(row => row.Key, row => row.Sum), above.Groups, "groups by day and month");
        Same((await db.Set<SiteSum>().IgnoreQueryFilters().AsNoTracking().ToListAsync()).ToDictionary(row => row.Key, row => row.Sum), above.Sites, "the site by day and month");
        Same((await db.Set<TimeSum>().IgnoreQueryFilters().AsNoTracking().ToListAsync()).ToDictionary(row => row.Key, row => row.Sum), above.Times, "quarters and hours");
        return above.Links.Count + above.Groups.Count + above.Sites.Count + above.Times.Count;
    }

    private static void Same<TKey>(IEnumerable<KeyValuePair<TKey, RollupSum>> found, Dictionary<TKey, RollupSum> right, string what)
        where TKey : struct
    {
        // Sets: comparing lists of thousands in any order takes minutes.
        var (kept, expected) = (found.ToHashSet(), right.ToHashSet());
        kept.Except(expected).ShouldBeEmpty($"{what}: kept and not what it is the sum of");
        expected.Except(kept).ShouldBeEmpty($"{what}: not kept");
    }
}
