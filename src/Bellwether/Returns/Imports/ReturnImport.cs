using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Metrics;
using Bellwether.Plans;
using Bellwether.Returns.Ads;
using Bellwether.Returns.Hours;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Bellwether.Returns.Imports;

/// <summary>What a file was about.</summary>
public enum ReturnImportKind
{
    Time,
    Ads,
}

/// <summary>A row as an import left it; whoever changes it afterwards makes it their own.</summary>
public sealed record ImportedRow(Guid Row, int Version);

/// <summary>What an entry of time said before an import changed it.</summary>
public sealed record FormerTime(Guid Row, int Version, TimeSheet Sheet);

/// <summary>What a row of ads said before an import changed it; nothing but imports changes such rows.</summary>
public sealed record FormerAd(Guid Row, AdSheet Sheet, string? Work);

/// <summary>One import of time or ads: what it brought can be taken back together.</summary>
public sealed class ReturnImport : Entity<ReturnImport>
{
    private ReturnImport()
    {
    }

    public ReturnImport(Plan plan, ReturnImportKind kind, string? file, string by, Guid? member)
    {
        (Plan, Brand, Kind) = (plan.Id, plan.Brand, kind);
        File = Excerpt.Of(string.IsNullOrWhiteSpace(file) ? kind == ReturnImportKind.Ads ? "ads" : "time" : file.Trim(), 200);
        (By, Member) = (by, member);
    }

    public Id<Plan> Plan { get; private set; }

    public Id<Brand> Brand { get; private set; }

    public ReturnImportKind Kind { get; private set; }

    /// <summary>The name of the file.</summary>
    public string File { get; private set; } = "";

    /// <summary>The name of who imported it.</summary>
    public string By { get; private set; } = "";

    /// <summary>The member who imported it; null for a program.</summary>
    public Guid? Member { get; private set; }

    /// <summary>The rows that were new.</summary>
    public IReadOnlyList<ImportedRow> Added { get; private set; } = [];

    /// <summary>Entries of time that it changed, as they were before.</summary>
    public IReadOnlyList<FormerTime> FormerTimes { get; private set; } = [];

    /// <summary>Rows of ads that it changed, as they were before.</summary>
    public IReadOnlyList<FormerAd> FormerAds { get; private set; } = [];

    /// <summary>The numbers that were recorded with it.</summary>
    public Id<ObservationBatch>? Batch { get; private set; }

    public Instant? UndoneAt { get; private set; }

    internal void Bring(IReadOnlyList<ImportedRow> added, IReadOnlyList<FormerTime>? times = null, IReadOnlyList<FormerAd>? ads = null, Id<ObservationBatch>? batch = null) =>
        (Added, FormerTimes, FormerAds, Batch) = (added, times ?? [], ads ?? [], batch);

    /// <summary>All rows as it left them.</summary>
    internal IEnumerable<ImportedRow> Left => Added.Concat(FormerTimes.Select(row => new ImportedRow(row.Row, row.Version)));

    /// <summary>Knows a row again that a later import had changed and that says once more what this one left.</summary>
    internal void Follow(IReadOnlyDictionary<Guid, int> versions)
    {
        if (Left.Any(row => versions.ContainsKey(row.Row)))
        {
            Added = [.. Added.Select(row => row with { Version = versions.GetValueOrDefault(row.Row, row.Version) })];
            FormerTimes = [.. FormerTimes.Select(row => row with { Version = versions.GetValueOrDefault(row.Row, row.Version) })];
        }
    }

    internal void Undo(Instant now)
    {
        Rule.Stands(UndoneAt is null, "import-undone", "This import was taken back already.");
        UndoneAt = now;
    }
}

internal sealed class ReturnImportStorage : IEntityTypeConfiguration<ReturnImport>
{
    public void Configure(EntityTypeBuilder<ReturnImport> builder)
    {
        builder.ToTable("return_imports");
        builder.Ignore(row => row.Left);
        builder.Property(row => row.File).HasMaxLength(200);
        builder.Property(row => row.By).HasMaxLength(120);
        builder.Property(row => row.Added).AsJson();
        builder.Property(row => row.FormerTimes).AsJson();
        builder.Property(row => row.FormerAds).AsJson();
        builder.HasIndex(row => row.Plan);
    }
}
