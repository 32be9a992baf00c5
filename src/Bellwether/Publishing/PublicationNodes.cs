using Bellwether.Calendar;
using Bellwether.Networks;
using Bellwether.Plans;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Publishing;

/// <summary>Lets comments, the journal, search and numbers point to what one account published.</summary>
internal sealed class PublicationNodes(Db db) : NodesOf<Publication>(db, async (row, cancel) =>
{
    var title = await db.Set<Post>().Where(post => post.Id == row.Post).Select(post => post.Title).FirstOrDefaultAsync(cancel);
    return new PlanNode(row.Brand, row.Plan, $"{title ?? "A post"} on {NetworkCatalogue.Of(row.Network).Name}", $"/calendar/publishing?publication={row.Id}");
});
