using System.ComponentModel.DataAnnotations;
using Bellwether.Audits;
using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.People;
using Bellwether.Plans;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Calendar;

/// <summary>A planned conversation as the calendar shows it.</summary>
/// <param name="Id">Its id; null for one that a channel plans every week.</param>
/// <param name="Path">Where the weekly one is planned on the screen.</param>
/// <param name="BeginsAt">The instant it begins.</param>
/// <param name="EndsAt">The instant the reply window closes.</param>
/// <param name="ResponderName">Who is on duty; null without one.</param>
/// <param name="Warning">What is missing, in words; null when nothing is.</param>
public sealed record ConversationView(
    Id<PlannedConversation>? Id, string? Path, Id<Plan>? Plan, ConversationSheet Sheet, Instant BeginsAt, Instant EndsAt, string? ResponderName, string? EscalateToName, string? Network, string? Warning, Instant? DoneAt, string? Outcome,
    int Version) : IVersioned;

/// <summary>Reads conversations with the names of their people.</summary>
[Scoped]
public sealed class ConversationReader(Db db, TimeProvider clock)
{
    internal async Task<List<ConversationView>> ReadAsync(IReadOnlyList<PlannedConversation> slots, CancellationToken cancel)
    {
        var members = await db.Set<Member>().AsNoTracking().ToDictionaryAsync(member => member.Id, cancel);
        var accounts = slots.Select(slot => slot.Sheet.Account).OfType<Id<SocialAccount>>().ToList();
        var networks = await db.Set<SocialAccount>().AsNoTracking().Where(row => accounts.Contains(row.Id)).ToDictionaryAsync(row => row.Id, row => row.Network, cancel);
        return [.. slots.Select(slot =>
        {
            var responder = slot.Sheet.Responder is { } on ? members.GetValueOrDefault(on) : null;
            var warning = slot.DoneAt is not null ? null
                : responder is null ? "Nobody is on duty to answer. Choose a person."
                : responder.IsActive(clock.Now()) ? null : $"{responder.Name} has left. Choose somebody else.";
            return new ConversationView(
                slot.Id, null, slot.Plan, slot.Sheet, slot.BeginsAt, slot.EndsAt, responder?.Name, slot.Sheet.EscalateTo is { } to ? members.GetValueOrDefault(to)?.Name : null,
                slot.Sheet.Account is { } account ? networks.GetValueOrDefault(account) : null, warning, slot.DoneAt, slot.Outcome, slot.Version);
        })];
    }

    /// <summary>404 for people, accounts and posts that are not of this brand's workspace.</summary>
    internal async Task CheckAsync(Brand brand, ConversationSheet sheet, CancellationToken cancel)
    {
        foreach (var member in new[] { sheet.Responder, sheet.EscalateTo }.OfType<Id<Member>>())
        {
            var found = await db.FindAsync(member, "member", cancel);
            Rule.Require(found.IsActive(clock.Now()), "member-left", $"{found.Name} has left. Choose somebody else.", "sheet.responder");
        }

        if (sheet.Account is { } account)
        {
            Rule.Found((await db.FindAsync(account, "account", cancel)).Brand == brand.Id ? brand : null, "account");
        }

        if (sheet.Post is { } post)
        {
            Rule.Found((await db.FindAsync(post, "post", cancel)).Brand == brand.Id ? brand : null, "post");
        }
    }
}

/// <summary>The conversations of a brand that touch a span of days, the earliest first: those planned for a date, and those that channels plan every week. A layer of the calendar.</summary>
/// <param name="From">First day; at most 400 days are shown.</param>
/// <param name="To">Last day.</param>
[Needs(Permission.Read)]
public sealed record PlannedConversationList(Id<Brand> Brand, LocalDate From, LocalDate To) : IQuery<IReadOnlyList<ConversationView>>
{
    internal sealed class Handler(Db db, ConversationReader reader, WeeklyConversations weekly) : IHandle<PlannedConversationList, IReadOnlyList<ConversationView>>
    {
        public async Task<IReadOnlyList<ConversationView>> HandleAsync(PlannedConversationList request, CancellationToken cancel)
        {
            CalendarMonth.CheckSpan(request.From, request.To);
            var brand = await db.FindAsync(request.Brand, "brand", cancel);
            var (from, until) = (brand.Zone.AtStartOfDay(request.From).ToInstant(), brand.Zone.AtStartOfDay(request.To.PlusDays(1)).ToInstant());
            var slots = await db.Set<PlannedConversation>().AsNoTracking().Where(slot => slot.Brand == brand.Id && slot.BeginsAt < until && slot.EndsAt > from).OrderBy(slot => slot.BeginsAt).ThenBy(slot => slot.Id).ToListAsync(cancel);
            var dated = await reader.ReadAsync(slots, cancel);
            return [.. dated.Concat(await weekly.WithinAsync(brand, request.From, request.To, cancel)).OrderBy(view => view.BeginsAt)];
        }
    }
}

