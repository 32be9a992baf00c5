using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Calendar;

/// <summary>What taking an import back did.</summary>
/// <param name="Back">How many posts went to the archive.</param>
/// <param name="Kept">How many stay, because they were changed since or are on their way.</param>
public sealed record UndonePostImport(int Back, int Kept);

/// <summary>Takes an import of posts back: what it made goes to the archive, but for posts that were changed since or are on their way.</summary>
[Needs(Permission.WritePosts)]
public sealed record UndoPostImport(Id<PostImport> Import) : ICommand<UndonePostImport>
{
    internal sealed class Handler(Db db, TimeProvider clock, Journal journal) : IHandle<UndoPostImport, UndonePostImport>
    {
        public async Task<UndonePostImport> HandleAsync(UndoPostImport request, CancellationToken cancel)
        {
            var import = await db.FindAsync(request.Import, "import", cancel);
            var now = clock.Now();
            import.Undo(now);
            var edits = import.Posts.ToDictionary(made => made.Post, made => made.Edits);
            var ids = edits.Keys.ToList();
            var back = 0;
            foreach (var post in await db.Set<Post>().Where(post => ids.Contains(post.Id) && post.ArchivedAt == null).ToListAsync(cancel))
            {
                if (post.Edits == edits[post.Id] && post.Status == PostStatus.Draft)
                {
                    post.Archive(now);
                    back++;
                }
            }

            journal.Say($"took the import of “{import.File}” back: {back} posts", import.Brand.Value, null, import.Id);
            return new UndonePostImport(back, import.Posts.Count - back);
        }
    }
}

/// <summary>An import of posts as it is listed.</summary>
public sealed record PostImportView(Id<PostImport> Id, string File, Instant At, int Made, int NotMade, Instant? UndoneAt);

/// <summary>A brand's imports of posts, the newest first; the last 50.</summary>
[Needs(Permission.Read)]
public sealed record PostImportList(Id<Brand> Brand) : IQuery<IReadOnlyList<PostImportView>>
{
    internal sealed class Handler(Db db) : IHandle<PostImportList, IReadOnlyList<PostImportView>>
    {
        public async Task<IReadOnlyList<PostImportView>> HandleAsync(PostImportList request, CancellationToken cancel)
        {
            var brand = await db.FindAsync(request.Brand, "brand", cancel);
            var all = await db.Set<PostImport>().AsNoTracking().Where(row => row.Brand == brand.Id).OrderByDescending(row => row.Id).Take(50).ToListAsync(cancel);
            return [.. all.Select(row => new PostImportView(row.Id, row.File, row.CreatedAt, row.Posts.Count, row.NotMade, row.UndoneAt))];
        }
    }
}
