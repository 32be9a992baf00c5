using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Plans;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bellwether.Calendar;

/// <summary>What a reviewer without an account says to a post.</summary>
public enum ReviewVerdict
{
    /// <summary>Only words.</summary>
    Comment,

    /// <summary>Yes, as it stands.</summary>
    Approve,

    /// <summary>Something has to change first; it goes back to its author.</summary>
    AskForChanges,

    /// <summary>It must not go out; it is taken out of the flow at once.</summary>
    Hold,
}

/// <summary>
/// Something said between a team and its reviewers outside. It stands apart from the team's own comments: those are never
/// shown to anybody by a link.
/// </summary>
public sealed class ReviewRemark : Entity<ReviewRemark>
{
    /// <summary>The longest remark.</summary>
    public const int Longest = 4_000;

    private ReviewRemark()
    {
    }

    public ReviewRemark(Post post, Id<ReviewLink>? link, string by, ReviewVerdict verdict, string? words)
    {
        (Post, Brand, Plan, Revision, Link, Verdict) = (post.Id, post.Brand, post.Plan, post.Revision, link, verdict);
        By = Rule.Text(by, "name", 120);
        Words = verdict is ReviewVerdict.Approve or ReviewVerdict.Hold ? Rule.OptionalText(words, "words", Longest) ?? "" : Rule.Text(words, "words", Longest);
    }

    public Id<Post> Post { get; private set; }

    public Id<Brand> Brand { get; private set; }

    public Id<Plan>? Plan { get; private set; }

    /// <summary>The version of the post it was said to.</summary>
    public int Revision { get; private set; }

    /// <summary>The link it came through; null where the team answered.</summary>
    public Id<ReviewLink>? Link { get; private set; }

    public string By { get; private set; } = "";

    public ReviewVerdict Verdict { get; private set; }

    public string Words { get; private set; } = "";
}

internal sealed class ReviewRemarkStorage : IEntityTypeConfiguration<ReviewRemark>
{
    public void Configure(EntityTypeBuilder<ReviewRemark> builder)
    {
        builder.ToTable("review_remarks");
        builder.Property(row => row.By).HasMaxLength(120);
        builder.Property(row => row.Words).HasMaxLength(ReviewRemark.Longest);
        builder.HasIndex(row => row.Post);
        builder.HasIndex(row => row.Brand);
    }
}
