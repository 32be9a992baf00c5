using System.ComponentModel.DataAnnotations;
using Bellwether.Kernel;
using Bellwether.Plans;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Research;

/// <summary>A row of the file that was not taken, and why.</summary>
/// <param name="Line">The line in the file.</param>
/// <param name="Text">What stands there.</param>
public sealed record RowNotTaken(int Line, string Reason, string Text);

/// <summary>What came of an import into the media ledger.</summary>
/// <param name="Rows">Rows under the header.</param>
/// <param name="Added">New lines.</param>
/// <param name="Changed">Lines that were there with other numbers.</param>
/// <param name="Unchanged">Lines that were there with the same numbers.</param>
/// <param name="NotTaken">Every other row, with its reason.</param>
/// <param name="Stored">False when this was only a look.</param>
/// <param name="Columns">Which column was taken for what: “spentMoney” is “Ausgaben”.</param>
public sealed record ImportedMediaUsage(
    string Kind, int Rows, int Added, int Changed, int Unchanged, IReadOnlyList<RowNotTaken> NotTaken, bool Stored, IReadOnlyDictionary<string, string> Columns, IReadOnlyList<MediaUsageSheet> Lines);

/// <summary>
/// Imports spending on all media from a CSV or a spreadsheet. Columns are found by their names: medium, month, planned and spent
/// hours, planned and spent money, currency. Rows that cannot be read are left out and listed; money without a currency is 422.
/// </summary>
/// <param name="Content">The file, in base 64.</param>
/// <param name="Currency">The currency of money whose row says none.</param>
/// <param name="Locale">How numbers are written: en-US, de-DE.</param>
/// <param name="DryRun">Only say what would come of it.</param>
[Needs(Permission.EditNumbers)]
public sealed record ImportMediaUsage(Id<Plan> Plan, [property: Required] byte[] Content, string? Currency = null, string Locale = "en-US", bool DryRun = false) : ICommand<ImportedMediaUsage>
{
    internal sealed class Handler(Db db, ResearchDesk desk, Journal journal) : IHandle<ImportMediaUsage, ImportedMediaUsage>
    {
        public async Task<ImportedMediaUsage> HandleAsync(ImportMediaUsage request, CancellationToken cancel)
        {
            var plan = await desk.PlanToChangeAsync(request.Plan, cancel);
            var read = MediaRows.Read(request.Content, request.Currency, request.Locale);
            var known = await db.Set<MediaUsageEntry>().Where(row => row.Plan == plan.Id).ToDictionaryAsync(row => row.Key, StringComparer.Ordinal, cancel);
            int added = 0, changed = 0, unchanged = 0;
            foreach (var sheet in read.Lines)
            {
                if (!known.TryGetValue(MediaUsageEntry.KeyOf(sheet), out var entry))
                {
                    added++;
                    if (!request.DryRun)
                    {
                        db.Add(new MediaUsageEntry(plan, sheet));
                    }
                }
                else if (entry.Sheet == sheet)
                {
                    unchanged++;
                }
                else
                {
                    changed++;
                    if (!request.DryRun)
                    {
                        entry.Word(sheet);
                    }
                }
            }

            if (!request.DryRun)
            {
                journal.Say($"imported {added + changed} lines into the media ledger", plan.Brand.Value, plan.Id.Value, plan.Id, read.NotTaken.Count == 0 ? null : $"{read.NotTaken.Count} rows were not taken");
            }

            return new ImportedMediaUsage(read.Kind, read.Lines.Count + read.NotTaken.Count, added, changed, unchanged, read.NotTaken, !request.DryRun, read.Columns, read.Lines);
        }
    }
}
