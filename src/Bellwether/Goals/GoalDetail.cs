using Bellwether.Kernel;
using Bellwether.Metrics;
using Bellwether.Plans;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Goals;

/// <summary>One goal with everything about it.</summary>
/// <param name="Row">The goal as one row.</param>
/// <param name="Goal">Its own words.</param>
/// <param name="Chain">What it is for, from its objective up to the business.</param>
/// <param name="Targets">Its numbers.</param>
/// <param name="Questions">What would make it clearer; nobody has to answer.</param>
/// <param name="CheckIns">The latest 50 looks at it, newest first.</param>
/// <param name="Activities">What is done for it; nothing makes it a wish.</param>
/// <param name="Periods">How its last weeks came out, where it counts or judges items.</param>
/// <param name="Parts">The goals that are a part of it; it stands no better than the weakest.</param>
/// <param name="Assumptions">What it rests on.</param>
/// <param name="ProposedMetrics">Business metrics to add where it is judged by applause only.</param>
public sealed record GoalDetailView(
    GoalRow Row, GoalView Goal, IReadOnlyList<ChainLink> Chain, IReadOnlyList<KpiTargetView> Targets, IReadOnlyList<GoalQuestion> Questions,
    IReadOnlyList<CheckInView> CheckIns, IReadOnlyList<GoalLink> Activities, IReadOnlyList<PeriodVerdict> Periods, IReadOnlyList<GoalPart> Parts, IReadOnlyList<AssumptionView> Assumptions, IReadOnlyList<Metric> ProposedMetrics) : IVersioned
{
    public int Version => Goal.Version;
}

/// <summary>A goal that is a part of another.</summary>
public sealed record GoalPart(Id<Goal> Id, string Title, GoalStatus Status);

/// <summary>One link of the chain of alignment.</summary>
/// <param name="Kind">“objective”, “business objective” or “goal”.</param>
/// <param name="Id">Its id, as text.</param>
/// <param name="Title">What it says.</param>
/// <param name="Status">How its weakest goal stands.</param>
public sealed record ChainLink(string Kind, string Id, string Title, GoalStatus? Status = null);

/// <summary>One goal with its targets, numbers, SMART letters, questions and check-ins.</summary>
[Needs(Permission.Read)]
public sealed record GoalDetail(Id<Goal> Goal) : IQuery<GoalDetailView>
{
    internal sealed class Handler(Db db, GoalFinder finder, GoalRows rows, GoalAssessments assessments, AssumptionBook book, TimeProvider clock) : IHandle<GoalDetail, GoalDetailView>
    {
        public async Task<GoalDetailView> HandleAsync(GoalDetail request, CancellationToken cancel)
        {
            var (goal, plan, brand) = await finder.FindAsync(request.Goal, cancel);
            var today = clock.Today(brand.Zone);
            var all = await rows.AllAsync(plan, brand, cancel);
            var row = all.Single(one => one.Id == goal.Id);
            var assessed = (await assessments.OfAsync([goal], brand, today, cancel))[0];
            var names = await finder.NamesAsync(cancel);
            var checkIns = await db.Set<CheckIn>().AsNoTracking().Where(checkIn => checkIn.Goal == goal.Id).OrderByDescending(checkIn => checkIn.Id).Take(50).ToListAsync(cancel);
            return new GoalDetailView(
                row, GoalView.Of(goal), await ChainAsync(goal, cancel),
                [.. assessed.Targets.Select(target => KpiTargetView.Of(target, names, today))],
                GoalQuestions.For(goal, [.. assessed.Targets.Select(target => target.Target)]),
                [.. checkIns.Select(checkIn => CheckInView.Of(checkIn, names))],
                [.. (await rows.LinksAsync(plan.Id, cancel)).Where(link => link.Goal == goal.Id)],
                PeriodVerdict.Of(assessed, today, brand.WeekStart),
                [.. all.Where(one => one.Parent == goal.Id).Select(one => new GoalPart(one.Id, one.Title, one.Status))],
                await book.ViewsAsync(await db.Set<Assumption>().AsNoTracking().Where(assumption => assumption.Goal == goal.Id).OrderBy(assumption => assumption.Id).ToListAsync(cancel), brand, cancel),
                row.VanityOnly ? [.. MetricProposals.BeyondVanity.Select(key => ShippedMetrics.Find(key)!)] : []);
        }

        private async Task<IReadOnlyList<ChainLink>> ChainAsync(Goal goal, CancellationToken cancel)
        {
            var chain = new List<ChainLink>();
            if (goal.Objective is { } id && await db.Set<Objective>().AsNoTracking().FirstOrDefaultAsync(objective => objective.Id == id, cancel) is { } objective)
            {
                chain.Add(new ChainLink("objective", objective.Id.ToString(), objective.Title));
                if (objective.Serves is { } top && await db.Set<BusinessObjective>().AsNoTracking().FirstOrDefaultAsync(business => business.Id == top, cancel) is { } business)
                {
                    chain.Add(new ChainLink("business objective", business.Id.ToString(), business.Title));
                }
            }

            return chain;
        }
    }
}
