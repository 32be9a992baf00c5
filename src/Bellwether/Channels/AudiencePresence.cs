using System.Globalization;
using Bellwether.Kernel;
using Bellwether.Plans;
using Bellwether.Research;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Channels;

/// <summary>What research says of one audience and a network.</summary>
/// <param name="Share">How many of them use it, in per cent.</param>
/// <param name="Size">About how many they are, where somebody said so.</param>
/// <param name="Source">Who says so.</param>
/// <param name="On">The day the source speaks of.</param>
public sealed record PresenceEvidence(Id<Audience> Audience, string Name, decimal Share, long? Size, string Source, LocalDate On, int AgeInMonths, bool Stale);

/// <summary>
/// How much of the plan's audience uses a network, as its research says: of the audience that the network's case names; else the
/// mean over all audiences with evidence, by their sizes where every size is known. An audience without evidence does not count.
/// </summary>
/// <param name="Share">Per cent, 0 to 100.</param>
/// <param name="On">The day of the oldest evidence in it; it ages from there.</param>
/// <param name="Explanation">Where it comes from, in words.</param>
public sealed record AudiencePresence(decimal Share, LocalDate On, int AgeInMonths, bool Stale, string Explanation, IReadOnlyList<PresenceEvidence> From)
{
    /// <summary>Puts the evidence for one network together; null without any.</summary>
    /// <param name="forWhom">The audience that the network's case names.</param>
    public static AudiencePresence? Of(IReadOnlyList<PresenceEvidence> evidence, Id<Audience>? forWhom = null)
    {
        var named = evidence.Where(one => one.Audience == forWhom).ToList();
        var counted = named.Count > 0 ? named : evidence;
        if (counted.Count == 0)
        {
            return null;
        }

        var bySize = counted.All(one => one.Size is not null);
        var share = decimal.Round(bySize ? counted.Sum(one => one.Share * one.Size!.Value) / counted.Sum(one => one.Size!.Value) : counted.Average(one => one.Share), 2, MidpointRounding.ToEven);
        var oldest = counted.MinBy(one => one.On)!;
        var parts = string.Join("; ", counted.Select(one => string.Create(CultureInfo.InvariantCulture, $"{one.Share:0.##} % of “{one.Name}” ({one.Source}, {one.On:uuuu-MM-dd})")));
        var together = counted.Count == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $". Together {share:0.##} %, {(bySize ? "by their sizes" : "each counted alike")}");
        return new AudiencePresence(share, oldest.On, oldest.AgeInMonths, counted.Any(one => one.Stale), parts + together, [.. counted]);
    }
}

/// <summary>Reads from the research of a plan how much of its audience uses which network. The brand's own people are no audience of a channel.</summary>
[Scoped]
public sealed class AudiencePresences(Db db)
{
    /// <summary>The presence by the network's key; networks without evidence are not in it.</summary>
    public async Task<IReadOnlyDictionary<string, AudiencePresence>> OfPlanAsync(Id<Plan> plan, LocalDate today, CancellationToken cancel)
    {
        var audiences = (await db.Set<Audience>().AsNoTracking().Where(row => row.Plan == plan).ToListAsync(cancel)).Where(row => !row.IsInternal).ToDictionary(row => row.Id);
        var cases = await db.Set<NetworkCase>().AsNoTracking().Where(row => row.Plan == plan).ToDictionaryAsync(row => row.Network, row => row.Sheet.Audience, StringComparer.Ordinal, cancel);
        var uses = await db.Set<NetworkUse>().AsNoTracking().Where(row => row.Plan == plan).OrderBy(row => row.Place).ToListAsync(cancel);
        var found = new Dictionary<string, AudiencePresence>(StringComparer.Ordinal);
        foreach (var network in uses.Where(use => audiences.ContainsKey(use.Audience)).GroupBy(use => use.Network))
        {
            var evidence = network.Select(use => new PresenceEvidence(
                use.Audience, audiences[use.Audience].Sheet.Name, use.Sheet.Share, audiences[use.Audience].Sheet.Size, use.Sheet.Source.Name, use.Sheet.Source.On,
                use.Sheet.Source.AgeInMonths(today), use.Sheet.Source.IsStale(today))).ToList();
            if (AudiencePresence.Of(evidence, cases.GetValueOrDefault(network.Key)) is { } presence)
            {
                found[network.Key] = presence;
            }
        }

        return found;
    }
}
