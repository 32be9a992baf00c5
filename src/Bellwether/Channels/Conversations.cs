using Bellwether.Kernel;
using Bellwether.People;
using Bellwether.Storage;
using NodaTime;

namespace Bellwether.Channels;

/// <summary>Part 6 of a sheet: adds a weekly opening for a conversation. Without a responder it is kept, with a warning.</summary>
/// <param name="Day">The weekday.</param>
/// <param name="At">Local time in the brand's zone.</param>
/// <param name="ReplyWithin">Minutes within which a reply is answered.</param>
[Needs(Permission.EditPlan)]
public sealed record AddConversationSlot(
    Id<Channel> Channel, IsoDayOfWeek Day, LocalTime At, string Question, Id<ContentPillar>? Pillar = null,
    Id<Member>? Responder = null, int? ReplyWithin = null, string? Escalation = null) : ICommand<ConversationSlotView>
{
    internal sealed class Handler(Db db, ChannelFinder finder, Journal journal) : IHandle<AddConversationSlot, ConversationSlotView>
    {
        public async Task<ConversationSlotView> HandleAsync(AddConversationSlot request, CancellationToken cancel)
        {
            var channel = await finder.EditAsync(request.Channel, cancel);
            var slot = new ConversationSlot(channel, request.Day, request.At, request.Question);
            slot.Answer(await finder.MemberAsync(request.Responder, cancel), request.ReplyWithin, request.Escalation);
            slot.Belong(request.Pillar is { } pillar ? (await db.FindAsync(pillar, "theme", cancel)).Id : null);
            db.Add(slot);
            journal.Say($"planned a conversation on {channel.Network}: “{slot.Question}”", slot.Brand.Value, slot.Plan.Value, slot.Id);
            return ConversationSlotView.Of(slot);
        }
    }
}

/// <summary>Changes a conversation slot; what is left out stays.</summary>
[Needs(Permission.EditPlan)]
public sealed record ChangeConversationSlot(
    Id<ConversationSlot> Slot, IsoDayOfWeek? Day = null, LocalTime? At = null, string? Question = null, Id<ContentPillar>? Pillar = null,
    Id<Member>? Responder = null, int? ReplyWithin = null, string? Escalation = null, int? IfVersion = null) : ICommand<ConversationSlotView>, IExpectsVersion
{
    internal sealed class Handler(Db db, ChannelFinder finder, Journal journal) : IHandle<ChangeConversationSlot, ConversationSlotView>
    {
        public async Task<ConversationSlotView> HandleAsync(ChangeConversationSlot request, CancellationToken cancel)
        {
            var slot = await finder.EditAsync(request.Slot, cancel);
            slot.Expect(request.IfVersion);
            slot.Ask(request.Day ?? slot.Day, request.At ?? slot.At, request.Question ?? slot.Question);
            slot.Answer(
                await finder.MemberAsync(request.Responder, cancel) ?? slot.Responder,
                request.ReplyWithin ?? slot.ReplyWithin,
                request.Escalation ?? slot.Escalation);
            slot.Belong(request.Pillar is { } pillar ? (await db.FindAsync(pillar, "theme", cancel)).Id : slot.Pillar);
            journal.Say($"changed the conversation “{slot.Question}”", slot.Brand.Value, slot.Plan.Value, slot.Id);
            return ConversationSlotView.Of(slot);
        }
    }
}

/// <summary>Takes a conversation slot away.</summary>
[Needs(Permission.EditPlan)]
public sealed record RemoveConversationSlot(Id<ConversationSlot> Slot) : ICommand<Done>
{
    internal sealed class Handler(Db db, ChannelFinder finder, Journal journal) : IHandle<RemoveConversationSlot, Done>
    {
        public async Task<Done> HandleAsync(RemoveConversationSlot request, CancellationToken cancel)
        {
            var slot = await finder.EditAsync(request.Slot, cancel);
            db.Remove(slot);
            journal.Say($"took the conversation “{slot.Question}” away", slot.Brand.Value, slot.Plan.Value, slot.Id);
            return Done.It;
        }
    }
}
