using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Returns.Hours;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Returns.Imports;

/// <summary>Takes the latest import of time back: entries that were new go, those it changed say again what they said before. What somebody changed since stays.</summary>
[Needs(Permission.TakePart)]
public sealed record UndoTimeImport(Id<ReturnImport> Import) : ICommand<UndoneReturnImport>
{
    internal sealed class Handler(Db db, ICurrent current, TimeProvider clock, Journal journal) : IHandle<UndoTimeImport, UndoneReturnImport>
    {
        public async Task<UndoneReturnImport> HandleAsync(UndoTimeImport request, CancellationToken cancel)
        {
            var import = await db.TakeBackAsync(request.Import, ReturnImportKind.Time, current, clock.Now(), cancel);
            var brand = await db.FindAsync(import.Brand, "brand", cancel);
            var versions = import.Added.ToDictionary(row => row.Row, row => row.Version);
            var former = import.FormerTimes.ToDictionary(row => row.Row);
            var (back, today, restored) = (0, clock.Today(brand.Zone), new Dictionary<Guid, int>());
            foreach (var ids in versions.Keys.Concat(former.Keys).Select(key => new Id<TimeEntry>(key)).Chunk(500))
            {
                foreach (var entry in await db.Set<TimeEntry>().Where(row => ids.Contains(row.Id)).ToListAsync(cancel))
                {
                    if (versions.TryGetValue(entry.Id.Value, out var version) && version == entry.Version)
                    {
                        db.Remove(entry);
                        back++;
                    }
                    else if (former.GetValueOrDefault(entry.Id.Value) is { } was && was.Version == entry.Version)
                    {
                        entry.Write(was.Sheet, today);
                        restored[entry.Id.Value] = entry.Version + 1;
                        back++;
                    }
                }
            }

            foreach (var earlier in await db.Set<ReturnImport>().Where(row => row.Plan == import.Plan && row.Kind == ReturnImportKind.Time && row.UndoneAt == null && row.Id != import.Id).ToListAsync(cancel))
            {
                earlier.Follow(restored);
            }

            journal.Say($"took the import of time “{import.File}” back: {back} entries", import.Brand.Value, import.Plan.Value, import.Id);
            return new UndoneReturnImport(back, versions.Count + former.Count - back);
        }
    }
}
