using Bellwether.Kernel;

namespace Bellwether.Inbox;

/// <summary>One case with its conversation, its times against the promises, and the canned answers filled in for it.</summary>
[Needs(Permission.Read)]
public sealed record InboxCase(Id<Case> Case) : IQuery<CareSheet>
{
    internal sealed class Handler(InboxDesk desk) : IHandle<InboxCase, CareSheet>
    {
        public async Task<CareSheet> HandleAsync(InboxCase request, CancellationToken cancel)
        {
            var (row, business) = await desk.FindAsync(request.Case, cancel);
            return await desk.SheetAsync(row, business, cancel);
        }
    }
}
