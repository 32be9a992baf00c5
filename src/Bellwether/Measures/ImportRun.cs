using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Measures.Sheets;
using Bellwether.Metrics;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Bellwether.Measures;

/// <summary>One import of a file: who did it when, what came of it, and which rows brought nothing.</summary>
public sealed class ImportRun : Entity<ImportRun>
{
    /// <summary>The most left-out rows that are kept; the count is always whole.</summary>
    public const int MostKept = 500;

    private ImportRun()
    {
    }

    internal ImportRun(Id<Brand> brand, string fileName, string hash, string source, string by, Instant at)
    {
        Brand = brand;
        FileName = Rule.Text(fileName, "fileName", 200);
        Hash = hash;
        Source = source;
        By = by;
        At = at;
    }

    public Id<Brand> Brand { get; private set; }

    public string FileName { get; private set; } = "";

    /// <summary>SHA-256 of the file, by which the same file is known again.</summary>
    public string Hash { get; private set; } = "";

    /// <summary>What the file was taken for.</summary>
    public string Source { get; private set; } = "";

    /// <summary>The name of who imported it.</summary>
    public string By { get; private set; } = "";

    public Instant At { get; private set; }

    /// <summary>The numbers it stored; null when all of them were there already.</summary>
    public Id<ObservationBatch>? Batch { get; private set; }

    public int RowsRead { get; private set; }

    public int RowsTaken { get; private set; }

    public int Recorded { get; private set; }

    public int Corrected { get; private set; }

    public int Unchanged { get; private set; }

    public int Skipped { get; private set; }

    /// <summary>How many rows and cells brought nothing.</summary>
    public int LeftOutCount { get; private set; }

    public IReadOnlyList<LeftOut> LeftOut { get; private set; } = [];

    public Instant? RevertedAt { get; private set; }

    internal void Bring(ReadNumbers read, RecordedObservations stored)
    {
        Batch = stored.Batch;
        (RowsRead, RowsTaken) = (read.RowsRead, read.RowsTaken);
        (Recorded, Corrected, Unchanged, Skipped) = (stored.Recorded, stored.Corrected, stored.Unchanged, stored.Skipped);
        LeftOutCount = read.LeftOut.Count;
        LeftOut = [.. read.LeftOut.Take(MostKept)];
    }

    internal void Revert(Instant at)
    {
        if (RevertedAt is not null)
        {
            throw Rule.Conflict("import-reverted", "This import was taken back already.");
        }

        RevertedAt = at;
    }
}

internal sealed class ImportRunStorage : IEntityTypeConfiguration<ImportRun>
{
    public void Configure(EntityTypeBuilder<ImportRun> builder)
    {
        builder.ToTable("import_runs");
        builder.Property(run => run.Hash).HasMaxLength(64);
        builder.Property(run => run.FileName).HasMaxLength(200);
        builder.Property(run => run.LeftOut).AsJson();
        builder.HasIndex(run => new { run.Brand, run.Hash });
    }
}
