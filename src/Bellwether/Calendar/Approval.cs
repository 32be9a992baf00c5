using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.People;
using Bellwether.Plans;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bellwether.Calendar;

/// <summary>One yes to one version of a post. It is never changed; another version of the words needs another one.</summary>
public sealed class Approval : Entity<Approval>
{
    private Approval()
    {
    }

    public Approval(Post post, string step, Id<Member>? member, Id<ReviewLink>? link, string by, string? note)
    {
        (Post, Brand, Plan, Revision, Step, Member, Link) = (post.Id, post.Brand, post.Plan, post.Revision, step, member, link);
        (By, Note) = (Rule.Text(by, "by", 120), Rule.OptionalText(note, "note", 2_000));
    }

    public Id<Post> Post { get; private set; }

    public Id<Brand> Brand { get; private set; }

    public Id<Plan>? Plan { get; private set; }

    /// <summary>The version of the post it is for.</summary>
    public int Revision { get; private set; }

    /// <summary>The step it is for; empty where the brand has no steps.</summary>
    public string Step { get; private set; } = "";

    /// <summary>The member who said yes; null for somebody outside.</summary>
    public Id<Member>? Member { get; private set; }

    /// <summary>The link through which somebody outside said yes.</summary>
    public Id<ReviewLink>? Link { get; private set; }

    public string By { get; private set; } = "";

    public string? Note { get; private set; }
}

internal sealed class ApprovalStorage : IEntityTypeConfiguration<Approval>
{
    public void Configure(EntityTypeBuilder<Approval> builder)
    {
        builder.ToTable("approvals");
        builder.Property(row => row.Step).HasMaxLength(60);
        builder.Property(row => row.By).HasMaxLength(120);
        builder.Property(row => row.Note).HasMaxLength(2_000);
        builder.HasIndex(row => new { row.Post, row.Revision });
        builder.HasIndex(row => row.Brand);
    }
}
