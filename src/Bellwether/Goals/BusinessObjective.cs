using Bellwether.Kernel;
using Bellwether.Plans;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bellwether.Goals;

/// <summary>What the business itself wants, beyond social media: the top of every chain of alignment.</summary>
public sealed class BusinessObjective : Entity<BusinessObjective>
{
    private BusinessObjective()
    {
    }

    /// <summary>A title is enough; the metric by which the business feels it can follow.</summary>
    public BusinessObjective(Plan plan, string title)
    {
        Plan = plan.Id;
        Word(title, null, null);
    }

    public Id<Plan> Plan { get; private set; }

    public string Title { get; private set; } = "";

    public string? Notes { get; private set; }

    /// <summary>Key of the metric that shows it; null while there is none.</summary>
    public string? Metric { get; private set; }

    public void Word(string title, string? notes, string? metric)
    {
        Title = Rule.Text(title, "title");
        Notes = Rule.OptionalText(notes, "notes");
        Metric = metric;
    }
}

/// <summary>What marketing wants to reach for the business, in words; its goals put numbers to it.</summary>
public sealed class Objective : Entity<Objective>
{
    private Objective()
    {
    }

    /// <summary>A title is enough; it may serve a business objective.</summary>
    public Objective(Plan plan, string title)
    {
        Plan = plan.Id;
        Word(title, null, null);
    }

    public Id<Plan> Plan { get; private set; }

    public string Title { get; private set; } = "";

    public string? Notes { get; private set; }

    /// <summary>Key of the metric that shows it; null while there is none.</summary>
    public string? Metric { get; private set; }

    /// <summary>The business objective it serves; null leaves the chain broken.</summary>
    public Id<BusinessObjective>? Serves { get; private set; }

    public void Word(string title, string? notes, string? metric)
    {
        Title = Rule.Text(title, "title");
        Notes = Rule.OptionalText(notes, "notes");
        Metric = metric;
    }

    public void Serve(BusinessObjective? business)
    {
        Rule.Require(business is null || business.Plan == Plan, "other-plan", "The business objective belongs to another plan.", "serves");
        Serves = business?.Id;
    }
}

internal sealed class BusinessObjectiveStorage : IEntityTypeConfiguration<BusinessObjective>
{
    public void Configure(EntityTypeBuilder<BusinessObjective> builder)
    {
        builder.ToTable("business_objectives");
        builder.Property(row => row.Title).HasMaxLength(200);
        builder.Property(row => row.Metric).HasMaxLength(60);
        builder.HasIndex(row => row.Plan);
    }
}

internal sealed class ObjectiveStorage : IEntityTypeConfiguration<Objective>
{
    public void Configure(EntityTypeBuilder<Objective> builder)
    {
        builder.ToTable("objectives");
        builder.Property(row => row.Title).HasMaxLength(200);
        builder.Property(row => row.Metric).HasMaxLength(60);
        builder.HasIndex(row => row.Plan);
    }
}
