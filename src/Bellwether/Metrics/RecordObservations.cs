using System.ComponentModel.DataAnnotations;
using Bellwether.Brands;
using Bellwether.Kernel;

namespace Bellwether.Metrics;

/// <summary>
/// Records numbers of a brand in one batch that can be taken back as one. A number for a period that has one becomes
/// a correction; the old one is kept. 422 names the first bad row: unknown metric, future day, impossible value.
/// </summary>
/// <param name="Brand">Whose numbers they are.</param>
/// <param name="Rows">At most 10,000 numbers.</param>
/// <param name="Source">Who tells them: “api”, “grid”, “import: X export”.</param>
/// <param name="WhenPresent">What to do with periods that have a number already.</param>
[Needs(Permission.EditNumbers)]
public sealed record RecordObservations(
    Id<Brand> Brand,
    [property: MinLength(1), MaxLength(10_000)] IReadOnlyList<ObservationEntry> Rows,
    [property: MaxLength(120)] string Source = "api",
    WhenPresent WhenPresent = WhenPresent.Correct) : ICommand<RecordedObservations>
{
    internal sealed class Handler(ObservationWriter writer, Journal journal) : IHandle<RecordObservations, RecordedObservations>
    {
        public async Task<RecordedObservations> HandleAsync(RecordObservations request, CancellationToken cancel)
        {
            var recorded = await writer.WriteAsync(request.Brand, request.Rows, request.Source, request.WhenPresent, cancel);
            journal.Say($"recorded {recorded.Recorded + recorded.Corrected} numbers from {request.Source}", request.Brand.Value, subject: recorded.Batch);
            return recorded;
        }
    }
}
