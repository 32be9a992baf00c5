using Bellwether.Audits;
using Bellwether.Brands;
using Bellwether.Calendar;
using Bellwether.Competitors;
using Bellwether.Kernel;
using Bellwether.Networks;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Publishing;

/// <summary>Tells the benchmark what went out on our own accounts, and in which form.</summary>
internal sealed class OwnPosts(Db db) : IOwnPosts
{
    public async Task<IReadOnlyList<OwnPost>> SinceAsync(Id<Brand> brand, IReadOnlyCollection<Id<SocialAccount>> accounts, Instant since, CancellationToken cancel)
    {
        var gone = await db.Set<Publication>().AsNoTracking()
            .Where(row => row.Brand == brand && accounts.Contains(row.Account) && row.Status != PublicationStatus.Deleted && row.ConfirmedAt >= since).ToListAsync(cancel);
        var posts = new Dictionary<Id<Post>, Post>();
        foreach (var some in gone.Select(row => row.Post).Distinct().Chunk(500))
        {
            foreach (var post in await db.Set<Post>().AsNoTracking().Where(row => some.Contains(row.Id)).ToListAsync(cancel))
            {
                posts[post.Id] = post;
            }
        }

        var kinds = await new ItemKinds(db).OfAsync(posts.Values, cancel);
        return
        [
            .. from row in gone
               where posts.ContainsKey(row.Post)
               // The numbers of a post that goes out in one place only may stand under the post itself.
               let subjects = new[] { row.Id.ToString(), row.Variant.ToString(), posts[row.Post].Variants.Count == 1 ? row.Post.ToString() : null }
               select new OwnPost(row.Account, FormOf(kinds[row.Post]), [.. subjects.OfType<string>()]),
        ];
    }

    private static PublicPostForm FormOf(string kind) => kind switch
    {
        "video" => PublicPostForm.Video,
        "photo" => PublicPostForm.Image,
        "link" => PublicPostForm.Link,
        _ => PublicPostForm.Text,
    };
}
