using Bellwether.Actions;
using Bellwether.Kernel;
using Bellwether.Plans;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Reviews;

/// <summary>What a review yielded.</summary>
/// <param name="Actions">Actions with an owner and a day that came out of it.</param>
public sealed record ReviewYield(int Decisions, int Actions);

/// <summary>What the reviews of a plan yielded.</summary>
public sealed record PlanYields(IReadOnlyDictionary<Id<Review>, ReviewYield> ByReview, IReadOnlySet<string> FollowedUp, int NotFollowedUp)
{
    public ReviewYield Of(Id<Review> review) => ByReview.GetValueOrDefault(review) ?? new ReviewYield(0, 0);
}

/// <summary>Counts what came out of reviews: talk without an owner and a day is no action.</summary>
[Scoped]
public sealed class ReviewYields(Db db)
{
    public async Task<PlanYields> OfAsync(Id<Plan> plan, CancellationToken cancel)
    {
        var decisions = await db.Set<Decision>().AsNoTracking().Where(row => row.Plan == plan).ToListAsync(cancel);
        var ideas = await db.Set<Idea>().AsNoTracking().Where(row => row.Plan == plan && row.Action != null).ToListAsync(cancel);
        var actions = (await db.Set<ActionItem>().AsNoTracking().Where(row => row.Plan == plan && row.Origin != null && row.RemovedAt == null).ToListAsync(cancel))
            .ToDictionary(row => row.Id.ToString(), StringComparer.Ordinal);
        bool Yielded(string? action) => action is not null && actions.TryGetValue(action, out var row) && row is { Accountable: not null, Due: not null };
        var followed = decisions.Where(decision => decision.Action is { } action && actions.ContainsKey(action)).Select(decision => decision.Id.ToString()).ToHashSet(StringComparer.Ordinal);
        var reviews = decisions.Select(decision => decision.Review).Concat(ideas.Where(idea => idea.Review is not null).Select(idea => idea.Review!.Value)).Distinct();
        return new PlanYields(
            reviews.ToDictionary(review => review, review => new ReviewYield(
                decisions.Count(decision => decision.Review == review),
                decisions.Count(decision => decision.Review == review && Yielded(decision.Action)) + ideas.Count(idea => idea.Review == review && Yielded(idea.Action)))),
            followed, decisions.Count - followed.Count);
    }
}
