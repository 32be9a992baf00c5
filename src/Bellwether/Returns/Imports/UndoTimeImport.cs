using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.People;
using Bellwether.Returns.Hours;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Returns.Imports;

/// <summary>Takes the latest import of time back: entries that were new go, those it changed say again what they said before. What somebody changed since stays, and so does what its day has no room for any more.</summary>
[Needs(Permission.TakePart)]
public sealed record UndoTimeImport(Id<ReturnImport> Import) : ICommand<UndoneReturnImport>
{
    internal sealed class Handler(Db db, WorkedDaysBook book, ICurrent current, TimeProvider clock, Journal journal) : IHandle<UndoTimeImport, UndoneReturnImport>
    {
        public async Task<UndoneReturnImport> HandleAsync(UndoTimeImport request, CancellationToken cancel)
        {
            var import = await db.TakeBackAsync(request.Import, ReturnImportKind.Time, current, clock.Now(), cancel);
            var brand = await db.FindAsync(import.Brand, "brand", cancel);
            var versions = import.Added.ToDictionary(row => row.Row, row => row.Version);
            var former = import.FormerTimes.ToDictionary(row => row.Row);
            var (back, today, restored) = (0, clock.Today(brand.Zone), new Dictionary<Guid, int>());
            var entries = new List<TimeEntry>();
            foreach (var ids in versions.Keys.Concat(former.Keys).Select(key => new Id<TimeEntry>(key)).Chunk(500))
            {
                entries.AddRange(await db.Set<TimeEntry>().Where(row => ids.Contains(row.Id)).ToListAsync(cancel));
            }

            var people = await db.Set<Member>().AsNoTracking().ToDictionaryAsync(row => row.Id, cancel);
            var days = entries.Select(entry => entry.Day).Concat(former.Values.Select(row => row.Sheet.Day)).Append(today).ToList();
            var worked = await book.OfAsync([.. entries.Select(entry => entry.Member).Distinct()], days.Min(), days.Max(), cancel);
            foreach (var entry in entries.Where(entry => versions.TryGetValue(entry.Id.Value, out var version) && version == entry.Version))
            {
                worked.Add(people[entry.Member], entry.Day, -entry.Minutes);
                db.Remove(entry);
                back++;
            }

            foreach (var entry in entries)
            {
                if (former.GetValueOrDefault(entry.Id.Value) is not { } was || was.Version != entry.Version)
                {
                    continue;
                }

                // Where other time has filled the day since, the entry stays as the file made it.
                var who = people[entry.Member];
                worked.Add(who, entry.Day, -entry.Minutes);
                if (worked.Refusal(who, was.Sheet.Day, was.Sheet.Minutes) is not null)
                {
                    _ = worked.Refusal(who, entry.Day, entry.Minutes);
                    continue;
                }

                entry.Write(was.Sheet, today);
                restored[entry.Id.Value] = entry.Version + 1;
                back++;
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
