using System.ComponentModel.DataAnnotations;
using Bellwether.Kernel;
using Bellwether.Metrics;
using Bellwether.People;
using Bellwether.Plans;
using Bellwether.Storage;
using NodaTime;

namespace Bellwether.Goals;

/// <summary>States what is supposed to happen: a number by a day, for an action, campaign, post, account or anything else of the brand. Stated after its result exists, it is marked so.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Subject">The id of what it is expected of; 422 for what is nothing of the brand.</param>
/// <param name="Metric">The metric's key.</param>
/// <param name="Value">The number expected.</param>
/// <param name="Days">Over so many days from the first.</param>
/// <param name="From">The first day that counts; today unless given.</param>
/// <param name="Words">The same in words.</param>
[Needs(Permission.TakePart)]
public sealed record StateExpectation(
    Id<Plan> Plan, string Subject, string Metric, decimal Value, [property: Range(1, 1000)] int Days, LocalDate? From = null, [property: MaxLength(500)] string? Words = null) : ICommand<ExpectationView>
{
    internal sealed class Handler(Db db, PlanFinder plans, Nodes nodes, MetricCatalogue catalogue, ObservationBook book, ICurrent current, TimeProvider clock, Journal journal) : IHandle<StateExpectation, ExpectationView>
    {
        public async Task<ExpectationView> HandleAsync(StateExpectation request, CancellationToken cancel)
        {
            var (plan, brand) = await plans.EditWithBrandAsync(request.Plan, cancel);
            await nodes.RequireAsync(request.Subject, plan.Brand, "subject", cancel);
            var today = clock.Today(brand.Zone);
            var from = request.From ?? today;
            var until = from.PlusDays(request.Days - 1);
            var metric = await catalogue.NeedAsync(request.Metric, cancel);
            metric.Check(request.Value, LocalDate.MinIsoValue, today);
            var known = await book.SeriesAsync(new SeriesKey(request.Subject, metric.Key), from, until, cancel);
            var expectation = new Expectation(plan, request.Subject, metric, request.Value, from, until, request.Words, known.Count > 0 || until < today, current.MemberKey is { } me ? new Id<Member>(me) : null);
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
    internal sealed class Handler(PlanFinder plans, ExpectationBook book, TimeProvider clock) : IHandle<ExpectationList, IReadOnlyList<ExpectationView>>
    {
        public async Task<IReadOnlyList<ExpectationView>> HandleAsync(ExpectationList request, CancellationToken cancel)
        {
            var (plan, brand) = await plans.FindWithBrandAsync(request.Plan, cancel);
            return [.. (await book.OfAsync(plan, request.Subject, clock.Today(brand.Zone), cancel)).Select(one => one.View)];
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
