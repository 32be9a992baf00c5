using Bellwether.Brands;
using Bellwether.Channels;
using Bellwether.Kernel;
using Bellwether.People;
using Bellwether.Plans;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Calendar;

/// <summary>The conversations that channels of open plans hold every week, on the days of a calendar.</summary>
[Scoped]
public sealed class WeeklyConversations(Db db, TimeProvider clock)
{
    private const int UsualMinutes = 60;

    internal async Task<IReadOnlyList<ConversationView>> WithinAsync(Brand brand, LocalDate from, LocalDate to, CancellationToken cancel)
    {
        var open = await db.Set<Plan>().AsNoTracking().Where(plan => plan.Brand == brand.Id && plan.Status != PlanStatus.Closed).Select(plan => plan.Id).ToListAsync(cancel);
        var slots = await db.Set<ConversationSlot>().AsNoTracking().Where(slot => slot.Brand == brand.Id && open.Contains(slot.Plan)).ToListAsync(cancel);
        if (slots.Count == 0)
        {
            return [];
        }

        var channels = await db.Set<Channel>().AsNoTracking().Where(row => row.Brand == brand.Id && row.Status == ChannelStatus.Active).ToDictionaryAsync(row => row.Id, cancel);
        var members = await db.Set<Member>().AsNoTracking().ToDictionaryAsync(member => member.Id, cancel);
        var days = Enumerable.Range(0, Period.DaysBetween(from, to) + 1).Select(from.PlusDays);
        return [.. from day in days from slot in slots where slot.Day == day.DayOfWeek && channels.ContainsKey(slot.Channel) select Of(slot, channels[slot.Channel], day, brand, members)];
    }

    private ConversationView Of(ConversationSlot slot, Channel channel, LocalDate day, Brand brand, Dictionary<Id<Member>, Member> members)
    {
        var responder = slot.Responder is { } on ? members.GetValueOrDefault(on) : null;
        var sheet = new ConversationSheet(slot.Question, day.At(slot.At), slot.ReplyWithin ?? UsualMinutes, Question: slot.Question, Responder: slot.Responder, Escalation: slot.Escalation, Account: channel.Account);
        var begins = Clock.Resolve(sheet.At, brand.Zone);
        var warning = responder is null ? "Nobody is on duty to answer. Choose a person." : responder.IsActive(clock.Now()) ? null : $"{responder.Name} has left. Choose somebody else.";
        return new ConversationView(null, $"/channels/{channel.Id}", slot.Plan, sheet, begins, begins + Duration.FromMinutes(sheet.ReplyMinutes), responder?.Name, null, channel.Network, warning, null, null, slot.Version);
    }
}
