using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bellwether.Calendar;

internal sealed class PostTemplateStorage : IEntityTypeConfiguration<PostTemplate>
{
    public void Configure(EntityTypeBuilder<PostTemplate> builder)
    {
        builder.ToTable("post_templates");
        builder.Property(template => template.Name).HasMaxLength(120);
        builder.Property(template => template.Tellings).AsJson();
        builder.Property(template => template.Time).AsJson();
        builder.Property(template => template.Expiry).AsJson();
        builder.Ignore(template => template.Variables);
        builder.HasMany(template => template.Rows).WithOne().HasForeignKey(row => row.Template).OnDelete(DeleteBehavior.Cascade);
        builder.Navigation(template => template.Rows).UsePropertyAccessMode(PropertyAccessMode.Field).AutoInclude();
        builder.HasIndex(template => template.Brand);
        builder.HasIndex(template => template.Plan);
    }
}

internal sealed class TemplateRowStorage : IEntityTypeConfiguration<TemplateRow>
{
    public void Configure(EntityTypeBuilder<TemplateRow> builder)
    {
        builder.ToTable("template_rows");
        builder.Property(row => row.Day).HasMaxLength(200);
        builder.Property(row => row.Place).HasMaxLength(300);
        builder.Property(row => row.Values).AsJson();
        builder.Ignore(row => row.When).Ignore(row => row.IsOff);
    }
}

internal sealed class FillingStorage : IEntityTypeConfiguration<Filling>
{
    public void Configure(EntityTypeBuilder<Filling> builder)
    {
        builder.ToTable("fillings");
        builder.HasIndex(filling => filling.Template);
    }
}

internal sealed class FilledPostStorage : IEntityTypeConfiguration<FilledPost>
{
    public void Configure(EntityTypeBuilder<FilledPost> builder)
    {
        builder.ToTable("filled_posts");
        builder.Property(filled => filled.Content).AsJson();
        builder.Property(filled => filled.Before).AsJson();
        builder.HasIndex(filled => new { filled.Template, filled.Row, filled.Day }).IsUnique();
        builder.HasIndex(filled => filled.Post);
    }
}
