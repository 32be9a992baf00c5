using Bellwether.Kernel;
using Bellwether.Plans;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Channels;

/// <summary>Lets comments, the journal and search point to the positioning.</summary>
internal sealed class PositioningNodes(Db db) : INodeSource
{
    public string Prefix => Id<Positioning>.Prefix;

    public async Task<PlanNode?> FindAsync(string id, CancellationToken cancel) =>
        Id<Positioning>.TryParse(id, null, out var key) && await db.Set<Positioning>().AsNoTracking().FirstOrDefaultAsync(row => row.Id == key, cancel) is { } position
            ? new PlanNode(position.Brand, position.Plan, "Positioning", "/channels/positioning")
            : null;
}

/// <summary>Lets comments, the journal and search point to claims.</summary>
internal sealed class ClaimNodes(Db db) : INodeSource
{
    public string Prefix => Id<Claim>.Prefix;

    public async Task<PlanNode?> FindAsync(string id, CancellationToken cancel) =>
        Id<Claim>.TryParse(id, null, out var key) && await db.Set<Claim>().AsNoTracking().FirstOrDefaultAsync(row => row.Id == key, cancel) is { } claim
            ? new PlanNode(claim.Brand, claim.Plan, claim.Text, "/channels/positioning")
            : null;
}

/// <summary>Lets comments, the journal and search point to conversation starters.</summary>
internal sealed class ConversationStarterNodes(Db db) : INodeSource
{
    public string Prefix => Id<ConversationStarter>.Prefix;

    public async Task<PlanNode?> FindAsync(string id, CancellationToken cancel) =>
        Id<ConversationStarter>.TryParse(id, null, out var key) && await db.Set<ConversationStarter>().AsNoTracking().FirstOrDefaultAsync(row => row.Id == key, cancel) is { } starter
            ? new PlanNode(starter.Brand, starter.Plan, starter.Text, "/channels/positioning")
            : null;
}

/// <summary>Lets comments, the journal and search point to ideas of operations.</summary>
internal sealed class OperationIdeaNodes(Db db) : INodeSource
{
    public string Prefix => Id<OperationIdea>.Prefix;

    public async Task<PlanNode?> FindAsync(string id, CancellationToken cancel) =>
        Id<OperationIdea>.TryParse(id, null, out var key) && await db.Set<OperationIdea>().AsNoTracking().FirstOrDefaultAsync(row => row.Id == key, cancel) is { } idea
            ? new PlanNode(idea.Brand, idea.Plan, idea.Title, "/channels/candidates")
            : null;
}

/// <summary>Lets comments, the journal and search point to highlights.</summary>
internal sealed class ActivationNodes(Db db) : INodeSource
{
    public string Prefix => Id<Activation>.Prefix;

    public async Task<PlanNode?> FindAsync(string id, CancellationToken cancel) =>
        Id<Activation>.TryParse(id, null, out var key) && await db.Set<Activation>().AsNoTracking().FirstOrDefaultAsync(row => row.Id == key, cancel) is { } activation
            ? new PlanNode(activation.Brand, activation.Plan, activation.Title, $"/channels/{activation.Channel}")
            : null;
}

/// <summary>Lets comments, the journal and search point to conversation slots.</summary>
internal sealed class ConversationSlotNodes(Db db) : INodeSource
{
    public string Prefix => Id<ConversationSlot>.Prefix;

    public async Task<PlanNode?> FindAsync(string id, CancellationToken cancel) =>
        Id<ConversationSlot>.TryParse(id, null, out var key) && await db.Set<ConversationSlot>().AsNoTracking().FirstOrDefaultAsync(row => row.Id == key, cancel) is { } slot
            ? new PlanNode(slot.Brand, slot.Plan, slot.Question, $"/channels/{slot.Channel}")
            : null;
}
