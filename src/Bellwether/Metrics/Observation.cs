using Bellwether.Brands;
using Bellwether.Kernel;
using NodaTime;

namespace Bellwether.Metrics;

/// <summary>
/// One number about one thing in one period, as one source told it. Never changed: a correction is a new row
/// with the next revision, and only one revision of a number is current.
/// </summary>
public sealed class Observation : Entity<Observation>
{
    private Observation()
    {
    }

    internal Observation(ObservationBatch batch, string metric, string subject, Point point, int revision)
    {
        Batch = batch.Id;
        Brand = batch.Brand;
        Source = batch.Source;
        RecordedAt = batch.RecordedAt;
        Metric = metric;
        Subject = subject;
        Start = point.Start;
        Length = point.Length;
        Value = Round(point.Value);
        Numerator = point.Numerator is { } numerator ? Round(numerator) : null;
        Denominator = point.Denominator is { } denominator ? Round(denominator) : null;
        Revision = revision;
    }

    public Id<ObservationBatch> Batch { get; private set; }

    public Id<Brand> Brand { get; private set; }

    /// <summary>The metric's key.</summary>
    public string Metric { get; private set; } = "";

    /// <summary>The id of what was measured, as text: a channel, an account, a post, a goal or the brand itself.</summary>
    public string Subject { get; private set; } = "";

    /// <summary>First day of the period.</summary>
    public LocalDate Start { get; private set; }

    public PeriodLength Length { get; private set; }

    /// <summary>The number, to six decimals; a rate as a fraction.</summary>
    public decimal Value { get; private set; }

    public decimal? Numerator { get; private set; }

    public decimal? Denominator { get; private set; }

    /// <summary>Who told it: “grid”, “api”, “import: X export”, “bluesky”.</summary>
    public string Source { get; private set; } = "";

    public Instant RecordedAt { get; private set; }

    /// <summary>1 for the first number of a period, one more with each correction.</summary>
    public int Revision { get; private set; }

    /// <summary>Whether this is the number that counts.</summary>
    public bool IsCurrent { get; private set; } = true;

    public Point Point => new(Start, Length, Value, Numerator, Denominator);

    internal void Supersede() => IsCurrent = false;

    internal void Reinstate() => IsCurrent = true;

    private static decimal Round(decimal value) => decimal.Round(value, 6, MidpointRounding.ToEven);
}
