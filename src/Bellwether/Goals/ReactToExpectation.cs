using System.ComponentModel.DataAnnotations;
using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.People;
using Bellwether.Plans;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Goals;

/// <summary>Less came than chance explains, or no number at all: somebody should look the same day.</summary>
public sealed record ExpectationAlarmed(Id<Expectation> Expectation, Id<Plan> Plan, Id<Brand> Brand, Id<Member>? By, string Subject, ExpectationAlarm Alarm) : IEvent;

/// <summary>Reacts to an expectation that falls short: what is done becomes an action of the plan, and how long it took is kept.</summary>
/// <param name="Expectation">The expectation.</param>
/// <param name="What">What is done, in one line.</param>
/// <param name="Owner">Who does it.</param>
/// <param name="Due">By when.</param>
[Needs(Permission.EditPlan)]
public sealed record ReactToExpectation(Id<Expectation> Expectation, [property: MaxLength(200)] string What, Id<Member>? Owner = null, LocalDate? Due = null) : ICommand<ExpectationView>
{
    /// <summary>What often helps, the cheapest first.</summary>
    public static readonly IReadOnlyList<string> Ideas =
    [
        "Open the link as a stranger would, on a telephone", "Look whether the number arrives at all", "Say it again at another hour, in other words",
        "Ask those who answered what held them back", "Put the offer where most people are", "Lower the expectation, with its reason",
    ];

    internal sealed class Handler(Db db, PlanFinder plans, ExpectationBook book, IMakeActions actions, TimeProvider clock, Journal journal) : IHandle<ReactToExpectation, ExpectationView>
    {
        public async Task<ExpectationView> HandleAsync(ReactToExpectation request, CancellationToken cancel)
        {
            var expectation = await db.FindAsync(request.Expectation, "expectation", cancel);
            var (plan, brand) = await plans.EditWithBrandAsync(expectation.Plan, cancel);
            expectation.React(request.What, clock.Now());
            await actions.MakeAsync(new ActionSeed(plan.Id, expectation.Reaction!, expectation.Id.ToString(), expectation.Subject, request.Owner, request.Due), cancel);
            journal.Say($"reacted: {expectation.Reaction}", plan.Brand.Value, plan.Id.Value, expectation.Subject);
            return (await book.OfAsync([expectation], _ => clock.Today(brand.Zone), cancel))[0];
        }
    }
}

/// <summary>How many expectations were found to fall short.</summary>
public sealed record AlarmedExpectations(int Count);

/// <summary>Looks at every expectation whose days run or have just ended, and tells when one falls short or has no numbers; once each.</summary>
[Internal("The timetable sends it every hour.")]
[Needs(Permission.EditPlan)]
public sealed record WatchExpectations : ICommand<AlarmedExpectations>
{
    internal sealed class Handler(Db db, ExpectationBook book, TimeProvider clock, Journal journal) : IHandle<WatchExpectations, AlarmedExpectations>
    {
        // What ended longer ago is no longer urgent.
        private const int DaysAfter = 3;

        public async Task<AlarmedExpectations> HandleAsync(WatchExpectations request, CancellationToken cancel)
        {
            var brands = (await db.Set<Brand>().AsNoTracking().ToListAsync(cancel)).ToDictionary(brand => brand.Id);
            var today = clock.Today(DateTimeZone.Utc);
            // A day more at the near end: somewhere east of here it has begun.
            var (since, begun) = (today.PlusDays(-DaysAfter), today.PlusDays(1));
            var running = (await db.Set<Expectation>().Where(row => row.AlarmAt == null && !row.AfterTheFact && row.Until >= since && row.From <= begun).OrderBy(row => row.Id).ToListAsync(cancel))
                .Where(row => brands.ContainsKey(row.Brand)).ToList();
            var views = await book.OfAsync(running, brand => clock.Today(brands[brand].Zone), cancel);
            var count = 0;
            foreach (var (row, view) in running.Zip(views).Where(pair => pair.Second.Alarm != ExpectationAlarm.None))
            {
                row.Alarm(clock.Now());
                db.Raise(new ExpectationAlarmed(row.Id, row.Plan, row.Brand, row.By, row.Subject, view.Alarm));
                journal.Say(view.Alarm == ExpectationAlarm.Short ? $"saw that {view.MetricName} falls short of what was expected" : $"misses the numbers of {view.MetricName}", row.Brand.Value, row.Plan.Value, row.Subject);
                count++;
            }

            return new AlarmedExpectations(count);
        }
    }
}
