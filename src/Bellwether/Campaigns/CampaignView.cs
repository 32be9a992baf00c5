using Bellwether.Brands;
using Bellwether.Channels;
using Bellwether.Goals;
using Bellwether.Kernel;
using Bellwether.People;
using Bellwether.Plans;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Campaigns;

/// <summary>A campaign and how it stands.</summary>
/// <param name="Tag">utm_campaign of its links.</param>
/// <param name="From">The first of the brand's days.</param>
/// <param name="Until">The last day.</param>
/// <param name="Paid">Whether reach is paid for.</param>
/// <param name="Moves">What can be done with it now.</param>
/// <param name="Note">What was said at its last move.</param>
/// <param name="Gauge">The weakest of the goals it serves; null where it serves none.</param>
/// <param name="GaugeWords">The same in words; “not gauged” where it serves no goal.</param>
/// <param name="Hints">What does not fit together, such as a campaign that runs past its last day.</param>
public sealed record CampaignView(
    Id<Campaign> Id, Id<Plan> Plan, string Name, CampaignKind Kind, string Tag, string? About, LocalDate? From, LocalDate? Until, Id<Member>? Owner,
    IReadOnlyList<Id<Goal>> Goals, IReadOnlyList<Id<Channel>> Channels, IReadOnlyList<CampaignKpi> Kpis, Money? Budget, bool Paid,
    CampaignStatus Status, IReadOnlyList<CampaignMove> Moves, string? Note, GoalStatus? Gauge, string GaugeWords, IReadOnlyList<string> Hints, int Version) : IVersioned
{
    /// <summary>Without goals there is no means of gauging success: no score is made up.</summary>
    public const string NotGauged = "not gauged";
}

/// <summary>Makes views of campaigns, each with how its goals stand.</summary>
[Scoped]
public sealed class CampaignViews(Db db, GoalAssessments assessments, TimeProvider clock)
{
    public async Task<CampaignView> OfAsync(Campaign campaign, Plan plan, Brand brand, CancellationToken cancel) => (await OfAsync([campaign], plan, brand, cancel))[0];

    /// <summary>Views of campaigns of one plan. A goal or a channel that the plan has no more is left out.</summary>
    public async Task<IReadOnlyList<CampaignView>> OfAsync(IReadOnlyList<Campaign> campaigns, Plan plan, Brand brand, CancellationToken cancel)
    {
        if (campaigns.Count == 0)
        {
            return [];
        }

        var goals = (await assessments.AllAsync(plan, brand, cancel)).ToDictionary(goal => goal.Goal.Id, goal => goal.Status);
        var facts = await PlanFacts.OfAsync(db, plan.Id, cancel);
        var today = clock.Today(brand.Zone);
        return [.. campaigns.Select(campaign => Of(campaign, goals, facts, today))];
    }

    private static CampaignView Of(Campaign campaign, Dictionary<Id<Goal>, GoalStatus> goals, PlanFacts facts, LocalDate today)
    {
        var served = facts.Known(campaign.Goals).ToList();
        GoalStatus? gauge = served.Count == 0 ? null : Statuses.Together(Composition.All, served.Select(goal => goals[goal]));
        return new CampaignView(
            campaign.Id, campaign.Plan, campaign.Name, campaign.Kind, campaign.Tag, campaign.About, campaign.From, campaign.Until, campaign.Owner,
            served, [.. facts.Known(campaign.Channels)], campaign.Kpis, campaign.Budget, campaign.IsPaid,
            campaign.Status, CampaignMoves.From(campaign.Status), campaign.Note, gauge, gauge is { } known ? Statuses.Words(known) : CampaignView.NotGauged, [.. Hints(campaign, served.Count, today)], campaign.Version);
    }

    private static IEnumerable<string> Hints(Campaign campaign, int goals, LocalDate today)
    {
        if (campaign.Status == CampaignStatus.Running && campaign.Until < today)
        {
            yield return "Its last day is over and it still runs: end it, or say a later day.";
        }

        if (campaign.Status == CampaignStatus.Draft && campaign.From <= today)
        {
            yield return "Its first day has come and it has not started.";
        }

        if (goals == 0 && campaign.Counts)
        {
            yield return "It serves no goal, so nothing says whether it succeeds.";
        }

        if (campaign.Owner is null && campaign.Status == CampaignStatus.Running)
        {
            yield return "Nobody runs it.";
        }
    }
}
