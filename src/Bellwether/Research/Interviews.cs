using System.ComponentModel.DataAnnotations;
using Bellwether.Kernel;
using Bellwether.Plans;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Research;

/// <summary>An interview, planned or held.</summary>
/// <param name="Questions">What to ask, or what was asked with the answers.</param>
/// <param name="Overdue">Planned for a day that has passed, and not held.</param>
public sealed record InterviewView(
    Id<StakeholderInterview> Id, InterviewSheet Sheet, string DepartmentName, string? InterviewerName, LocalDate? HeldOn, bool Overdue, IReadOnlyList<InterviewAnswer> Questions,
    string? Notes, IReadOnlyList<string> Needs, int Findings, int Version) : IVersioned;

/// <summary>The interviews of a plan, how many departments were heard, and who comes next.</summary>
/// <param name="Departments">All departments.</param>
/// <param name="Heard">Departments with at least one interview held.</param>
/// <param name="Share">Heard by all; null where no department is named.</param>
/// <param name="Next">Departments nobody talked to: those without a date first.</param>
public sealed record InterviewBoard(IReadOnlyList<InterviewView> Interviews, int Departments, int Heard, decimal? Share, IReadOnlyList<DepartmentView> Next);

/// <summary>Plans a talk with a stakeholder of a department.</summary>
[Needs(Permission.EditPlan)]
public sealed record PlanInterview(Id<Plan> Plan, InterviewSheet Sheet) : ICommand<InterviewView>
{
    internal sealed class Handler(Db db, ResearchDesk desk, InterviewBook book) : IHandle<PlanInterview, InterviewView>
    {
        public async Task<InterviewView> HandleAsync(PlanInterview request, CancellationToken cancel)
        {
            var plan = await desk.PlanToChangeAsync(request.Plan, cancel);
            var interview = new StakeholderInterview(plan, request.Sheet);
            await book.CheckAsync(interview, cancel);
            db.Add(interview);
            desk.Say(interview, $"planned an interview with {interview.Sheet.Name}");
            return await book.OneAsync(interview, cancel);
        }
    }
}

/// <summary>Changes with whom, when and about what an interview is: the whole sheet is given.</summary>
[Needs(Permission.EditPlan)]
public sealed record ChangeInterview(Id<StakeholderInterview> Interview, InterviewSheet Sheet, int? IfVersion = null) : ICommand<InterviewView>, IExpectsVersion
{
    internal sealed class Handler(ResearchDesk desk, InterviewBook book) : IHandle<ChangeInterview, InterviewView>
    {
        public async Task<InterviewView> HandleAsync(ChangeInterview request, CancellationToken cancel)
        {
            var interview = await desk.ToChangeAsync(request.Interview, "interview", request.IfVersion, cancel);
            interview.Arrange(request.Sheet);
            await book.CheckAsync(interview, cancel);
            desk.Say(interview, $"changed the interview with {interview.Sheet.Name}");
            return await book.OneAsync(interview, cancel);
        }
    }
}

/// <summary>Writes down what was said. Each line of needs becomes a finding that names the interview as its source; a line that did already does not again.</summary>
/// <param name="HeldOn">The day of the talk; today when left out.</param>
/// <param name="Needs">What the department needs and wants to reach, one line each.</param>
[Needs(Permission.EditPlan)]
public sealed record HoldInterview(
    Id<StakeholderInterview> Interview, IReadOnlyList<InterviewAnswer>? Answers = null, [property: MaxLength(8000)] string? Notes = null, IReadOnlyList<string>? Needs = null,
    LocalDate? HeldOn = null, int? IfVersion = null) : ICommand<InterviewView>, IExpectsVersion
{
    internal sealed class Handler(Db db, ResearchDesk desk, InterviewBook book) : IHandle<HoldInterview, InterviewView>
    {
        public async Task<InterviewView> HandleAsync(HoldInterview request, CancellationToken cancel)
        {
            var interview = await desk.ToChangeAsync(request.Interview, "interview", request.IfVersion, cancel);
            var plan = await desk.PlanAsync(interview.Plan, cancel);
            var today = await desk.TodayAsync(interview.Brand, cancel);
            interview.Hold(request.HeldOn ?? today, today, request.Answers ?? [], request.Notes, request.Needs ?? []);
            var department = await desk.FindAsync(interview.Sheet.Department, "department", cancel);
            var known = (await db.Set<Finding>().Where(row => row.Plan == plan.Id).ToListAsync(cancel))
                .Where(finding => finding.Sheet.Source?.Reference == interview.Id.ToString()).Select(finding => finding.Sheet.Text).ToHashSet(StringComparer.OrdinalIgnoreCase);
            foreach (var need in interview.Needs.Where(known.Add))
            {
                var source = new Evidence(SourceKind.Interview, $"{interview.Sheet.Name}, {department.Sheet.Name}", interview.HeldOn!.Value, interview.Id.ToString());
                db.Add(new Finding(plan, new FindingSheet(need, SituationArea.Capability, source), today));
            }

            desk.Say(interview, $"wrote down the interview with {interview.Sheet.Name} of {department.Sheet.Name}");
            return (await book.OneAsync(interview, cancel)) with { Findings = known.Count };
        }
    }
}

/// <summary>Removes an interview; findings that rest on it are without a source from then on.</summary>
[Needs(Permission.EditPlan)]
public sealed record RemoveInterview(Id<StakeholderInterview> Interview) : ICommand<Done>
{
    internal sealed class Handler(ResearchDesk desk) : IHandle<RemoveInterview, Done>
    {
        public Task<Done> HandleAsync(RemoveInterview request, CancellationToken cancel) => desk.RemoveAsync(request.Interview, "interview", interview => interview.Sheet.Name, cancel);
    }
}

/// <summary>The interviews of a plan, which departments were heard, and which come next.</summary>
[Needs(Permission.Read)]
public sealed record InterviewList(Id<Plan> Plan) : IQuery<InterviewBoard>
{
    internal sealed class Handler(ResearchDesk desk, InterviewBook book) : IHandle<InterviewList, InterviewBoard>
    {
        public async Task<InterviewBoard> HandleAsync(InterviewList request, CancellationToken cancel)
        {
            var plan = await desk.PlanAsync(request.Plan, cancel);
            return await book.BoardAsync(plan, cancel);
        }
    }
}

/// <summary>One interview with its questions, answers and needs.</summary>
[Needs(Permission.Read)]
public sealed record InterviewDetail(Id<StakeholderInterview> Interview) : IQuery<InterviewView>
{
    internal sealed class Handler(ResearchDesk desk, InterviewBook book) : IHandle<InterviewDetail, InterviewView>
    {
        public async Task<InterviewView> HandleAsync(InterviewDetail request, CancellationToken cancel) =>
            await book.OneAsync(await desk.FindAsync(request.Interview, "interview", cancel), cancel);
    }
}
