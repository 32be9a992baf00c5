using Bellwether.Kernel;
using Bellwether.Plans;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Research;

/// <summary>Looks through all research of a plan for what it leaves open.</summary>
[Scoped]
public sealed class GapFinder(Db db, ResearchDesk desk, Nodes nodes, Runner runner, ICurrent current, FindingBook findings, AimBook aims)
{
    private const decimal TooFarFromTarget = 0.10m;
    private const int Shown = 80;

    /// <summary>Every open gap, in the order of the kinds, each with the action that works on it.</summary>
    public async Task<IReadOnlyList<ResearchGap>> FindAsync(Plan plan, CancellationToken cancel)
    {
        var gaps = new List<ResearchGap>();
        gaps.AddRange(await PeopleAsync(plan, cancel));
        gaps.AddRange(await AudienceAsync(plan, cancel));
        gaps.AddRange(await FindingsAsync(plan, cancel));
        gaps.AddRange(await MediaAsync(plan, cancel));
        var steps = await db.Set<GapStep>().AsNoTracking().Where(step => step.Plan == plan.Id).ToDictionaryAsync(step => step.Gap, step => step.Action, StringComparer.Ordinal, cancel);
        var found = new List<ResearchGap>();
        foreach (var gap in gaps.OrderBy(gap => gap.Kind))
        {
            var action = steps.GetValueOrDefault(gap.Key);
            found.Add(action is not null && await nodes.TryFindAsync(action, cancel) is not null ? gap with { Action = action } : gap);
        }

        return found;
    }

    private async Task<IEnumerable<ResearchGap>> PeopleAsync(Plan plan, CancellationToken cancel)
    {
        var matrix = await AskAsync(new DepartmentCoverage(plan.Id), cancel);
        var board = await aims.BoardAsync(plan.Id, cancel);
        const string Path = "/research/people";
        return
        [
            .. matrix.Rows.Where(row => !row.Interviewed).Select(row => Gap(GapKind.DepartmentNotHeard, row.Department.Id, $"Nobody of {row.Department.Sheet.Name} was heard. Plan an interview.", Path, $"Interview {row.Department.Sheet.Name}{(row.Department.Sheet.Contact is { } contact ? $" ({contact})" : "")}")),
            .. matrix.Rows.SelectMany(row => row.Cells.Where(cell => cell.Who is null).Select(cell => new ResearchGap(
                $"{GapKind.AreaUncovered}:{row.Department.Id}:{cell.Area.ToLowerInvariant()}", GapKind.AreaUncovered, $"Nobody covers “{cell.Area}” for {row.Department.Sheet.Name}. Name somebody.", Path, row.Department.Id.ToString(), $"Find who covers “{cell.Area}” for {row.Department.Sheet.Name}"))),
            .. plan.Status == PlanStatus.Outline ? [] : matrix.Rows.Where(row => !row.Department.SignedOff).Select(row => Gap(GapKind.DepartmentNotSigned, row.Department.Id, $"{row.Department.Sheet.Name} has not signed off version {plan.Number}.", Path, $"Get the sign-off of {row.Department.Sheet.Name} for version {plan.Number}", plan.Number)),
            .. board.Conflicts.Where(conflict => conflict.Decision is null).Select(conflict => new ResearchGap(
                $"{GapKind.AimConflict}:{conflict.Key}", GapKind.AimConflict, $"{conflict.Message} Decide which holds.", Path, conflict.First.Id.ToString(), $"Settle: {conflict.Message}")),
        ];
    }

    private async Task<IEnumerable<ResearchGap>> AudienceAsync(Plan plan, CancellationToken cancel)
    {
        var matrix = await AskAsync(new AudienceMatrix(plan.Id), cancel);
        var map = await AskAsync(new CommunityMap(plan.Id), cancel);
        var cases = await AskAsync(new NetworkCaseList(plan.Id), cancel);
        var known = matrix.Uses.Select(use => use.Audience).ToHashSet();
        const string Path = "/research/audiences";
        return
        [
            .. matrix.Audiences.Count == 0 ? [new ResearchGap($"{GapKind.NoAudience}", GapKind.NoAudience, "Nobody has said whom the plan is for. Describe at least one audience before you choose channels.", Path, null, "Describe whom the plan is for")] : Array.Empty<ResearchGap>(),
            .. matrix.Audiences.Where(audience => !known.Contains(audience.Id)).Select(audience => Gap(GapKind.AudienceWithoutNetworks, audience.Id, $"Nothing says which networks “{audience.Sheet.Name}” use. Look for evidence, or ask them.", Path, $"Find out which networks “{audience.Sheet.Name}” use")),
            .. matrix.Networks.Where(network => network.Question is not null).Select(network => new ResearchGap($"{GapKind.NetworkToDecide}:{network.Network}", GapKind.NetworkToDecide, network.Question!, Path, null, $"Decide about {network.Name}")),
            .. matrix.Uses.Where(use => use.Stale).Select(use => Gap(GapKind.EvidenceStale, use.Id, $"What is known of {use.NetworkName} is {use.AgeInMonths} months old: {use.Sheet.Source.Name}.", Path, $"Look again how many use {use.NetworkName}")),
            .. matrix.Audiences.Where(audience => !audience.Aligned).Select(audience => Gap(GapKind.ServesNoGoal, audience.Id, $"“{audience.Sheet.Name}” matter to no goal. Link one, or leave them.", "/research/community", $"Decide what “{audience.Sheet.Name}” are there for")),
            .. map.Segments.SelectMany(segment => segment.Places).Where(place => place.Serves.Count == 0).Select(place => Gap(GapKind.ServesNoGoal, place.Id, $"“{place.Sheet.Name}” serves no goal. Link one, or leave it.", "/research/community", $"Decide what “{place.Sheet.Name}” is there for")),
            .. cases.Where(each => each.IsRun && each.Missing.Count > 0).Select(each => new ResearchGap($"{GapKind.CaseIncomplete}:{each.Network}", GapKind.CaseIncomplete, $"{each.Name} owes an answer: {string.Join(", ", each.Missing)}.", Path, each.Channel, $"Say of {each.Name}: {string.Join(", ", each.Missing)}")),
        ];
    }

