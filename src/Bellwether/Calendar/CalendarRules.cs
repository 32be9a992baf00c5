using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.People;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bellwether.Calendar;

/// <summary>What a brand says to the same words on several networks.</summary>
public enum SameTextPolicy
{
    /// <summary>Nothing.</summary>
    Allow,

    /// <summary>Points it out.</summary>
    Warn,

    /// <summary>Refuses it, unless the plan's owner gives a reason.</summary>
    Forbid,
}

/// <summary>Whether a brand's posts are approved before they go out.</summary>
public enum ApprovalMode
{
    /// <summary>Nobody is asked.</summary>
    None,

    /// <summary>Whoever writes may ask; a post goes out without it as well.</summary>
    Optional,

    /// <summary>Nothing goes out without it, step by step where there are several.</summary>
    Required,
}

/// <summary>What becomes of a post whose slot comes while it still waits for its approval. It never goes out.</summary>
public enum LateApproval
{
    /// <summary>It expires and has to be taken up again.</summary>
    Expire,

    /// <summary>It moves to the same time of the next day and goes on waiting.</summary>
    NextDay,
}

/// <summary>One step of an approval.</summary>
/// <param name="Name">What it is called; once per brand.</param>
/// <param name="Members">Who is asked; empty for anybody who may approve.</param>
/// <param name="All">Whether every one of them must say yes; otherwise one is enough.</param>
/// <param name="Outside">Whether the yes comes from a reviewer without an account, by a link.</param>
public sealed record ApprovalStep(string Name, IReadOnlyList<Id<Member>> Members, bool All = false, bool Outside = false);

/// <summary>A brand's rules for its calendar: who must approve, and whether the same words may go out twice.</summary>
public sealed class CalendarRules : Entity<CalendarRules>
{
    private CalendarRules()
    {
    }

    public CalendarRules(Id<Brand> brand) => Brand = brand;

    public Id<Brand> Brand { get; private set; }

    /// <summary>Whether a post needs an approval before it is scheduled.</summary>
    public bool ApprovalNeeded { get; private set; }

    /// <summary>Whether the approval must come from somebody else than the author.</summary>
    public bool FourEyes { get; private set; }

    /// <summary>What to say to identical texts.</summary>
    public SameTextPolicy SameText { get; private set; } = SameTextPolicy.Warn;

    /// <summary>Whether somebody may be asked where nobody must.</summary>
    public bool MayAsk { get; private set; } = true;

    /// <summary>The steps of an approval in their order; none is one step for anybody who may approve.</summary>
    public IReadOnlyList<ApprovalStep> Steps { get; private set; } = [];

    /// <summary>What becomes of a post whose slot comes while it waits.</summary>
    public LateApproval IfLate { get; private set; }

    /// <summary>Whether posts are approved before they go out.</summary>
    public ApprovalMode Approval => ApprovalNeeded ? ApprovalMode.Required : MayAsk ? ApprovalMode.Optional : ApprovalMode.None;

    /// <summary>Four eyes imply that an approval is needed.</summary>
    public void Become(bool approvalNeeded, bool fourEyes, SameTextPolicy sameText) =>
        (ApprovalNeeded, FourEyes, SameText) = (approvalNeeded || fourEyes, fourEyes, sameText);

    /// <summary>Who is asked in which order, and what becomes of what waits too long.</summary>
    public void Ask(bool mayAsk, IReadOnlyList<ApprovalStep> steps, LateApproval ifLate) => (MayAsk, Steps, IfLate) = (mayAsk, Named(steps), ifLate);

    /// <summary>Steps as they are kept; names that are missing or stand twice are refused.</summary>
    internal static IReadOnlyList<ApprovalStep> Named(IReadOnlyList<ApprovalStep> steps)
    {
        Rule.Require(steps.Count <= 6, "too-many-steps", "At most six steps fit. Join some of them.", "steps");
        List<ApprovalStep> named = [.. steps.Select(step => step with { Name = Rule.Text(step.Name, "steps", 60), Members = step.Outside ? [] : [.. step.Members.Distinct()] })];
        Rule.Require(named.Select(step => step.Name).Distinct(StringComparer.OrdinalIgnoreCase).Count() == named.Count, "step-twice", "Two steps have the same name. Tell them apart.", "steps");
        return named;
    }
}

internal sealed class CalendarRulesStorage : IEntityTypeConfiguration<CalendarRules>
{
    public void Configure(EntityTypeBuilder<CalendarRules> builder)
    {
        builder.ToTable("calendar_rules");
        builder.Property(rules => rules.Steps).AsJson();
        builder.Ignore(rules => rules.Approval);
        builder.HasIndex(rules => rules.Brand).IsUnique();
    }
}

/// <summary>A brand's rules for its calendar.</summary>
/// <param name="Approval">Whether posts are approved before they go out.</param>
/// <param name="Steps">The steps of an approval; none is one step for anybody who may approve.</param>
/// <param name="IfLate">What becomes of a post whose slot comes while it waits.</param>
public sealed record CalendarRulesView(
    Id<Brand> Brand, bool ApprovalNeeded, bool FourEyes, SameTextPolicy SameText, ApprovalMode Approval, IReadOnlyList<ApprovalStep> Steps, LateApproval IfLate)
{
    /// <summary>What holds before anybody has said otherwise: no approval needed, the same text is pointed out.</summary>
    public static CalendarRulesView Usual(Id<Brand> brand) => new(brand, false, false, SameTextPolicy.Warn, ApprovalMode.Optional, [], LateApproval.Expire);

    internal static CalendarRulesView Of(CalendarRules rules) =>
        new(rules.Brand, rules.ApprovalNeeded, rules.FourEyes, rules.SameText, rules.Approval, rules.Steps, rules.IfLate);
}
