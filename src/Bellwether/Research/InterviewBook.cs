using Bellwether.Kernel;
using Bellwether.People;
using Bellwether.Plans;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Research;

/// <summary>Reads interviews with the names and questions that belong to them.</summary>
[Scoped]
public sealed class InterviewBook(Db db, ResearchDesk desk)
{
    public async Task<InterviewBoard> BoardAsync(Plan plan, CancellationToken cancel)
    {
        var departments = await desk.AllAsync<Department>(plan.Id, cancel);
        var interviews = await desk.AllAsync<StakeholderInterview>(plan.Id, cancel);
        var sets = (await desk.AllAsync<QuestionSet>(plan.Id, cancel)).ToDictionary(set => set.Id);
        var today = await desk.TodayAsync(plan.Brand, cancel);
        var people = await NamesAsync(cancel);
        var rest = (await desk.AllAsync<Finding>(plan.Id, cancel)).ToLookup(finding => finding.Sheet.Source?.Reference, StringComparer.Ordinal);
        var names = departments.ToDictionary(department => department.Id, department => department.Sheet.Name);
        var heard = interviews.Where(interview => interview.HeldOn is not null).Select(interview => interview.Sheet.Department).Where(names.ContainsKey).ToHashSet();
        var planned = interviews.Where(interview => interview.HeldOn is null && interview.Sheet.On is not null).Select(interview => interview.Sheet.Department).ToHashSet();
        return new InterviewBoard(
            [
                .. interviews.Select(interview => View(interview, names.GetValueOrDefault(interview.Sheet.Department, ""), people, sets.GetValueOrDefault(interview.Sheet.Questions ?? default), today, rest[interview.Id.ToString()].Count()))
                    .OrderBy(view => view.HeldOn is not null).ThenBy(view => view.Sheet.On ?? LocalDate.MaxIsoValue).ThenByDescending(view => view.HeldOn),
            ],
            departments.Count, heard.Count, departments.Count == 0 ? null : (decimal)heard.Count / departments.Count,
            [.. departments.Where(department => !heard.Contains(department.Id)).OrderBy(department => planned.Contains(department.Id)).Select(department => DepartmentView.Of(department, plan))]);
    }

    public async Task<InterviewView> OneAsync(StakeholderInterview interview, CancellationToken cancel)
    {
        var department = await desk.FindAsync(interview.Sheet.Department, "department", cancel);
        var set = interview.Sheet.Questions is { } id ? await desk.FindAsync(id, "question set", cancel) : null;
        var reference = interview.Id.ToString();
        var findings = (await desk.AllAsync<Finding>(interview.Plan, cancel)).Count(finding => finding.Sheet.Source?.Reference == reference);
        return View(interview, department.Sheet.Name, await NamesAsync(cancel), set, await desk.TodayAsync(interview.Brand, cancel), findings);
    }

    /// <summary>The department, the questions and the interviewer belong here.</summary>
    public async Task CheckAsync(StakeholderInterview interview, CancellationToken cancel)
    {
        var department = await desk.FindAsync(interview.Sheet.Department, "department", cancel);
        Rule.Require(department.Plan == interview.Plan, "other-plan", "The department belongs to another plan.", "department");
        if (interview.Sheet.Questions is { } questions)
        {
            Rule.Require((await desk.FindAsync(questions, "question set", cancel)).Plan == interview.Plan, "other-plan", "The question set belongs to another plan.", "questions");
        }

        if (interview.Sheet.Interviewer is { } member)
        {
            await db.FindAsync(member, "member", cancel);
        }
    }

    private Task<Dictionary<Id<Member>, string>> NamesAsync(CancellationToken cancel) =>
        db.Set<Member>().AsNoTracking().ToDictionaryAsync(member => member.Id, member => member.Name, cancel);

    private static InterviewView View(StakeholderInterview interview, string department, Dictionary<Id<Member>, string> people, QuestionSet? set, LocalDate today, int findings)
    {
        var asked = interview.Answers.Select(answer => answer.Question).ToHashSet(StringComparer.Ordinal);
        var open = (set?.Sheet ?? QuestionSet.Usual).Questions.Where(question => interview.HeldOn is null && !asked.Contains(question)).Select(question => new InterviewAnswer(question));
        return new InterviewView(
            interview.Id, interview.Sheet, department, interview.Sheet.Interviewer is { } member ? people.GetValueOrDefault(member) : null, interview.HeldOn,
            interview.HeldOn is null && interview.Sheet.On < today, [.. interview.Answers, .. open], interview.Notes, interview.Needs, findings, interview.Version);
    }
}
