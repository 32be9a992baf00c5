using Bellwether.Kernel;

namespace Bellwether.Plans;

/// <summary>A question of the first steps and what the plan says to it so far.</summary>
/// <param name="Code">Which question: “number”.</param>
/// <param name="Answer">The answer in words; null while it is open.</param>
/// <param name="About">The id of the thing that is asked about, where a plan has several: the goal without a number.</param>
/// <param name="Title">What that thing is called.</param>
public sealed record GuideQuestion(string Code, string? Answer, string? About = null, string? Title = null);

/// <summary>Port: what a step has to ask of somebody who plans for the first time. What the plan already says is no question any more.</summary>
[Port]
public interface IGuide
{
    /// <summary>The questions with their place among all: a goal comes first.</summary>
    Task<IReadOnlyList<(int Place, GuideQuestion Question)>> AskAsync(Plan plan, CancellationToken cancel);
}

/// <summary>The first steps of a plan.</summary>
/// <param name="Next">The first open question; null when all are answered.</param>
/// <param name="InForce">Whether the plan is past its outline.</param>
public sealed record PlanGuideView(IReadOnlyList<GuideQuestion> Questions, string? Next, bool InForce);

/// <summary>The few questions that make a plan work, with what it already says: somebody can leave at any of them and go on later.</summary>
[Needs(Permission.Read)]
public sealed record PlanGuide(Id<Plan> Plan) : IQuery<PlanGuideView>
{
    internal sealed class Handler(PlanFinder finder, IEnumerable<IGuide> guides) : IHandle<PlanGuide, PlanGuideView>
    {
        public async Task<PlanGuideView> HandleAsync(PlanGuide request, CancellationToken cancel)
        {
            var plan = await finder.FindAsync(request.Plan, cancel);
            var asked = new List<(int Place, GuideQuestion Question)>();
            foreach (var guide in guides)
            {
                asked.AddRange(await guide.AskAsync(plan, cancel));
            }

            var questions = asked.OrderBy(each => each.Place).Select(each => each.Question).ToList();
            return new PlanGuideView(questions, questions.Find(question => question.Answer is null)?.Code, plan.Status != PlanStatus.Outline);
        }
    }
}

/// <summary>What the plan itself is asked: what success looks like, and when everybody looks at it together.</summary>
internal sealed class OwnGuide : IGuide
{
    public Task<IReadOnlyList<(int Place, GuideQuestion Question)>> AskAsync(Plan plan, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<(int Place, GuideQuestion Question)>>(
            [(20, new GuideQuestion("picture", plan.Picture)), (80, new GuideQuestion("review", plan.Reviews?.InWords()))]);
}
