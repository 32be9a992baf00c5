using System.Net;
using System.Text;
using Bellwether.Calendar;
using Bellwether.Storage;
using Bellwether.Tests.Support;
using NodaTime;

namespace Bellwether.Tests.Calendar;

/// <summary>The calendar's feed as real calendar programs read it.</summary>
[Requirement("R002-39")]
public sealed class CalendarClientTests
{
    [Fact]
    public async Task A_strict_server_takes_every_line_and_a_calendar_program_shows_each_post_at_its_local_time()
    {
        await using var world = await World.OnAsync(DatabaseKind.Sqlite);
        var account = await world.AccountAsync("bluesky");
        var titles = new[] { "Tacos; hot, \\ and 🌮", new string('ü', 60), "BEGIN:VEVENT", "Two \"words\": and a %", "x" };
        for (var place = 0; place < titles.Length; place++)
        {
            // One on each side of the night in which the brand's clocks change.
            await world.PostAsync(titles[place], new LocalDateTime(2026, 10, 23 + place, 9, 30), account);
        }

        var feed = await world.RunAsync(new MakeCalendarFeed(world.Brand));
        var file = await world.RunAsync(new CalendarFile(feed.Path["/p/calendar/".Length..^".ics".Length]));
        await using var clients = await CalendarClients.StartAsync();

        (await clients.TakeAsync("feed", file.Content)).ShouldBe(HttpStatusCode.Created, Encoding.UTF8.GetString(file.Content));
        var broken = Encoding.UTF8.GetString(file.Content).Replace("DTSTART:2026", "DTSTART:soon", StringComparison.Ordinal);
        (await clients.TakeAsync("broken", Encoding.UTF8.GetBytes(broken))).ShouldBe(HttpStatusCode.BadRequest, "it would say so");
        var shown = await clients.ShownAsync("feed", "Europe/Berlin", "2026-10-20", "2026-10-31");
        shown.ShouldBe(titles.Select((title, place) => $"2026-10-{23 + place} 09:30 2026-10-{23 + place} 09:45 {title} (Bluesky)"));
    }
}
