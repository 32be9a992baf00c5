using Bellwether.Goals;
using Bellwether.Kernel;
using Bellwether.Plans;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Calendar;

/// <summary>Tells the goals which posts serve them. A post left without a goal on purpose is no orphan and is not told.</summary>
internal sealed class PostGoals(Db db) : IGoalLinks
{
    public async Task<IReadOnlyList<GoalLink>> LinksAsync(Id<Plan> plan, CancellationToken cancel)
    {
        var posts = await db.Set<Post>().AsNoTracking().IgnoreAutoIncludes().Where(post => post.Plan == plan && post.ArchivedAt == null && !post.Unguided)
            .OrderBy(post => post.Id).Select(post => new { post.Id, post.Title, post.Goal, post.CreatedAt }).ToListAsync(cancel);
        return [.. posts.Select(post => new GoalLink(post.Id.ToString(), "post", post.Title, post.Goal, post.CreatedAt))];
    }
}
