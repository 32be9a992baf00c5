using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Plans;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bellwether.Inbox;

/// <summary>An answer that was thought through once and is given often; {{name}} and others are filled in for each case.</summary>
public sealed class CannedAnswer : Entity<CannedAnswer>
{
    private CannedAnswer()
    {
    }

    public CannedAnswer(Id<Brand> brand, Id<Plan>? plan, string title, string text)
    {
        (Brand, Plan) = (brand, plan);
        Write(title, text);
    }

    public Id<Brand> Brand { get; private set; }

    /// <summary>The plan that brought it; null when a person wrote it. The answers are the brand's.</summary>
    public Id<Plan>? Plan { get; private set; }

    public string Title { get; private set; } = "";

    public string Text { get; private set; } = "";

    public void Write(string title, string text) => (Title, Text) = (Rule.Text(title, "title", 120), Rule.Text(text, "text", 5000));
}

/// <summary>A canned answer.</summary>
/// <param name="Text">With its variables, such as {{name}}.</param>
public sealed record CannedAnswerView(Id<CannedAnswer> Id, Id<Brand> Brand, string Title, string Text, int Version) : IVersioned
{
    internal static CannedAnswerView Of(CannedAnswer answer) => new(answer.Id, answer.Brand, answer.Title, answer.Text, answer.Version);
}

internal sealed class CannedAnswerStorage : IEntityTypeConfiguration<CannedAnswer>
{
    public void Configure(EntityTypeBuilder<CannedAnswer> builder)
    {
        builder.ToTable("canned_answers");
        builder.Property(row => row.Title).HasMaxLength(120);
        builder.Property(row => row.Text).HasMaxLength(5000);
        builder.HasIndex(row => row.Brand);
    }
}
