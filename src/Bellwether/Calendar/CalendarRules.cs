using Bellwether.Brands;
using Bellwether.Kernel;
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

    /// <summary>Four eyes imply that an approval is needed.</summary>
    public void Become(bool approvalNeeded, bool fourEyes, SameTextPolicy sameText) =>
        (ApprovalNeeded, FourEyes, SameText) = (approvalNeeded || fourEyes, fourEyes, sameText);
}

internal sealed class CalendarRulesStorage : IEntityTypeConfiguration<CalendarRules>
{
    public void Configure(EntityTypeBuilder<CalendarRules> builder)
    {
        builder.ToTable("calendar_rules");
        builder.HasIndex(rules => rules.Brand).IsUnique();
    }
}

/// <summary>A brand's rules for its calendar.</summary>
public sealed record CalendarRulesView(Id<Brand> Brand, bool ApprovalNeeded, bool FourEyes, SameTextPolicy SameText)
{
    /// <summary>What holds before anybody has said otherwise: no approval needed, the same text is pointed out.</summary>
    public static CalendarRulesView Usual(Id<Brand> brand) => new(brand, false, false, SameTextPolicy.Warn);

    internal static CalendarRulesView Of(CalendarRules rules) => new(rules.Brand, rules.ApprovalNeeded, rules.FourEyes, rules.SameText);
}
