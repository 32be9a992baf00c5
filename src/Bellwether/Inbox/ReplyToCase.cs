using System.ComponentModel.DataAnnotations;
using Bellwether.Calendar;
using Bellwether.Kernel;
using Bellwether.Storage;
using NodaTime;

namespace Bellwether.Inbox;

/// <summary>
/// Records an answer: what was said, where and when. The first answer of a person stops the clock; an automatic one does not. The
/// answer itself is given on the network, which the case's link opens. 422 while a {{variable}} is left in it.
/// </summary>
/// <param name="Way">Where it was given.</param>
/// <param name="Automatic">Whether a machine said it: “We have received your message”.</param>
/// <param name="At">When it was given; now unless told.</param>
/// <param name="Resolve">Whether this settles the case.</param>
[Needs(Permission.Reply)]
public sealed record ReplyToCase(Id<Case> Case, [property: MaxLength(20_000)] string Text, ReplyWay Way = ReplyWay.Publicly, bool Automatic = false, Instant? At = null, bool Resolve = false) : ICommand<CareSheet>
{
    internal sealed class Handler(Db db, InboxDesk desk, Journal journal) : IHandle<ReplyToCase, CareSheet>
    {
        public async Task<CareSheet> HandleAsync(ReplyToCase request, CancellationToken cancel)
        {
            var (row, business) = await desk.FindAsync(request.Case, cancel);
            var missing = PostVariables.Find(request.Text);
            Rule.Require(missing.Count == 0, "answer-unfilled", $"{string.Join(", ", missing.Select(PostVariables.Written))} has no value. Write what it stands for, or take it out.", "text");
            var at = desk.When(request.At);
            if (!request.Automatic)
            {
                row.Answer(at, business);
            }

            db.Add(new Message(row.Id, request.Automatic ? MessageKind.Automatic : MessageKind.FromUs, request.Text, at, desk.Me).Given(request.Way));
            journal.Say(request.Automatic ? "recorded an automatic answer" : "answered a case", row.Brand.Value, row.Plan?.Value, row.Id);
            if (request.Resolve && !request.Automatic && row.Status != CareStatus.Resolved)
            {
                row.Resolve(at, business);
                journal.Say("settled a case", row.Brand.Value, row.Plan?.Value, row.Id);
            }

            return await desk.SheetAsync(row, business, cancel);
        }
    }
}
