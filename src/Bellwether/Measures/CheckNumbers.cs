using System.ComponentModel.DataAnnotations;
using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Metrics;

namespace Bellwether.Measures;

/// <summary>Says how a block of typed or pasted cells would be understood; stores nothing.</summary>
/// <param name="Subject">The id of what was measured.</param>
/// <param name="Cells">At most 2,000 cells.</param>
/// <param name="Length">How long the periods are.</param>
/// <param name="Locale">How the reader writes numbers.</param>
[Needs(Permission.EditNumbers)]
public sealed record CheckNumbers(
    Id<Brand> Brand,
    [property: MaxLength(80)] string Subject,
    [property: MinLength(1), MaxLength(2000)] IReadOnlyList<GridEntry> Cells,
    PeriodLength Length = PeriodLength.Day,
    [property: MaxLength(20)] string Locale = "en-US") : IQuery<IReadOnlyList<CellResult>>
{
    internal sealed class Handler(GridReader reader) : IHandle<CheckNumbers, IReadOnlyList<CellResult>>
    {
        public async Task<IReadOnlyList<CellResult>> HandleAsync(CheckNumbers request, CancellationToken cancel) =>
            (await reader.ReadAsync(request.Brand, request.Subject, request.Length, request.Locale, request.Cells, replace: true, cancel)).Results;
    }
}
