using Bellwether.Kernel;
using Bellwether.Plans;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Bellwether.Research;

/// <summary>All research of a plan, compiled and closed as a version. What comes later belongs to the next one.</summary>
public sealed class ResearchDossier : PlanResearch<ResearchDossier>
{
    private ResearchDossier()
    {
    }

    public ResearchDossier(Plan plan, int number, string title, string? summary, string text, IReadOnlyList<string> open, string by)
        : base(plan)
    {
        (Number, Text, Open, By) = (number, text, open, by);
        Title = Rule.Text(title, "title", 160);
        Summary = Rule.OptionalText(summary, "summary");
    }

    /// <summary>1 for the first.</summary>
    public int Number { get; private set; }

    public string Title { get; private set; } = "";

    /// <summary>What it comes down to.</summary>
    public string? Summary { get; private set; }

    /// <summary>The whole dossier as a document in Markdown, as it was on the day.</summary>
    public string Text { get; private set; } = "";

    /// <summary>What was open when it was closed.</summary>
    public IReadOnlyList<string> Open { get; private set; } = [];

    public string By { get; private set; } = "";
}

/// <summary>The files of a dossier as one archive, apart from it so that lists never read it.</summary>
public sealed class DossierArchive : PlanResearch<DossierArchive>
{
    private DossierArchive()
    {
    }

    public DossierArchive(ResearchDossier dossier, Plan plan, byte[] content)
        : base(plan) => (Dossier, Content) = (dossier.Id, content);

    public Id<ResearchDossier> Dossier { get; private set; }

    public byte[] Content { get; private set; } = [];
}

/// <summary>A dossier given to somebody by a link, and the receipt. Only the hash of the link's code is kept.</summary>
public sealed class Handover : PlanResearch<Handover>
{
    private Handover()
    {
    }

    public Handover(ResearchDossier dossier, Plan plan, string to, string? firm, string hash, Instant until, string by)
        : base(plan) => (Dossier, To, Firm, Hash, Until, By) = (dossier.Id, Rule.Text(to, "to", 160), Rule.OptionalText(firm, "firm", 160), hash, until, by);

    public Id<ResearchDossier> Dossier { get; private set; }

    /// <summary>Who receives it.</summary>
    public string To { get; private set; } = "";

    /// <summary>For which firm; null for somebody of one's own.</summary>
    public string? Firm { get; private set; }

    public string Hash { get; private set; } = "";

    public Instant Until { get; private set; }

    public string By { get; private set; } = "";

    public Instant? RevokedAt { get; private set; }

    /// <summary>When it was opened for the first time.</summary>
    public Instant? OpenedAt { get; private set; }

    public Instant? ReceivedAt { get; private set; }

    /// <summary>Who said to have received it.</summary>
    public string? ReceivedBy { get; private set; }

    public bool IsOpen(Instant now) => RevokedAt is null && now < Until;

    /// <summary>Keeps when it was opened first; whether this was the first time.</summary>
    public bool Open(Instant now)
    {
        var first = OpenedAt is null;
        OpenedAt ??= now;
        return first;
    }

    public void Revoke(Instant now) => RevokedAt ??= now;

    /// <summary>The receipt; the first one counts.</summary>
    public void Receive(string by, Instant now)
    {
        Rule.Require(ReceivedAt is null, "received-already", $"{ReceivedBy} said so already. Nothing more is needed.");
        (ReceivedBy, ReceivedAt) = (Rule.Text(by, "name", 120), now);
    }
}

internal sealed class ResearchDossierStorage() : ResearchStorage<ResearchDossier>("research_dossiers")
{
    protected override void Map(EntityTypeBuilder<ResearchDossier> builder)
    {
        builder.Property(row => row.Title).HasMaxLength(160);
        builder.Property(row => row.By).HasMaxLength(120);
        builder.Property(row => row.Open).AsJson();
        builder.HasIndex(row => new { row.Plan, row.Number }).IsUnique();
    }
}

internal sealed class DossierArchiveStorage() : ResearchStorage<DossierArchive>("dossier_archives")
{
    protected override void Map(EntityTypeBuilder<DossierArchive> builder) => builder.HasIndex(row => row.Dossier).IsUnique();
}

internal sealed class HandoverStorage() : ResearchStorage<Handover>("handovers")
{
    protected override void Map(EntityTypeBuilder<Handover> builder)
    {
        builder.Property(row => row.To).HasMaxLength(160);
        builder.Property(row => row.Firm).HasMaxLength(160);
        builder.Property(row => row.Hash).HasMaxLength(64);
        builder.Property(row => row.By).HasMaxLength(120);
        builder.Property(row => row.ReceivedBy).HasMaxLength(120);
        builder.HasIndex(row => row.Dossier);
        builder.HasIndex(row => row.Hash).IsUnique();
    }
}
