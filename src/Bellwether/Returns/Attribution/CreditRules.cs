using Bellwether.Brands;
using Bellwether.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bellwether.Returns.Attribution;

/// <summary>How a brand gives credit wherever one number is shown: by the last touch that was not direct, 90 days back, unless it says otherwise.</summary>
public sealed class CreditRules : Entity<CreditRules>
{
    /// <summary>How many days back a touch counts unless the brand says otherwise.</summary>
    public const int UsualDays = 90;

    private CreditRules()
    {
    }

    public CreditRules(Id<Brand> brand) => Brand = brand;

    public Id<Brand> Brand { get; private set; }

    public AttributionModel Model { get; private set; } = AttributionModel.LastNonDirect;

    public int LookBackDays { get; private set; } = UsualDays;

    /// <summary>The rules that the models work by.</summary>
    public AttributionRules Attribution => new(LookBackDays: LookBackDays);

    public void Choose(AttributionModel model, int lookBackDays) => (Model, LookBackDays) = (model, CheckedDays(lookBackDays));

    /// <summary>1 to 90 days; 422 otherwise.</summary>
    public static int CheckedDays(int days)
    {
        Rule.Require(days is >= 1 and <= UsualDays, "look-back-out-of-range", "Look back 1 to 90 days. Older touches are not kept as a way to a conversion.", "lookBackDays");
        return days;
    }
}

internal sealed class CreditRulesStorage : IEntityTypeConfiguration<CreditRules>
{
    public void Configure(EntityTypeBuilder<CreditRules> builder)
    {
        builder.ToTable("credit_rules");
        builder.Ignore(rules => rules.Attribution);
        builder.HasIndex(rules => rules.Brand).IsUnique();
    }
}
