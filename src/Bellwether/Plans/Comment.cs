using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.People;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Bellwether.Plans;

/// <summary>What a comment asks for.</summary>
public enum CommentKind
{
    /// <summary>Something to adjust; it comes up in the next review until it is resolved.</summary>
    Adjustment,

    /// <summary>Something that has to be achieved.</summary>
    AchievementNeeded,

    /// <summary>Nothing; it is said.</summary>
    Note,
}

/// <summary>An earlier wording of a comment.</summary>
public sealed record CommentEdit(string Text, Instant Until);

/// <summary>What somebody says about a node of the plan. Text is text: nothing in it is ever run.</summary>
public sealed class Comment : Entity<Comment>
{
    /// <summary>The longest comment.</summary>
    public const int LongestText = 4000;

    private Comment()
    {
    }

    public Comment(string node, PlanNode place, CommentKind kind, string text, Id<Member>? author, string by)
    {
        (Node, Brand, Plan, Kind, Author, By) = (node, place.Brand, place.Plan, kind, author, by);
        Text = Rule.Text(text, "text", LongestText);
    }

    /// <summary>The id of the node it is about.</summary>
    public string Node { get; private set; } = "";

    public Id<Brand> Brand { get; private set; }

    public Id<Plan>? Plan { get; private set; }

    /// <summary>The comment it answers; null for the first of a thread.</summary>
    public Id<Comment>? Answers { get; private set; }

    public CommentKind Kind { get; private set; }

    public string Text { get; private set; } = "";

    /// <summary>Who wrote it; null for the program.</summary>
    public Id<Member>? Author { get; private set; }

    public string By { get; private set; } = "";

    public IReadOnlyList<Id<Member>> Mentions { get; private set; } = [];

    /// <summary>Earlier wordings, the oldest first.</summary>
    public IReadOnlyList<CommentEdit> Edits { get; private set; } = [];

    public Instant? ResolvedAt { get; private set; }

    public string? ResolvedBy { get; private set; }

    /// <summary>The action item it became.</summary>
    public string? Action { get; private set; }

    /// <summary>Threads have one level: an answer to an answer joins the thread.</summary>
    public void Answer(Comment other) => Answers = other.Answers ?? other.Id;

    public void Mention(IEnumerable<Id<Member>> members) => Mentions = [.. members.Distinct()];

    public void Reword(string text, Id<Member>? editor, Instant now)
    {
        if (Author is null || editor != Author)
        {
            throw Rule.Forbidden("Only its author changes a comment. Answer it instead.");
        }

        var wording = Rule.Text(text, "text", LongestText);
        if (wording != Text)
        {
            Edits = [.. Edits, new CommentEdit(Text, now)];
            Text = wording;
        }
    }

    public void Resolve(string by, Instant now) => (ResolvedAt, ResolvedBy) = (now, by);

    public void Reopen() => (ResolvedAt, ResolvedBy) = (null, null);

    public void BecomeAction(string action)
    {
        Rule.Require(Action is null, "already-action", "This comment became an action already.");
        Action = action;
    }
}

internal sealed class CommentStorage : IEntityTypeConfiguration<Comment>
{
    public void Configure(EntityTypeBuilder<Comment> builder)
    {
        builder.ToTable("comments");
        builder.Property(row => row.Node).HasMaxLength(80);
        builder.Property(row => row.Text).HasMaxLength(Comment.LongestText);
        builder.Property(row => row.By).HasMaxLength(120);
        builder.Property(row => row.ResolvedBy).HasMaxLength(120);
        builder.Property(row => row.Action).HasMaxLength(80);
        builder.Property(row => row.Mentions).AsJson();
        builder.Property(row => row.Edits).AsJson();
        builder.HasIndex(row => row.Node);
        builder.HasIndex(row => new { row.Plan, row.Kind, row.ResolvedAt });
    }
}