    private async Task<IEnumerable<ResearchGap>> FindingsAsync(Plan plan, CancellationToken cancel)
    {
        var today = await desk.TodayAsync(plan.Brand, cancel);
        var all = await findings.AllAsync(plan, today, cancel);
        var trace = await AskAsync(new ResearchTrace(plan.Id), cancel);
        var questions = await AskAsync(new OpenQuestionList(plan.Id), cancel);
        const string Path = "/research/findings";
        return
        [
            .. all.SelectMany(finding => finding.Gaps.Select(gap => gap switch
            {
                FindingGap.Unsourced => Gap(GapKind.FindingUnsourced, finding.Id, $"“{Excerpt.Of(finding.Sheet.Text, Shown)}” rests on nothing. Name the source.", $"{Path}?finding={finding.Id}", $"Find what shows: {Excerpt.Of(finding.Sheet.Text, Shown)}"),
                FindingGap.Stale => Gap(GapKind.EvidenceStale, finding.Id, $"“{Excerpt.Of(finding.Sheet.Text, Shown)}” rests on evidence that is {finding.AgeInMonths} months old.", $"{Path}?finding={finding.Id}", $"Check again: {Excerpt.Of(finding.Sheet.Text, Shown)}"),
                _ => Gap(GapKind.FindingWithoutConsequence, finding.Id, $"“{Excerpt.Of(finding.Sheet.Text, Shown)}” led to nothing. Link what follows, or say why nothing does.", $"{Path}?finding={finding.Id}", $"Decide what follows from: {Excerpt.Of(finding.Sheet.Text, Shown)}"),
            })),
            .. trace.Decisions.Where(decision => !decision.Cited).Select(decision => new ResearchGap($"{GapKind.DecisionWithoutFinding}:{decision.Node}", GapKind.DecisionWithoutFinding, $"The {decision.Kind} “{Excerpt.Of(decision.Title, Shown)}” rests on no finding. Link one, or find out.", "/research/trace", decision.Node, $"Find what speaks for the {decision.Kind} “{Excerpt.Of(decision.Title, Shown)}”")),
            .. questions.Where(question => question.Answer is null).Select(question => Gap(GapKind.QuestionOpen, question.Id, $"Not answered yet: {question.Text}", "/research/dossier", $"Find out: {Excerpt.Of(question.Text, Shown)}")),
        ];
    }

    private async Task<IEnumerable<ResearchGap>> MediaAsync(Plan plan, CancellationToken cancel)
    {
        var ledger = await AskAsync(new MediaLedger(plan.Id), cancel);
        var last = ledger.Months.Where(month => month.Distance is not null).OrderBy(month => month.Month).LastOrDefault();
        return last is { Distance: > TooFarFromTarget }
            ? [new ResearchGap($"{GapKind.MediaOffTarget}:{last.Month:uuuu-MM}", GapKind.MediaOffTarget, FormattableString.Invariant($"In {last.Month:uuuu-MM} {last.Distance * 100:0} % of the money went elsewhere than aimed at. Move it, or change what you aim at."), "/research/media", null, $"Move money between media as proposed for {last.Month:uuuu-MM}")]
            : [];
    }

    private Task<TResult> AskAsync<TResult>(IRequest<TResult> request, CancellationToken cancel) => runner.RunAsync(request, asker => asker.Become(current), cancel);

    private static ResearchGap Gap<T>(GapKind kind, Id<T> subject, string message, string path, string step, int? round = null) =>
        new($"{kind}:{subject}{(round is null ? "" : ":" + round)}", kind, message, path, subject.ToString(), Excerpt.Of(step, 200));
}
