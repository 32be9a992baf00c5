using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Networks;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Bellwether.Audits;

/// <summary>A step of a case: where it went, when, by whom, with what said.</summary>
public sealed record CaseMove(CaseStatus Status, Instant At, string By, string? Note, bool Chaser = false);

/// <summary>Somebody who passes for the brand: what was copied, the evidence, the report, and what came of it.</summary>
public sealed class ImpersonationCase : Entity<ImpersonationCase>
{
    private ImpersonationCase()
    {
    }

    /// <summary>A case begins with the address of the fake.</summary>
    public ImpersonationCase(Id<Brand> brand, string network, string url, string? handle, string by, Instant now)
    {
        Brand = brand;
        Network = NetworkName.Of(network);
        Url = AccountAddress.Url(Rule.Text(url, "url", 500, "the address in full, starting with https://"))!;
        Handle = handle is null ? null : AccountAddress.Handle(handle);
        Key = AccountAddress.Key(Network, Handle ?? "", Url);
        History = [new CaseMove(CaseStatus.Found, now, by, null)];
    }

    public Id<Brand> Brand { get; private set; }

    public string Network { get; private set; } = "";

    /// <summary>The address of the fake.</summary>
    public string Url { get; private set; } = "";

    public string? Handle { get; private set; }

    /// <summary>The address in one spelling; one case per fake.</summary>
    public string Key { get; private set; } = "";

    /// <summary>What of the identity was copied.</summary>
    public IReadOnlyList<IdentityElement> Copied { get; private set; } = [];

    public string? Notes { get; private set; }

    public CaseStatus Status { get; private set; } = CaseStatus.Found;

    /// <summary>When the network was first told.</summary>
    public Instant? ReportedAt { get; private set; }

    /// <summary>The network's number of the report.</summary>
    public string? Reference { get; private set; }

    /// <summary>The day to ask again; null while nothing is waited for.</summary>
    public LocalDate? ChaseOn { get; private set; }

    /// <summary>When the fake was gone.</summary>
    public Instant? RemovedAt { get; private set; }

    public IReadOnlyList<CaseMove> History { get; private set; } = [];

    /// <summary>Pieces of evidence on file.</summary>
    public int EvidenceCount { get; private set; }

    public void Describe(IReadOnlyList<IdentityElement> copied, string? notes)
    {
        Copied = [.. copied.Distinct().Order()];
        Notes = Rule.OptionalText(notes, "notes");
    }

    public void AddEvidence() => EvidenceCount++;

    /// <summary>Moves the case on. Reporting needs evidence and as many copied parts as the network asks for.</summary>
    /// <param name="chaseOn">The day to ask again when no answer comes.</param>
    public void Move(CaseStatus next, string by, string? note, string? reference, LocalDate chaseOn, Instant now)
    {
        var become = Status.Become(next);
        if (next == CaseStatus.Reported)
        {
            RequireProof();
            ReportedAt = now;
            RemovedAt = null;
        }

        (Status, Reference) = (become, Rule.OptionalText(reference, "reference", 120) ?? Reference);
        ChaseOn = become.Waits() ? chaseOn : null;
        RemovedAt = become == CaseStatus.Removed ? now : RemovedAt;
        History = [.. History, new CaseMove(become, now, by, Rule.OptionalText(note, "note", 1000))];
    }

    /// <summary>Asked again; the next time is set. 422 while no answer is waited for.</summary>
    public void Chase(string by, string? note, LocalDate next, Instant now)
    {
        Rule.Require(Status.Waits(), "nothing-to-chase", "Nobody waits for an answer here. Report the case first.", "status");
        ChaseOn = next;
        History = [.. History, new CaseMove(Status, now, by, Rule.OptionalText(note, "note", 1000), Chaser: true)];
    }

    private void RequireProof()
    {
        Rule.Require(EvidenceCount > 0, "evidence-missing", "A report without evidence is turned away. Upload a screenshot first: its time and its hash are kept.", "evidence");
        var network = NetworkCatalogue.Of(Network);
        Rule.Require(
            Copied.Count >= network.Fakes.Elements, "too-little-copied",
            $"{network.Name} asks for at least {network.Fakes.Elements} copied parts of your identity; {Copied.Count} {(Copied.Count == 1 ? "is" : "are")} marked. Mark what was copied: name, handle, picture, bio, link or content.", "copied");
    }
}

internal sealed class ImpersonationCaseStorage : IEntityTypeConfiguration<ImpersonationCase>
{
    public void Configure(EntityTypeBuilder<ImpersonationCase> builder)
    {
        builder.ToTable("impersonation_cases");
        builder.Property(row => row.Network).HasMaxLength(40);
        builder.Property(row => row.Url).HasMaxLength(520);
        builder.Property(row => row.Handle).HasMaxLength(120);
        builder.Property(row => row.Key).HasMaxLength(560);
        builder.Property(row => row.Reference).HasMaxLength(120);
        builder.Property(row => row.Copied).AsJson();
        builder.Property(row => row.History).AsJson();
        builder.HasIndex(row => new { row.Brand, row.Key }).IsUnique();
        builder.HasIndex(row => row.ChaseOn);
    }
}
