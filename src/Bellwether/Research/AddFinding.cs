using Bellwether.Kernel;
using Bellwether.Plans;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Research;

/// <summary>Writes down what was found out, and what it rests on. Without a source it is kept as an opinion.</summary>
/// <param name="Sheet">The statement, its area and its evidence.</param>
[Needs(Permission.TakePart)]
public sealed record AddFinding(Id<Plan> Plan, FindingSheet Sheet) : ICommand<FindingView>
{
    internal sealed class Handler(Db db, ResearchDesk desk, FindingBook book, ICurrent current) : IHandle<AddFinding, FindingView>
    {
        public async Task<FindingView> HandleAsync(AddFinding request, CancellationToken cancel)
        {
            var plan = await desk.PlanToChangeAsync(request.Plan, cancel);
            Rule.Require(request.Sheet.Need != ResearchNeed.Internal || current.May(Permission.EditPlan), "internal-not-yours", "What is for our own people is written by who edits the plan.", "need");
            var today = await desk.TodayAsync(plan.Brand, cancel);
            var finding = new Finding(plan, request.Sheet, today);
            await Sources.CheckAsync(db, plan, finding.Sheet.Source, cancel);
            db.Add(finding);
            desk.Say(finding, $"found out: “{finding.Spoken}”");
            return await book.OneAsync(finding, today, cancel);
        }
    }
}

/// <summary>Changes a finding: the whole sheet is given.</summary>
[Needs(Permission.EditPlan)]
public sealed record ChangeFinding(Id<Finding> Finding, FindingSheet Sheet, int? IfVersion = null) : ICommand<FindingView>, IExpectsVersion
{
    internal sealed class Handler(Db db, ResearchDesk desk, FindingBook book) : IHandle<ChangeFinding, FindingView>
    {
        public async Task<FindingView> HandleAsync(ChangeFinding request, CancellationToken cancel)
        {
            var finding = await desk.ToChangeAsync(request.Finding, "finding", request.IfVersion, cancel);
            var today = await desk.TodayAsync(finding.Brand, cancel);
            finding.Word(request.Sheet, today);
            await Sources.CheckAsync(db, await desk.PlanAsync(finding.Plan, cancel), finding.Sheet.Source, cancel);
            desk.Say(finding, $"changed the finding “{finding.Spoken}”");
            return await book.OneAsync(finding, today, cancel);
        }
    }
}

/// <summary>Removes a finding with its files and links; what it led to stays.</summary>
[Needs(Permission.EditPlan)]
public sealed record RemoveFinding(Id<Finding> Finding) : ICommand<Done>
{
    internal sealed class Handler(Db db, ResearchDesk desk) : IHandle<RemoveFinding, Done>
    {
        public async Task<Done> HandleAsync(RemoveFinding request, CancellationToken cancel)
        {
            db.RemoveRange(await db.Set<FindingLink>().Where(link => link.Finding == request.Finding).ToListAsync(cancel));
            db.RemoveRange(await db.Set<EvidenceFile>().Where(file => file.Finding == request.Finding).ToListAsync(cancel));
            return await desk.RemoveAsync(request.Finding, "finding", finding => finding.Spoken, cancel);
        }
    }
}

/// <summary>Decides that nothing follows from a finding, and why.</summary>
[Needs(Permission.EditPlan)]
public sealed record SetFindingAside(Id<Finding> Finding, string Why) : ICommand<FindingView>
{
    internal sealed class Handler(ResearchDesk desk, FindingBook book) : IHandle<SetFindingAside, FindingView>
    {
        public async Task<FindingView> HandleAsync(SetFindingAside request, CancellationToken cancel)
        {
            var finding = await desk.ToChangeAsync(request.Finding, "finding", null, cancel);
            finding.SetAside(request.Why);
            desk.Say(finding, $"decided that nothing follows from “{finding.Spoken}”", finding.IsInternal ? null : finding.AsideWhy);
            return await book.OneAsync(finding, await desk.TodayAsync(finding.Brand, cancel), cancel);
        }
    }
}

/// <summary>Takes a finding up again that had been set aside.</summary>
[Needs(Permission.EditPlan)]
public sealed record TakeUpFinding(Id<Finding> Finding) : ICommand<FindingView>
{
    internal sealed class Handler(ResearchDesk desk, FindingBook book) : IHandle<TakeUpFinding, FindingView>
    {
        public async Task<FindingView> HandleAsync(TakeUpFinding request, CancellationToken cancel)
        {
            var finding = await desk.ToChangeAsync(request.Finding, "finding", null, cancel);
            finding.TakeUp();
            desk.Say(finding, $"took the finding “{finding.Spoken}” up again");
            return await book.OneAsync(finding, await desk.TodayAsync(finding.Brand, cancel), cancel);
        }
    }
}

/// <summary>Checks that a source which names an interview or a survey names one of the plan.</summary>
internal static class Sources
{
    public static async Task CheckAsync(Db db, Plan plan, Evidence? source, CancellationToken cancel)
    {
        if (source?.Reference is not { } reference)
        {
            return;
        }

        var ofThisPlan = Id<StakeholderInterview>.TryParse(reference, null, out var interview)
            ? (await db.FindAsync(interview, "interview", cancel)).Plan == plan.Id
            : Id<Survey>.TryParse(reference, null, out var survey) && (await db.FindAsync(survey, "survey", cancel)).Plan == plan.Id;
        Rule.Require(ofThisPlan, "source-elsewhere", "The source is no interview or survey of this plan. Choose one of the list.", "reference");
    }
}
