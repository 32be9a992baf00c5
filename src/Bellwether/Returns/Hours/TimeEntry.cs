using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.People;
using Bellwether.Plans;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Bellwether.Returns.Hours;

/// <summary>What somebody says of the time they worked.</summary>
/// <param name="Day">The brand's date of the work.</param>
/// <param name="Minutes">How long, 1 to 1,440.</param>
/// <param name="Work">The id of what it was for: a goal, channel, campaign, theme, post, action or case; none is the plan as a whole.</param>
/// <param name="Note">What was done.</param>
public sealed record TimeSheet(LocalDate Day, int Minutes, string? Work = null, string? Note = null)
{
    /// <summary>The sheet, or what is wrong with it.</summary>
    public TimeSheet Checked(LocalDate today)
    {
        Rule.Require(Minutes > 0, "time-empty", "Say how long it took: 1:30, 1.5 or 90m.", "minutes");
        Rule.Require(Minutes <= HoursText.Most, "time-too-long", "A day has 24 hours. Divide longer work among its days.", "minutes");
        Rule.Require(Day >= Clock.FirstDay, "day-too-early", $"Time is entered for days from {Clock.FirstDay:uuuu-MM-dd} to today; {Day:uuuu-MM-dd} lies before. Check the year.", "day");
        Rule.Require(Day <= today, "day-ahead", "This day has not come yet. Enter time when it is worked.", "day");
        return this;
    }
}

/// <summary>Time that one member worked on a plan on one day.</summary>
public sealed class TimeEntry : Entity<TimeEntry>
{
    private TimeEntry()
    {
    }

    public TimeEntry(Plan plan, Id<Member> member, TimeSheet sheet, LocalDate today)
    {
        (Plan, Brand, Member) = (plan.Id, plan.Brand, member);
        Write(sheet, today);
    }

    public Id<Plan> Plan { get; private set; }

    public Id<Brand> Brand { get; private set; }

    /// <summary>Who worked.</summary>
    public Id<Member> Member { get; private set; }

    public LocalDate Day { get; private set; }

    public int Minutes { get; private set; }

    /// <summary>The id of what it was for; null for the plan as a whole.</summary>
    public string? Work { get; private set; }

    public string? Note { get; private set; }

    /// <summary>What tells it from others of the same day where it came with a file; the same file again adds nothing.</summary>
    public string? ImportKey { get; private set; }

    /// <summary>Says it anew.</summary>
    public void Write(TimeSheet sheet, LocalDate today)
    {
        sheet.Checked(today);
        (Day, Minutes, Work) = (sheet.Day, sheet.Minutes, Rule.OptionalText(sheet.Work, "work", 60));
        Note = Rule.OptionalText(sheet.Note, "note", 400);
    }

    public TimeSheet Sheet => new(Day, Minutes, Work, Note);

    internal void ComeFrom(string importKey) => ImportKey = importKey;
}

internal sealed class TimeEntryStorage : IEntityTypeConfiguration<TimeEntry>
{
    public void Configure(EntityTypeBuilder<TimeEntry> builder)
    {
        builder.ToTable("time_entries");
        builder.Ignore(row => row.Sheet);
        builder.Property(row => row.Work).HasMaxLength(60);
        builder.Property(row => row.Note).HasMaxLength(400);
        builder.Property(row => row.ImportKey).HasMaxLength(64);
        builder.HasIndex(row => new { row.Plan, row.Day });
        builder.HasIndex(row => new { row.Member, row.Day });
    }
}
