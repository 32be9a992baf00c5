using Bellwether.Kernel;
using Bellwether.Plans;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Bellwether.Research;

/// <summary>The part of the situation that a finding is about.</summary>
public enum SituationArea
{
    Customers,
    Competitors,

    /// <summary>What we can do ourselves.</summary>
    Capability,
    Market,

    /// <summary>What limits us: law, money, people.</summary>
    Constraints,
}

/// <summary>What the brand needs social media for.</summary>
public enum ResearchNeed
{
    Commerce,
    Community,
    CustomerService,

    /// <summary>For its own people. Only who edits the plan sees it, and it never leaves with a dossier.</summary>
    Internal,
}

/// <summary>Whether somebody is a customer already.</summary>
public enum CustomerSegment
{
    Current,
    Potential,
}

/// <summary>What was found out, in words, and what it rests on.</summary>
/// <param name="Text">The statement: “Lunch guests decide on the way, after 11:30”.</param>
/// <param name="Area">The part of the situation it is about.</param>
/// <param name="Source">What it rests on; without it the finding is an opinion.</param>
/// <param name="Need">The need it belongs to.</param>
/// <param name="Segment">Whose view it is, when it is a customer's.</param>
/// <param name="Quote">The words somebody used.</param>
/// <param name="Tags">Words to find it by.</param>
public sealed record FindingSheet(
    string Text, SituationArea Area, Evidence? Source = null, ResearchNeed? Need = null, CustomerSegment? Segment = null, string? Quote = null, IReadOnlyList<string>? Tags = null)
{
    public FindingSheet Checked(LocalDate today) => this with
    {
        Text = Rule.Text(Text, "text", 1000),
        Source = Source?.Checked(today),
        Quote = Rule.OptionalText(Quote, "quote", 2000),
        Tags = [.. (Tags ?? []).Select(tag => Rule.Text(tag, "tags", 40).ToLowerInvariant()).Distinct().Take(12)],
    };
}

/// <summary>Something research found out. It leads to a decision, or somebody says why it leads to none.</summary>
public sealed class Finding : PlanResearch<Finding>
{
    private Finding()
    {
    }

    public Finding(Plan plan, FindingSheet sheet, LocalDate today)
        : base(plan) => Sheet = sheet.Checked(today);

    public FindingSheet Sheet { get; private set; } = null!;

    /// <summary>Why nothing follows from it; null while something may.</summary>
    public string? AsideWhy { get; private set; }

    public bool IsInternal => Sheet.Need == ResearchNeed.Internal;

    /// <summary>What it says, for the journal that everybody reads.</summary>
    internal string Spoken => IsInternal ? "for our own people" : Sheet.Text;

    public void Word(FindingSheet sheet, LocalDate today) => Sheet = sheet.Checked(today);

    /// <summary>Decides that nothing follows; the reason is kept.</summary>
    public void SetAside(string why) => AsideWhy = Rule.Text(why, "why", 400);

    public void TakeUp() => AsideWhy = null;
}

/// <summary>A decision that a finding led to: the goal, channel, action or other node.</summary>
public sealed class FindingLink : PlanResearch<FindingLink>
{
    private FindingLink()
    {
    }

    public FindingLink(Finding finding, Plan plan, string node, string? why, string by)
        : base(plan) => (Finding, Target, Why, By) = (finding.Id, Rule.Text(node, "node", 80), Rule.OptionalText(why, "why", 400), Rule.OptionalText(by, "by", 120) ?? "");

    public Id<Finding> Finding { get; private set; }

    /// <summary>The id of what it led to.</summary>
    public string Target { get; private set; } = "";

    public string? Why { get; private set; }

    public string By { get; private set; } = "";
}

/// <summary>A document or picture that shows what a finding says.</summary>
public sealed class EvidenceFile : PlanResearch<EvidenceFile>
{
    private EvidenceFile()
    {
    }

    public EvidenceFile(Finding finding, Plan plan, string name, byte[] content)
        : base(plan) => (Finding, Name, Content) = (finding.Id, Rule.Text(Path.GetFileName(name.Replace('\\', '/')), "name", 160), content);

    public Id<Finding> Finding { get; private set; }

    public string Name { get; private set; } = "";

    public byte[] Content { get; private set; } = [];
}

internal sealed class FindingStorage() : ResearchStorage<Finding>("findings")
{
    protected override void Map(EntityTypeBuilder<Finding> builder)
    {
        builder.Property(row => row.Sheet).AsJson();
        builder.Property(row => row.AsideWhy).HasMaxLength(400);
        builder.Ignore(row => row.IsInternal);
    }
}

internal sealed class FindingLinkStorage() : ResearchStorage<FindingLink>("finding_links")
{
    protected override void Map(EntityTypeBuilder<FindingLink> builder)
    {
        builder.Property(row => row.Target).HasMaxLength(80);
        builder.Property(row => row.Why).HasMaxLength(400);
        builder.Property(row => row.By).HasMaxLength(120);
        builder.HasIndex(row => new { row.Finding, row.Target }).IsUnique();
        builder.HasIndex(row => row.Target);
    }
}

internal sealed class EvidenceFileStorage() : ResearchStorage<EvidenceFile>("evidence_files")
{
    protected override void Map(EntityTypeBuilder<EvidenceFile> builder)
    {
        builder.Property(row => row.Name).HasMaxLength(160);
        builder.HasIndex(row => row.Finding);
    }
}
