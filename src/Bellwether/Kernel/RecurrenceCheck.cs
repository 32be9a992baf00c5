namespace Bellwether.Kernel;

/// <summary>What a recurrence must keep to: ranges, and which parts go with which.</summary>
internal static class RecurrenceCheck
{
    public static Recurrence Check(Recurrence rule, string field)
    {
        Require(rule.Interval is >= 1 and <= 1000, "INTERVAL is a number from 1 to 1000.");
        Require(rule.Count is null or (>= 1 and <= 10_000), "COUNT is a number from 1 to 10,000.");
        Require(rule.Count is null || rule.Until is null, "The rule ends twice, by COUNT and by UNTIL. Leave one of them.");
        Require(rule.Months.All(month => month is >= 1 and <= 12), "BYMONTH takes the months 1 to 12.");
        Require(rule.WeekNumbers.All(week => Math.Abs(week) is >= 1 and <= 53), "BYWEEKNO takes 1 to 53, or -1 to -53 from the end.");
        Require(rule.YearDays.All(day => Math.Abs(day) is >= 1 and <= 366), "BYYEARDAY takes 1 to 366, or -1 to -366 from the end.");
        Require(rule.MonthDays.All(day => Math.Abs(day) is >= 1 and <= 31), "BYMONTHDAY takes 1 to 31, or -1 to -31 from the end.");
        Require(rule.Positions.All(position => Math.Abs(position) is >= 1 and <= 366), "BYSETPOS takes 1 to 366, or -1 to -366 from the end.");
        // RFC 5545 does not say whose years are skipped, those of the calendar or of the weeks, and programs differ: week 53 every
        // fifth year from 3 January 2027 is in 2032 by the calendar, from 2 January 2010 never again by the weeks.
        Require(rule.WeekNumbers.Count == 0 || rule.Interval == 1, "BYWEEKNO goes with INTERVAL=1 only: the days of a week at the turn of the year belong to two years.");
        Require(rule.WeekNumbers.Count == 0 || rule.Frequency == Frequency.Yearly, "BYWEEKNO goes with FREQ=YEARLY only.");
        Require(rule.YearDays.Count == 0 || rule.Frequency == Frequency.Yearly, "BYYEARDAY goes with FREQ=YEARLY only.");
        Require(rule.MonthDays.Count == 0 || rule.Frequency != Frequency.Weekly, "BYMONTHDAY does not go with FREQ=WEEKLY.");
        var counted = rule.Days.Where(day => day.Nth != 0).ToList();
        Require(counted.Count == 0 || rule.Frequency is Frequency.Monthly or Frequency.Yearly, "A counted weekday such as 3TH goes with FREQ=MONTHLY or FREQ=YEARLY.");
        Require(counted.Count == 0 || rule.WeekNumbers.Count == 0, "A counted weekday such as 3TH does not go with BYWEEKNO.");
        var most = rule.Frequency == Frequency.Yearly && rule.Months.Count == 0 ? 53 : 5;
        Require(counted.All(day => Math.Abs(day.Nth) <= most), $"A weekday is counted from 1 to {most}, or from -1 to -{most} from the end.");
        var chooses = rule.Months.Count + rule.WeekNumbers.Count + rule.YearDays.Count + rule.MonthDays.Count + rule.Days.Count > 0;
        Require(rule.Positions.Count == 0 || chooses, "BYSETPOS needs days to choose from. Add BYDAY or BYMONTHDAY.");
        return rule;

        void Require(bool holds, string message) => Rule.Require(holds, "recurrence-invalid", message, field);
    }
}
