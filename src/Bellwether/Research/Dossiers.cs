using Bellwether.Kernel;
using Bellwether.Plans;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Research;

/// <summary>Who received a version, and whether the receipt came.</summary>
/// <param name="Open">Whether its link still works.</param>
public sealed record HandoverView(Id<Handover> Id, string To, string? Firm, int Number, string By, Instant At, Instant Until, bool Open, Instant? RevokedAt, Instant? OpenedAt, Instant? ReceivedAt, string? ReceivedBy)
{
    public static HandoverView Of(Handover handover, int number, Instant now) => new(
        handover.Id, handover.To, handover.Firm, number, handover.By, handover.CreatedAt == default ? now : handover.CreatedAt, handover.Until, handover.IsOpen(now), handover.RevokedAt, handover.OpenedAt, handover.ReceivedAt, handover.ReceivedBy);
}

/// <summary>A closed version of the research.</summary>
/// <param name="Open">What was open when it was closed.</param>
public sealed record DossierView(Id<ResearchDossier> Id, int Number, string Title, string? Summary, string By, Instant At, IReadOnlyList<string> Open, IReadOnlyList<HandoverView> Handovers);

/// <summary>A version with its whole text.</summary>
/// <param name="Text">The document in Markdown.</param>
public sealed record DossierDocument(DossierView Dossier, string Text);

/// <summary>A version just closed.</summary>
/// <param name="Warnings">What was open; it is written into the dossier.</param>
/// <param name="Steps">How many gaps of coverage became actions.</param>
public sealed record ClosedResearch(DossierView Dossier, IReadOnlyList<string> Warnings, int Steps);

/// <summary>
/// Compiles everything found out into a dossier and closes it as a version. What is open is warned of and written into it, and
/// gaps of coverage (departments nobody heard, areas nobody covers) become actions. Research goes on towards the next version.
/// </summary>
/// <param name="Summary">What it comes down to.</param>
[Needs(Permission.RunPlan)]
public sealed record CloseResearch(Id<Plan> Plan, string Title, string? Summary = null) : ICommand<ClosedResearch>
{
    internal sealed class Handler(Db db, ResearchDesk desk, DossierCompiler compiler, GapWorker worker, ICurrent current, TimeProvider clock) : IHandle<CloseResearch, ClosedResearch>
    {
        public async Task<ClosedResearch> HandleAsync(CloseResearch request, CancellationToken cancel)
        {
            var plan = await desk.PlanToChangeAsync(request.Plan, cancel);
            var number = 1 + (await db.Set<ResearchDossier>().Where(row => row.Plan == plan.Id).MaxAsync(row => (int?)row.Number, cancel) ?? 0);
            var content = await compiler.CollectAsync(plan, Rule.Text(request.Title, "title", 160), Rule.OptionalText(request.Summary, "summary"), number, cancel);
            Rule.Require(content.Findings.Count > 0 || content.Interviews.Heard > 0 || content.Surveys.Count > 0, "research-empty", "Nothing was found out yet: no finding, no interview, no survey. Begin with one of them.");
            var warnings = content.Gaps.Select(gap => gap.Message).ToList();
            var text = DossierText.Write(content);
            var dossier = new ResearchDossier(plan, number, content.Title, content.Summary, text, warnings, current.Name);
            db.Add(dossier);
            db.Add(new DossierArchive(dossier, plan, await compiler.PackAsync(content, text, cancel)));
            var work = await worker.WorkAsync(plan, gap => gap.Kind is GapKind.DepartmentNotHeard or GapKind.AreaUncovered, cancel);
            db.Raise(new ResearchClosed(plan.Id, plan.Brand, number));
            desk.Say(dossier, $"closed the research as version {number}: “{dossier.Title}”", warnings.Count == 0 ? null : $"{warnings.Count} things were open");
            return new ClosedResearch(DossierBook.View(dossier, [], clock.Now()), warnings, work.Made);
        }
    }
}

/// <summary>Research was closed as a version.</summary>
public sealed record ResearchClosed(Id<Plan> Plan, Id<Brands.Brand> Brand, int Number) : IEvent;

/// <summary>The closed versions of the research, the newest first, and who received which.</summary>
[Needs(Permission.Read)]
public sealed record DossierList(Id<Plan> Plan) : IQuery<IReadOnlyList<DossierView>>
{
    internal sealed class Handler(Db db, ResearchDesk desk, TimeProvider clock) : IHandle<DossierList, IReadOnlyList<DossierView>>
    {
        public async Task<IReadOnlyList<DossierView>> HandleAsync(DossierList request, CancellationToken cancel)
        {
            var plan = await desk.PlanAsync(request.Plan, cancel);
            var handovers = (await db.Set<Handover>().AsNoTracking().Where(row => row.Plan == plan.Id).OrderBy(row => row.Id).ToListAsync(cancel)).ToLookup(handover => handover.Dossier);
            return [.. (await desk.AllAsync<ResearchDossier>(plan.Id, cancel)).OrderByDescending(dossier => dossier.Number).Select(dossier => DossierBook.View(dossier, handovers[dossier.Id], clock.Now()))];
        }
    }
}

/// <summary>One closed version with its whole text.</summary>
[Needs(Permission.Read)]
public sealed record DossierDetail(Id<ResearchDossier> Dossier) : IQuery<DossierDocument>
{
    internal sealed class Handler(Db db, ResearchDesk desk, TimeProvider clock) : IHandle<DossierDetail, DossierDocument>
    {
        public async Task<DossierDocument> HandleAsync(DossierDetail request, CancellationToken cancel)
        {
            var dossier = await desk.FindAsync(request.Dossier, "dossier", cancel);
            var handovers = await db.Set<Handover>().AsNoTracking().Where(row => row.Dossier == dossier.Id).OrderBy(row => row.Id).ToListAsync(cancel);
            return new DossierDocument(DossierBook.View(dossier, handovers, clock.Now()), dossier.Text);
        }
    }
}

/// <summary>A closed version as a ZIP: the document, the findings as a table, the data, the evidence.</summary>
[Needs(Permission.Read)]
public sealed record DossierFile(Id<ResearchDossier> Dossier) : IQuery<FileResult>
{
    internal sealed class Handler(Db db, ResearchDesk desk) : IHandle<DossierFile, FileResult>
    {
        public async Task<FileResult> HandleAsync(DossierFile request, CancellationToken cancel)
        {
            var dossier = await desk.FindAsync(request.Dossier, "dossier", cancel);
            var archive = await db.Set<DossierArchive>().AsNoTracking().FirstOrDefaultAsync(row => row.Dossier == dossier.Id, cancel);
            return new FileResult($"research-v{dossier.Number}.zip", "application/zip", Rule.Found(archive, "dossier").Content);
        }
    }
}

internal static class DossierBook
{
    public static DossierView View(ResearchDossier dossier, IEnumerable<Handover> handovers, Instant now) => new(
        dossier.Id, dossier.Number, dossier.Title, dossier.Summary, dossier.By, dossier.CreatedAt == default ? now : dossier.CreatedAt, dossier.Open, [.. handovers.Select(handover => HandoverView.Of(handover, dossier.Number, now))]);
}
