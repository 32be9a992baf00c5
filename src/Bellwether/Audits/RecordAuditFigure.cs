using System.ComponentModel.DataAnnotations;
using Bellwether.Kernel;
using Bellwether.Metrics;
using NodaTime;

namespace Bellwether.Audits;

/// <summary>Writes a number into an open audit, or corrects the one that is there. A number its metric cannot have is 422; a closed audit is 409.</summary>
/// <param name="Metric">The metric's key.</param>
/// <param name="Value">The number; a rate as a fraction.</param>
/// <param name="On">The day it is of; the audit's unless given.</param>
/// <param name="Source">Where it was read.</param>
[Needs(Permission.EditNumbers)]
public sealed record RecordAuditFigure(
    Id<Audit> Audit, Id<SocialAccount> Account, string Metric, decimal Value, LocalDate? On = null, [property: MaxLength(120)] string Source = "typed") : ICommand<AuditView>
{
    internal sealed class Handler(AuditDesk desk, AccountFinder accounts, MetricCatalogue catalogue, Journal journal) : IHandle<RecordAuditFigure, AuditView>
    {
        public async Task<AuditView> HandleAsync(RecordAuditFigure request, CancellationToken cancel)
        {
            var (audit, brand) = await desk.FindAsync(request.Audit, cancel);
            audit.RequireOpen();
            var account = await accounts.FindAsync(request.Account, cancel);
            Rule.Found(account.Brand == audit.Brand ? account : null, "account");
            var metric = await catalogue.NeedAsync(request.Metric, cancel);
            var on = request.On ?? audit.On;
            metric.Check(request.Value, on, audit.On);
            audit.Record(new AuditFigure(account.Id, metric.Key, decimal.Round(request.Value, 6, MidpointRounding.ToEven), on, Rule.Text(request.Source, "source", 120)));
            journal.Say($"wrote {metric.Name} of “{account.Handle}” into the audit “{audit.Title}”", brand.Id.Value, null, audit.Id);
            return await desk.ViewAsync(audit, brand, cancel);
        }
    }
}

/// <summary>Takes a number out of an open audit. A closed one is 409.</summary>
[Needs(Permission.EditNumbers)]
public sealed record RemoveAuditFigure(Id<Audit> Audit, Id<SocialAccount> Account, string Metric) : ICommand<AuditView>
{
    internal sealed class Handler(AuditDesk desk, Journal journal) : IHandle<RemoveAuditFigure, AuditView>
    {
        public async Task<AuditView> HandleAsync(RemoveAuditFigure request, CancellationToken cancel)
        {
            var (audit, brand) = await desk.FindAsync(request.Audit, cancel);
            audit.Forget(request.Account, request.Metric);
            journal.Say($"took {request.Metric} out of the audit “{audit.Title}”", brand.Id.Value, null, audit.Id);
            return await desk.ViewAsync(audit, brand, cancel);
        }
    }
}

/// <summary>Reads the numbers on file into an open audit again. A closed one is 409.</summary>
[Needs(Permission.EditNumbers)]
public sealed record TakeAuditFigures(Id<Audit> Audit) : ICommand<AuditView>
{
    internal sealed class Handler(AuditDesk desk, Journal journal) : IHandle<TakeAuditFigures, AuditView>
    {
        public async Task<AuditView> HandleAsync(TakeAuditFigures request, CancellationToken cancel)
        {
            var (audit, brand) = await desk.FindAsync(request.Audit, cancel);
            audit.RequireOpen();
            var taken = await desk.TakeAsync(audit, cancel);
            journal.Say($"read {taken} numbers on file into the audit “{audit.Title}”", brand.Id.Value, null, audit.Id);
            return await desk.ViewAsync(audit, brand, cancel);
        }
    }
}
