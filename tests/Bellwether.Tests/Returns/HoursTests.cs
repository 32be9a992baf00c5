using Bellwether.Actions;
using Bellwether.Kernel;
using Bellwether.People;
using Bellwether.Plans;
using Bellwether.Returns;
using Bellwether.Returns.Hours;
using Bellwether.Storage;
using Bellwether.Tests.Plans;
using Bellwether.Tests.Support;
using NodaTime;

namespace Bellwether.Tests.Returns;

/// <summary>It is Thursday, 26 March 2026, 9:00 in Berlin.</summary>
public sealed class HoursTests
{
    private static readonly LocalDate Today = new(2026, 3, 26);

    [Theory, BothDatabases, Requirement("R004-01")]
    public async Task Time_is_entered_changed_and_read_back_by_week(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var plan = await world.ReadyPlanAsync();
        var action = (await world.RunAsync(new AddActionItem(plan, "Film the kitchen"))).Id;
        var entry = await world.RunAsync(new LogTime(plan, "1:30", Today.PlusDays(-1), action.ToString(), "Lights"));
        (entry.Minutes, entry.WorkTitle, entry.Mine, entry.MemberName).ShouldBe((90, "Film the kitchen", true, "Ana"));
        await world.RunAsync(new SetHours(plan, [new HoursCell(Today, "2", action.ToString()), new HoursCell(Today.PlusDays(-1), "1h", action.ToString()), new HoursCell(Today, "0,25")]));
        var week = await world.RunAsync(new WeekOfHours(plan));
        (week.Days[0], week.Today, week.Minutes).ShouldBe((new LocalDate(2026, 3, 23), Today, 195));
        week.Rows.Select(row => (row.Title, string.Join(' ', row.Minutes))).ShouldBe([("More guests", "0 0 0 15 0 0 0"), ("Film the kitchen", "0 0 60 120 0 0 0")]);
        await world.RunAsync(new SetHours(plan, [new HoursCell(Today, "", action.ToString())]));
        var single = (await world.RunAsync(new WeekOfHours(plan))).Entries;
        single.Select(one => (one.Day, one.Minutes, one.WorkTitle, one.Note, one.Mine)).ShouldBe([(Today, 15, null, null, true), (Today.PlusDays(-1), 60, "Film the kitchen", "Lights", true)]);
        await world.RunAsync(new RemoveTime(single[0].Id));
        await world.RunAsync(new ChangeTime(single[1].Id, "1:15", Today, "", "Lamps", single[1].Version));
        (await world.RunAsync(new WeekOfHours(plan))).ShouldSatisfyAllConditions(now => now.Minutes.ShouldBe(75), now => now.Entries.ShouldHaveSingleItem().Note.ShouldBe("Lamps"));

        (await world.RefusedAsync(new LogTime(plan, "2h", Today.PlusDays(1)))).Code.ShouldBe("day-ahead");
        foreach (var refused in new[] { await world.RefusedAsync(new LogTime(plan, "2h", new LocalDate(1900, 1, 1))), await world.RefusedAsync(new SetHours(plan, [new HoursCell(new LocalDate(2003, 12, 31), "1")])) })
        {
            (refused.Code, refused.Fields[0].Field).ShouldBe(("day-too-early", "day"));
        }

        (await world.RefusedAsync(new SetHourlyRate(await world.MemberAsync("Rita"), Today, new Money(100_000_000_001, "EUR")))).ShouldSatisfyAllConditions(rate => rate.Code.ShouldBe("rate-too-large"), rate => rate.Fields[0].Field.ShouldBe("perHour"));
        (await world.RefusedAsync(new LogTime(plan, "long"))).Code.ShouldBe("time-unread");
        (await world.RefusedAsync(new LogTime(plan, "0"))).Code.ShouldBe("time-empty");

        // A day of one person has 24 hours, on all plans and in all entries together.
        var elsewhere = await world.OutlineAsync("Another");
        await world.RunAsync(new LogTime(elsewhere, "20", Today));
        (await world.RefusedAsync(new LogTime(plan, "3", Today))).ShouldSatisfyAllConditions(
            full => (full.Code, full.Fields.ShouldHaveSingleItem().Field).ShouldBe(("day-full", "time")),
            full => full.Message.ShouldBe("Ana has 21:15 h on 2026-03-26 already, and a day has 24. Enter at most 2:45 h, or shorten what is there."));
        (await world.RefusedAsync(new ChangeTime(single[1].Id, "4:01"))).Code.ShouldBe("day-full");
        (await world.RefusedAsync(new SetHours(plan, [new HoursCell(Today, "3", action.ToString()), new HoursCell(Today, "1:30")]))).ShouldSatisfyAllConditions(
            full => full.Fields.ShouldHaveSingleItem().Field.ShouldBe("cells"),
            full => full.Message.ShouldBe("Ana would have 24:30 h on 2026-03-26, on all plans together, and a day has 24. Take 0:30 h away."));
        (await world.RefusedAsync(new SetHours(plan, [new HoursCell(Today, "1"), new HoursCell(Today, "2", " ")]))).Code.ShouldBe("cell-twice");
        await world.RunAsync(new ChangeTime(single[1].Id, "4"));
        (await world.RefusedAsync(new LogTime(plan, "1m", Today))).Message.ShouldEndWith("Shorten what is there, or choose another day.");
        var other = (await world.RunAsync(new AddActionItem(elsewhere, "Elsewhere"))).Id;
        (await world.RefusedAsync(new LogTime(plan, "1", Work: other.ToString()))).Kind.ShouldBe(ProblemKind.NotFound);
    }

