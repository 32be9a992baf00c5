using System.ComponentModel.DataAnnotations;
using Bellwether.Kernel;
using Bellwether.Plans;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Research;

/// <summary>How far research has come, and what it leaves open.</summary>
/// <param name="HeardShare">Departments heard by all, 0 to 1; null where none is named.</param>
/// <param name="CitedShare">Decisions with a finding by all, 0 to 1; null without decisions.</param>
/// <param name="Gaps">What is open, each with the way out.</param>
/// <param name="Unworked">Gaps that no action works on.</param>
public sealed record ResearchOverviewView(
    int Findings, int Departments, int Heard, decimal? HeardShare, int Audiences, int Surveys, int SurveyAnswers, int Dossiers, decimal? CitedShare, IReadOnlyList<ResearchGap> Gaps, int Unworked);

/// <summary>What was found out so far, how far departments and decisions are covered, and every gap with the way out.</summary>
[Needs(Permission.Read)]
public sealed record ResearchOverview(Id<Plan> Plan) : IQuery<ResearchOverviewView>
{
    internal sealed class Handler(Db db, ResearchDesk desk, GapFinder gaps, InterviewBook interviews, FindingBook findings, AudienceBook audiences, Runner runner, ICurrent current) : IHandle<ResearchOverview, ResearchOverviewView>
    {
        public async Task<ResearchOverviewView> HandleAsync(ResearchOverview request, CancellationToken cancel)
        {
            var (plan, _, today) = await desk.SceneAsync(request.Plan, cancel);
            var board = await interviews.BoardAsync(plan, cancel);
            var open = await gaps.FindAsync(plan, cancel);
            var trace = await runner.RunAsync(new ResearchTrace(plan.Id), asker => asker.Become(current), cancel);
            return new ResearchOverviewView(
                (await findings.AllAsync(plan, today, cancel)).Count, board.Departments, board.Heard, board.Share, (await audiences.AllAsync(plan.Id, cancel)).Count,
                await db.Set<Survey>().CountAsync(row => row.Plan == plan.Id, cancel), await db.Set<SurveyAnswer>().CountAsync(row => row.Plan == plan.Id, cancel), await db.Set<ResearchDossier>().CountAsync(row => row.Plan == plan.Id, cancel),
                trace.CitedShare, open, open.Count(gap => gap.Action is null));
        }
    }
}

/// <summary>What came of making gaps into work.</summary>
/// <param name="Made">Actions made now.</param>
/// <param name="Known">Gaps that an action works on already.</param>
public sealed record GapWork(int Made, int Known);

/// <summary>Makes an action of each gap that is named; a gap that an action works on already does not get a second one.</summary>
/// <param name="Gaps">The gaps' keys; every open gap when left out.</param>
[Needs(Permission.EditPlan)]
public sealed record WorkOnGaps(Id<Plan> Plan, [property: MaxLength(200)] IReadOnlyList<string>? Gaps = null) : ICommand<GapWork>
{
    internal sealed class Handler(ResearchDesk desk, GapWorker worker) : IHandle<WorkOnGaps, GapWork>
    {
        public async Task<GapWork> HandleAsync(WorkOnGaps request, CancellationToken cancel)
        {
            var plan = await desk.PlanToChangeAsync(request.Plan, cancel);
            var done = await worker.WorkAsync(plan, gap => request.Gaps is null || request.Gaps.Contains(gap.Key), cancel);
            Rule.Require(request.Gaps is not { Count: 1 } || done.Made + done.Known > 0, "gap-closed", "This gap is closed already. Reload to see what is open.", "gaps");
            return done;
        }
    }
}

/// <summary>Turns gaps into actions.</summary>
[Scoped]
public sealed class GapWorker(Db db, GapFinder finder, IMakeActions actions, Journal journal)
{
    public async Task<GapWork> WorkAsync(Plan plan, Func<ResearchGap, bool> wanted, CancellationToken cancel)
    {
        var gaps = (await finder.FindAsync(plan, cancel)).Where(wanted).ToList();
        var steps = await db.Set<GapStep>().Where(step => step.Plan == plan.Id).ToDictionaryAsync(step => step.Gap, StringComparer.Ordinal, cancel);
        var made = 0;
        foreach (var gap in gaps.Where(gap => gap.Action is null))
        {
            var action = await actions.MakeAsync(new ActionSeed(plan.Id, gap.Step, gap.Subject ?? plan.Id.ToString(), null, null, null, gap.Message), cancel);
            if (steps.TryGetValue(gap.Key, out var step))
            {
                step.WorkBy(action);
            }
            else
            {
                db.Add(new GapStep(plan, gap.Key, action));
            }

            made++;
        }

        if (made > 0)
        {
            journal.Say($"made {made} {(made == 1 ? "gap" : "gaps")} of the research into actions", plan.Brand.Value, plan.Id.Value, plan.Id);
        }

        return new GapWork(made, gaps.Count - made);
    }
}
