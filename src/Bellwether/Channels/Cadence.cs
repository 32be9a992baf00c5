using Bellwether.Kernel;
using NodaTime;

namespace Bellwether.Channels;

/// <summary>How often: at least, aimed at, at most. What is null is left open.</summary>
public sealed record HowOften(int? Min = null, int? Target = null, int? Max = null)
{
    /// <summary>The same numbers once they are in order: none below zero, min ≤ target ≤ max.</summary>
    public HowOften Checked(string field)
    {
        Rule.Require(Min is null or >= 0 && Target is null or >= 0 && Max is null or >= 0, "cadence-negative", "A number of posts is zero or more.", field);
        Rule.Require(!(Min > Target), "cadence-order", $"The minimum ({Min}) is above the target ({Target}). Lower the minimum or raise the target.", field);
        Rule.Require(!(Target > Max), "cadence-order", $"The target ({Target}) is above the maximum ({Max}). Lower the target or raise the maximum.", field);
        Rule.Require(!(Min > Max), "cadence-order", $"The minimum ({Min}) is above the maximum ({Max}). Lower the minimum or raise the maximum.", field);
        return this;
    }
}

/// <summary>How often an account posts, how far apart, and when not.</summary>
/// <param name="Day">Posts per day of the brand.</param>
/// <param name="Week">Posts per week of the brand.</param>
/// <param name="SpacingMinutes">The least distance between two posts, in minutes.</param>
/// <param name="Quiet">Hours in which nothing goes out.</param>
public sealed record Cadence(HowOften Day, HowOften Week, int SpacingMinutes = 0, QuietHours? Quiet = null)
{
    /// <summary>Nothing asked for, nothing forbidden.</summary>
    public static Cadence Free { get; } = new(new HowOften(), new HowOften());

    /// <summary>The same policy once it is in order.</summary>
    public Cadence Checked()
    {
        Day.Checked("day");
        Week.Checked("week");
        Quiet?.Checked();
        Rule.Require(SpacingMinutes is >= 0 and <= 7 * 24 * 60, "cadence-spacing", "The distance between two posts is between 0 minutes and 7 days (10080).", "spacingMinutes");
        Rule.Require(!(Week.Min > 7 * (long?)Day.Max), "cadence-order", $"At most {Day.Max} a day can never make {Week.Min} a week. Raise the day's maximum.", "week");
        return this;
    }

    /// <summary>What a post at <paramref name="at"/> would break, given the times of the account's other posts (local times of the brand).</summary>
    public IReadOnlyList<CadenceBreach> Check(LocalDateTime at, IEnumerable<LocalDateTime> others, IsoDayOfWeek weekStart)
    {
        var breaches = new List<CadenceBreach>();
        var (ofDay, ofWeek, nearest) = (1, 1, long.MaxValue);
        var week = Weeks.StartOf(at.Date, weekStart);
        foreach (var other in others)
        {
            ofDay += other.Date == at.Date ? 1 : 0;
            ofWeek += Weeks.StartOf(other.Date, weekStart) == week ? 1 : 0;
            nearest = Math.Min(nearest, Math.Abs((long)NodaTime.Period.Between(other, at, PeriodUnits.Minutes).Minutes));
        }

        if (ofDay > Day.Max)
        {
            breaches.Add(new CadenceBreach("cadence-day", $"This is post {ofDay} of the day; the cadence allows at most {Day.Max} a day. Move it to another day."));
        }

        if (ofWeek > Week.Max)
        {
            breaches.Add(new CadenceBreach("cadence-week", $"This is post {ofWeek} of the week; the cadence allows at most {Week.Max} a week. Move it to another week."));
        }

        if (nearest < SpacingMinutes)
        {
            breaches.Add(new CadenceBreach("cadence-spacing", $"The next post is only {nearest} minutes away; the cadence asks for {SpacingMinutes}. Move one of them."));
        }

        if (Quiet is { } quiet && quiet.Contain(at.TimeOfDay))
        {
            breaches.Add(new CadenceBreach("quiet-hours", $"It falls into the quiet hours ({quiet}). Choose a time outside them."));
        }

        return breaches;
    }
}

/// <summary>One rule of a cadence that a post would break.</summary>
public sealed record CadenceBreach(string Code, string Message);
