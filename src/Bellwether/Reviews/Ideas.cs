using Bellwether.Kernel;
using Bellwether.People;
using Bellwether.Plans;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Reviews;

/// <summary>The brainstorm board of a plan.</summary>
[Scoped]
public sealed class IdeaBoard(Db db, PlanFinder plans, ICurrent current)
{
    /// <summary>Ideas with most votes first; those of one review on request.</summary>
    public async Task<IReadOnlyList<IdeaView>> OfAsync(Id<Plan> plan, Id<Review>? review, CancellationToken cancel)
    {
        var ideas = await db.Set<Idea>().AsNoTracking().Where(idea => idea.Plan == plan && (review == null || idea.Review == review)).ToListAsync(cancel);
        var ids = ideas.Select(idea => idea.Id).ToList();
        var votes = (await db.Set<IdeaVote>().AsNoTracking().Where(vote => ids.Contains(vote.Idea)).ToListAsync(cancel)).ToLookup(vote => vote.Idea, vote => vote.Member);
        return [.. ideas.Select(idea => View(idea, [.. votes[idea.Id]])).OrderByDescending(idea => idea.Votes).ThenBy(idea => idea.Id)];
    }

    /// <summary>An idea and its plan, or 404.</summary>
    public async Task<(Idea Idea, Plan Plan)> FindAsync(Id<Idea> id, CancellationToken cancel)
    {
        var idea = await db.FindAsync(id, "idea", cancel);
        return (idea, await plans.FindAsync(idea.Plan, cancel));
    }

    internal IdeaView View(Idea idea, IReadOnlyCollection<Id<Member>> voters) => new(
        idea.Id, idea.Review, idea.Text, idea.By, idea.CreatedAt, voters.Count, current.MemberKey is { } me && voters.Contains(new Id<Member>(me)), idea.Action);
}

/// <summary>The ideas of a plan, those with most votes first.</summary>
[Needs(Permission.Read)]
public sealed record IdeaList(Id<Plan> Plan) : IQuery<IReadOnlyList<IdeaView>>
{
    internal sealed class Handler(IdeaBoard board, PlanFinder plans) : IHandle<IdeaList, IReadOnlyList<IdeaView>>
    {
        public async Task<IReadOnlyList<IdeaView>> HandleAsync(IdeaList request, CancellationToken cancel) =>
            await board.OfAsync((await plans.FindAsync(request.Plan, cancel)).Id, null, cancel);
    }
}

/// <summary>Puts an idea on the board.</summary>
[Needs(Permission.TakePart)]
public sealed record AddIdea(Id<Plan> Plan, string Text, Id<Review>? Review = null) : ICommand<IdeaView>
{
    internal sealed class Handler(Db db, IdeaBoard board, PlanFinder plans, ReviewFinder reviews, ICurrent current, Journal journal) : IHandle<AddIdea, IdeaView>
    {
        public async Task<IdeaView> HandleAsync(AddIdea request, CancellationToken cancel)
        {
            var plan = await plans.FindAsync(request.Plan, cancel);
            var review = request.Review is { } id ? (await reviews.FindAsync(id, cancel)).Review : null;
            Rule.Found(review is null || review.Plan == plan.Id ? plan : null, "review");
            var idea = new Idea(plan, review, request.Text, current.Name);
            db.Add(idea);
            journal.Say($"had the idea “{idea.Text}”", plan.Brand.Value, plan.Id.Value, idea.Id);
            return board.View(idea, []);
        }
    }
}

/// <summary>Is for an idea, or no longer. However often, one person counts once.</summary>
[Needs(Permission.TakePart)]
public sealed record VoteForIdea(Id<Idea> Idea, bool For = true) : ICommand<IdeaView>
{
    internal sealed class Handler(Db db, IdeaBoard board, ICurrent current) : IHandle<VoteForIdea, IdeaView>
    {
        public async Task<IdeaView> HandleAsync(VoteForIdea request, CancellationToken cancel)
        {
            var (idea, _) = await board.FindAsync(request.Idea, cancel);
            Rule.Require(current.MemberKey is not null, "no-member", "Only a member votes.");
            var me = new Id<Member>(current.MemberKey!.Value);
            var votes = await db.Set<IdeaVote>().Where(vote => vote.Idea == idea.Id).ToListAsync(cancel);
            if (votes.Find(vote => vote.Member == me) is { } mine)
            {
                if (!request.For)
                {
                    db.Remove(mine);
                    votes.Remove(mine);
                }
            }
            else if (request.For)
            {
                var vote = new IdeaVote(idea.Id, me);
                db.Add(vote);
                votes.Add(vote);
            }

            return board.View(idea, [.. votes.Select(vote => vote.Member)]);
        }
    }
}

/// <summary>Turns an idea into an action item; each keeps the link to the other.</summary>
[Needs(Permission.EditPlan)]
public sealed record ConvertIdea(Id<Idea> Idea, string? Title = null, Id<Member>? Owner = null, LocalDate? Due = null) : ICommand<IdeaView>
{
    internal sealed class Handler(Db db, IdeaBoard board, IMakeActions actions, Journal journal) : IHandle<ConvertIdea, IdeaView>
    {
        public async Task<IdeaView> HandleAsync(ConvertIdea request, CancellationToken cancel)
        {
            var (idea, plan) = await board.FindAsync(request.Idea, cancel);
            Rule.Require(idea.Action is null, "already-action", "This idea became an action already.");
            idea.BecomeAction(await actions.MakeAsync(new ActionSeed(plan.Id, Titles.Short(request.Title ?? idea.Text), idea.Id.ToString(), null, request.Owner, request.Due), cancel));
            journal.Say($"made the idea “{idea.Text}” an action", plan.Brand.Value, plan.Id.Value, idea.Id);
            var voters = await db.Set<IdeaVote>().Where(vote => vote.Idea == idea.Id).Select(vote => vote.Member).ToListAsync(cancel);
            return board.View(idea, voters);
        }
    }
}

/// <summary>Titles of actions made from longer texts.</summary>
internal static class Titles
{
    private const int Longest = 200;

    public static string Short(string text) => Excerpt.Of(text, Longest);
}
