using Bellwether.Brands;
using Bellwether.Kernel;
using NodaTime;

namespace Bellwether.Metrics;

/// <summary>Numbers that arrived together, from one paste, file, request or collection; undone together too.</summary>
public sealed class ObservationBatch : Entity<ObservationBatch>
{
    private ObservationBatch()
    {
    }

    /// <summary>A batch says who told the numbers and when.</summary>
    public ObservationBatch(Id<Brand> brand, string source, Instant at)
    {
        Brand = brand;
        Source = Rule.Text(source, "source", 120);
        RecordedAt = at;
    }

    public Id<Brand> Brand { get; private set; }

    public string Source { get; private set; } = "";

    public Instant RecordedAt { get; private set; }

    /// <summary>How many numbers it brought.</summary>
    public int Rows { get; private set; }

    /// <summary>When it was taken back; null while its numbers stand.</summary>
    public Instant? WithdrawnAt { get; private set; }

    internal void Count(int rows) => Rows += rows;

    internal void Withdraw(Instant at)
    {
        if (WithdrawnAt is not null)
        {
            throw Rule.Conflict("batch-withdrawn", "These numbers were taken back already.");
        }

        WithdrawnAt = at;
    }
}
