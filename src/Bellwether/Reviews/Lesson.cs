using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Plans;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Bellwether.Reviews;

/// <summary>What was learned: the situation, what happened, why, and what to do next time. Without evidence it is an opinion.</summary>
public sealed class LessonLearned : Entity<LessonLearned>
{
    private LessonLearned()
    {
    }

    public LessonLearned(Plan plan, Review? review, string by) => (Plan, Brand, Review, By) = (plan.Id, plan.Brand, review?.Id, by);

    public Id<Plan> Plan { get; private set; }

    public Id<Brand> Brand { get; private set; }

    /// <summary>The review it came up in.</summary>
    public Id<Review>? Review { get; private set; }

    public string Situation { get; private set; } = "";

    public string Happened { get; private set; } = "";

    public string? Why { get; private set; }

    public string Recommendation { get; private set; } = "";

    /// <summary>An address or the id of what shows it.</summary>
    public string? Evidence { get; private set; }

    /// <summary>Networks, themes and other words by which it is found again; in small letters.</summary>
    public IReadOnlyList<string> Tags { get; private set; } = [];

    public string By { get; private set; } = "";

    /// <summary>Plans that have taken it up.</summary>
    public IReadOnlyList<Id<Plan>> AppliedIn { get; private set; } = [];

    /// <summary>Nothing shows it.</summary>
    public bool IsOpinion => Evidence is null;

    public void Tell(string situation, string happened, string? why, string recommendation, string? evidence, IEnumerable<string> tags)
    {
        Situation = Rule.Text(situation, "situation", 2000);
        Happened = Rule.Text(happened, "happened", 2000);
        Why = Rule.OptionalText(why, "why", 2000);
        Recommendation = Rule.Text(recommendation, "recommendation", 2000);
        Evidence = Rule.OptionalText(evidence, "evidence", 1000);
        Tags = [.. tags.Select(tag => Rule.Text(tag, "tags", 60).ToLowerInvariant()).Distinct().Order(StringComparer.Ordinal)];
    }

    /// <summary>A plan has taken it up; once is enough.</summary>
    public void ApplyIn(Id<Plan> plan) => AppliedIn = AppliedIn.Contains(plan) ? AppliedIn : [.. AppliedIn, plan];
}

internal sealed class LessonStorage : IEntityTypeConfiguration<LessonLearned>
{
    public void Configure(EntityTypeBuilder<LessonLearned> builder)
    {
        builder.ToTable("lessons");
        builder.Ignore(row => row.IsOpinion);
        builder.Property(row => row.Evidence).HasMaxLength(1000);
        builder.Property(row => row.By).HasMaxLength(120);
        builder.Property(row => row.Tags).AsJson();
        builder.Property(row => row.AppliedIn).AsJson();
        builder.HasIndex(row => row.Plan);
        builder.HasIndex(row => row.Brand);
    }
}

/// <summary>A lesson as it is shown.</summary>
/// <param name="IsOpinion">Nothing shows it yet.</param>
public sealed record LessonView(
    Id<LessonLearned> Id, Id<Plan> Plan, Id<Review>? Review, string Situation, string Happened, string? Why, string Recommendation, string? Evidence, IReadOnlyList<string> Tags,
    string By, Instant At, bool IsOpinion, IReadOnlyList<Id<Plan>> AppliedIn, int Version) : IVersioned
{
    public static LessonView Of(LessonLearned lesson) => new(
        lesson.Id, lesson.Plan, lesson.Review, lesson.Situation, lesson.Happened, lesson.Why, lesson.Recommendation, lesson.Evidence, lesson.Tags,
        lesson.By, lesson.CreatedAt, lesson.IsOpinion, lesson.AppliedIn, lesson.Version);
}
