using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Plans;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Goals;

/// <summary>Lets the numbers decide about an assumption whose day has come, without waiting for the night; also about one that could not be told before. 422 before its day.</summary>
[Needs(Permission.TakePart)]
public sealed record TestAssumption(Id<Assumption> Assumption) : ICommand<AssumptionView>
{
    internal sealed class Handler(AssumptionBook book, TimeProvider clock, Journal journal) : IHandle<TestAssumption, AssumptionView>
    {
        public async Task<AssumptionView> HandleAsync(TestAssumption request, CancellationToken cancel)
        {
            var (assumption, plan, brand) = await book.ToChangeAsync(request.Assumption, cancel);
            Rule.Require(assumption.Guesses.Any(guess => guess.TestDate <= clock.Today(brand.Zone)), "test-too-early", $"Its day is {assumption.Newest.TestDate:uuuu-MM-dd}. Until then nothing is proven.");
            if (await book.JudgeAsync(assumption, brand, early: true, cancel))
            {
                journal.Say($"tested “{assumption.Statement}”: {assumption.Verdict?.ToString().ToLowerInvariant() ?? "still open"}", plan.Brand.Value, plan.Id.Value, assumption.Id, assumption.Newest.Outcome?.Words);
            }

            return await book.ViewAsync(assumption, brand, cancel);
        }
    }
}

/// <summary>What a plan takes for granted: what is due first, then what broke, then the rest.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Verdict">Only those that came out so.</param>
/// <param name="Goal">Only those a goal rests on.</param>
[Needs(Permission.Read)]
public sealed record AssumptionList(Id<Plan> Plan, AssumptionVerdict? Verdict = null, Id<Goal>? Goal = null) : IQuery<IReadOnlyList<AssumptionView>>
{
    internal sealed class Handler(Db db, PlanFinder plans, AssumptionBook book) : IHandle<AssumptionList, IReadOnlyList<AssumptionView>>
    {
        public async Task<IReadOnlyList<AssumptionView>> HandleAsync(AssumptionList request, CancellationToken cancel)
        {
            var (plan, brand) = await plans.FindWithBrandAsync(request.Plan, cancel);
            var rows = await db.Set<Assumption>().AsNoTracking()
                .Where(row => row.Plan == plan.Id && (request.Verdict == null || row.Verdict == request.Verdict) && (request.Goal == null || row.Goal == request.Goal))
                .OrderBy(row => row.Id).ToListAsync(cancel);
            return [.. (await book.ViewsAsync(rows, brand, cancel)).OrderBy(Rank).ThenBy(view => view.DueOn ?? LocalDate.MaxIsoValue)];
        }

        private static int Rank(AssumptionView view) =>
            view.Due ? 0 : view.Verdict switch { AssumptionVerdict.Broken => 1, null => 2, AssumptionVerdict.Untestable => 3, _ => 4 };
    }
}

/// <summary>How many assumptions were judged.</summary>
public sealed record JudgedAssumptions(int Count);

/// <summary>Judges every assumption of the workspace whose day is over; those that break are told to their owners.</summary>
[Internal("The timetable sends it every hour.")]
[Needs(Permission.EditPlan)]
public sealed record TestDueAssumptions : ICommand<JudgedAssumptions>
{
    internal sealed class Handler(Db db, AssumptionBook book, TimeProvider clock, Journal journal) : IHandle<TestDueAssumptions, JudgedAssumptions>
    {
        public async Task<JudgedAssumptions> HandleAsync(TestDueAssumptions request, CancellationToken cancel)
        {
            // A day may be over in one brand's zone and not in another's: two days around are looked at, the book decides.
            var latest = clock.Now().InUtc().Date.PlusDays(1);
            var due = await db.Set<Assumption>().Where(row => row.DueOn != null && row.DueOn <= latest).OrderBy(row => row.DueOn).Take(500).ToListAsync(cancel);
            var brands = (await db.Set<Brand>().AsNoTracking().ToListAsync(cancel)).ToDictionary(brand => brand.Id);
            var count = 0;
            foreach (var assumption in due.Where(row => brands.ContainsKey(row.Brand)))
            {
                if (await book.JudgeAsync(assumption, brands[assumption.Brand], early: false, cancel))
                {
                    journal.Say($"judged “{assumption.Statement}”: {assumption.Verdict?.ToString().ToLowerInvariant() ?? "an older guess"}", assumption.Brand.Value, assumption.Plan.Value, assumption.Id, assumption.Newest.Outcome?.Words);
                    count++;
                }
            }

            return new JudgedAssumptions(count);
        }
    }
}
