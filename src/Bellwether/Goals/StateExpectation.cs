using System.ComponentModel.DataAnnotations;
using Bellwether.Kernel;
using Bellwether.Metrics;
using Bellwether.Plans;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Goals;

/// <summary>What was expected, and what came of it.</summary>
/// <param name="Actual">What came; null while nothing has been recorded.</param>
/// <param name="Variance">Actual against expected; positive is always good.</param>
/// <param name="VariancePercent">The same as a share of what was expected; null where nothing was expected.</param>
/// <param name="Over">Whether its last day is over.</param>
/// <param name="AfterTheFact">Whether it was stated when its result existed already.</param>
public sealed record ExpectationView(
    Id<Expectation> Id, string Subject, string Metric, string MetricName, decimal Expected, LocalDate From, LocalDate Until, string? Words,
    decimal? Actual, decimal? Variance, decimal? VariancePercent, bool Over, bool AfterTheFact, Instant StatedAt)
{
    internal static ExpectationView Of(Expectation expectation, Metric metric, IReadOnlyList<Point> points, LocalDate today)
    {
        var actual = Combined.Of(metric, points).Value;
        var variance = actual is { } came ? (metric.Direction == MetricDirection.Down ? expectation.Value - came : came - expectation.Value) : (decimal?)null;
        return new ExpectationView(
            expectation.Id, expectation.Subject, metric.Key, metric.Name, expectation.Value, expectation.From, expectation.Until, expectation.Words, actual,
            variance, variance is { } off && expectation.Value != 0 ? off / Math.Abs(expectation.Value) : null, expectation.Until < today, expectation.AfterTheFact, expectation.CreatedAt);
    }
}

/// <summary>States what is supposed to happen: a number by a day, for an action, campaign, experiment or post. Stated after its result exists, it is marked so.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Subject">The id of what it is expected of.</param>
/// <param name="Metric">The metric's key.</param>
/// <param name="Value">The number expected.</param>
/// <param name="Days">Over so many days from the first.</param>
/// <param name="From">The first day that counts; today unless given.</param>
/// <param name="Words">The same in words.</param>
[Needs(Permission.TakePart)]
public sealed record StateExpectation(
    Id<Plan> Plan, string Subject, string Metric, decimal Value, [property: Range(1, 1000)] int Days, LocalDate? From = null, [property: MaxLength(500)] string? Words = null) : ICommand<ExpectationView>
{
    internal sealed class Handler(Db db, PlanFinder plans, MetricCatalogue catalogue, ObservationBook book, TimeProvider clock, Journal journal) : IHandle<StateExpectation, ExpectationView>
    {
        public async Task<ExpectationView> HandleAsync(StateExpectation request, CancellationToken cancel)
        {
            var (plan, brand) = await plans.FindWithBrandAsync(request.Plan, cancel);
            plan.RequireEditable();
            var today = clock.Today(brand.Zone);
            var from = request.From ?? today;
            var until = from.PlusDays(request.Days - 1);
            var metric = await catalogue.NeedAsync(request.Metric, cancel);
            metric.Check(request.Value, LocalDate.MinIsoValue, today);
            var known = await book.SeriesAsync(new SeriesKey(request.Subject, metric.Key), from, until, cancel);
            var expectation = new Expectation(plan, request.Subject, metric, request.Value, from, until, request.Words, known.Count > 0 || until < today);
            db.Add(expectation);
            journal.Say($"expects {NumberText.Write(request.Value, metric.Unit, "en-US")} {metric.Name.ToLowerInvariant()} until {until:uuuu-MM-dd}", plan.Brand.Value, plan.Id.Value, request.Subject);
            return ExpectationView.Of(expectation, metric, known, today);
        }
    }
}

/// <summary>What was expected in a plan, or of one thing in it, against what came; those stated after the fact are marked.</summary>
[Needs(Permission.Read)]
public sealed record ExpectationList(Id<Plan> Plan, string? Subject = null) : IQuery<IReadOnlyList<ExpectationView>>
{
    internal sealed class Handler(Db db, PlanFinder plans, MetricCatalogue catalogue, ObservationBook book, TimeProvider clock) : IHandle<ExpectationList, IReadOnlyList<ExpectationView>>
    {
        public async Task<IReadOnlyList<ExpectationView>> HandleAsync(ExpectationList request, CancellationToken cancel)
        {
            var (plan, brand) = await plans.FindWithBrandAsync(request.Plan, cancel);
            var rows = await db.Set<Expectation>().AsNoTracking()
                .Where(row => row.Plan == plan.Id && (request.Subject == null || row.Subject == request.Subject))
                .OrderBy(row => row.Id).ToListAsync(cancel);
            var series = await book.SeriesAsync([.. rows.Select(row => new SeriesKey(row.Subject, row.Metric))], LocalDate.MinIsoValue, clock.Today(brand.Zone), cancel);
            var views = new List<ExpectationView>();
            foreach (var row in rows)
            {
                var points = series[new SeriesKey(row.Subject, row.Metric)].Where(point => point.Start >= row.From && point.Start <= row.Until).ToList();
                views.Add(ExpectationView.Of(row, await catalogue.NeedAsync(row.Metric, cancel), points, clock.Today(brand.Zone)));
            }

            return views;
        }
    }
}

/// <summary>Takes an expectation back while its days are not over; afterwards it stays for what it teaches.</summary>
[Needs(Permission.TakePart)]
public sealed record RemoveExpectation(Id<Expectation> Expectation) : ICommand<Done>
{
    internal sealed class Handler(Db db, PlanFinder plans, TimeProvider clock, Journal journal) : IHandle<RemoveExpectation, Done>
    {
        public async Task<Done> HandleAsync(RemoveExpectation request, CancellationToken cancel)
        {
            var expectation = await db.FindAsync(request.Expectation, "expectation", cancel);
            var (plan, brand) = await plans.FindWithBrandAsync(expectation.Plan, cancel);
            Rule.Require(expectation.Until >= clock.Today(brand.Zone), "expectation-over", "Its days are over: it stays, so that guesses can be compared with results.");
            db.Remove(expectation);
            journal.Say("took an expectation back", plan.Brand.Value, plan.Id.Value, expectation.Subject);
            return Done.It;
        }
    }
}
