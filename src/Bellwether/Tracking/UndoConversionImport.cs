using Bellwether.Kernel;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Tracking;

/// <summary>What taking an import of conversions back did, or restoring it.</summary>
/// <param name="Changed">How many conversions count no more, or count again.</param>
public sealed record ConversionsOfImport(int Changed);

/// <summary>
/// Takes a file of conversions back: what it brought stays in the list and counts no more. What was reported of a month stays as it was
/// and gets a revision. The same orders from a mended file are then taken anew. 409 when it was taken back already.
/// </summary>
[Needs(Permission.EditNumbers)]
public sealed record UndoConversionImport(Id<ConversionImport> Import) : ICommand<ConversionsOfImport>
{
    internal sealed class Handler(Db db, TimeProvider clock, Journal journal) : IHandle<UndoConversionImport, ConversionsOfImport>
    {
        public async Task<ConversionsOfImport> HandleAsync(UndoConversionImport request, CancellationToken cancel)
        {
            var import = await db.FindAsync(request.Import, "import", cancel);
            var now = clock.Now();
            import.Undo(now);
            var standing = await db.Set<Conversion>().Where(one => one.Import == import.Id && one.VoidedAt == null).ToListAsync(cancel);
            foreach (var one in standing)
            {
                one.Void(now);
                db.Raise(new ConversionChanged(one.Id, one.Brand));
            }

            journal.Say($"took the import of “{import.File}” back: {standing.Count} conversions", import.Brand.Value, subject: import.Id);
            return new ConversionsOfImport(standing.Count);
        }
    }
}

/// <summary>
/// Restores a file of conversions that was taken back: they count again, except those that had been taken back one by one before, and
/// those that another file brought anew since. 409 when it stands.
/// </summary>
[Needs(Permission.EditNumbers)]
public sealed record RestoreConversionImport(Id<ConversionImport> Import) : ICommand<ConversionsOfImport>
{
    internal sealed class Handler(Db db, Journal journal) : IHandle<RestoreConversionImport, ConversionsOfImport>
    {
        public async Task<ConversionsOfImport> HandleAsync(RestoreConversionImport request, CancellationToken cancel)
        {
            var import = await db.FindAsync(request.Import, "import", cancel);
            var undone = import.Restore();
            var taken = await db.Set<Conversion>().Where(one => one.Import == import.Id && one.VoidedAt == undone).ToListAsync(cancel);
            foreach (var one in taken)
            {
                one.Restore();
                db.Raise(new ConversionChanged(one.Id, one.Brand));
            }

            journal.Say($"restored the import of “{import.File}”: {taken.Count} conversions", import.Brand.Value, subject: import.Id);
            return new ConversionsOfImport(taken.Count);
        }
    }
}
