using Bellwether.Kernel;
using Bellwether.Metrics;
using Bellwether.Returns.Ads;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Returns.Imports;

/// <summary>Takes the latest import of ads back: rows that were new go, those it changed say again what they said before, and so does the number “ad spend”.</summary>
[Needs(Permission.EditNumbers)]
public sealed record UndoAdsImport(Id<ReturnImport> Import) : ICommand<UndoneReturnImport>
{
    internal sealed class Handler(Db db, ICurrent current, IHandle<WithdrawObservations, Done> withdraw, TimeProvider clock, Journal journal) : IHandle<UndoAdsImport, UndoneReturnImport>
    {
        public async Task<UndoneReturnImport> HandleAsync(UndoAdsImport request, CancellationToken cancel)
        {
            var import = await db.TakeBackAsync(request.Import, ReturnImportKind.Ads, current, clock.Now(), cancel);
            var added = import.Added.Select(row => row.Row).ToHashSet();
            var former = import.FormerAds.ToDictionary(row => row.Row);
            var back = 0;
            foreach (var ids in added.Concat(former.Keys).Select(key => new Id<AdRow>(key)).Chunk(500))
            {
                foreach (var row in await db.Set<AdRow>().Where(row => ids.Contains(row.Id)).ToListAsync(cancel))
                {
                    if (added.Contains(row.Id.Value))
                    {
                        db.Remove(row);
                        back++;
                    }
                    else if (former.GetValueOrDefault(row.Id.Value) is { } was)
                    {
                        row.Tell(was.Sheet, was.Work);
                        back++;
                    }
                }
            }

            // The numbers may have been withdrawn by hand before.
            if (import.Batch is { } batch && await db.Set<ObservationBatch>().AnyAsync(row => row.Id == batch && row.WithdrawnAt == null, cancel))
            {
                await withdraw.HandleAsync(new WithdrawObservations(batch), cancel);
            }

            journal.Say($"took the import of ads “{import.File}” back: {back} rows", import.Brand.Value, import.Plan.Value, import.Id);
            return new UndoneReturnImport(back, added.Count + former.Count - back);
        }
    }
}
