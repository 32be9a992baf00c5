using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.People;
using Bellwether.Reminders;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Calendar;

/// <summary>
/// Puts conversations of the day before whoever is on duty, on their Today. Without a person, those who run the plan are told
/// two days ahead. Done, moved or handed over, it goes from there by itself.
/// </summary>
[Scoped]
public sealed class ConversationDuty(Db db, TimeProvider clock, Ticklers ticklers)
{
    private const string Kind = "conversation";
    private const int DaysWithoutPerson = 2;

    /// <summary>Brings one conversation's notice up to date, also when it was only just planned.</summary>
    internal async Task TellAsync(PlannedConversation slot, Brand brand, CancellationToken cancel)
    {
        var due = DueOf(slot, brand, clock.Now());
        foreach (var tickler in await db.Set<Tickler>().Where(row => row.DoneAt == null && row.Key.StartsWith(Start(slot))).ToListAsync(cancel))
        {
            if (tickler.Key != due?.Notice.Key)
            {
                tickler.Finish(clock.Now());
            }
        }

        if (due is not null)
        {
            await ticklers.RaiseAsync(due.Notice, due.Member, cancel);
        }
    }

    internal Task SettleAsync(PlannedConversation slot, CancellationToken cancel) => ticklers.SettleAsync(Start(slot), cancel);

    /// <summary>Tells what is due in this workspace and settles what no longer is. Says how much was told for the first time.</summary>
    internal async Task<int> KeepAsync(CancellationToken cancel)
    {
        var now = clock.Now();
        var brands = await db.Set<Brand>().AsNoTracking().ToDictionaryAsync(brand => brand.Id, cancel);
        var ahead = await db.Set<PlannedConversation>().AsNoTracking().Where(slot => slot.DoneAt == null && slot.EndsAt > now && slot.BeginsAt < now + Duration.FromDays(DaysWithoutPerson + 2)).ToListAsync(cancel);
        List<DueTickler> due = [.. ahead.Where(slot => brands.ContainsKey(slot.Brand)).Select(slot => DueOf(slot, brands[slot.Brand], now)).OfType<DueTickler>()];
        return await ticklers.KeepAsync(Kind, due, cancel);
    }

    /// <summary>What is said of a conversation now; null when there is nothing to say.</summary>
    internal static DueTickler? DueOf(PlannedConversation slot, Brand brand, Instant now)
    {
        if (slot.DoneAt is not null || slot.EndsAt <= now)
        {
            return null;
        }

        var days = Period.DaysBetween(now.InZone(brand.Zone).Date, slot.BeginsAt.InZone(brand.Zone).Date);
        var when = $"{Slot.Of(slot.Sheet.At, brand.Zone)}";
        var path = $"/calendar?view=day&day={NodaTime.Text.LocalDatePattern.Iso.Format(slot.Sheet.At.Date)}&conversation={slot.Id}";
        if (slot.Sheet.Responder is { } on)
        {
            var ends = slot.EndsAt.InZone(brand.Zone).LocalDateTime;
            return days > 0 ? null : new DueTickler(
                new Notice(slot.Brand, $"{Start(slot)}{slot.Sheet.At:uuuu-MM-ddTHH:mm} {on}", $"You are on duty for “{slot.Sheet.Title}”, {when}; answer until {ends:HH:mm}.", path, slot.Plan?.Value), on);
        }

        return days > DaysWithoutPerson ? null : new DueTickler(
            new Notice(slot.Brand, $"{Start(slot)}{slot.Sheet.At:uuuu-MM-ddTHH:mm} nobody", $"Nobody is on duty for the conversation “{slot.Sheet.Title}”, {when}.", path, slot.Plan?.Value), null);
    }

    private static string Start(PlannedConversation slot) => $"{Kind} {slot.Id} ";
}

/// <summary>How many people were told.</summary>
public sealed record ConversationsTold(int Count);

/// <summary>Puts the conversations of the day before whoever is on duty.</summary>
[Internal("The timetable sends it every quarter of an hour.")]
[Needs(Permission.Publish)]
public sealed record TellConversations : ICommand<ConversationsTold>
{
    internal sealed class Handler(ConversationDuty duty) : IHandle<TellConversations, ConversationsTold>
    {
        public async Task<ConversationsTold> HandleAsync(TellConversations request, CancellationToken cancel) => new(await duty.KeepAsync(cancel));
    }
}

/// <summary>Tells of conversations in every workspace that has some near.</summary>
[Single]
public sealed class ConversationWatch(Rounds rounds, TimeProvider clock)
{
    public Task<int> RunAsync(CancellationToken cancel)
    {
        var (since, until) = (clock.Now() - Duration.FromDays(8), clock.Now() + Duration.FromDays(4));
        return rounds.SendAsync(
            db => db.Set<PlannedConversation>().IgnoreQueryFilters().Where(slot => slot.EndsAt > since && slot.BeginsAt < until).Select(slot => slot.WorkspaceKey), new TellConversations(), told => told.Count, cancel);
    }
}
