using Bellwether.Kernel;
using Bellwether.Storage;

namespace Bellwether.Inbox;

/// <summary>Removes a canned answer; what was sent with it stays.</summary>
[Needs(Permission.Reply)]
public sealed record RemoveCannedAnswer(Id<CannedAnswer> Answer) : ICommand<Done>
{
    internal sealed class Handler(Db db, Journal journal) : IHandle<RemoveCannedAnswer, Done>
    {
        public async Task<Done> HandleAsync(RemoveCannedAnswer request, CancellationToken cancel)
        {
            var answer = await db.FindAsync(request.Answer, "answer", cancel);
            db.Remove(answer);
            journal.Say($"removed the answer “{answer.Title}”", answer.Brand.Value, answer.Plan?.Value, answer.Id);
            return Done.It;
        }
    }
}
