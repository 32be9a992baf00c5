using Bellwether.Kernel;
using Bellwether.People;
using Bellwether.Storage;

namespace Bellwether.Inbox;

/// <summary>Gives a case to one accountable person, or to nobody. 422 for somebody who has left or does not see the brand.</summary>
[Needs(Permission.Reply)]
public sealed record AssignCase(Id<Case> Case, Id<Member>? Assignee = null, int? IfVersion = null) : ICommand<CareSheet>, IExpectsVersion
{
    internal sealed class Handler(Db db, InboxDesk desk, Journal journal) : IHandle<AssignCase, CareSheet>
    {
        public async Task<CareSheet> HandleAsync(AssignCase request, CancellationToken cancel)
        {
            var (row, business) = await desk.FindAsync(request.Case, cancel);
            row.Expect(request.IfVersion);
            row.Assign(await desk.AssigneeAsync(row, request.Assignee, cancel));
            var name = row.Assignee is { } member ? (await db.FindAsync(member, "member", cancel)).Name : null;
            journal.Say(name is null ? "gave a case to nobody" : $"gave a case to {name}", row.Brand.Value, row.Plan?.Value, row.Id);
            return await desk.SheetAsync(row, business, cancel);
        }
    }
}
