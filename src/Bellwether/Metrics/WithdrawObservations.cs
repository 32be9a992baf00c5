using Bellwether.Kernel;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Metrics;

/// <summary>Takes a batch of numbers back in one step; what they had corrected counts again. 409 when it was taken back before.</summary>
[Needs(Permission.EditNumbers)]
public sealed record WithdrawObservations(Id<ObservationBatch> Batch) : ICommand<Done>
{
    internal sealed class Handler(Db db, TimeProvider clock, Journal journal) : IHandle<WithdrawObservations, Done>
    {
        public async Task<Done> HandleAsync(WithdrawObservations request, CancellationToken cancel)
        {
            var batch = await db.FindAsync(request.Batch, "batch of numbers", cancel);
            batch.Withdraw(clock.Now());
            var rows = await db.Set<Observation>().Where(row => row.Batch == batch.Id && row.IsCurrent).ToListAsync(cancel);
            foreach (var group in rows.Where(row => row.Revision > 1).GroupBy(row => (row.Metric, row.Length)))
            {
                await ReinstateAsync([.. group], cancel);
            }

            rows.ForEach(row => row.Supersede());
            journal.Say($"took back {batch.Rows} numbers from {batch.Source}", batch.Brand.Value, subject: batch.Id);
            return Done.It;
        }

        /// <summary>The revision before each row, unless that one was taken back itself.</summary>
        private async Task ReinstateAsync(List<Observation> rows, CancellationToken cancel)
        {
            var subjects = rows.Select(row => row.Subject).Distinct().ToList();
            var (metric, length) = (rows[0].Metric, rows[0].Length);
            var from = rows.Min(row => row.Start);
            var to = rows.Max(row => row.Start);
            var withdrawn = await db.Set<ObservationBatch>().Where(batch => batch.WithdrawnAt != null).Select(batch => batch.Id).ToListAsync(cancel);
            var older = await db.Set<Observation>()
                .Where(row => subjects.Contains(row.Subject) && row.Metric == metric && row.Length == length && row.Start >= from && row.Start <= to)
                .ToListAsync(cancel);
            foreach (var row in rows)
            {
                older.Where(other => other.Subject == row.Subject && other.Start == row.Start && other.Revision < row.Revision && !withdrawn.Contains(other.Batch))
                    .MaxBy(other => other.Revision)?.Reinstate();
            }
        }
    }
}
