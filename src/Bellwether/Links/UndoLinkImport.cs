using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Links;

/// <summary>An import of links.</summary>
/// <param name="Made">How many links it made.</param>
/// <param name="NotMade">How many lines became no link.</param>
/// <param name="UndoneAt">When it was taken back.</param>
public sealed record LinkImportView(Id<LinkImport> Id, string File, int Made, int NotMade, Instant CreatedAt, Instant? UndoneAt);

/// <summary>The imports of links of a brand, the newest first.</summary>
[Needs(Permission.Read)]
public sealed record LinkImportList(Id<Brand> Brand) : IQuery<IReadOnlyList<LinkImportView>>
{
    internal sealed class Handler(Db db) : IHandle<LinkImportList, IReadOnlyList<LinkImportView>>
    {
        public async Task<IReadOnlyList<LinkImportView>> HandleAsync(LinkImportList request, CancellationToken cancel)
        {
            var brand = await db.FindAsync(request.Brand, "brand", cancel);
            var imports = await db.Set<LinkImport>().AsNoTracking().Where(import => import.Brand == brand.Id).OrderByDescending(import => import.Id).Take(50).ToListAsync(cancel);
            return [.. imports.Select(import => new LinkImportView(import.Id, import.File, import.Made, import.NotMade, import.CreatedAt, import.UndoneAt))];
        }
    }
}

/// <summary>What taking an import of links back did.</summary>
/// <param name="Archived">How many links went to the archive.</param>
public sealed record UndoneLinkImport(int Archived);

/// <summary>Takes an import of links back: every link it made goes to the archive. Their short addresses keep working, for ever.</summary>
[Needs(Permission.WritePosts)]
public sealed record UndoLinkImport(Id<LinkImport> Import) : ICommand<UndoneLinkImport>
{
    internal sealed class Handler(Db db, TimeProvider clock, Journal journal) : IHandle<UndoLinkImport, UndoneLinkImport>
    {
        public async Task<UndoneLinkImport> HandleAsync(UndoLinkImport request, CancellationToken cancel)
        {
            var import = await db.FindAsync(request.Import, "import", cancel);
            import.Undo(clock.Now());
            var links = await db.Set<TrackedLink>().Where(link => link.Import == import.Id && link.ArchivedAt == null).ToListAsync(cancel);
            links.ForEach(link => link.Archive(clock.Now()));
            journal.Say($"took back the import of links “{import.File}”", import.Brand.Value, subject: import.Id);
            return new UndoneLinkImport(links.Count);
        }
    }
}
