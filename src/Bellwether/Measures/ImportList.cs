using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Measures.Sheets;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Measures;

/// <summary>One import, as the list shows it.</summary>
public sealed record ImportRunView(
    Id<ImportRun> Id, string FileName, string Source, string By, Instant At, int RowsRead, int RowsTaken,
    int Recorded, int Corrected, int Unchanged, int Skipped, int LeftOutCount, IReadOnlyList<LeftOut> LeftOut, Instant? RevertedAt)
{
    public static ImportRunView Of(ImportRun run) => new(
        run.Id, run.FileName, run.Source, run.By, run.At, run.RowsRead, run.RowsTaken,
        run.Recorded, run.Corrected, run.Unchanged, run.Skipped, run.LeftOutCount, run.LeftOut, run.RevertedAt);
}

/// <summary>The imports of a brand, newest first, with what came of each.</summary>
[Needs(Permission.Read)]
public sealed record ImportList(Id<Brand> Brand, string? After = null, int Take = 20) : IQuery<Page<ImportRunView>>
{
    internal sealed class Handler(Db db) : IHandle<ImportList, Page<ImportRunView>>
    {
        public async Task<Page<ImportRunView>> HandleAsync(ImportList request, CancellationToken cancel) =>
            await db.Set<ImportRun>().AsNoTracking().Where(run => run.Brand == request.Brand).OrderByDescending(run => run.Id).PageAsync(
                request.After, request.Take, run => run.Id, (rows, cursor) => rows.Where(run => run.Id.CompareTo(cursor) < 0), ImportRunView.Of, cancel);
    }
}
