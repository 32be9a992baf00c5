using System.Globalization;
using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Plans;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Bellwether.Reviews;

/// <summary>A look at the plan together: what progress was made, what stays, what was learned, what is decided.</summary>
public sealed class Review : Entity<Review>
{
    private Review()
    {
    }

    public Review(Plan plan, LocalDate on)
    {
        (Plan, Brand, On, PlanNumber) = (plan.Id, plan.Brand, on, plan.Number);
    }

    public Id<Plan> Plan { get; private set; }

    public Id<Brand> Brand { get; private set; }

    /// <summary>Its day by the schedule, or the day it was held when it was not on it.</summary>
    public LocalDate On { get; private set; }

    public ReviewStatus Status { get; private set; } = ReviewStatus.Planned;

    /// <summary>The version of the plan it looks at.</summary>
    public int PlanNumber { get; private set; }

    public string? SkipReason { get; private set; }

    public Instant? OpenedAt { get; private set; }

    public Instant? ClosedAt { get; private set; }

    /// <summary>What was said besides verdicts.</summary>
    public string? Notes { get; private set; }

    /// <summary>The answer to “are we closer?” at the head of the review.</summary>
    public Closeness? Closeness { get; private set; }

    /// <summary>“the review of Thu 29 Oct 2026”.</summary>
    public string Name => $"the review of {On.ToString("ddd d MMM uuuu", CultureInfo.InvariantCulture)}";

    public void Open(Instant now) => (Status, OpenedAt) = (Status.Become(ReviewStatus.Open), now);

    public void Close(Instant now) => (Status, ClosedAt) = (Status.Become(ReviewStatus.Closed), now);

    public void Skip(string reason)
    {
        var why = Rule.Text(reason, "reason", 500);
        (Status, SkipReason) = (Status.Become(ReviewStatus.Skipped), why);
    }

    public void Note(string? notes) => Notes = Rule.OptionalText(notes, "notes", 20_000);

    public void Answer(Closeness? closeness) => Closeness = closeness;

    /// <summary>A review that is over, as a plan file tells of it.</summary>
    internal void Recall(ReviewStatus status, int planNumber, Instant? openedAt, Instant? closedAt, string? skipReason)
    {
        Rule.Require(status is ReviewStatus.Closed or ReviewStatus.Skipped, "part-invalid", $"{Name} is neither closed nor skipped; only those are in a plan file.", "reviews");
        Rule.Require(status == ReviewStatus.Skipped ? skipReason is not null : openedAt is not null && closedAt is not null, "part-invalid",
            $"{Name} lacks {(status == ReviewStatus.Skipped ? "the reason why it was skipped" : "when it was opened or closed")}.", "reviews");
        (Status, PlanNumber, OpenedAt, ClosedAt, SkipReason) = (status, planNumber, openedAt, closedAt, Rule.OptionalText(skipReason, "skipReason", 500));
    }

    /// <summary>422 unless it is open.</summary>
    public void RequireOpen() => Rule.Require(Status == ReviewStatus.Open, "review-not-open", "This review is not open, so nothing in it changes any more.");
}

internal sealed class ReviewStorage : IEntityTypeConfiguration<Review>
{
    public void Configure(EntityTypeBuilder<Review> builder)
    {
        builder.ToTable("reviews");
        builder.Ignore(row => row.Name);
        builder.Property(row => row.SkipReason).HasMaxLength(500);
        builder.HasIndex(row => new { row.Plan, row.On }).IsUnique();
    }
}