    [Theory, BothDatabases, Requirement("R004-01")]
    public async Task What_is_entered_for_one_person_at_once_goes_one_after_another(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var (plan, elsewhere) = (await world.ReadyPlanAsync(), await world.OutlineAsync("Another"));
        // The same cell three times at once is set, not added.
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => world.RunAsync(new SetHours(plan, [new HoursCell(Today, "13")]))));
        (await world.RunAsync(new WeekOfHours(plan))).Minutes.ShouldBe(13 * 60);
        // Eleven hours are left, on all plans together: two of six times four and a half have room, whichever come first.
        var tries = await Task.WhenAll(Enumerable.Range(0, 6).Select(async number =>
        {
            try
            {
                await world.RunAsync(new LogTime(number % 2 == 0 ? plan : elsewhere, "4:30", Today));
                return "stored";
            }
            catch (ProblemException full)
            {
                return full.Code;
            }
        }));
        tries.Order(StringComparer.Ordinal).ShouldBe([.. Enumerable.Repeat("day-full", 4), "stored", "stored"]);
        ((await world.RunAsync(new WeekOfHours(plan))).Minutes + (await world.RunAsync(new WeekOfHours(elsewhere))).Minutes).ShouldBe(22 * 60);
        // The same file twice at once is there once.
        var file = System.Text.Encoding.UTF8.GetBytes("day,time\n2026-03-25,2:00\n2026-03-25,3:00\n");
        var imports = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => world.RunAsync(new ImportTime(plan, file))));
        (imports.Sum(one => one.Added), imports.Sum(one => one.Unchanged)).ShouldBe((2, 2));
    }

    [Fact, Requirement("R004-01")]
    public async Task Time_of_others_is_for_those_who_run_plans_and_what_an_hour_costs_for_those_who_see_costs()
    {
        await using var world = await World.OnAsync(DatabaseKind.Sqlite);
        var plan = await world.ReadyPlanAsync();
        var ben = await world.MemberAsync("Ben");
        var entry = await world.RunAsync(new LogTime(plan, "1", Member: ben));
        await world.RunAsync(new ChangeTime(entry.Id, "2"), Role.Editor, ben);
        var cara = await world.MemberAsync("Cara");
        (await RefusedAsync(new ChangeTime(entry.Id, "3"), cara)).Kind.ShouldBe(ProblemKind.Forbidden);
        (await RefusedAsync(new LogTime(plan, "1", Member: ben), cara)).Kind.ShouldBe(ProblemKind.Forbidden);
        (await RefusedAsync(new WeekOfHours(plan, Member: ben), cara)).Kind.ShouldBe(ProblemKind.Forbidden);
        (await RefusedAsync(new HourlyRates(), cara)).Kind.ShouldBe(ProblemKind.Forbidden);
        (await world.RunAsync(new WeekOfHours(plan, Member: ben))).Minutes.ShouldBe(120);

        await world.RunAsync(new SetHourlyRate(ben, new LocalDate(2026, 1, 1), Money.Of(25, "EUR")));
        (await world.RunAsync(new ReturnsPage(plan))).Total.Labour.ShouldBe(Money.Of(50, "EUR"));
        var seen = await world.RunAsync(new ReturnsPage(plan), Role.Analyst, cara);
        (seen.Total.Minutes, seen.Total.Labour, seen.Total.Cost, seen.LabourWithheld).ShouldBe((120, null, null, true));
        seen.Kinds.ShouldBeEmpty();

        async Task<ProblemException> RefusedAsync<T>(IRequest<T> request, Id<Member> member) => await Should.ThrowAsync<ProblemException>(() => world.RunAsync(request, Role.Editor, member));
    }

    [Fact, Requirement("R004-01")]
    public async Task A_timer_goes_on_when_the_page_is_closed_and_asks_when_it_ran_over_night()
    {
        await using var world = await World.OnAsync(DatabaseKind.Sqlite);
        var plan = await world.ReadyPlanAsync();
        await world.RunAsync(new StartTimer(plan, Note: "Replies"));
        (await world.RefusedAsync(new StartTimer(plan))).Code.ShouldBe("timer-runs");
        world.Clock.Advance(TimeSpan.FromMinutes(50));
        var running = (await world.RunAsync(new MyTimer())).Timer!;
        (running.Minutes, running.IsDoubtful, running.WorkTitle).ShouldBe((50, false, "More guests"));
        var entry = (await world.RunAsync(new StopTimer())).Entry!;
        (entry.Minutes, entry.Day, entry.Note).ShouldBe((50, Today, "Replies"));
        (await world.RefusedAsync(new StopTimer())).Code.ShouldBe("timer-stopped");

        await world.RunAsync(new StartTimer(plan));
        world.Clock.Advance(TimeSpan.FromHours(23));
        (await world.RunAsync(new MyTimer())).Timer!.IsDoubtful.ShouldBeTrue();
        (await world.RefusedAsync(new StopTimer())).Code.ShouldBe("timer-forgotten");
        (await world.RunAsync(new StopTimer("2:15"))).Entry!.ShouldSatisfyAllConditions(late => late.Minutes.ShouldBe(135), late => late.Day.ShouldBe(Today));
        await world.RunAsync(new StartTimer(plan));
        world.Clock.Advance(TimeSpan.FromSeconds(59));
        (await world.RunAsync(new StopTimer())).ShouldSatisfyAllConditions(slip => slip.Entry.ShouldBeNull(), slip => slip.Why!.ShouldContain("less than a minute"));
        (await world.RunAsync(new MyTimer())).Timer.ShouldBeNull();
        (await world.RunAsync(new WeekOfHours(plan))).Entries.Sum(each => each.Minutes).ShouldBe(185);
        await world.RunAsync(new StartTimer(plan));
        (await world.RunAsync(new StopTimer("0:20"))).Entry!.Minutes.ShouldBe(20, "what somebody says counts however long it ran");
        await world.RunAsync(new StartTimer(plan));
        await world.RunAsync(new DropTimer());
        (await world.RunAsync(new MyTimer())).Timer.ShouldBeNull();
        (await world.RunAsync(new WeekOfHours(plan))).Minutes.ShouldBe(205);
    }
}
