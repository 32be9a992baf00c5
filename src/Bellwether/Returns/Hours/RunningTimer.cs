using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.People;
using Bellwether.Plans;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Bellwether.Returns.Hours;

/// <summary>A timer that runs for a member. It is stored, so that it goes on when the page is closed; each member has one at most.</summary>
public sealed class RunningTimer : Entity<RunningTimer>
{
    private RunningTimer()
    {
    }

    public RunningTimer(Plan plan, Id<Member> member, string? work, string? note, Instant now)
    {
        (Plan, Brand, Member, StartedAt) = (plan.Id, plan.Brand, member, now);
        (Work, Note) = (Rule.OptionalText(work, "work", 60), Rule.OptionalText(note, "note", 400));
    }

    /// <summary>Longer than this at one go is more likely a timer that was forgotten.</summary>
    public static readonly Duration Believable = Duration.FromHours(10);

    public Id<Plan> Plan { get; private set; }

    public Id<Brand> Brand { get; private set; }

    public Id<Member> Member { get; private set; }

    public string? Work { get; private set; }

    public string? Note { get; private set; }

    public Instant StartedAt { get; private set; }

    /// <summary>The day it counts for: the one on which it was started.</summary>
    public LocalDate DayIn(DateTimeZone zone) => StartedAt.InZone(zone).Date;

    /// <summary>Less than this is a slip of the hand, and no time that anybody worked.</summary>
    public static readonly Duration Least = Duration.FromMinutes(1);

    /// <summary>Whether it ran so shortly that nothing is to be kept.</summary>
    public bool IsSlip(Instant now) => now - StartedAt < Least;

    /// <summary>Whole minutes until now, at least one.</summary>
    public int MinutesUntil(Instant now) => (int)Math.Max(1, Math.Round((now - StartedAt).TotalMinutes, MidpointRounding.ToEven));

    /// <summary>Whether a person has to say how long it really was: it ran over midnight or longer than anybody works at one go.</summary>
    public bool IsDoubtful(Instant now, DateTimeZone zone) => DayIn(zone) != now.InZone(zone).Date || now - StartedAt > Believable;
}

internal sealed class RunningTimerStorage : IEntityTypeConfiguration<RunningTimer>
{
    public void Configure(EntityTypeBuilder<RunningTimer> builder)
    {
        builder.ToTable("running_timers");
        builder.Property(row => row.Work).HasMaxLength(60);
        builder.Property(row => row.Note).HasMaxLength(400);
        builder.HasIndex(row => row.Member).IsUnique();
        builder.HasIndex(row => row.Plan);
    }
}
