using System.ComponentModel.DataAnnotations;
using Bellwether.Kernel;
using Bellwether.Storage;

namespace Bellwether.Inbox;

/// <summary>Keeps a note among ourselves with a case; whoever wrote to us never sees it, and it stops no clock.</summary>
[Needs(Permission.Reply)]
public sealed record NoteOnCase(Id<Case> Case, [property: MaxLength(20_000)] string Text) : ICommand<CareSheet>
{
    internal sealed class Handler(Db db, InboxDesk desk, Journal journal) : IHandle<NoteOnCase, CareSheet>
    {
        public async Task<CareSheet> HandleAsync(NoteOnCase request, CancellationToken cancel)
        {
            var (row, business) = await desk.FindAsync(request.Case, cancel);
            db.Add(new Message(row.Id, MessageKind.Note, request.Text, desk.When(null), desk.Me));
            journal.Say("took a note on a case", row.Brand.Value, row.Plan?.Value, row.Id);
            return await desk.SheetAsync(row, business, cancel);
        }
    }
}
