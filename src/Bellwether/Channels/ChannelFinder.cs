using Bellwether.Kernel;
using Bellwether.Plans;
using Bellwether.Storage;

namespace Bellwether.Channels;

/// <summary>Finds channels and what belongs to them for whoever asks; a closed plan is not changed any more.</summary>
[Scoped]
public sealed class ChannelFinder(Db db, PlanFinder plans)
{
    /// <summary>The channel, for reading.</summary>
    public async Task<Channel> FindAsync(Id<Channel> id, CancellationToken cancel)
    {
        var channel = await db.FindAsync(id, "channel", cancel);
        await plans.FindAsync(channel.Plan, cancel);
        return channel;
    }

    /// <summary>The channel, for changing.</summary>
    public async Task<Channel> EditAsync(Id<Channel> id, CancellationToken cancel)
    {
        var channel = await db.FindAsync(id, "channel", cancel);
        await EditAsync(channel.Plan, cancel);
        return channel;
    }

    /// <summary>The theme, for changing.</summary>
    public async Task<ContentPillar> EditAsync(Id<ContentPillar> id, CancellationToken cancel)
    {
        var pillar = await db.FindAsync(id, "theme", cancel);
        await EditAsync(pillar.Plan, cancel);
        return pillar;
    }

    /// <summary>The highlight, for changing.</summary>
    public async Task<Activation> EditAsync(Id<Activation> id, CancellationToken cancel)
    {
        var activation = await db.FindAsync(id, "highlight", cancel);
        await EditAsync(activation.Plan, cancel);
        return activation;
    }

    /// <summary>The conversation slot, for changing.</summary>
    public async Task<ConversationSlot> EditAsync(Id<ConversationSlot> id, CancellationToken cancel)
    {
        var slot = await db.FindAsync(id, "conversation slot", cancel);
        await EditAsync(slot.Plan, cancel);
        return slot;
    }

    /// <summary>The plan, for changing.</summary>
    public async Task<Plan> EditAsync(Id<Plan> id, CancellationToken cancel)
    {
        var plan = await plans.FindAsync(id, cancel);
        plan.RequireEditable();
        return plan;
    }
}
