using System.Text;
using Bellwether.Calendar;
using Bellwether.Kernel;
using Bellwether.People;
using Bellwether.Reminders;
using Bellwether.Storage;
using Bellwether.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Bellwether.Tests.Calendar;

/// <summary>Planned conversations with somebody on duty, and the calendar under a secret address.</summary>
public sealed class ConversationCalendarTests
{
    [Theory, BothDatabases]
    [Requirement("R003-18")]
    public async Task A_conversation_without_a_person_is_warned_of_and_who_is_on_duty_finds_it_on_today(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var ben = await world.MemberAsync("Ben");
        var at = new LocalDateTime(2026, 3, 28, 18, 0);
        var sheet = new ConversationSheet("Which salsa next?", at, 180, Question: "How hot is it?", Escalation: "Allergies go to the kitchen");
        var planned = await world.RunAsync(new PlanConversation(world.Brand, sheet));
        planned.Warning.ShouldBe("Nobody is on duty to answer. Choose a person.");
        (await world.RunAsync(new TicklerList(world.Brand))).ShouldHaveSingleItem().Words.ShouldStartWith("Nobody is on duty for the conversation “Which salsa next?”");

        var handed = await world.RunAsync(new ChangePlannedConversation(planned.Id!.Value, sheet with { Responder = ben }));
        (handed.Warning, handed.ResponderName).ShouldBe((null, "Ben"));
        (await world.RunAsync(new TicklerList(world.Brand))).ShouldBeEmpty();
        var watch = world.Services.GetRequiredService<ConversationWatch>();
        (await watch.RunAsync(TestContext.Current.CancellationToken)).ShouldBe(0, "its day has not come");

        world.Clock.Advance(TimeSpan.FromDays(2));
        (await watch.RunAsync(TestContext.Current.CancellationToken)).ShouldBe(1);
        (await watch.RunAsync(TestContext.Current.CancellationToken)).ShouldBe(0, "told once");
        (await world.RunAsync(new TicklerList(world.Brand), Role.Editor, ben)).ShouldHaveSingleItem().Words.ShouldBe("You are on duty for “Which salsa next?”, Sat 28 Mar, 18:00, Berlin; answer until 21:00.");
        await world.RunAsync(new FinishConversation(planned.Id!.Value, Outcome: "Mild won"), Role.Editor, ben);
        (await world.RunAsync(new TicklerList(world.Brand), Role.Editor, ben)).ShouldBeEmpty();
        (await world.RunAsync(new PlannedConversationList(world.Brand, at.Date, at.Date))).ShouldHaveSingleItem().Outcome.ShouldBe("Mild won");
    }

    [Fact]
    [Requirement("R002-39")]
    public async Task A_secret_address_serves_the_calendar_until_it_is_renewed_ended_or_its_owner_leaves()
    {
        await using var world = await World.OnAsync(DatabaseKind.Sqlite);
        await world.PostAsync("Tacos; hot, \\ and 🌮 " + new string('ü', 90) + "\nsecond line", Given.Monday, await world.AccountAsync("bluesky"));
        var first = await world.RunAsync(new MakeCalendarFeed(world.Brand));
        var file = await world.RunAsync(new CalendarFile(CodeOf(first)));
        var text = Encoding.UTF8.GetString(file.Content);
        text.Split("\r\n").ShouldAllBe(line => Encoding.UTF8.GetByteCount(line) <= 75);
        var unfolded = text.Replace("\r\n ", "", StringComparison.Ordinal);
        unfolded.ShouldContain("DTSTART:20260330T080000Z");
        unfolded.ShouldContain(@"Tacos\; hot\, \\ and 🌮 " + new string('ü', 90) + @"\nsecond line");

        var second = await world.RunAsync(new MakeCalendarFeed(world.Brand));
        (await world.RefusedAsync(new CalendarFile(CodeOf(first)))).Code.ShouldBe("feed-closed");
        (await world.RunAsync(new CalendarFile(CodeOf(second)))).Content.Length.ShouldBe(file.Content.Length);
        await world.RunAsync(new EndCalendarFeed(second.Feed.Id));
        (await world.RefusedAsync(new CalendarFile(CodeOf(second)))).Kind.ShouldBe(ProblemKind.NotFound);

        var ben = await world.MemberAsync("Ben");
        var own = await world.RunAsync(new MakeCalendarFeed(world.Brand, Own: true), Role.Editor, ben);
        Encoding.UTF8.GetString((await world.RunAsync(new CalendarFile(CodeOf(own)))).Content).ShouldNotContain("VEVENT");
        await world.RunAsync(new EndMembership(ben));
        (await world.RefusedAsync(new CalendarFile(CodeOf(own)))).Code.ShouldBe("feed-closed");
    }

    private static string CodeOf(NewCalendarFeed feed) => feed.Path["/p/calendar/".Length..^".ics".Length];
}
