using Bellwether.Kernel;
using Bellwether.Plans;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Bellwether.Research;

/// <summary>What is recommended: something to use or something to do.</summary>
public enum TechniqueKind
{
    Tool,
    Tactic,
}

/// <summary>What we think of it now.</summary>
public enum TechniqueStatus
{
    /// <summary>Tried in a small way.</summary>
    Trial,

    /// <summary>Used from now on.</summary>
    Adopt,

    /// <summary>Not now; what there is goes on.</summary>
    Hold,

    /// <summary>Not any more.</summary>
    Retire,
}

/// <summary>What somebody thinks of a tool or tactic; kept apart from evidence.</summary>
public sealed record TechniqueOpinion(string Who, string Says);

/// <summary>A tool or tactic that somebody recommends, and what is known of it.</summary>
/// <param name="Evidence">What was measured or seen, with its source.</param>
/// <param name="Opinions">What people think of it.</param>
/// <param name="Why">Why it has this status.</param>
public sealed record TechniqueSheet(
    string Name, TechniqueKind Kind, TechniqueStatus Status, string? Why = null, IReadOnlyList<Evidence>? Evidence = null, IReadOnlyList<TechniqueOpinion>? Opinions = null)
{
    public TechniqueSheet Checked(LocalDate today)
    {
        var evidence = (Evidence ?? []).Select(each => each.Checked(today)).ToList();
        var why = Rule.OptionalText(Why, "why", 1000);
        Rule.Require(Status != TechniqueStatus.Adopt || evidence.Count > 0 || why is not null, "adopted-without-reason", "Nothing speaks for it yet. Give evidence or a reason, or keep it on trial.", "status");
        return new TechniqueSheet(
            Rule.Text(Name, "name", 160), Kind, Status, why, evidence,
            [.. (Opinions ?? []).Select(opinion => new TechniqueOpinion(Rule.Text(opinion.Who, "opinions", 120), Rule.Text(opinion.Says, "opinions", 500)))]);
    }
}

/// <summary>A tool or tactic on the register.</summary>
public sealed class Technique : PlanResearch<Technique>
{
    private Technique()
    {
    }

    public Technique(Plan plan, TechniqueSheet sheet, LocalDate today)
        : base(plan) => Sheet = sheet.Checked(today);

    public TechniqueSheet Sheet { get; private set; } = null!;

    public void Word(TechniqueSheet sheet, LocalDate today) => Sheet = sheet.Checked(today);
}

internal sealed class TechniqueStorage() : ResearchStorage<Technique>("techniques")
{
    protected override void Map(EntityTypeBuilder<Technique> builder) => builder.Property(row => row.Sheet).AsJson();
}
