using Bellwether.Kernel;
using Bellwether.People;
using Bellwether.Plans;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Channels;

/// <summary>An idea with its score.</summary>
/// <param name="Score">Impact over effort, 0.2 to 5.</param>
/// <param name="Work">The id of the action that came of it.</param>
public sealed record OperationIdeaView(
    Id<OperationIdea> Id, Id<Plan> Plan, string Title, string? About, string? Network, int Impact, int Effort, decimal Score, OperationIdeaState State, string? Work, int Version) : IVersioned
{
    public static OperationIdeaView Of(OperationIdea idea) =>
        new(idea.Id, idea.Plan, idea.Title, idea.About, idea.Network, idea.Impact, idea.Effort, idea.Score, idea.State, idea.Work, idea.Version);
}

/// <summary>Innovative operations, the most impact for the least effort first; taken up and dropped ones last.</summary>
[Needs(Permission.Read)]
public sealed record OperationIdeas(Id<Plan> Plan) : IQuery<IReadOnlyList<OperationIdeaView>>
{
    internal sealed class Handler(Db db, PlanFinder plans) : IHandle<OperationIdeas, IReadOnlyList<OperationIdeaView>>
    {
        public async Task<IReadOnlyList<OperationIdeaView>> HandleAsync(OperationIdeas request, CancellationToken cancel)
        {
            var plan = await plans.FindAsync(request.Plan, cancel);
            var ideas = await db.Set<OperationIdea>().AsNoTracking().Where(idea => idea.Plan == plan.Id).ToListAsync(cancel);
            return [.. ideas.OrderBy(idea => idea.State).ThenByDescending(idea => idea.Score).ThenByDescending(idea => idea.Impact).ThenBy(idea => idea.Id).Select(OperationIdeaView.Of)];
        }
    }
}

/// <summary>Adds an innovative operation to the list, with a guess of its impact and its effort from 1 to 5.</summary>
/// <param name="Network">The network it is for; any when absent.</param>
[Needs(Permission.TakePart)]
public sealed record AddOperationIdea(Id<Plan> Plan, string Title, string? About = null, string? Network = null, int Impact = 3, int Effort = 3) : ICommand<OperationIdeaView>
{
    internal sealed class Handler(Db db, ChannelFinder finder, Journal journal) : IHandle<AddOperationIdea, OperationIdeaView>
    {
        public async Task<OperationIdeaView> HandleAsync(AddOperationIdea request, CancellationToken cancel)
        {
            var idea = new OperationIdea(await finder.EditAsync(request.Plan, cancel), request.Title);
            idea.Describe(request.Title, request.About, request.Network);
            idea.Guess(request.Impact, request.Effort);
            db.Add(idea);
            journal.Say($"had the idea “{idea.Title}”", idea.Brand.Value, idea.Plan.Value, idea.Id);
            return OperationIdeaView.Of(idea);
        }
    }
}

/// <summary>Changes an idea, drops it or puts it back; what is left out stays.</summary>
[Needs(Permission.EditPlan)]
public sealed record ChangeOperationIdea(
    Id<OperationIdea> Idea, string? Title = null, string? About = null, string? Network = null, int? Impact = null, int? Effort = null, bool? Dropped = null, int? IfVersion = null) : ICommand<OperationIdeaView>, IExpectsVersion
{
    internal sealed class Handler(Db db, ChannelFinder finder, Journal journal) : IHandle<ChangeOperationIdea, OperationIdeaView>
    {
        public async Task<OperationIdeaView> HandleAsync(ChangeOperationIdea request, CancellationToken cancel)
        {
            var idea = await db.FindAsync(request.Idea, "idea", cancel);
            await finder.EditAsync(idea.Plan, cancel);
            idea.Expect(request.IfVersion);
            idea.Describe(request.Title ?? idea.Title, request.About ?? idea.About, request.Network ?? idea.Network);
            idea.Guess(request.Impact ?? idea.Impact, request.Effort ?? idea.Effort);
            if (request.Dropped is { } dropped)
            {
                idea.Drop(dropped);
            }

            journal.Say(request.Dropped == true ? $"dropped the idea “{idea.Title}”" : $"changed the idea “{idea.Title}”", idea.Brand.Value, idea.Plan.Value, idea.Id);
            return OperationIdeaView.Of(idea);
        }
    }
}

/// <summary>Makes work of an idea: an action of the plan that links back to it.</summary>
/// <param name="Owner">Who answers for it; whoever takes it up when absent.</param>
/// <param name="Due">Until when; a month from now when absent.</param>
[Needs(Permission.EditPlan)]
public sealed record TakeUpOperationIdea(Id<OperationIdea> Idea, Id<Member>? Owner = null, LocalDate? Due = null) : ICommand<OperationIdeaView>
{
    internal sealed class Handler(Db db, ChannelFinder finder, IMakeActions actions, ICurrent current, TimeProvider clock, Journal journal) : IHandle<TakeUpOperationIdea, OperationIdeaView>
    {
        public async Task<OperationIdeaView> HandleAsync(TakeUpOperationIdea request, CancellationToken cancel)
        {
            var idea = await db.FindAsync(request.Idea, "idea", cancel);
            await finder.EditAsync(idea.Plan, cancel);
            var brand = await db.FindAsync(idea.Brand, "brand", cancel);
            var owner = request.Owner ?? (current.MemberKey is { } key ? new Id<Member>(key) : null);
            var seed = new ActionSeed(idea.Plan, idea.Title, idea.Id.ToString(), null, owner, request.Due ?? clock.Today(brand.Zone).PlusMonths(1), idea.About);
            // Refused before any work is made of it a second time.
            Rule.Require(idea.State != OperationIdeaState.TakenUp, "idea-taken-up", "This idea was taken up already. Open the action that came of it.");
            idea.TakeUp(await actions.MakeAsync(seed, cancel));
            journal.Say($"took up the idea “{idea.Title}”", idea.Brand.Value, idea.Plan.Value, idea.Id);
            return OperationIdeaView.Of(idea);
        }
    }
}

/// <summary>Takes an idea off the list for good.</summary>
[Needs(Permission.EditPlan)]
public sealed record RemoveOperationIdea(Id<OperationIdea> Idea) : ICommand<Done>
{
    internal sealed class Handler(Db db, ChannelFinder finder, Journal journal) : IHandle<RemoveOperationIdea, Done>
    {
        public async Task<Done> HandleAsync(RemoveOperationIdea request, CancellationToken cancel)
        {
            var idea = await db.FindAsync(request.Idea, "idea", cancel);
            await finder.EditAsync(idea.Plan, cancel);
            db.Remove(idea);
            journal.Say($"took the idea “{idea.Title}” off the list", idea.Brand.Value, idea.Plan.Value, idea.Id);
            return Done.It;
        }
    }
}
