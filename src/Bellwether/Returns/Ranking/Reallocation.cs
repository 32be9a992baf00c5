using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Plans;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bellwether.Returns.Ranking;

/// <summary>What was answered to the proposal to move money and hours from one concept to another.</summary>
public sealed class Reallocation : Entity<Reallocation>
{
    private Reallocation()
    {
    }

    public Reallocation(Plan plan, string from, string to, Money amount, int minutes, string by)
    {
        (Plan, Brand, From, To, Minor, Currency, Minutes, By) = (plan.Id, plan.Brand, from, to, amount.Minor, amount.Currency, minutes, by);
    }

    public Id<Plan> Plan { get; private set; }

    public Id<Brand> Brand { get; private set; }

    /// <summary>The id of what gives.</summary>
    public string From { get; private set; } = "";

    /// <summary>The id of what gets.</summary>
    public string To { get; private set; } = "";

    public long Minor { get; private set; }

    public string Currency { get; private set; } = "";

    public int Minutes { get; private set; }

    /// <summary>Who answered.</summary>
    public string By { get; private set; } = "";

    /// <summary>The id of the action that does it; null when it was declined.</summary>
    public string? Action { get; private set; }

    /// <summary>Why it was declined; null when it was accepted.</summary>
    public string? Reason { get; private set; }

    public void Accept(string action) => Action = action;

    public void Decline(string? reason) => Reason = Rule.Text(reason, "reason", 400);
}

internal sealed class ReallocationStorage : IEntityTypeConfiguration<Reallocation>
{
    public void Configure(EntityTypeBuilder<Reallocation> builder)
    {
        builder.ToTable("reallocations");
        builder.Property(row => row.From).HasMaxLength(60);
        builder.Property(row => row.To).HasMaxLength(60);
        builder.Property(row => row.Currency).HasMaxLength(3);
        builder.Property(row => row.By).HasMaxLength(120);
        builder.Property(row => row.Action).HasMaxLength(60);
        builder.Property(row => row.Reason).HasMaxLength(400);
        builder.HasIndex(row => row.Plan);
    }
}
