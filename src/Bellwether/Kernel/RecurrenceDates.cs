using NodaTime;
using NodaTime.Calendars;

namespace Bellwether.Kernel;

/// <summary>
/// The dates of a recurrence: period by period, every date of the period that all parts of the rule accept.
/// A rule that has met no date for five centuries never will.
/// </summary>
internal static class RecurrenceDates
{
    private const int PatienceInYears = 500;
    private static readonly LocalDate LastDate = new(9990, 1, 1);

    public static IEnumerable<LocalDate> Of(Recurrence rule, LocalDate start)
    {
        var accepts = Acceptance(Completed(rule, start));
        var patience = start.PlusYears(PatienceInYears);
        var given = 0;
        for (var index = 0; ; index++)
        {
            var (first, length) = Period(rule, start, index);
            if (first > patience || first > LastDate || first > rule.Until)
            {
                yield break;
            }

            var met = Enumerable.Range(0, length).Select(first.PlusDays).Where(accepts).ToList();
            foreach (var date in Chosen(met, rule.Positions).Where(date => date >= start))
            {
                if (date > rule.Until || given == rule.Count)
                {
                    yield break;
                }

                given++;
                patience = date.PlusYears(PatienceInYears);
                yield return date;
            }
        }
    }

    /// <summary>What a rule leaves open, its start decides: the 5th of a month, a Tuesday, 29 February.</summary>
    private static Recurrence Completed(Recurrence rule, LocalDate start)
    {
        var choosesDays = rule.YearDays.Count + rule.MonthDays.Count + rule.Days.Count > 0;
        if (choosesDays || rule.Frequency == Frequency.Daily)
        {
            return rule;
        }

        var byWeekday = rule.Frequency == Frequency.Weekly || rule.WeekNumbers.Count > 0;
        return new Recurrence
        {
            Frequency = rule.Frequency,
            Months = rule.Frequency == Frequency.Yearly && rule.Months.Count == 0 && !byWeekday ? [start.Month] : rule.Months,
            WeekNumbers = rule.WeekNumbers,
            MonthDays = byWeekday ? [] : [start.Day],
            Days = byWeekday ? [new CountedDay(0, start.DayOfWeek)] : [],
            WeekStart = rule.WeekStart,
        };
    }

    private static (LocalDate First, int Length) Period(Recurrence rule, LocalDate start, int index)
    {
        var step = index * rule.Interval;
        switch (rule.Frequency)
        {
            case Frequency.Daily:
                return (start.PlusDays(step), 1);
            case Frequency.Weekly:
                var into = ((int)start.DayOfWeek - (int)rule.WeekStart + 7) % 7;
                return (start.PlusDays(-into).PlusWeeks(step), 7);
            case Frequency.Monthly:
                var month = new LocalDate(start.Year, start.Month, 1).PlusMonths(step);
                return (month, month.Calendar.GetDaysInMonth(month.Year, month.Month));
            default:
                var year = start.Year + step > LastDate.Year ? LastDate.PlusDays(1) : new LocalDate(start.Year + step, 1, 1);
                return (year, year.Calendar.GetDaysInYear(year.Year));
        }
    }

    private static Func<LocalDate, bool> Acceptance(Recurrence rule)
    {
        var weeks = WeekYearRules.ForMinDaysInFirstWeek(4, rule.WeekStart);
        var withinYear = rule.Frequency == Frequency.Yearly && rule.Months.Count == 0;
        return date =>
            (rule.Months.Count == 0 || rule.Months.Contains(date.Month))
            && (rule.MonthDays.Count == 0 || Meets(rule.MonthDays, date.Day, DaysInMonth(date)))
            && (rule.YearDays.Count == 0 || Meets(rule.YearDays, date.DayOfYear, DaysInYear(date)))
            && (rule.WeekNumbers.Count == 0 || Meets(rule.WeekNumbers, weeks.GetWeekOfWeekYear(date), weeks.GetWeeksInWeekYear(weeks.GetWeekYear(date))))
            && (rule.Days.Count == 0 || rule.Days.Any(day => day.Day == date.DayOfWeek && (day.Nth == 0 || IsNth(date, day.Nth, withinYear))));
    }

    /// <summary>Whether a place is named, counted from the start or (negative) from the end.</summary>
    private static bool Meets(IReadOnlyList<int> named, int place, int length) => named.Contains(place) || named.Contains(place - length - 1);

    private static bool IsNth(LocalDate date, int nth, bool withinYear)
    {
        var (place, length) = withinYear ? (date.DayOfYear, DaysInYear(date)) : (date.Day, DaysInMonth(date));
        return nth > 0 ? (place - 1) / 7 == nth - 1 : (length - place) / 7 == -nth - 1;
    }

    private static IEnumerable<LocalDate> Chosen(List<LocalDate> met, IReadOnlyList<int> positions) =>
        positions.Count == 0 ? met : met.Where((_, index) => Meets(positions, index + 1, met.Count));

    private static int DaysInMonth(LocalDate date) => date.Calendar.GetDaysInMonth(date.Year, date.Month);

    private static int DaysInYear(LocalDate date) => date.Calendar.GetDaysInYear(date.Year);
}
