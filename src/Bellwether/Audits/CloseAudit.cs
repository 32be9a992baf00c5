using Bellwether.Kernel;
using Bellwether.Metrics;
using Bellwether.Storage;

namespace Bellwether.Audits;

/// <summary>
/// Closes an audit into a dated picture: accounts and numbers as they stand, which no longer change and serve goals as their
/// baseline. Numbers that were not on file are recorded there too. Nothing in it is 422; closed already is 409.
/// </summary>
/// <param name="Summary">What the numbers say about how it works.</param>
[Needs(Permission.EditPlan)]
public sealed record CloseAudit(Id<Audit> Audit, string? Summary = null, int? IfVersion = null) : ICommand<AuditView>, IExpectsVersion
{
    internal sealed class Handler(AuditDesk desk, ObservationWriter numbers, ICurrent current, TimeProvider clock, Journal journal) : IHandle<CloseAudit, AuditView>
    {
        public async Task<AuditView> HandleAsync(CloseAudit request, CancellationToken cancel)
        {
            var (audit, brand) = await desk.FindAsync(request.Audit, cancel);
            audit.RequireOpen();
            audit.Expect(request.IfVersion);
            var accounts = await desk.AsTheyStandAsync(brand.Id, cancel);
            Rule.Require(accounts.Count > 0, "audit-empty", "There is no account to look at. List the accounts first.");
            audit.Conclude(request.Summary ?? audit.Summary);
            audit.Close(accounts, current.Name, clock.Now());
            var rows = audit.Figures.Select(figure => new ObservationEntry(figure.Metric, figure.Account.ToString(), figure.On, PeriodLength.Day, figure.Value)).ToList();
            if (rows.Count > 0)
            {
                await numbers.WriteAsync(brand.Id, rows, $"audit: {audit.Title}", WhenPresent.Skip, cancel);
            }

            journal.Say($"closed the audit “{audit.Title}”: {accounts.Count} accounts, {audit.Figures.Count} numbers", brand.Id.Value, null, audit.Id, audit.Summary);
            return await desk.ViewAsync(audit, brand, cancel);
        }
    }
}

/// <summary>Throws an open audit away. A closed one stays: 409.</summary>
[Needs(Permission.EditPlan)]
public sealed record DiscardAudit(Id<Audit> Audit) : ICommand<Done>
{
    internal sealed class Handler(Db db, AuditDesk desk, Journal journal) : IHandle<DiscardAudit, Done>
    {
        public async Task<Done> HandleAsync(DiscardAudit request, CancellationToken cancel)
        {
            var (audit, brand) = await desk.FindAsync(request.Audit, cancel);
            audit.RequireOpen();
            db.Remove(audit);
            journal.Say($"discarded the open audit “{audit.Title}”", brand.Id.Value, null, audit.Id);
            return Done.It;
        }
    }
}
