using System.ComponentModel.DataAnnotations;
using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Metrics;

namespace Bellwether.Measures;

/// <summary>What came of entering a block of cells.</summary>
/// <param name="Batch">The step, to take it back with; null when every number was there already.</param>
/// <param name="Stored">How many numbers are new or replaced.</param>
/// <param name="Cells">What became of each cell, in the order they came.</param>
public sealed record EnteredNumbers(Id<ObservationBatch>? Batch, int Stored, IReadOnlyList<CellResult> Cells);

/// <summary>Stores a block of typed or pasted cells in one step that can be taken back. One bad cell and nothing is stored (422 with every cell), unless partial says to store the rest.</summary>
/// <param name="Subject">The id of what was measured.</param>
/// <param name="Cells">At most 2,000 cells.</param>
/// <param name="Length">How long the periods are.</param>
/// <param name="Locale">How the reader writes numbers.</param>
/// <param name="Partial">Store the good cells although others are bad.</param>
/// <param name="Replace">Replace numbers that are there; otherwise they are kept.</param>
[Needs(Permission.EditNumbers)]
public sealed record EnterNumbers(
    Id<Brand> Brand,
    [property: MaxLength(80)] string Subject,
    [property: MinLength(1), MaxLength(2000)] IReadOnlyList<GridEntry> Cells,
    PeriodLength Length = PeriodLength.Day,
    [property: MaxLength(20)] string Locale = "en-US",
    bool Partial = false,
    bool Replace = true) : ICommand<EnteredNumbers>
{
    internal sealed class Handler(GridReader reader, ObservationWriter writer, Journal journal) : IHandle<EnterNumbers, EnteredNumbers>
    {
        public async Task<EnteredNumbers> HandleAsync(EnterNumbers request, CancellationToken cancel)
        {
            var read = await reader.ReadAsync(request.Brand, request.Subject, request.Length, request.Locale, request.Cells, request.Replace, cancel);
            var bad = read.Results.Where(cell => cell.Outcome == CellOutcome.Bad).ToList();
            if (bad.Count > 0 && !request.Partial)
            {
                throw new ProblemException(ProblemKind.Rule, "cells-bad",
                    bad.Count == 1 ? $"Nothing was stored. {bad[0].Message}" : $"Nothing was stored: {bad.Count} of {read.Results.Count} cells cannot be. Mend them, or store the others alone.")
                { Details = read.Results };
            }

            var stored = read.Entries.Count == 0 ? null : await writer.WriteAsync(request.Brand, read.Entries, "grid", WhenPresent.Correct, cancel);
            journal.Say(read.Entries.Count == 1 ? "entered one number in the grid" : $"entered {read.Entries.Count} numbers in the grid", request.Brand.Value, subject: stored?.Batch);
            return new EnteredNumbers(stored?.Batch, read.Entries.Count, read.Results);
        }
    }
}
