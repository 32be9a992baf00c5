using Bellwether.Kernel;

namespace Bellwether.Inbox;

/// <summary>Opens a settled case again; its clock goes on as if it had never stopped.</summary>
[Needs(Permission.Reply)]
public sealed record ReopenCase(Id<Case> Case, int? IfVersion = null) : ICommand<CareSheet>, IExpectsVersion
{
    internal sealed class Handler(InboxDesk desk, Journal journal) : IHandle<ReopenCase, CareSheet>
    {
        public async Task<CareSheet> HandleAsync(ReopenCase request, CancellationToken cancel)
        {
            var (row, business) = await desk.FindAsync(request.Case, cancel);
            row.Expect(request.IfVersion);
            row.Reopen();
            journal.Say("opened a case again", row.Brand.Value, row.Plan?.Value, row.Id);
            return await desk.SheetAsync(row, business, cancel);
        }
    }
}
