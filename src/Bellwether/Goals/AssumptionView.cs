using Bellwether.Kernel;
using Bellwether.Metrics;
using Bellwether.People;
using NodaTime;

namespace Bellwether.Goals;

/// <summary>A guess as it is shown.</summary>
/// <param name="ByName">Who said it.</param>
public sealed record GuessView(
    int Revision, LocalDate StatedOn, string? ByName, decimal Value, decimal Low, decimal High, decimal Confidence, LocalDate From, LocalDate TestDate, bool AfterTheFact, string? Why, GuessOutcome? Outcome);

/// <summary>An assumption as it is shown.</summary>
/// <param name="Metric">The definition of the metric that will show it.</param>
/// <param name="Subject">The id of what is measured; null means the brand as a whole.</param>
/// <param name="GoalTitle">The goal that rests on it.</param>
/// <param name="OwnerName">Who hears of it when it breaks.</param>
/// <param name="Now">What has come of it so far in the days that count.</param>
/// <param name="Verdict">The outcome of the newest guess; null while its day has not come.</param>
/// <param name="DueOn">The next day of a test.</param>
/// <param name="Due">Whether that day has come.</param>
/// <param name="Waiting">Whether that day is over and the number is still missing.</param>
/// <param name="Guesses">Every guess, the newest first.</param>
public sealed record AssumptionView(
    Id<Assumption> Id, string Statement, string Reasoning, Metric Metric, string? Subject, Id<Goal>? Goal, string? GoalTitle, Id<Member>? Owner, string? OwnerName, decimal? Now,
    AssumptionVerdict? Verdict, LocalDate? DueOn, bool Due, bool Waiting, IReadOnlyList<GuessView> Guesses, Instant CreatedAt, int Version) : IVersioned
{
    internal static AssumptionView Of(Assumption assumption, Metric metric, string? goal, IReadOnlyDictionary<Id<Member>, string> names, IReadOnlyList<Point> series, LocalDate today)
    {
        var newest = assumption.Newest;
        var due = assumption.DueOn is { } day && day <= today;
        return new AssumptionView(
            assumption.Id, assumption.Statement, assumption.Reasoning, metric, assumption.Subject, assumption.Goal, goal, assumption.Owner, Name(assumption.Owner, names),
            Combined.Of(metric, [.. series.Where(point => point.Start >= newest.From && point.End <= newest.TestDate)]).Value,
            assumption.Verdict, assumption.DueOn, due, assumption.DueOn < today, [.. assumption.Guesses.Reverse().Select(guess => new GuessView(
                guess.Revision, guess.StatedOn, Name(guess.By, names), guess.Value, guess.Low, guess.High, guess.Confidence, guess.From, guess.TestDate, guess.AfterTheFact, guess.Why, guess.Outcome))],
            assumption.CreatedAt, assumption.Version);
    }

    private static string? Name(Id<Member>? member, IReadOnlyDictionary<Id<Member>, string> names) => member is { } id ? names.GetValueOrDefault(id) : null;
}
