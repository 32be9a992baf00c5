using Bellwether.Channels;
using Bellwether.Goals;
using Bellwether.Kernel;
using Bellwether.Plans;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Campaigns;

/// <summary>Two campaigns that overlay: on the same days, for the same goals or on the same channels.</summary>
/// <param name="From">The first day both run.</param>
/// <param name="Until">The last day both run.</param>
/// <param name="Goals">The goals both serve: what comes of one of them may be owed to either.</param>
/// <param name="Channels">The channels both run on.</param>
public sealed record CampaignOverlap(Id<Campaign> One, Id<Campaign> Other, LocalDate From, LocalDate Until, int Days, IReadOnlyList<Id<Goal>> Goals, IReadOnlyList<Id<Channel>> Channels);

/// <summary>
/// Which campaigns of a plan overlay one another, the longest first. A click and its conversion are credited to the campaign of
/// the link they came by, and to no other, so that the campaigns of a goal together never hold more than there was.
/// </summary>
[Needs(Permission.Read)]
public sealed record CampaignOverlaps(Id<Plan> Plan) : IQuery<IReadOnlyList<CampaignOverlap>>
{
    internal sealed class Handler(Db db, PlanFinder plans) : IHandle<CampaignOverlaps, IReadOnlyList<CampaignOverlap>>
    {
        public async Task<IReadOnlyList<CampaignOverlap>> HandleAsync(CampaignOverlaps request, CancellationToken cancel)
        {
            var plan = await plans.FindAsync(request.Plan, cancel);
            return Of(await CampaignGoalLinks.CountingAsync(db, plan.Id, cancel));
        }
    }

    /// <summary>Every pair that shares days and, besides, a goal or a channel.</summary>
    internal static IReadOnlyList<CampaignOverlap> Of(IReadOnlyList<Campaign> campaigns) =>
    [
        .. campaigns.SelectMany((one, place) => campaigns.Skip(place + 1).Select(other => Of(one, other))).OfType<CampaignOverlap>()
            .OrderByDescending(overlap => overlap.Days).ThenBy(overlap => overlap.From),
    ];

    private static CampaignOverlap? Of(Campaign one, Campaign other)
    {
        if (one.From is null || other.From is null)
        {
            return null;
        }

        var (from, until) = (LocalDate.Max(one.From.Value, other.From.Value), LocalDate.Min(one.Until!.Value, other.Until!.Value));
        var (goals, channels) = (one.Goals.Intersect(other.Goals).ToList(), one.Channels.Intersect(other.Channels).ToList());
        return from > until || goals.Count + channels.Count == 0 ? null : new CampaignOverlap(one.Id, other.Id, from, until, Period.DaysBetween(from, until) + 1, goals, channels);
    }
}
