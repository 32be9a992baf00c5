using System.Text.Json.Nodes;
using Bellwether.Audits;
using Bellwether.Channels;
using Bellwether.Goals;
using Bellwether.Kernel;
using Bellwether.Plans;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Campaigns;

/// <summary>Campaigns as a part of the plan.</summary>
internal sealed class CampaignsPart(Db db, MembersByEmail people) : IPlanPart
{
    public string Name => "campaigns";

    public int Order => 1200;

    /// <summary>The next cycle plans anew what was planned or under way: without days, and without money until advertising is decided again.</summary>
    public async Task<JsonNode?> WriteAsync(Plan plan, bool nextCycle, CancellationToken cancel)
    {
        await people.LoadAsync(cancel);
        var campaigns = await db.Set<Campaign>().AsNoTracking().Where(row => row.Plan == plan.Id && row.RemovedAt == null).OrderBy(row => row.Id).ToListAsync(cancel);
        var facts = await PlanFacts.OfAsync(db, plan.Id, cancel);
        var written = campaigns.Where(row => !nextCycle || row.Status is CampaignStatus.Draft or CampaignStatus.Running)
            .Select(row => WrittenCampaign.Of(row, nextCycle, people, facts)).ToList();
        return written.Count == 0 ? null : PartJson.Write(new WrittenCampaigns(written));
    }

    /// <summary>A file tells what was planned, also what was paid for under a decision that no longer stands; starting that is refused as everywhere.</summary>
    public async Task ReadAsync(Plan plan, JsonNode part, CancellationToken cancel)
    {
        await people.LoadAsync(cancel);
        var written = PartJson.Read<WrittenCampaigns>(Name, part);
        var facts = await PlanFacts.OfAsync(db, plan.Id, cancel);
        foreach (var (each, place) in written.Campaigns.Select((each, place) => (each, place)))
        {
            db.Add(PartJson.At($"campaigns.campaigns[{place}]", () => each.Make(plan, people, facts)));
        }
    }
}

/// <summary>The campaigns of a plan file.</summary>
internal sealed record WrittenCampaigns(IReadOnlyList<WrittenCampaign> Campaigns);

/// <summary>A campaign in a plan file.</summary>
internal sealed record WrittenCampaign(
    Id<Campaign> Id, string Name, CampaignKind Kind, string? Tag = null, string? About = null, LocalDate? From = null, LocalDate? Until = null, string? Owner = null,
    IReadOnlyList<Id<Goal>>? Goals = null, IReadOnlyList<Id<Channel>>? Channels = null, IReadOnlyList<CampaignKpi>? Kpis = null, Money? Budget = null, CampaignStatus? Status = null, string? Note = null)
{
    public static WrittenCampaign Of(Campaign row, bool nextCycle, MembersByEmail people, PlanFacts facts) => new(
        row.Id, row.Name, row.Kind, row.Tag, row.About, nextCycle ? null : row.From, nextCycle ? null : row.Until, people.Email(row.Owner),
        facts.Known(row.Goals).ToList().OrNull(), facts.Known(row.Channels).ToList().OrNull(),
        row.Kpis.Select(kpi => nextCycle ? kpi with { Target = null } : kpi).ToList().OrNull(), nextCycle ? null : row.Budget,
        nextCycle || row.Status == CampaignStatus.Draft ? null : row.Status, nextCycle ? null : row.Note);

    /// <summary>The campaign; a goal or a channel that the plan does not have is left out.</summary>
    public Campaign Make(Plan plan, MembersByEmail people, PlanFacts facts)
    {
        var campaign = new Campaign(plan, Name, Kind) { Id = Id };
        if (Tag is not null)
        {
            campaign.TagAs(Tag);
        }

        campaign.Describe(About);
        campaign.Last(From, Until);
        campaign.Own(people.Find(Owner));
        campaign.Serve(facts.Known(Goals ?? []));
        campaign.RunOn(facts.Known(Channels ?? []));
        campaign.MeasureBy(Kpis ?? []);
        campaign.Spend(Budget);
        campaign.Recall(Status ?? CampaignStatus.Draft, Rule.OptionalText(Note, "note", 1000));
        return campaign;
    }
}
