using System.ComponentModel.DataAnnotations;
using Bellwether.Audits;
using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Inbox;

/// <summary>What became of a message that came in.</summary>
/// <param name="Opened">Whether it opened a case.</param>
/// <param name="Known">Whether it had come before; then nothing was changed.</param>
public sealed record ReceivedMessage(CareRow Case, bool Opened, bool Known);

/// <summary>
/// Takes in what somebody wrote: it opens a case, or goes on with one. Typed by hand or sent by a server; the same external id twice
/// is one message. Until somebody says otherwise, one or two stars are of high severity, four and five of low, all else of normal.
/// </summary>
/// <param name="Network">Key or name of the network; taken from the account where one is given; left out for another way.</param>
/// <param name="Account">Our account that they turned to.</param>
/// <param name="Author">How they call themselves.</param>
/// <param name="Stars">Of a review, 1 to 5.</param>
/// <param name="ExternalId">What the network calls the message; unique per brand and network.</param>
/// <param name="Answers">The external id of an earlier message that this one goes on from.</param>
/// <param name="Url">Where the conversation can be opened.</param>
/// <param name="At">When they wrote; now unless told.</param>
/// <param name="Case">The case it goes on with, where a person knows it.</param>
[Needs(Permission.Collect)]
public sealed record ReceiveMessage(
    Id<Brand> Brand, [property: MaxLength(20_000)] string Text, CaseKind Kind = CaseKind.Message, string? Network = null, Id<SocialAccount>? Account = null, string? Author = null, int? Stars = null,
    string? ExternalId = null, string? Answers = null, [property: MaxLength(4000)] string? Url = null, Instant? At = null, CaseSeverity? Severity = null, Id<Case>? Case = null) : ICommand<ReceivedMessage>
{
    internal sealed class Handler(Db db, InboxDesk desk, Journal journal) : IHandle<ReceiveMessage, ReceivedMessage>
    {
        public async Task<ReceivedMessage> HandleAsync(ReceiveMessage request, CancellationToken cancel)
        {
            var brand = await db.FindAsync(request.Brand, "brand", cancel);
            var account = await desk.AccountAsync(brand.Id, request.Account, cancel);
            var network = account?.Network ?? request.Network;
            var business = await desk.ClockAsync(brand, cancel);
            var key = request.ExternalId is null ? null : Message.KeyOf(brand.Id, network, request.ExternalId);
            if (await OfMessageAsync(key, cancel) is { } known)
            {
                return new ReceivedMessage(desk.Row(known, business), Opened: false, Known: true);
            }

            var at = desk.When(request.At);
            var found = await EarlierAsync(request, brand, network, cancel);
            var row = found ?? new Case(brand.Id, request.Kind, network, account?.Id, request.Stars);
            if (found is null)
            {
                var sla = await desk.SlaAsync(brand.Id, cancel);
                var severity = request.Severity ?? FirstSeverity.Of(request.Stars);
                row.Promise(sla?.For(severity) ?? Sla.Usual.First(term => term.Severity == severity));
                db.Add(row);
            }

            row.Locate(request.Author, request.Url);
            row.Hear(request.Text, at);
            db.Add(new Message(row.Id, MessageKind.FromThem, request.Text, at, desk.Me).Known(key));
            // Who wrote and what stays in the case, from which it can be removed; the journal is kept for ever.
            journal.Say(found is null ? $"received a {Word(row.Kind)}" : "received another message of a case", brand.Id.Value, row.Plan?.Value, row.Id);
            return new ReceivedMessage(desk.Row(row, business), found is null, Known: false);
        }

        private static string Word(CaseKind kind) => kind == CaseKind.OtherWay ? "complaint or question" : kind.ToString().ToLowerInvariant();

        private async Task<Case?> EarlierAsync(ReceiveMessage request, Brand brand, string? network, CancellationToken cancel)
        {
            if (request.Case is { } id)
            {
                return Rule.Found(await db.Set<Case>().FirstOrDefaultAsync(row => row.Id == id && row.Brand == brand.Id, cancel), "case");
            }

            return request.Answers is null ? null : await OfMessageAsync(Message.KeyOf(brand.Id, network, request.Answers), cancel);
        }

        private async Task<Case?> OfMessageAsync(string? key, CancellationToken cancel) => key is null
            ? null
            : await db.Set<Case>().FirstOrDefaultAsync(row => db.Set<Message>().Any(message => message.Key == key && message.Case == row.Id), cancel);
    }
}
