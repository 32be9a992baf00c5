using Bellwether.Kernel;
using Bellwether.Plans;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bellwether.Playbooks;

/// <summary>A page that people write into the playbook themselves: who may speak, how to answer, what to do in a crisis.</summary>
public sealed class PlaybookPage : Entity<PlaybookPage>
{
    private PlaybookPage()
    {
    }

    public PlaybookPage(Plan plan, string title, string text, int place)
    {
        Plan = plan.Id;
        Place = place;
        Write(title, text);
    }

    public Id<Plan> Plan { get; private set; }

    public string Title { get; private set; } = "";

    public string Text { get; private set; } = "";

    /// <summary>Where it stands among the own pages, from 1.</summary>
    public int Place { get; private set; }

    public void Write(string title, string text) => (Title, Text) = (Rule.Text(title, "title", 120), Rule.Text(text, "text", 20_000));

    public void Move(int place) => Place = place;
}

internal sealed class PlaybookPageStorage : IEntityTypeConfiguration<PlaybookPage>
{
    public void Configure(EntityTypeBuilder<PlaybookPage> builder)
    {
        builder.ToTable("playbook_pages");
        builder.Property(row => row.Title).HasMaxLength(120);
        builder.HasIndex(row => row.Plan);
    }
}
