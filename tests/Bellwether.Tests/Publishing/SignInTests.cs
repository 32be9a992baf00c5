using System.Web;
using Bellwether.Audits;
using Bellwether.Kernel;
using Bellwether.Networks;
using Bellwether.People;
using Bellwether.Publishing;
using Bellwether.Reminders;
using Bellwether.Storage;
using Bellwether.Tests.Support;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Tests.Publishing;

/// <summary>To the network and back: what is asked for there, who may come back, what is kept and when it ends.</summary>
public sealed class SignInTests
{
    private const string Back = "http://localhost:5080/settings/networks/back";

    [Theory, BothDatabases]
    public async Task Somebody_signs_in_at_the_network_chooses_a_page_and_is_connected(DatabaseKind on)
    {
        await using var fake = await FakeLinkedIn.StartAsync();
        fake.Pages["8"] = "Taco Catering";
        await using var stage = await Stage.OnAsync(on, real: true, network: fake);
        var account = await stage.AccountAsync("linkedin", connect: false);

        var signed = await stage.SignInAsync(account, fake);
        signed.Places.Select(place => place.Name).ShouldBe(["Taco Loco", "Taco Catering"], ignoreOrder: true);
        var choosing = (await stage.World.RunAsync(new ConnectionList(stage.World.Brand))).ShouldHaveSingleItem();
        (choosing.Choose, choosing.State).ShouldBe((true, ConnectionState.Untested));

        (await stage.World.RefusedAsync(new ChoosePlace(account, "urn:li:organization:9"))).Fields.ShouldHaveSingleItem().Field.ShouldBe("place");
        var connected = await stage.World.RunAsync(new ChoosePlace(account, "urn:li:organization:8"));
        (connected.State, connected.Choose, connected.Message).ShouldBe((ConnectionState.Working, false, "Posts go out as the page Taco Catering."));
        connected.ExpiresAt.ShouldBe(stage.World.Now + Duration.FromDays(60));
        connected.Settings.Values.ShouldNotContain(fake.Tokens.Secret);
        (await stage.World.SeeAsync(db => db.Set<Connection>().AsNoTracking().SingleAsync())).Encrypted.ShouldNotContain("access-");

        // Signing in once more keeps the page, and the secret need not be typed again.
        var again = await stage.World.RunAsync(new BeginSignIn(account, new Dictionary<string, string>(StringComparer.Ordinal) { ["clientId"] = fake.Tokens.Client }, Back));
        (await stage.World.RunAsync(new FinishSignIn(State(again.Address), fake.Tokens.Allow(again.Address)))).ShouldSatisfyAllConditions(
            kept => kept.Works.ShouldBeTrue(kept.Message), kept => kept.Places.ShouldBeEmpty(), kept => kept.Message.ShouldContain("Taco Catering"));
    }

    [Fact]
    public async Task The_way_back_is_open_once_to_whoever_began_and_not_for_long()
    {
        await using var fake = await FakeX.StartAsync();
        await using var stage = await Stage.OnAsync(DatabaseKind.Sqlite, real: true, network: fake);
        var account = await stage.AccountAsync("x", connect: false);
        var ben = await stage.World.MemberAsync("Ben", Role.Owner);

        var begun = await BeginAsync();
        (await Should.ThrowAsync<ProblemException>(() => stage.World.RunAsync(new FinishSignIn(State(begun.Address), "code"), Role.Owner, ben))).Code.ShouldBe("sign-in-over");
        (await stage.World.RefusedAsync(new FinishSignIn("made-up", "code"))).Code.ShouldBe("sign-in-over");
        (await stage.World.RunAsync(new FinishSignIn(State(begun.Address), fake.Tokens.Allow(begun.Address)))).Works.ShouldBeTrue();
        (await stage.World.RefusedAsync(new FinishSignIn(State(begun.Address), "code"))).Code.ShouldBe("sign-in-over");

        begun = await BeginAsync();
        stage.World.Clock.Advance(TimeSpan.FromMinutes(16));
        (await stage.World.RefusedAsync(new FinishSignIn(State(begun.Address), fake.Tokens.Allow(begun.Address)))).Code.ShouldBe("sign-in-over");

        // Whoever says no, or brings a code that was given for another proof key, changes nothing.
        (await stage.World.RunAsync(new FinishSignIn(State((await BeginAsync()).Address), Error: "access_denied"))).ShouldSatisfyAllConditions(no => no.Works.ShouldBeFalse(), no => no.Message.ShouldBe("It was not allowed at X. Nothing was changed."));
        var foreign = fake.Tokens.Allow((await BeginAsync()).Address);
        (await stage.World.RunAsync(new FinishSignIn(State((await BeginAsync()).Address), foreign))).Works.ShouldBeFalse();
        (await stage.World.RunAsync(new ConnectionList(stage.World.Brand))).ShouldHaveSingleItem().State.ShouldBe(ConnectionState.Working);

        Task<SignInBegun> BeginAsync() => stage.World.RunAsync(new BeginSignIn(account, Stage.Form(fake), Back));
    }

