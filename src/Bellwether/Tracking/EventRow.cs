using System.Runtime.InteropServices;
using Bellwether.Links;

namespace Bellwether.Tracking;

/// <summary>A page view or an event of a site on its way into the raw log.</summary>
/// <param name="Name">What happened, such as signup; null for a page view.</param>
/// <param name="Origin">Where its visit came from, as people call it: Facebook, newsletter, blog.example.</param>
/// <param name="Keyed">Whether the teller gave it an id, from which ours is made: the same id twice is one event.</param>
public sealed record EventRow(
    Guid Id, Guid Workspace, Guid Brand, long At, string? Name, string Host, string Path, string? Source, string? Medium, string? Campaign, string? ReferrerHost, string? Origin,
    ChannelGroup Group, DeviceClass Device, long Visitor, bool StartsVisit, HitOutcome Outcome, string? Agent = null, string? Data = null, bool Keyed = false)
{
    /// <summary>Where its number stands when nothing else of it is kept.</summary>
    public SiteRollupKey NumberOnly(HitOutcome outcome) => Key(Name is null ? SiteDimension.Views : SiteDimension.Event, Name ?? "") with { Outcome = outcome };

    /// <summary>
    /// Adds it to every rollup it belongs to. Views and events are there with each outcome; pages, origins and campaigns are of
    /// counted page views only.
    /// </summary>
    internal void AddTo(Dictionary<SiteRollupKey, RollupSum> sums)
    {
        var sum = new RollupSum(1, StartsVisit ? 1 : 0);
        Add(sums, NumberOnly(Outcome), sum);
        if (Name is not null || Outcome != HitOutcome.Counted)
        {
            return;
        }

        Add(sums, Key(SiteDimension.Page, Host + Path), sum);
        if (Origin is not null)
        {
            Add(sums, Key(SiteDimension.Origin, Origin), sum);
        }

        if (Campaign is not null)
        {
            Add(sums, Key(SiteDimension.Campaign, Campaign), sum);
        }
    }

    private static void Add(Dictionary<SiteRollupKey, RollupSum> sums, SiteRollupKey key, RollupSum sum) => CollectionsMarshal.GetValueRefOrAddDefault(sums, key, out _) += sum;

    private SiteRollupKey Key(SiteDimension dimension, string value) => new(Workspace, Brand, RollupKey.QuarterOf(At), dimension, value, Outcome, Group);
}

/// <summary>What a rollup of a site counts.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct SiteRollupKey(Guid Workspace, Guid Brand, long Quarter, SiteDimension Dimension, string Value, HitOutcome Outcome, ChannelGroup Group);
