using System.Security.Cryptography;
using System.Text;
using Bellwether.Kernel;
using Bellwether.Media;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Bellwether.Audits;

/// <summary>A piece of evidence: the file as it was uploaded, its time and its SHA-256. It is never changed and never removed.</summary>
public sealed class CaseEvidence : Entity<CaseEvidence>
{
    private CaseEvidence()
    {
    }

    public CaseEvidence(ImpersonationCase about, string name, byte[] content, string by, Instant takenAt, string? note)
    {
        Case = about.Id;
        Name = Rule.Text(name, "name", 200);
        ContentType = TypeOf(content);
        (Bytes, Hash) = (content.Length, HashOf(content));
        (By, TakenAt, Note) = (by, takenAt, Rule.OptionalText(note, "note", 400));
    }

    public Id<ImpersonationCase> Case { get; private set; }

    public string Name { get; private set; } = "";

    /// <summary>Media type found in the content.</summary>
    public string ContentType { get; private set; } = "";

    /// <summary>Size in bytes.</summary>
    public long Bytes { get; private set; }

    /// <summary>SHA-256 of the uploaded file, in lower-case hexadecimal (FIPS 180-4).</summary>
    public string Hash { get; private set; } = "";

    /// <summary>Who uploaded it.</summary>
    public string By { get; private set; } = "";

    /// <summary>When it was seen; the upload's time unless said otherwise.</summary>
    public Instant TakenAt { get; private set; }

    public string? Note { get; private set; }

    /// <summary>The fingerprint of a file.</summary>
    public static string HashOf(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));

    // A picture, a printed page or a saved page; what a file is comes from its content, never from its name.
    private static string TypeOf(byte[] content)
    {
        if (content.AsSpan().StartsWith("%PDF-"u8))
        {
            return "application/pdf";
        }

        var start = Encoding.UTF8.GetString(content, 0, Math.Min(content.Length, 512)).TrimStart('\uFEFF', ' ', '\r', '\n', '\t');
        return start.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase) || start.StartsWith("<html", StringComparison.OrdinalIgnoreCase)
            ? "text/plain"
            : MediaFacts.Of(content).ContentType;
    }
}

/// <summary>The content of a piece of evidence, apart, so that lists never read it.</summary>
public sealed class CaseEvidenceContent : Entity<CaseEvidenceContent>
{
    private CaseEvidenceContent()
    {
    }

    public CaseEvidenceContent(Id<CaseEvidence> evidence, byte[] content) => (Evidence, Content) = (evidence, content);

    public Id<CaseEvidence> Evidence { get; private set; }

    public byte[] Content { get; private set; } = [];
}

internal sealed class CaseEvidenceStorage : IEntityTypeConfiguration<CaseEvidence>
{
    public void Configure(EntityTypeBuilder<CaseEvidence> builder)
    {
        builder.ToTable("case_evidence");
        builder.Property(row => row.Name).HasMaxLength(200);
        builder.Property(row => row.ContentType).HasMaxLength(100);
        builder.Property(row => row.Hash).HasMaxLength(64);
        builder.Property(row => row.By).HasMaxLength(120);
        builder.HasIndex(row => row.Case);
    }
}

internal sealed class CaseEvidenceContentStorage : IEntityTypeConfiguration<CaseEvidenceContent>
{
    public void Configure(EntityTypeBuilder<CaseEvidenceContent> builder)
    {
        builder.ToTable("case_evidence_contents");
        builder.HasIndex(row => row.Evidence).IsUnique();
    }
}