    [Theory]
    [InlineData("http://bellwether.example/settings/networks/back")]
    [InlineData("https://bellwether.example/elsewhere")]
    [InlineData("https://bellwether.example/settings/networks/back?to=evil")]
    [InlineData("javascript:alert(1)")]
    public async Task Networks_lead_back_to_this_program_only(string redirect)
    {
        await using var fake = await FakeX.StartAsync();
        await using var stage = await Stage.OnAsync(DatabaseKind.Sqlite, real: true, network: fake);
        var account = await stage.AccountAsync("x", connect: false);
        (await stage.World.RefusedAsync(new BeginSignIn(account, Stage.Form(fake), redirect))).Fields.ShouldHaveSingleItem().Field.ShouldBe("redirect");
        (await stage.World.RefusedAsync(new ConnectAccount(account, Stage.Form(fake)))).Code.ShouldBe("sign-in-there");
    }

    [Fact]
    public async Task Tokens_are_renewed_before_they_end_and_after_a_refusal_and_never_twice_at_once()
    {
        await using var fake = await FakeX.StartAsync();
        await using var stage = await Stage.OnAsync(DatabaseKind.Sqlite, real: true, network: fake);
        var account = await stage.SignedInAsync("x", fake);

        // Four fifths of two hours are over: renewed before the call, which is made once.
        stage.World.Clock.Advance(TimeSpan.FromMinutes(97));
        var calls = fake.Calls;
        (await stage.World.RunAsync(new TestConnection(account))).Works.ShouldBeTrue();
        (fake.Tokens.Renewed, fake.Calls - calls).ShouldBe((1, 1));

        // Refused for its token: renewed once, repeated once, also by two at the same time with one refresh token that is good once.
        fake.Tokens.End();
        await Task.WhenAll(stage.World.RunAsync(new TestConnection(account)), stage.World.RunAsync(new TestConnection(account)));
        fake.Tokens.Renewed.ShouldBe(2);

        fake.Tokens.Revoke();
        (await stage.World.RunAsync(new TestConnection(account))).ShouldSatisfyAllConditions(over => over.Kind.ShouldBe(ErrorKind.AuthRevoked), over => over.Message.ShouldContain("no longer accepts this sign-in"));
        (await stage.World.RunAsync(new ConnectionList(stage.World.Brand)))[0].State.ShouldBe(ConnectionState.Broken);
    }

    [Fact]
    public async Task The_owner_is_told_a_week_before_a_sign_in_ends_that_nobody_else_can_renew()
    {
        await using var fake = await FakeLinkedIn.StartAsync();
        await using var stage = await Stage.OnAsync(DatabaseKind.Sqlite, real: true, network: fake);
        var account = await stage.SignedInAsync("linkedin", fake);
        await LookAsync(52, 0);
        await LookAsync(2, 1);
        await LookAsync(1, 0);
        (await OpenAsync()).ShouldHaveSingleItem().Words.ShouldContain("nobody but you can renew it");
        (await stage.SignInAsync(account, fake)).Works.ShouldBeTrue();
        (await OpenAsync()).ShouldBeEmpty();

        async Task LookAsync(int days, int told)
        {
            stage.World.Clock.Advance(TimeSpan.FromDays(days));
            (await stage.World.RunAsync(new KeepSignIns())).ShouldBe(new KeptSignIns(0, told));
        }

        Task<List<Tickler>> OpenAsync() => stage.World.SeeAsync(db => db.Set<Tickler>().AsNoTracking().Where(row => row.DoneAt == null && row.Key.StartsWith("network-sign-in ")).ToListAsync());
    }

    [Fact]
    public async Task Tokens_that_nobody_uses_are_renewed_so_that_the_sign_in_stays_alive()
    {
        await using var fake = await FakeX.StartAsync();
        await using var stage = await Stage.OnAsync(DatabaseKind.Sqlite, real: true, network: fake);
        await stage.SignedInAsync("x", fake);
        (await stage.World.RunAsync(new KeepSignIns())).Renewed.ShouldBe(0);
        stage.World.Clock.Advance(TimeSpan.FromDays(31));
        (await stage.World.RunAsync(new KeepSignIns())).Renewed.ShouldBe(1);
        (await stage.World.RunAsync(new KeepSignIns())).Renewed.ShouldBe(0);
    }

    private static string State(string address) => HttpUtility.ParseQueryString(new Uri(address).Query)["state"]!;
}
