using Bellwether.Kernel;
using NodaTime;

namespace Bellwether.Plans;

/// <summary>Changes what a plan says about itself; what is not given stays. An empty text clears it.</summary>
/// <param name="OfNumber">The version the editor believes to be in force; 409 when it is superseded.</param>
/// <param name="ReviewRule">RFC 5545 rule for review days, such as FREQ=MONTHLY;BYDAY=-1TH; empty removes the schedule.</param>
/// <param name="NoEnd">True takes the end date away.</param>
[Needs(Permission.EditPlan)]
public sealed record ChangePlan(
    Id<Plan> Plan, string? Title = null, LocalDate? Start = null, LocalDate? End = null, bool NoEnd = false,
    string? Picture = null, LocalDate? PictureBy = null, string? Problem = null, string? GoalStatement = null, PlanSituation? Situation = null,
    BusinessFunction? Function = null, string? FunctionName = null, string? ReviewRule = null, LocalTime? ReviewTime = null,
    DayOffMove? ReviewMove = null, IReadOnlyList<LocalDate>? ReviewDaysOff = null, int? OfNumber = null, int? IfVersion = null)
    : ICommand<PlanView>, IExpectsVersion
{
    internal sealed class Handler(PlanFinder finder, TimeProvider clock, Journal journal) : IHandle<ChangePlan, PlanView>
    {
        public async Task<PlanView> HandleAsync(ChangePlan request, CancellationToken cancel)
        {
            var (plan, brand) = await finder.FindWithBrandAsync(request.Plan, cancel);
            plan.RequireEditable(request.OfNumber);
            plan.Expect(request.IfVersion);
            plan.Rename(request.Title ?? plan.Title);
            plan.Imagine(request.Picture ?? plan.Picture, request.PictureBy ?? plan.PictureBy);
            plan.State(request.Problem ?? plan.Problem, request.GoalStatement ?? plan.GoalStatement);
            plan.Describe(request.Situation ?? plan.Situation);
            plan.Serve(request.Function ?? plan.Function, request.FunctionName ?? plan.FunctionName);
            plan.Run(request.Start ?? plan.Start, request.NoEnd ? null : request.End ?? plan.End);
            plan.ReviewBy(ScheduleOf(request, plan.Reviews));
            journal.Say($"changed the plan “{plan.Title}”", plan.Brand.Value, plan.Id.Value, plan.Id);
            return PlanView.Of(plan, brand, clock.Now());
        }

        private static ReviewSchedule? ScheduleOf(ChangePlan request, ReviewSchedule? current)
        {
            var touched = request.ReviewRule is not null || request.ReviewTime is not null || request.ReviewMove is not null || request.ReviewDaysOff is not null;
            if (!touched || request.ReviewRule?.Trim().Length == 0)
            {
                return touched ? null : current;
            }

            var known = current ?? ReviewSchedule.Usual;
            return new ReviewSchedule(
                request.ReviewRule ?? known.Rule, request.ReviewTime ?? known.Time, request.ReviewMove ?? known.Move, request.ReviewDaysOff ?? known.DaysOff).Checked();
        }
    }
}
