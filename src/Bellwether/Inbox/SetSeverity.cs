using Bellwether.Kernel;

namespace Bellwether.Inbox;

/// <summary>Says how severe a case is; what the brand promises for it now holds for this case.</summary>
[Needs(Permission.Reply)]
public sealed record SetSeverity(Id<Case> Case, CaseSeverity Severity, int? IfVersion = null) : ICommand<CareSheet>, IExpectsVersion
{
    internal sealed class Handler(InboxDesk desk, Journal journal) : IHandle<SetSeverity, CareSheet>
    {
        public async Task<CareSheet> HandleAsync(SetSeverity request, CancellationToken cancel)
        {
            var (row, business) = await desk.FindAsync(request.Case, cancel);
            row.Expect(request.IfVersion);
            row.Promise((await desk.SlaAsync(row.Brand, cancel))?.For(request.Severity) ?? Sla.Usual.First(term => term.Severity == request.Severity));
            journal.Say($"set a case to {request.Severity.ToString().ToLowerInvariant()} severity", row.Brand.Value, row.Plan?.Value, row.Id);
            return await desk.SheetAsync(row, business, cancel);
        }
    }
}
