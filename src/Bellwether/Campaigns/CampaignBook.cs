using Bellwether.Brands;
using Bellwether.Channels;
using Bellwether.Goals;
using Bellwether.Kernel;
using Bellwether.Links;
using Bellwether.Metrics;
using Bellwether.Plans;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Campaigns;

/// <summary>Finds campaigns and writes what a person says about them, once all of it is found in the same plan.</summary>
[Scoped]
public sealed class CampaignBook(Db db, PlanFinder plans, MetricCatalogue catalogue, AdvertisingBook advertising)
{
    /// <summary>The campaign, for changing; 422 when its plan is closed, 404 when it was taken out.</summary>
    public async Task<(Campaign Campaign, Plan Plan, Brand Brand)> EditAsync(Id<Campaign> id, CancellationToken cancel)
    {
        var campaign = await db.FindAsync(id, "campaign", cancel);
        Rule.Found(campaign.RemovedAt is null ? campaign : null, "campaign");
        var (plan, brand) = await plans.EditWithBrandAsync(campaign.Plan, cancel);
        return (campaign, plan, brand);
    }

    /// <summary>Fills a campaign with what was said. What is paid only now, or costs more now, needs the plan's decision for advertising.</summary>
    public async Task WriteAsync(Campaign campaign, CampaignSheet sheet, Brand brand, bool isNew, CancellationToken cancel)
    {
        var (paidBefore, budgetBefore, kindBefore) = (campaign.IsPaid && !isNew, campaign.BudgetMinor ?? 0, campaign.Kind);
        campaign.Rename(sheet.Name);
        campaign.Become(sheet.Kind);
        campaign.Last(sheet.From, sheet.Until);
        campaign.Describe(sheet.About);
        campaign.Own(sheet.Owner is { } owner ? (await db.FindAsync(owner, "member", cancel)).Id : null);
        campaign.Serve(await GoalsAsync(campaign, sheet.Goals ?? [], cancel));
        campaign.RunOn(await ChannelsAsync(campaign, sheet.Channels ?? [], cancel));
        campaign.MeasureBy(await KpisAsync(campaign, sheet.Kpis, kindBefore, cancel));
        Rule.Require(sheet.Budget is not { } budget || budget.Currency == brand.Currency, "currency-mixed", $"The brand reports in {brand.Currency}, and there is no rate for {sheet.Budget?.Currency}. Say the budget in {brand.Currency}.", "budget");
        campaign.Spend(sheet.Budget);
        if (campaign.IsPaid && (!paidBefore || campaign.BudgetMinor > budgetBefore))
        {
            await advertising.RequireAllowedAsync(campaign.Plan, cancel);
        }

        await TagAsync(campaign, sheet.Tag, cancel);
    }

    /// <summary>A tag that was asked for must be free in the plan; one made of the name gets a number where it is not.</summary>
    public async Task TagAsync(Campaign campaign, string? wanted, CancellationToken cancel)
    {
        var others = await db.Set<Campaign>().Where(other => other.Plan == campaign.Plan && other.Id != campaign.Id).Select(other => other.Tag).ToListAsync(cancel);
        var taken = others.Concat(db.Set<Campaign>().Local.Where(other => other.Plan == campaign.Plan && other.Id != campaign.Id).Select(other => other.Tag)).ToHashSet(StringComparer.Ordinal);
        if (!string.IsNullOrWhiteSpace(wanted))
        {
            var tag = CampaignTags.Clean(wanted, "tag");
            if (taken.Contains(tag))
            {
                throw Rule.Conflict("tag-taken", $"Another campaign of the plan has the tag “{tag}”. Choose another one, so that their clicks are told apart.", "tag");
            }

            campaign.TagAs(tag);
            return;
        }

        var own = campaign.Tag;
        for (var n = 2; taken.Contains(campaign.Tag); n++)
        {
            campaign.TagAs($"{own}-{n}");
        }
    }

    private async Task<IReadOnlyList<Id<Goal>>> GoalsAsync(Campaign campaign, IReadOnlyList<Id<Goal>> ids, CancellationToken cancel)
    {
        foreach (var id in ids)
        {
            var goal = await db.FindAsync(id, "goal", cancel);
            Rule.Require(goal.Plan == campaign.Plan, "goal-of-other-plan", "The goal belongs to another plan. Choose one of this plan.", "goals");
            Rule.Require(goal.ClosedAt is null || campaign.Goals.Contains(id), "goal-closed", $"The goal “{goal.Title}” is closed. Choose one that is still open.", "goals");
        }

        return ids;
    }

    private async Task<IReadOnlyList<Id<Channel>>> ChannelsAsync(Campaign campaign, IReadOnlyList<Id<Channel>> ids, CancellationToken cancel)
    {
        foreach (var id in ids)
        {
            var channel = await db.FindAsync(id, "channel", cancel);
            Rule.Require(channel.Plan == campaign.Plan, "channel-of-other-plan", "The channel belongs to another plan. Choose one of this plan.", "channels");
        }

        return ids;
    }

    private async Task<IReadOnlyList<CampaignKpi>> KpisAsync(Campaign campaign, IReadOnlyList<CampaignKpi>? said, CampaignKind kindBefore, CancellationToken cancel)
    {
        if (said is null)
        {
            return campaign.Kpis.Count > 0 && campaign.Kind == kindBefore ? campaign.Kpis : [.. CampaignKpis.For(campaign.Kind).Select(metric => new CampaignKpi(metric))];
        }

        foreach (var kpi in said)
        {
            await catalogue.NeedAsync(kpi.Metric, cancel, "kpis");
        }

        return said;
    }
}
