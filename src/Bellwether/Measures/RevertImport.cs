using Bellwether.Kernel;
using Bellwether.Metrics;
using Bellwether.Storage;

namespace Bellwether.Measures;

/// <summary>Takes a whole import back in one step; numbers that it had corrected count again. 409 when it was taken back before.</summary>
[Needs(Permission.EditNumbers)]
public sealed record RevertImport(Id<ImportRun> Run) : ICommand<ImportRunView>
{
    internal sealed class Handler(Db db, IHandle<WithdrawObservations, Done> withdraw, TimeProvider clock, Journal journal) : IHandle<RevertImport, ImportRunView>
    {
        public async Task<ImportRunView> HandleAsync(RevertImport request, CancellationToken cancel)
        {
            var run = await db.FindAsync(request.Run, "import", cancel);
            run.Revert(clock.Now());
            if (run.Batch is { } batch)
            {
                await withdraw.HandleAsync(new WithdrawObservations(batch), cancel);
            }

            journal.Say($"took back the import of “{run.FileName}”", run.Brand.Value, subject: run.Id);
            return ImportRunView.Of(run);
        }
    }
}
