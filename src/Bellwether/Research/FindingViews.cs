using Bellwether.Kernel;
using Bellwether.Plans;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Research;

/// <summary>Why a finding needs somebody.</summary>
public enum FindingGap
{
    /// <summary>It rests on nothing: an opinion until somebody names the source.</summary>
    Unsourced,

    /// <summary>What it rests on is older than eighteen months.</summary>
    Stale,

    /// <summary>It led to nothing, and nobody said why.</summary>
    NoConsequence,
}

/// <summary>What a finding led to.</summary>
/// <param name="Node">The id of the goal, channel, action or other node.</param>
/// <param name="Title">Its title; null where it is gone.</param>
/// <param name="Path">Where it is on the screen.</param>
public sealed record FindingLinkView(string Node, string? Title, string? Path, string? Why, string By, Instant At);

/// <summary>A file that shows what a finding says.</summary>
/// <param name="Bytes">Its size.</param>
public sealed record EvidenceFileView(Id<EvidenceFile> Id, string Name, int Bytes);

/// <summary>A finding, what it rests on and what it led to.</summary>
/// <param name="AgeInMonths">How old its evidence is; null without evidence.</param>
/// <param name="Gaps">What it lacks.</param>
public sealed record FindingView(
    Id<Finding> Id, Id<Plan> Plan, FindingSheet Sheet, string? AsideWhy, int? AgeInMonths, IReadOnlyList<FindingGap> Gaps,
    IReadOnlyList<FindingLinkView> Links, IReadOnlyList<EvidenceFileView> Files, Instant CreatedAt, int Version) : IVersioned;

/// <summary>Makes views of findings; what is for the brand's own people is shown only to who edits the plan.</summary>
[Scoped]
public sealed class FindingBook(Db db, Nodes nodes, ICurrent current, TimeProvider clock)
{
    /// <summary>Every finding of the plan that the member may see, the newest first.</summary>
    public async Task<IReadOnlyList<FindingView>> AllAsync(Plan plan, LocalDate today, CancellationToken cancel, bool withInternal = true)
    {
        var findings = await db.Set<Finding>().Where(row => row.Plan == plan.Id).AsNoTracking().ToListAsync(cancel);
        var shown = findings.Where(finding => !finding.IsInternal || (withInternal && current.May(Permission.EditPlan))).OrderByDescending(finding => finding.Place);
        var links = (await db.Set<FindingLink>().AsNoTracking().Where(row => row.Plan == plan.Id).OrderBy(row => row.Place).ToListAsync(cancel)).ToLookup(link => link.Finding);
        var files = (await db.Set<EvidenceFile>().AsNoTracking().Where(row => row.Plan == plan.Id).OrderBy(row => row.Place)
            .Select(row => new { row.Finding, row.Id, row.Name, row.Content.Length }).ToListAsync(cancel)).ToLookup(file => file.Finding, file => new EvidenceFileView(file.Id, file.Name, file.Length));
        var sources = await SourcesAsync(plan, cancel);
        var titles = new Dictionary<string, PlanNode?>(StringComparer.Ordinal);
        foreach (var target in links.SelectMany(group => group).Select(link => link.Target).Distinct(StringComparer.Ordinal))
        {
            titles[target] = await nodes.TryFindAsync(target, cancel);
        }

        return [.. shown.Select(finding => View(finding, today, sources, [.. links[finding.Id].Select(link => Link(link, titles[link.Target]))], [.. files[finding.Id]]))];
    }

    /// <summary>One finding as it is in this unit of work, before or after it was saved.</summary>
    public async Task<FindingView> OneAsync(Finding finding, LocalDate today, CancellationToken cancel)
    {
        var stored = await db.Set<FindingLink>().Where(row => row.Finding == finding.Id).ToListAsync(cancel);
        var all = stored.Union(db.Set<FindingLink>().Local.Where(row => row.Finding == finding.Id)).Where(link => db.Entry(link).State != EntityState.Deleted).OrderBy(link => link.Place);
        var links = new List<FindingLinkView>();
        foreach (var link in all)
        {
            links.Add(Link(link, await nodes.TryFindAsync(link.Target, cancel)));
        }

        var files = await db.Set<EvidenceFile>().AsNoTracking().Where(row => row.Finding == finding.Id).OrderBy(row => row.Place).Select(row => new EvidenceFileView(row.Id, row.Name, row.Content.Length)).ToListAsync(cancel);
        return View(finding, today, finding.Sheet.Source?.Reference is { } reference ? [reference] : [], links, files);
    }

    /// <summary>The interviews and surveys that findings may rest on; one that was removed leaves its findings without a source.</summary>
    private async Task<HashSet<string>> SourcesAsync(Plan plan, CancellationToken cancel)
    {
        var interviews = await db.Set<StakeholderInterview>().AsNoTracking().Where(row => row.Plan == plan.Id).Select(row => row.Id).ToListAsync(cancel);
        var surveys = await db.Set<Survey>().AsNoTracking().Where(row => row.Plan == plan.Id).Select(row => row.Id).ToListAsync(cancel);
        return [.. interviews.Select(id => id.ToString()), .. surveys.Select(id => id.ToString())];
    }

    private FindingLinkView Link(FindingLink link, PlanNode? node) =>
        new(link.Target, node?.Title, node?.Path, link.Why, link.By, link.CreatedAt == default ? clock.Now() : link.CreatedAt);

    private FindingView View(Finding finding, LocalDate today, HashSet<string> sources, IReadOnlyList<FindingLinkView> links, IReadOnlyList<EvidenceFileView> files) => new(
        finding.Id, finding.Plan, finding.Sheet, finding.AsideWhy, finding.Sheet.Source?.AgeInMonths(today),
        [.. GapsOf(finding, today, sources, links)], links, files, finding.CreatedAt == default ? clock.Now() : finding.CreatedAt, finding.Version);

    private static IEnumerable<FindingGap> GapsOf(Finding finding, LocalDate today, HashSet<string> sources, IReadOnlyList<FindingLinkView> links)
    {
        var source = finding.Sheet.Source;
        var needsReference = source?.Kind is SourceKind.Interview or SourceKind.Survey;
        if (source is null || (needsReference && (source.Reference is null || !sources.Contains(source.Reference))))
        {
            yield return FindingGap.Unsourced;
        }
        else if (source.IsStale(today))
        {
            yield return FindingGap.Stale;
        }

        if (finding.AsideWhy is null && links.All(link => link.Title is null))
        {
            yield return FindingGap.NoConsequence;
        }
    }
}
