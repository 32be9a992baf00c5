using Bellwether.Actions;
using Bellwether.Channels;
using Bellwether.Goals;
using Bellwether.Kernel;
using Bellwether.Plans;
using Bellwether.Storage;

namespace Bellwether.Calendar;

/// <summary>Links a post to what it is for, once all of it is found in the same brand.</summary>
[Scoped]
public sealed class PostIntent(Db db)
{
    /// <summary>404 for a plan, goal or action of another workspace; 422 when they do not belong together.</summary>
    public async Task SetAsync(Post post, Id<Plan>? plan, Id<Goal>? goal, bool unguided, Id<ActionItem>? action, Id<ContentPillar>? theme, CancellationToken cancel)
    {
        if (goal is { } goalId)
        {
            var found = await db.FindAsync(goalId, "goal", cancel);
            plan ??= found.Plan;
            Rule.Require(found.Plan == plan, "goal-of-other-plan", "The goal belongs to another plan. Choose one of this plan.", "goal");
        }

        if (action is { } actionId)
        {
            var found = await db.FindAsync(actionId, "action", cancel);
            plan ??= found.Plan;
        }

        if (theme is { } themeId)
        {
            var found = await db.FindAsync(themeId, "theme", cancel);
            plan ??= found.Plan;
        }

        if (plan is { } planId)
        {
            var found = await db.FindAsync(planId, "plan", cancel);
            Rule.Require(found.Brand == post.Brand, "plan-of-other-brand", "The plan belongs to another brand. Choose one of this brand.", "plan");
        }

        post.Serve(plan, goal, unguided, action, theme);
    }
}
