using Bellwether.Kernel;
using Bellwether.Plans;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bellwether.Reviews;

/// <summary>Something a review decided. It is followed up by an action with an owner and a day, or it is listed as not followed up.</summary>
public sealed class Decision : Entity<Decision>
{
    private Decision()
    {
    }

    public Decision(Review review, string text, string by)
    {
        (Review, Plan, By) = (review.Id, review.Plan, by);
        Text = Rule.Text(text, "text", 1000);
    }

    public Id<Review> Review { get; private set; }

    public Id<Plan> Plan { get; private set; }

    public string Text { get; private set; } = "";

    public string By { get; private set; } = "";

    /// <summary>The id of the action item that follows it up.</summary>
    public string? Action { get; private set; }

    public void FollowUp(string action)
    {
        Rule.Require(Action is null, "already-followed-up", "This decision is followed up already.");
        Action = action;
    }
}

/// <summary>A thought that may become an action; everybody's vote counts once.</summary>
public sealed class Idea : Entity<Idea>
{
    private Idea()
    {
    }

    public Idea(Plan plan, Review? review, string text, string by)
    {
        (Plan, Review, By) = (plan.Id, review?.Id, by);
        Text = Rule.Text(text, "text", 1000);
    }

    public Id<Plan> Plan { get; private set; }

    /// <summary>The review it came up in.</summary>
    public Id<Review>? Review { get; private set; }

    public string Text { get; private set; } = "";

    public string By { get; private set; } = "";

    /// <summary>The id of the action item it became.</summary>
    public string? Action { get; private set; }

    public void BecomeAction(string action)
    {
        Rule.Require(Action is null, "already-action", "This idea became an action already.");
        Action = action;
    }
}

/// <summary>One member is for an idea; once each.</summary>
public sealed class IdeaVote : Entity<IdeaVote>
{
    private IdeaVote()
    {
    }

    public IdeaVote(Id<Idea> idea, Id<People.Member> member) => (Idea, Member) = (idea, member);

    public Id<Idea> Idea { get; private set; }

    public Id<People.Member> Member { get; private set; }
}

internal sealed class DecisionStorage : IEntityTypeConfiguration<Decision>
{
    public void Configure(EntityTypeBuilder<Decision> builder)
    {
        builder.ToTable("decisions");
        builder.Property(row => row.Text).HasMaxLength(1000);
        builder.Property(row => row.By).HasMaxLength(120);
        builder.Property(row => row.Action).HasMaxLength(80);
        builder.HasIndex(row => row.Plan);
    }
}

internal sealed class IdeaStorage : IEntityTypeConfiguration<Idea>
{
    public void Configure(EntityTypeBuilder<Idea> builder)
    {
        builder.ToTable("ideas");
        builder.Property(row => row.Text).HasMaxLength(1000);
        builder.Property(row => row.By).HasMaxLength(120);
        builder.Property(row => row.Action).HasMaxLength(80);
        builder.HasIndex(row => row.Plan);
    }
}

internal sealed class IdeaVoteStorage : IEntityTypeConfiguration<IdeaVote>
{
    public void Configure(EntityTypeBuilder<IdeaVote> builder)
    {
        builder.ToTable("idea_votes");
        builder.HasIndex(row => new { row.Idea, row.Member }).IsUnique();
    }
}
