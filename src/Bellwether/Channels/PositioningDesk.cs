using Bellwether.Kernel;
using Bellwether.Plans;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Channels;

/// <summary>Reads and opens a plan's positioning with what belongs to it, changes of the running command included.</summary>
[Scoped]
public sealed class PositioningDesk(Db db, PlanFinder plans)
{
    /// <summary>The plan's positioning, made when there is none yet; a closed plan is not changed any more.</summary>
    public async Task<Positioning> OpenAsync(Id<Plan> id, CancellationToken cancel)
    {
        var plan = await EditAsync(id, cancel);
        var positioning = await db.Set<Positioning>().FirstOrDefaultAsync(row => row.Plan == plan.Id, cancel);
        if (positioning is null)
        {
            db.Add(positioning = new Positioning(plan));
        }

        return positioning;
    }

    /// <summary>The plan, for changing.</summary>
    public Task<Plan> EditAsync(Id<Plan> id, CancellationToken cancel) => plans.EditAsync(id, cancel);

    /// <summary>What a plan says of itself; empty where nothing was written.</summary>
    public async Task<Positioning> ReadAsync(Plan plan, CancellationToken cancel) =>
        db.Set<Positioning>().Local.FirstOrDefault(row => row.Plan == plan.Id) ?? await db.Set<Positioning>().AsNoTracking().FirstOrDefaultAsync(row => row.Plan == plan.Id, cancel) ?? new Positioning(plan);

    public async Task<IReadOnlyList<Claim>> ClaimsAsync(Id<Plan> plan, CancellationToken cancel) =>
        await db.Set<Claim>().AsNoTracking().Where(row => row.Plan == plan).OrderBy(row => row.Rank).ThenBy(row => row.Id).ToListAsync(cancel);

    public async Task<IReadOnlyList<ConversationStarter>> StartersAsync(Id<Plan> plan, CancellationToken cancel) =>
        await db.Set<ConversationStarter>().AsNoTracking().Where(row => row.Plan == plan).OrderBy(row => row.Rank).ThenBy(row => row.Id).ToListAsync(cancel);

    /// <summary>The whole sheet with its checks.</summary>
    public async Task<PositioningView> ViewAsync(Id<Plan> id, CancellationToken cancel)
    {
        var plan = await plans.FindAsync(id, cancel);
        var (position, claims, starters) = (await ReadAsync(plan, cancel), await ClaimsAsync(plan.Id, cancel), await StartersAsync(plan.Id, cancel));
        return new PositioningView(
            plan.Id, position.BrandPosition, position.SocialConcept, position.Voice, position.Guide, position.Rivals,
            [.. claims.Select(ClaimView.Of)], [.. starters.Select(ConversationStarterView.Of)],
            PositioningCheck.Of(position, position.Rivals, claims, starters),
            PositioningCheck.Nearest([position.BrandPosition, position.SocialConcept], position.Rivals),
            position.CreatedAt == default && db.Entry(position).State == EntityState.Detached ? 0 : position.Version);
    }
}
