using Bellwether.Kernel;
using Bellwether.People;
using Bellwether.Plans;
using Bellwether.Storage;

namespace Bellwether.Channels;

/// <summary>Finds channels and what belongs to them; a closed plan is not changed any more.</summary>
[Scoped]
public sealed class ChannelFinder(Db db, PlanFinder plans)
{
    /// <summary>The channel, for reading.</summary>
    public Task<Channel> FindAsync(Id<Channel> id, CancellationToken cancel) => db.FindAsync(id, "channel", cancel);

    /// <summary>The channel, for changing.</summary>
    public Task<Channel> EditAsync(Id<Channel> id, CancellationToken cancel) => EditAsync(id, "channel", row => row.Plan, cancel);

    /// <summary>The theme, for changing.</summary>
    public Task<ContentPillar> EditAsync(Id<ContentPillar> id, CancellationToken cancel) => EditAsync(id, "theme", row => row.Plan, cancel);

    /// <summary>The highlight, for changing.</summary>
    public Task<Activation> EditAsync(Id<Activation> id, CancellationToken cancel) => EditAsync(id, "highlight", row => row.Plan, cancel);

    /// <summary>The conversation slot, for changing.</summary>
    public Task<ConversationSlot> EditAsync(Id<ConversationSlot> id, CancellationToken cancel) => EditAsync(id, "conversation slot", row => row.Plan, cancel);

    /// <summary>The plan, for changing.</summary>
    public Task<Plan> EditAsync(Id<Plan> id, CancellationToken cancel) => plans.EditAsync(id, cancel);

    /// <summary>The member that was named, checked to be one; null for none.</summary>
    internal async Task<Id<Member>?> MemberAsync(Id<Member>? named, CancellationToken cancel) =>
        named is { } id ? (await db.FindAsync(id, "member", cancel)).Id : null;

    private async Task<T> EditAsync<T>(Id<T> id, string what, Func<T, Id<Plan>> planOf, CancellationToken cancel)
        where T : Entity<T>
    {
        var found = await db.FindAsync(id, what, cancel);
        await EditAsync(planOf(found), cancel);
        return found;
    }
}
