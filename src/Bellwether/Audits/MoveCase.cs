using Bellwether.Kernel;
using Bellwether.Storage;
using NodaTime;

namespace Bellwether.Audits;

/// <summary>
/// Moves a case on: found, reported, acknowledged, removed or rejected, escalated. Reporting without evidence, or with fewer
/// copied parts than the network asks for, is 422; so is a move that does not exist.
/// </summary>
/// <param name="Reference">The network's number of the report.</param>
[Needs(Permission.EditPlan)]
public sealed record MoveCase(Id<ImpersonationCase> Case, CaseStatus Status, string? Note = null, string? Reference = null, int? IfVersion = null) : ICommand<CaseDetailView>, IExpectsVersion
{
    internal sealed class Handler(Db db, CaseDesk desk, AuditTicklers ticklers, ICurrent current, TimeProvider clock, Journal journal) : IHandle<MoveCase, CaseDetailView>
    {
        public async Task<CaseDetailView> HandleAsync(MoveCase request, CancellationToken cancel)
        {
            var (row, brand) = await desk.FindAsync(request.Case, cancel);
            row.Expect(request.IfVersion);
            var rules = await RulesOf.BrandAsync(db, brand.Id, cancel);
            row.Move(request.Status, current.Name, request.Note, request.Reference, clock.Today(brand.Zone).PlusDays(rules.ChaseAfter), clock.Now());
            await ticklers.ChasedAsync(row.Id, cancel);
            journal.Say($"moved the case against {row.Url} to {row.Status.ToString().ToLowerInvariant()}", brand.Id.Value, null, row.Id, request.Note);
            return await desk.ViewAsync(row, brand, cancel);
        }
    }
}

/// <summary>Notes that the network was asked again; the next time is set. 422 while no answer is waited for.</summary>
[Needs(Permission.TakePart)]
public sealed record ChaseCase(Id<ImpersonationCase> Case, string? Note = null) : ICommand<CaseDetailView>
{
    internal sealed class Handler(Db db, CaseDesk desk, AuditTicklers ticklers, ICurrent current, TimeProvider clock, Journal journal) : IHandle<ChaseCase, CaseDetailView>
    {
        public async Task<CaseDetailView> HandleAsync(ChaseCase request, CancellationToken cancel)
        {
            var (row, brand) = await desk.FindAsync(request.Case, cancel);
            var rules = await RulesOf.BrandAsync(db, brand.Id, cancel);
            row.Chase(current.Name, request.Note, clock.Today(brand.Zone).PlusDays(rules.ChaseAfter), clock.Now());
            await ticklers.ChasedAsync(row.Id, cancel);
            journal.Say($"asked again about the case against {row.Url}", brand.Id.Value, null, row.Id, request.Note);
            return await desk.ViewAsync(row, brand, cancel);
        }
    }
}
