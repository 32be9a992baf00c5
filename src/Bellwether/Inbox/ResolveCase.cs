using Bellwether.Kernel;
using NodaTime;

namespace Bellwether.Inbox;

/// <summary>Settles a case, with or without an answer; when the person writes again, it opens again by itself.</summary>
/// <param name="At">When it was settled; now unless told.</param>
[Needs(Permission.Reply)]
public sealed record ResolveCase(Id<Case> Case, Instant? At = null, int? IfVersion = null) : ICommand<CareSheet>, IExpectsVersion
{
    internal sealed class Handler(InboxDesk desk, Journal journal) : IHandle<ResolveCase, CareSheet>
    {
        public async Task<CareSheet> HandleAsync(ResolveCase request, CancellationToken cancel)
        {
            var (row, business) = await desk.FindAsync(request.Case, cancel);
            row.Expect(request.IfVersion);
            row.Resolve(desk.When(request.At), business);
            journal.Say("settled a case", row.Brand.Value, row.Plan?.Value, row.Id);
            return await desk.SheetAsync(row, business, cancel);
        }
    }
}
