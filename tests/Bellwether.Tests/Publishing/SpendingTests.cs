using Bellwether.Calendar;
using Bellwether.Publishing;
using Bellwether.Storage;
using Bellwether.Tests.Support;
using NodaTime;

namespace Bellwether.Tests.Publishing;

/// <summary>What X charges for posts, and the ceiling that the owner sets.</summary>
public sealed class SpendingTests
{
    [Theory, BothDatabases]
    public async Task What_is_out_and_what_waits_counts_against_the_ceiling_before_a_post_is_scheduled_and_before_it_is_sent(DatabaseKind on)
    {
        await using var fake = await FakeX.StartAsync();
        await using var stage = await Stage.OnAsync(on, real: true, network: fake);
        var account = await stage.SignedInAsync("x", fake);
        (await stage.World.RunAsync(new SetSpendingCeiling(account, 0.24m))).ShouldSatisfyAllConditions(
            set => (set.Plain, set.WithLink, set.Currency, set.Month).ShouldBe((0.015m, 0.20m, "USD", "March 2026")), set => set.PricesOf.ShouldBe(new LocalDate(2026, 11, 1)));

        await stage.PostAsync("Plain one\n---\nand its second part", 1, account);
        await stage.PassAsync(1);
        (await OneAsync()).ShouldSatisfyAllConditions(row => row.Spent.ShouldBe(0.03m), row => row.Planned.ShouldBe(0));
        var linked = await stage.PostAsync("Read https://taco.example/menu", 60, account);
        (await OneAsync()).Planned.ShouldBe(0.20m);

        // 0.03 + 0.20 + 0.015 fit no more.
        var draft = (await stage.World.RunAsync(new AddPost(stage.World.Brand, Text: "One more", Variants: [new Told(account)], Unguided: true, At: At(120)))).Id;
        var finding = (await stage.World.RunAsync(new PostPrecheck(draft))).Single(one => one.Blocks);
        finding.Code.ShouldBe("ceiling-reached");
        finding.Message.ShouldBe("X charges about $0.015 for this, and $0.23 of $0.24 are spent or planned for March 2026. Leave the account out, choose another month, or ask the owner to raise the ceiling.");
        (await stage.World.RefusedAsync(new SchedulePost(draft))).Code.ShouldBe("ceiling-reached");
        // Next month is another one.
        await stage.World.RunAsync(new SchedulePost(draft, At(14 * 24 * 60)));

        // Lowered after it was scheduled: it is held back, and a person decides.
        await stage.World.RunAsync(new SetSpendingCeiling(account, 0.10m));
        await stage.PassAsync(60);
        (await stage.PublicationsAsync(linked)).ShouldHaveSingleItem().ShouldSatisfyAllConditions(row => row.Status.ShouldBe(PublicationStatus.NeedsPerson), row => row.Problem.ShouldNotBeNull().ShouldContain("$0.03 of $0.10"));
        fake.Seen.Count.ShouldBe(2);
        await stage.World.RunAsync(new SetSpendingCeiling(account));
        await stage.World.RunAsync(new RetryPublication((await stage.PublicationsAsync(linked))[0].Id));
        await stage.PassAsync(1);
        (await OneAsync()).ShouldSatisfyAllConditions(row => row.Spent.ShouldBe(0.23m), row => row.Ceiling.ShouldBeNull());

        LocalDateTime At(int minutes) => (stage.World.Now + Duration.FromMinutes(minutes)).InZone(DateTimeZoneProviders.Tzdb["Europe/Berlin"]).LocalDateTime;
        async Task<AccountSpending> OneAsync() => (await stage.World.RunAsync(new SpendingList(stage.World.Brand))).ShouldHaveSingleItem();
    }
}
