using Bellwether.Kernel;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Inbox;

/// <summary>Removes a case with all that was said, for spam and for people who ask to be forgotten. It cannot be taken back.</summary>
[Needs(Permission.RunPlan)]
public sealed record RemoveCase(Id<Case> Case) : ICommand<Done>
{
    internal sealed class Handler(Db db, Journal journal) : IHandle<RemoveCase, Done>
    {
        public async Task<Done> HandleAsync(RemoveCase request, CancellationToken cancel)
        {
            var row = await db.FindAsync(request.Case, "case", cancel);
            db.RemoveRange(await db.Set<Message>().Where(message => message.Case == row.Id).ToListAsync(cancel));
            db.Remove(row);
            journal.Say("removed a case", row.Brand.Value, row.Plan?.Value, row.Id);
            return Done.It;
        }
    }
}
