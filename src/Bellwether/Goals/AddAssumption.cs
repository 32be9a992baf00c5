using System.ComponentModel.DataAnnotations;
using Bellwether.Kernel;
using Bellwether.Metrics;
using Bellwether.People;
using Bellwether.Plans;
using Bellwether.Storage;
using NodaTime;

namespace Bellwether.Goals;

/// <summary>A guess as somebody states it.</summary>
/// <param name="Value">The number; a rate as a fraction.</param>
/// <param name="Low">The lower end of the range it may lie in.</param>
/// <param name="High">The upper end.</param>
/// <param name="TestDate">The last day that counts; it is judged afterwards.</param>
/// <param name="Confidence">How sure one is that it will lie in the range; 0.8 unless given.</param>
/// <param name="From">The first day that counts; today unless given.</param>
/// <param name="Why">Why it is revised.</param>
public sealed record GuessSheet(decimal? Value = null, decimal? Low = null, decimal? High = null, LocalDate? TestDate = null, decimal Confidence = 0.8m, LocalDate? From = null, string? Why = null);

/// <summary>Writes down what the plan takes for granted, with a number that can prove it wrong. 422 without a number, without reasoning, or with a test date that is over.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Statement">What is assumed.</param>
/// <param name="Reasoning">Why one believes it.</param>
/// <param name="Metric">Key of the metric that will show it.</param>
/// <param name="Guess">The number with its range, by when.</param>
/// <param name="Subject">The id of what is measured; the brand as a whole unless given. 422 for what is nothing of the brand.</param>
/// <param name="Goal">The goal that rests on it.</param>
/// <param name="Owner">Who hears of it when it breaks; whoever states it unless given.</param>
[Needs(Permission.EditPlan)]
public sealed record AddAssumption(
    Id<Plan> Plan, [property: MaxLength(500)] string Statement, [property: MaxLength(2000)] string Reasoning, string Metric, GuessSheet Guess, [property: MaxLength(80)] string? Subject = null,
    Id<Goal>? Goal = null, Id<Member>? Owner = null) : ICommand<AssumptionView>
{
    internal sealed class Handler(Db db, PlanFinder plans, GoalFinder finder, Nodes nodes, AssumptionBook book, MetricCatalogue catalogue, ICurrent current, TimeProvider clock, Journal journal) : IHandle<AddAssumption, AssumptionView>
    {
        public async Task<AssumptionView> HandleAsync(AddAssumption request, CancellationToken cancel)
        {
            var (plan, brand) = await plans.EditWithBrandAsync(request.Plan, cancel);
            var metric = await catalogue.NeedAsync(request.Metric, cancel);
            if (Rule.OptionalText(request.Subject, "subject", 80) is { } subject)
            {
                await nodes.RequireAsync(subject, plan.Brand, "subject", cancel);
            }

            var assumption = new Assumption(plan, request.Statement, request.Reasoning, metric.Key, request.Subject);
            assumption.BearOn(request.Goal is { } goal ? await db.FindAsync(goal, "goal", cancel) : null);
            var owner = request.Owner ?? (current.MemberKey is { } me ? new Id<Member>(me) : null);
            assumption.Own(await finder.MemberAsync(owner, cancel), clock.Now());
            assumption.State(await book.GuessAsync(assumption, request.Guess, brand, cancel));
            db.Add(assumption);
            journal.Say($"assumes: {assumption.Statement}", plan.Brand.Value, plan.Id.Value, assumption.Id);
            return await book.ViewAsync(assumption, brand, cancel);
        }
    }
}
