using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Metrics;
using Bellwether.People;
using Bellwether.Plans;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Goals;

/// <summary>An assumption was broken by the numbers: whoever owns it should hear of it, and the next review looks at it.</summary>
public sealed record AssumptionBroken(Id<Assumption> Assumption, Id<Plan> Plan, Id<Brand> Brand, Id<Member>? Owner, string Statement, string Words) : IEvent;

/// <summary>Finds assumptions, makes guesses, lets the numbers decide, and shows the result.</summary>
[Scoped]
public sealed class AssumptionBook(Db db, PlanFinder plans, GoalFinder finder, MetricCatalogue catalogue, ObservationBook book, ICurrent current, TimeProvider clock)
{
    // Numbers come late; until then the assumption waits instead of being called untestable.
    private const int DaysToWait = 14;

    /// <summary>The assumption of a plan that may still be changed, with its plan and brand.</summary>
    public async Task<(Assumption Assumption, Plan Plan, Brand Brand)> ToChangeAsync(Id<Assumption> id, CancellationToken cancel)
    {
        var assumption = await db.FindAsync(id, "assumption", cancel);
        var (plan, brand) = await plans.EditWithBrandAsync(assumption.Plan, cancel);
        return (assumption, plan, brand);
    }

    /// <summary>A guess said today by whoever asks; marked when its numbers are there already.</summary>
    public async Task<Guess> GuessAsync(Assumption assumption, GuessSheet sheet, Brand brand, CancellationToken cancel)
    {
        var today = clock.Today(brand.Zone);
        var metric = await catalogue.NeedAsync(assumption.Metric, cancel);
        Rule.Require(sheet is { Value: not null, Low: not null, High: not null }, "guess-missing", "An assumption needs a number and the range it may lie in.", "value");
        foreach (var (number, field) in new[] { (sheet.Value, "value"), (sheet.Low, "low"), (sheet.High, "high") })
        {
            metric.Check(number!.Value, LocalDate.MinIsoValue, LocalDate.MaxIsoValue, field);
        }

        Rule.Require(sheet.TestDate is not null, "test-date-missing", "Say by which day it can be tested.", "testDate");
        var by = current.MemberKey is { } member ? new Id<Member>(member) : (Id<Member>?)null;
        var guess = new Guess(0, today, by, sheet.Value!.Value, sheet.Low!.Value, sheet.High!.Value, sheet.Confidence, sheet.From ?? today, sheet.TestDate!.Value, Why: sheet.Why).Checked();
        var known = await book.SeriesAsync(SeriesOf(assumption), guess.From, guess.TestDate, cancel);
        return guess with { AfterTheFact = known.Any(point => point.End >= guess.TestDate) };
    }

    /// <summary>Judges every guess whose day is over, or has come where <paramref name="early"/>; gives whether anything was judged. One without numbers waits a fortnight.</summary>
    public async Task<bool> JudgeAsync(Assumption assumption, Brand brand, bool early, CancellationToken cancel)
    {
        var today = clock.Today(brand.Zone);
        var metric = await catalogue.NeedAsync(assumption.Metric, cancel);
        var series = await book.SeriesAsync(SeriesOf(assumption), LocalDate.MinIsoValue, today, cancel);
        var before = assumption.Verdict;
        var judged = false;
        foreach (var guess in assumption.Guesses.Where(guess => early ? guess.TestDate <= today && guess.Outcome?.Verdict is null or AssumptionVerdict.Untestable : guess.TestDate < today && guess.Outcome is null).ToList())
        {
            var outcome = GuessTest.Of(metric, guess, series, today);
            if (early || outcome.Observed is not null || guess.TestDate.PlusDays(DaysToWait) < today)
            {
                assumption.Judge(guess.Revision, outcome);
                judged = true;
            }
        }

        if (judged && assumption.Verdict == AssumptionVerdict.Broken && before != AssumptionVerdict.Broken)
        {
            db.Raise(new AssumptionBroken(assumption.Id, assumption.Plan, assumption.Brand, assumption.Owner, assumption.Statement, assumption.Newest.Outcome!.Words));
        }

        return judged;
    }

    public async Task<AssumptionView> ViewAsync(Assumption assumption, Brand brand, CancellationToken cancel) => (await ViewsAsync([assumption], brand, cancel))[0];

    public async Task<IReadOnlyList<AssumptionView>> ViewsAsync(IReadOnlyList<Assumption> assumptions, Brand brand, CancellationToken cancel)
    {
        var today = clock.Today(brand.Zone);
        var names = await finder.NamesAsync(cancel);
        var ids = assumptions.Select(row => row.Goal).OfType<Id<Goal>>().ToList();
        var goals = await db.Set<Goal>().AsNoTracking().Where(goal => ids.Contains(goal.Id)).ToDictionaryAsync(goal => goal.Id, goal => goal.Title, cancel);
        var series = await book.SeriesAsync([.. assumptions.Select(SeriesOf)], LocalDate.MinIsoValue, today, cancel);
        var views = new List<AssumptionView>();
        foreach (var row in assumptions)
        {
            var metric = await catalogue.NeedAsync(row.Metric, cancel);
            views.Add(AssumptionView.Of(row, metric, row.Goal is { } goal ? goals.GetValueOrDefault(goal) : null, names, series[SeriesOf(row)], today));
        }

        return views;
    }

    private static SeriesKey SeriesOf(Assumption assumption) => new(assumption.Subject ?? assumption.Brand.ToString(), assumption.Metric);
}
