using Bellwether.Kernel;
using Bellwether.Plans;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bellwether.Goals;

/// <summary>Something a plan wants in words, without a number of its own: a title, notes, and perhaps the metric that shows it.</summary>
public abstract class Qualitative<T> : Entity<T>
    where T : Qualitative<T>
{
    private protected Qualitative()
    {
    }

    private protected Qualitative(Plan plan, string title)
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

internal abstract class QualitativeStorage<T>(string table) : IEntityTypeConfiguration<T>
    where T : Qualitative<T>
{
    public void Configure(EntityTypeBuilder<T> builder)
    {
        builder.ToTable(table);
        builder.Property(row => row.Title).HasMaxLength(200);
        builder.Property(row => row.Metric).HasMaxLength(60);
        builder.HasIndex(row => row.Plan);
    }
}
