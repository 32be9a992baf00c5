using Bellwether.Brands;
using Bellwether.Kernel;
using NodaTime;

namespace Bellwether.Plans;

/// <summary>What kind of step comes next.</summary>
public enum NextKind
{
    /// <summary>A question of the first steps is open.</summary>
    Question,

    /// <summary>Something keeps the plan from coming into force.</summary>
    Gate,

    /// <summary>Nothing is missing: the plan can be put into force.</summary>
    Activate,

    /// <summary>The plan is in force; it is looked at together.</summary>
    Review,

    /// <summary>A review is open; what it changed is put into force.</summary>
    Revise,

    /// <summary>The plan is over; the next cycle can begin.</summary>
    Reimplement,
}

/// <summary>The next real step of a plan.</summary>
/// <param name="Code">Which question or which gate: “audience”, “channel-sheet-incomplete”; null for the others.</param>
/// <param name="Words">What a gate says is missing; null for the others.</param>
/// <param name="Title">What the question is about, where a plan has several: the goal without a number.</param>
/// <param name="Step">The step's folder where a gate is mended: “Channels”.</param>
/// <param name="Path">Where on the screen it is done, where the step's page is not near enough.</param>
/// <param name="On">The day of the next review.</param>
/// <param name="More">How many more things keep the plan from coming into force.</param>
public sealed record PlanNextView(NextKind Kind, string? Code = null, string? Words = null, string? Title = null, string? Step = null, string? Path = null, LocalDate? On = null, int More = 0);

/// <summary>What comes next for a plan: the first open question, then what keeps it from coming into force, then the review, and so round.</summary>
[Needs(Permission.Read)]
public sealed record PlanNext(Id<Plan> Plan) : IQuery<PlanNextView>
{
    internal sealed class Handler(PlanFinder finder, IHandle<PlanGuide, PlanGuideView> guide, IHandle<PlanGates, PlanGatesView> gates, TimeProvider clock) : IHandle<PlanNext, PlanNextView>
    {
        public async Task<PlanNextView> HandleAsync(PlanNext request, CancellationToken cancel)
        {
            var (plan, brand) = await finder.FindWithBrandAsync(request.Plan, cancel);
            return plan.Status switch
            {
                PlanStatus.Outline => await OfOutlineAsync(plan, cancel),
                PlanStatus.Active => new(NextKind.Review, On: NextReview(plan, brand)),
                PlanStatus.UnderReview => new(NextKind.Revise),
                _ => new(NextKind.Reimplement),
            };
        }

        private async Task<PlanNextView> OfOutlineAsync(Plan plan, CancellationToken cancel)
        {
            var asked = await guide.HandleAsync(new PlanGuide(plan.Id), cancel);
            if (asked.Questions.FirstOrDefault(question => question.Answer is null) is { } open)
            {
                return new PlanNextView(NextKind.Question, open.Code, Title: open.Title);
            }

            var blocking = (await gates.HandleAsync(new PlanGates(plan.Id), cancel)).Findings.Where(finding => finding.Blocks).ToList();
            return blocking.Count == 0
                ? new PlanNextView(NextKind.Activate)
                : new PlanNextView(NextKind.Gate, blocking[0].Code, blocking[0].Message, Step: blocking[0].Step, Path: blocking[0].Path, More: blocking.Count - 1);
        }

        private LocalDate? NextReview(Plan plan, Brand brand) =>
            plan.Reviews?.Occurrences(brand, clock.Today(brand.Zone), plan.End).Select(date => (LocalDate?)date.Local.Date).FirstOrDefault();
    }
}
