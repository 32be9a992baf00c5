using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Metrics;
using Bellwether.People;
using Bellwether.Plans;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Bellwether.Goals;

/// <summary>What somebody says will come of an action, a campaign or a post, before it does: a number by a day.</summary>
public sealed class Expectation : Entity<Expectation>
{
    private Expectation()
    {
    }

    /// <summary>A number by a day. Stated once its result was known, it is marked so for good.</summary>
    public Expectation(Plan plan, string subject, Metric metric, decimal value, LocalDate from, LocalDate until, string? words, bool afterTheFact, Id<Member>? by)
    {
        Rule.Require(until >= from, "until-before-from", "The day by which it is expected lies before the day it starts.", "until");
        Plan = plan.Id;
        Brand = plan.Brand;
        Subject = Rule.Text(subject, "subject", 80);
        Metric = metric.Key;
        Value = value;
        From = from;
        Until = until;
        Words = Rule.OptionalText(words, "words", 500);
        AfterTheFact = afterTheFact;
        By = by;
    }

    public Id<Plan> Plan { get; private set; }

    public Id<Brand> Brand { get; private set; }

    /// <summary>The id of the action, campaign or post it is about.</summary>
    public string Subject { get; private set; } = "";

    /// <summary>The metric's key.</summary>
    public string Metric { get; private set; } = "";

    public decimal Value { get; private set; }

    /// <summary>The first day that counts.</summary>
    public LocalDate From { get; private set; }

    /// <summary>The last day that counts.</summary>
    public LocalDate Until { get; private set; }

    /// <summary>The same in words, where somebody wrote it so.</summary>
    public string? Words { get; private set; }

    /// <summary>Whether the result existed when it was stated; such ones teach nothing about guessing.</summary>
    public bool AfterTheFact { get; private set; }

    /// <summary>Who stated it.</summary>
    public Id<Member>? By { get; private set; }

    /// <summary>When it was first seen to fall short, or to lack its numbers.</summary>
    public Instant? AlarmAt { get; private set; }

    /// <summary>What was done about it.</summary>
    public string? Reaction { get; private set; }

    /// <summary>When that was.</summary>
    public Instant? ReactedAt { get; private set; }

    /// <summary>Notes that it falls short; the first time counts.</summary>
    public void Alarm(Instant now) => AlarmAt ??= now;

    /// <summary>Keeps what was done; how long it took counts from the alarm, or from when it was stated.</summary>
    public void React(string reaction, Instant now)
    {
        Rule.Require(ReactedAt is null, "reacted-already", "Somebody has reacted to this already.");
        (Reaction, ReactedAt) = (Rule.Text(reaction, "reaction", 500), now);
    }
}

internal sealed class ExpectationStorage : IEntityTypeConfiguration<Expectation>
{
    public void Configure(EntityTypeBuilder<Expectation> builder)
    {
        builder.ToTable("expectations");
        builder.Property(row => row.Subject).HasMaxLength(80);
        builder.Property(row => row.Metric).HasMaxLength(60);
        builder.Property(row => row.Words).HasMaxLength(500);
        builder.Property(row => row.Reaction).HasMaxLength(500);
        builder.HasIndex(row => new { row.Plan, row.Subject });
    }
}