/// <summary>Plans a conversation: when, about what, what is expected to be asked, who answers, how long, and who is told when it goes further.</summary>
[Needs(Permission.WritePosts)]
public sealed record PlanConversation(Id<Brand> Brand, ConversationSheet Sheet, Id<Plan>? Plan = null) : ICommand<ConversationView>
{
    internal sealed class Handler(Db db, ConversationReader reader, ConversationDuty duty, TimeProvider clock, Journal journal) : IHandle<PlanConversation, ConversationView>
    {
        public async Task<ConversationView> HandleAsync(PlanConversation request, CancellationToken cancel)
        {
            var brand = await db.FindAsync(request.Brand, "brand", cancel);
            if (request.Plan is { } plan)
            {
                Rule.Found((await db.FindAsync(plan, "plan", cancel)).Brand == brand.Id ? brand : null, "plan");
            }

            await reader.CheckAsync(brand, request.Sheet, cancel);
            var slot = new PlannedConversation(brand.Id, request.Plan);
            slot.Become(request.Sheet, brand.Zone);
            Rule.Require(slot.EndsAt > clock.Now(), "time-passed", "It would be over already. Choose a time ahead.", "sheet.at");
            db.Add(slot);
            await duty.TellAsync(slot, brand, cancel);
            journal.Say($"planned the conversation “{slot.Sheet.Title}” for {Slot.Of(slot.Sheet.At, brand.Zone)}", brand.Id.Value, slot.Plan?.Value, slot.Id);
            return (await reader.ReadAsync([slot], cancel))[0];
        }
    }
}

/// <summary>Changes a planned conversation as a whole; moving it is the same.</summary>
[Needs(Permission.WritePosts)]
public sealed record ChangePlannedConversation(Id<PlannedConversation> Conversation, ConversationSheet Sheet, int? IfVersion = null) : ICommand<ConversationView>, IExpectsVersion
{
    internal sealed class Handler(Db db, ConversationReader reader, ConversationDuty duty, Journal journal) : IHandle<ChangePlannedConversation, ConversationView>
    {
        public async Task<ConversationView> HandleAsync(ChangePlannedConversation request, CancellationToken cancel)
        {
            var slot = await db.FindAsync(request.Conversation, "conversation", cancel);
            slot.Expect(request.IfVersion);
            var brand = await db.FindAsync(slot.Brand, "brand", cancel);
            await reader.CheckAsync(brand, request.Sheet, cancel);
            slot.Become(request.Sheet, brand.Zone);
            await duty.TellAsync(slot, brand, cancel);
            journal.Say($"changed the conversation “{slot.Sheet.Title}”", brand.Id.Value, slot.Plan?.Value, slot.Id);
            return (await reader.ReadAsync([slot], cancel))[0];
        }
    }
}

/// <summary>Says that a planned conversation took place, with what came of it; or, with <c>done</c> false, that it is still ahead.</summary>
[Needs(Permission.TakePart)]
public sealed record FinishConversation(Id<PlannedConversation> Conversation, bool Done = true, [property: MaxLength(4000)] string? Outcome = null) : ICommand<ConversationView>
{
    internal sealed class Handler(Db db, ConversationReader reader, ConversationDuty duty, TimeProvider clock, Journal journal) : IHandle<FinishConversation, ConversationView>
    {
        public async Task<ConversationView> HandleAsync(FinishConversation request, CancellationToken cancel)
        {
            var slot = await db.FindAsync(request.Conversation, "conversation", cancel);
            var brand = await db.FindAsync(slot.Brand, "brand", cancel);
            if (request.Done)
            {
                slot.Finish(request.Outcome, clock.Now());
            }
            else
            {
                slot.Reopen();
            }

            await duty.TellAsync(slot, brand, cancel);
            journal.Say(request.Done ? $"held the conversation “{slot.Sheet.Title}”" : $"opened the conversation “{slot.Sheet.Title}” again", brand.Id.Value, slot.Plan?.Value, slot.Id, slot.Outcome);
            return (await reader.ReadAsync([slot], cancel))[0];
        }
    }
}

/// <summary>Removes a planned conversation.</summary>
[Needs(Permission.WritePosts)]
public sealed record RemovePlannedConversation(Id<PlannedConversation> Conversation) : ICommand<Done>
{
    internal sealed class Handler(Db db, ConversationDuty duty, Journal journal) : IHandle<RemovePlannedConversation, Done>
    {
        public async Task<Done> HandleAsync(RemovePlannedConversation request, CancellationToken cancel)
        {
            var slot = await db.FindAsync(request.Conversation, "conversation", cancel);
            db.Remove(slot);
            await duty.SettleAsync(slot, cancel);
            journal.Say($"removed the conversation “{slot.Sheet.Title}”", slot.Brand.Value, slot.Plan?.Value, slot.Id);
            return Done.It;
        }
    }
}
