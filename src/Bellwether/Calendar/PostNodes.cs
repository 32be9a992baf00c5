using Bellwether.Kernel;
using Bellwether.Plans;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Calendar;

/// <summary>Lets comments, the journal and search point to posts.</summary>
internal sealed class PostNodes(Db db) : INodeSource
{
    public string Prefix => Id<Post>.Prefix;

    public async Task<PlanNode?> FindAsync(string id, CancellationToken cancel)
    {
        if (!Id<Post>.TryParse(id, null, out var key))
        {
            return null;
        }

        var post = await db.Set<Post>().AsNoTracking().IgnoreAutoIncludes().FirstOrDefaultAsync(each => each.Id == key, cancel);
        return post is null ? null : new PlanNode(post.Brand, post.Plan, post.Title, $"/calendar/{post.Id}");
    }
}
