using Bellwether.Kernel;
using Bellwether.Plans;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Channels;

/// <summary>Adds words that open a conversation, for one persona or for everybody.</summary>
/// <param name="Kind">A question, a prompt, or a call to take part; a positioning needs at least one call.</param>
/// <param name="Persona">Whom it is for, by the persona's name.</param>
[Needs(Permission.EditPlan)]
public sealed record AddConversationStarter(Id<Plan> Plan, string Text, StarterKind Kind = StarterKind.Question, string? Persona = null) : ICommand<ConversationStarterView>
{
    internal sealed class Handler(Db db, PositioningDesk desk, Journal journal) : IHandle<AddConversationStarter, ConversationStarterView>
    {
        public async Task<ConversationStarterView> HandleAsync(AddConversationStarter request, CancellationToken cancel)
        {
            var plan = await desk.EditAsync(request.Plan, cancel);
            var last = await db.Set<ConversationStarter>().Where(row => row.Plan == plan.Id).MaxAsync(row => (int?)row.Rank, cancel) ?? 0;
            var starter = new ConversationStarter(plan, request.Text, request.Kind, request.Persona, last + 1);
            db.Add(starter);
            journal.Say($"added the conversation starter “{starter.Text}”", starter.Brand.Value, starter.Plan.Value, starter.Id);
            return ConversationStarterView.Of(starter);
        }
    }
}

/// <summary>Changes a conversation starter; what is left out stays, an empty persona means everybody.</summary>
[Needs(Permission.EditPlan)]
public sealed record ChangeConversationStarter(
    Id<ConversationStarter> Starter, string? Text = null, StarterKind? Kind = null, string? Persona = null, int? IfVersion = null) : ICommand<ConversationStarterView>, IExpectsVersion
{
    internal sealed class Handler(Db db, PositioningDesk desk, Journal journal) : IHandle<ChangeConversationStarter, ConversationStarterView>
    {
        public async Task<ConversationStarterView> HandleAsync(ChangeConversationStarter request, CancellationToken cancel)
        {
            var starter = await db.FindAsync(request.Starter, "conversation starter", cancel);
            await desk.EditAsync(starter.Plan, cancel);
            starter.Expect(request.IfVersion);
            starter.Say(request.Text ?? starter.Text, request.Kind ?? starter.Kind, request.Persona ?? starter.Persona);
            journal.Say($"changed the conversation starter “{starter.Text}”", starter.Brand.Value, starter.Plan.Value, starter.Id);
            return ConversationStarterView.Of(starter);
        }
    }
}

/// <summary>Takes a conversation starter away.</summary>
[Needs(Permission.EditPlan)]
public sealed record RemoveConversationStarter(Id<ConversationStarter> Starter) : ICommand<Done>
{
    internal sealed class Handler(Db db, PositioningDesk desk, Journal journal) : IHandle<RemoveConversationStarter, Done>
    {
        public async Task<Done> HandleAsync(RemoveConversationStarter request, CancellationToken cancel)
        {
            var starter = await db.FindAsync(request.Starter, "conversation starter", cancel);
            await desk.EditAsync(starter.Plan, cancel);
            db.Remove(starter);
            journal.Say($"took the conversation starter “{starter.Text}” away", starter.Brand.Value, starter.Plan.Value, starter.Id);
            return Done.It;
        }
    }
}
