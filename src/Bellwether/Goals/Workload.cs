using Bellwether.Kernel;
using Bellwether.People;
using Bellwether.Plans;
using NodaTime;

namespace Bellwether.Goals;

/// <summary>A piece of work that is planned and not done.</summary>
/// <param name="Subject">Its id, as text.</param>
/// <param name="Title">What a person calls it.</param>
/// <param name="Person">Who is to do it; null for nobody.</param>
/// <param name="Goal">The goal it serves.</param>
/// <param name="Due">By when; null leaves it until the plan's end.</param>
/// <param name="Hours">What is left of its estimate; null without one.</param>
public sealed record PlannedWork(string Subject, string Title, Id<Member>? Person, Id<Goal>? Goal, LocalDate? Due, decimal? Hours);

/// <summary>Port: the work that a plan still asks of people. Actions fulfils it; whatever else takes hours may too.</summary>
[Port]
public interface IPlannedWork
{
    Task<IReadOnlyList<PlannedWork>> LookAsync(Plan plan, CancellationToken cancel);
}

/// <summary>Whether the work fits into the hours.</summary>
public enum WorkloadBand
{
    /// <summary>More work than hours at one date at least.</summary>
    TooMuch,

    /// <summary>More than four fifths of the hours are taken.</summary>
    Tight,

    /// <summary>Nobody said how many hours there are, or how long the work takes.</summary>
    CannotJudge,

    /// <summary>It fits.</summary>
    Fits,
}

/// <summary>What is asked of a person, and the hours that person has.</summary>
/// <param name="HoursAWeek">Hours a week for this plan; null when nobody said.</param>
/// <param name="Planned">Estimated hours of what is left.</param>
/// <param name="Available">Hours until the day that is tightest.</param>
/// <param name="By">The tightest day.</param>
/// <param name="DueByThen">Estimated hours due until that day.</param>
/// <param name="Unestimated">Pieces of work without an estimate.</param>
/// <param name="Words">In one sentence.</param>
public sealed record PersonLoad(
    Id<Member> Person, string Name, decimal? HoursAWeek, decimal Planned, decimal? Available, LocalDate? By, decimal? DueByThen, int Unestimated, WorkloadBand Band, string Words);

/// <summary>Weighs planned work against hours: at every due date, what is due by then must fit into the hours until then.</summary>
public static class Workload
{
    // Less than a fifth of slack leaves no room for what nobody foresaw.
    private const decimal TightFrom = 0.8m;

    public static PersonLoad Of(Id<Member> person, string name, decimal? hoursAWeek, IReadOnlyCollection<PlannedWork> work, LocalDate today, LocalDate? end)
    {
        var known = work.Where(piece => piece.Hours is not null).ToList();
        var (planned, unestimated) = (known.Sum(piece => piece.Hours!.Value), work.Count - known.Count);
        PersonLoad Load(WorkloadBand band, string words, decimal? available = null, LocalDate? by = null, decimal? due = null) =>
            new(person, name, hoursAWeek, planned, available, by, due, unestimated, band, words + (unestimated > 0 && known.Count > 0 ? $" {Pieces(unestimated)} without an estimate." : ""));
        if (hoursAWeek is not { } weekly || known.Count == 0)
        {
            return Load(WorkloadBand.CannotJudge, hoursAWeek is null ? "Nobody said how many hours a week there are." : work.Count == 0 ? "No work is planned." : work.Count == 1 ? "The one piece of work has no estimate." : $"None of the {Pieces(work.Count)} has an estimate.");
        }

        var dates = known.Select(piece => piece.Due ?? end).OfType<LocalDate>().Distinct().Order().ToList();
        if (dates.Count == 0)
        {
            return Load(WorkloadBand.CannotJudge, "Neither the work nor the plan has an end.");
        }

        var (worst, share) = (dates[0], -1m);
        foreach (var date in dates)
        {
            var hours = HoursUntil(date);
            var taken = Due(date) == 0 ? 0 : hours == 0 ? decimal.MaxValue : Due(date) / hours;
            (worst, share) = taken > share ? (date, taken) : (worst, share);
        }

        var band = share > 1 ? WorkloadBand.TooMuch : share > TightFrom ? WorkloadBand.Tight : WorkloadBand.Fits;
        var words = $"{Due(worst):0.#} hours are due by {worst:uuuu-MM-dd}, {HoursUntil(worst):0.#} are there.";
        return Load(band, words, HoursUntil(worst), worst, Due(worst));

        decimal HoursUntil(LocalDate date) => decimal.Round(weekly * Math.Max(0, Period.DaysBetween(today, date) + 1) / 7, 1);
        decimal Due(LocalDate date) => known.Where(piece => (piece.Due ?? end) <= date).Sum(piece => piece.Hours!.Value);
    }

    private static string Pieces(int count) => count == 1 ? "1 piece of work" : $"{count} pieces of work";
}
