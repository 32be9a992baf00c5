using Bellwether.Brands;
using Bellwether.Campaigns;
using Bellwether.Channels;
using Bellwether.Goals;
using Bellwether.Kernel;
using Bellwether.Plans;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Bellwether.Calendar;

/// <summary>A post as somebody has it in front of them, typed and not saved.</summary>
/// <param name="Variants">What each account is to say.</param>
/// <param name="At">The local time it is meant for.</param>
public sealed record UnsavedPost(
    string? Title = null, string? Text = null, IReadOnlyList<Told>? Variants = null, Id<Goal>? Goal = null, bool Unguided = false, Id<ContentPillar>? Theme = null,
    Id<Plan>? Plan = null, Id<Campaign>? Campaign = null, LocalDateTime? At = null)
{
    /// <summary>The longest text that is kept.</summary>
    public const int Longest = 20_000;

    /// <summary>422 for more than could ever be saved.</summary>
    public UnsavedPost Checked()
    {
        Rule.OptionalText(Title, "title", 1_000);
        Rule.OptionalText(Text, "text", Longest);
        Rule.Require((Variants?.Count ?? 0) <= 100, "too-many-variants", "At most 100 accounts fit.", "variants");
        foreach (var told in Variants ?? [])
        {
            Rule.OptionalText(told.Text, "text", Longest);
        }

        return this;
    }
}

/// <summary>What one member has typed on a post without saving it: kept so that a closed tab loses nothing, and so that others see who is at work.</summary>
public sealed class WorkingCopy : Entity<WorkingCopy>
{
    private WorkingCopy()
    {
    }

    public WorkingCopy(Post post, Guid member, string by) => (Post, Brand, Plan, Member, By) = (post.Id, post.Brand, post.Plan, member, by.Length > 120 ? by[..120] : by);

    public Id<Post> Post { get; private set; }

    public Id<Brand> Brand { get; private set; }

    public Id<Plan>? Plan { get; private set; }

    public Guid Member { get; private set; }

    public string By { get; private set; } = "";

    /// <summary>The version of the post it began from.</summary>
    public int Revision { get; private set; }

    public UnsavedPost Content { get; private set; } = new();

    public Instant KeptAt { get; private set; }

    public void Become(UnsavedPost content, int revision, Instant now) => (Content, Revision, KeptAt) = (content.Checked(), revision, now);
}

internal sealed class WorkingCopyStorage : IEntityTypeConfiguration<WorkingCopy>
{
    public void Configure(EntityTypeBuilder<WorkingCopy> builder)
    {
        builder.ToTable("working_copies");
        builder.Property(row => row.By).HasMaxLength(120);
        builder.Property(row => row.Content).AsJson();
        builder.HasIndex(row => new { row.Post, row.Member }).IsUnique();
        builder.HasIndex(row => row.Brand);
    }
}
