using System.ComponentModel.DataAnnotations;
using Bellwether.Kernel;
using Bellwether.Storage;

namespace Bellwether.Inbox;

/// <summary>Writes a canned answer anew; what was sent with it stays as it was sent.</summary>
[Needs(Permission.Reply)]
public sealed record ChangeCannedAnswer(Id<CannedAnswer> Answer, string Title, [property: MaxLength(5000)] string Text, int? IfVersion = null) : ICommand<CannedAnswerView>, IExpectsVersion
{
    internal sealed class Handler(Db db, Journal journal) : IHandle<ChangeCannedAnswer, CannedAnswerView>
    {
        public async Task<CannedAnswerView> HandleAsync(ChangeCannedAnswer request, CancellationToken cancel)
        {
            var answer = await db.FindAsync(request.Answer, "answer", cancel);
            answer.Expect(request.IfVersion);
            answer.Write(request.Title, request.Text);
            journal.Say($"changed the answer “{answer.Title}”", answer.Brand.Value, answer.Plan?.Value, answer.Id);
            return CannedAnswerView.Of(answer);
        }
    }
}
