using Bellwether.Kernel;
using Bellwether.Networks;
using Bellwether.People;
using Bellwether.Reminders;
using Bellwether.Storage;
using Bellwether.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Bellwether.Tests.Reminders;

/// <summary>What stands on somebody's day reaches them by mail through a real server: as they want it, once, and never in quiet hours.</summary>
public sealed class MailTests
{
    private static readonly LocalTime Eight = new(8, 0);

    [Theory, BothDatabases]
    public async Task A_day_is_one_mail_and_nothing_is_in_two(DatabaseKind on)
    {
        await using var server = await SmtpServer.StartAsync(open: true);
        await using var world = await WorldAsync(on);
        await world.RunAsync(new SetMailServer("127.0.0.1", "team@example.org", server.Port, Encrypted: false));
        await TellAsync(world, "Call the printer; “tacos”, ünïcode 🌮");
        await TellAsync(world, "Ask for the menu");
        (await world.RunAsync(new MailSettings())).Wish.Pace.ShouldBe(MailPace.Never);
        (await GoAsync(world)).ShouldBe(0, "nobody asked for it");

        await world.RunAsync(new SetMailWish(MailPace.Digest, "Europe/Berlin", Eight, new LocalTime(20, 0), new LocalTime(7, 0)));
        await UntilAsync(world, new LocalTime(7, 59));
        (await GoAsync(world)).ShouldBe(0, "it is too early");
        await UntilAsync(world, Eight);
        (await GoAsync(world)).ShouldBe(1);
        await TellAsync(world, "One more for today");
        (await GoAsync(world)).ShouldBe(0, "one mail a day");
        var mail = await server.NextAsync();
        mail.To.ShouldBe("ana@example.org");
        mail.Raw.ShouldContain("Message-ID: <mail_");
        mail.Raw.ShouldContain("Auto-Submitted: auto-generated");
        (await BodyAsync(world)).ShouldContain("- Call the printer; “tacos”, ünïcode 🌮\n  http://localhost:5080/today?brand=" + world.Brand);

        await UntilAsync(world, Eight);
        (await GoAsync(world)).ShouldBe(1);
        (await BodyAsync(world)).ShouldNotContain("Call the printer", Case.Sensitive, "it was told");
        (await server.NextAsync()).Raw.ShouldContain("One more for today");
        server.Count.ShouldBe(2);
    }

    [Fact]
    public async Task At_once_waits_for_the_end_of_quiet_hours_and_a_server_that_puts_off_is_asked_again()
    {
        await using var server = await SmtpServer.StartAsync(open: true);
        await using var world = await WorldAsync(DatabaseKind.Sqlite);
        await world.RunAsync(new SetMailServer("127.0.0.1", "team@example.org", server.Port, Encrypted: false));
        var deferred = await MemberAsync(world, "Defer");
        var bounced = await MemberAsync(world, "Bounce");
        foreach (var member in new[] { world.Owner, deferred, bounced })
        {
            await world.RunAsync(new SetMailWish(MailPace.AtOnce, "Europe/Berlin", Eight, new LocalTime(20, 0), new LocalTime(7, 0)), Role.Owner, member);
            await TellAsync(world, "Look", member);
        }

        await UntilAsync(world, new LocalTime(6, 59));
        (await GoAsync(world)).ShouldBe(0, "it is quiet");
        await UntilAsync(world, new LocalTime(7, 0));
        await GoAsync(world);
        for (var turn = 0; turn < 3; turn++)
        {
            world.Clock.Advance(TimeSpan.FromMinutes(1));
            await GoAsync(world);
        }

        (await server.NextAsync()).To.ShouldBe("ana@example.org");
        server.Count.ShouldBe(1);
        var mails = await world.SeeAsync(db => db.Set<Mail>().AsNoTracking().ToDictionaryAsync(mail => mail.Member));
        mails[bounced].State.ShouldBe(MailState.Refused);
        (mails[deferred].State, mails[deferred].Tried).ShouldBe((MailState.Waiting, 1));
        (await world.RunAsync(new MailSettings())).Troubles.ShouldHaveSingleItem().To.ShouldBe("bounce@example.org");
        for (var turn = 0; turn < 6; turn++)
        {
            world.Clock.Advance(TimeSpan.FromHours(6));
            await GoAsync(world);
        }

        var last = await world.SeeAsync(db => db.Set<Mail>().AsNoTracking().SingleAsync(mail => mail.Member == deferred));
        (last.State, last.Tried).ShouldBe((MailState.Refused, Mail.Tries));
    }

    [Fact]
    public async Task Whoever_hands_in_and_dies_leaves_a_mail_that_is_not_sent_again()
    {
        await using var server = await SmtpServer.StartAsync(open: true);
        await using var world = await WorldAsync(DatabaseKind.Sqlite);
        await world.RunAsync(new SetMailServer("127.0.0.1", "team@example.org", server.Port, Encrypted: false));
        await world.RunAsync(new SetMailWish(MailPace.AtOnce, "Europe/Berlin", Eight, Eight, Eight));
        await TellAsync(world, "Look");
        await AsProgramAsync(world, new WriteMails());
        (await AsProgramAsync(world, new ClaimMail())).ShouldHaveSingleItem();
        (await AsProgramAsync(world, new ClaimMail())).ShouldBeEmpty("it is claimed");
        world.Clock.Advance(TimeSpan.FromHours(1));
        (await GoAsync(world)).ShouldBe(0);
        server.Count.ShouldBe(0);
        (await world.SeeAsync(db => db.Set<Mail>().AsNoTracking().SingleAsync())).State.ShouldBe(MailState.Unknown);
    }

    [Fact]
    public async Task What_is_wrong_with_a_server_is_said_in_words()
    {
        await using var server = await SmtpServer.StartAsync();
        await using var shut = await SmtpServer.StartAsync(encrypted: true);
        await using var world = await WorldAsync(DatabaseKind.Sqlite);
        async Task<string?> TryAsync(string host, int port, bool encrypted, string? user = null, string? password = null)
        {
            await world.RunAsync(new SetMailServer(host, "team@example.org", port, encrypted, user, password));
            return (await world.RunAsync(new TestMail())).Problem;
        }

        (await TryAsync("127.0.0.1", server.Port, false))!.ShouldContain("127.0.0.1 said:");
        (await TryAsync("127.0.0.1", server.Port, true)).ShouldBe($"127.0.0.1 offers no encryption on port {server.Port}. Use the port for handing in mail, usually 587.");
        (await TryAsync("127.0.0.1", shut.Port, true, "ana", "lime")).ShouldBe("The certificate of 127.0.0.1 is not trusted. Give the name that stands on it, or have the server get one that is.");
        (await TryAsync("nowhere.invalid", 587, true)).ShouldBe("There is no server called nowhere.invalid. Check the name.");
        (await TryAsync("10.0.0.1", 587, true))!.ShouldContain("private network");
        var port = TestServers.FreePort();
        (await TryAsync("127.0.0.1", port, true)).ShouldBe($"127.0.0.1 cannot be reached on port {port}. Check the name and the port.");
        (await world.RunAsync(new MailSettings())).Server!.Problem.ShouldNotBeNull();

        (await world.RefusedAsync(new SetMailServer("mail.example.org", "team@example.org", 587, false, "ana", "lime"))).Code.ShouldBe("password-in-clear");
        (await world.RefusedAsync(new SetMailServer("mail.example.org", "team", 587))).Code.ShouldBe("address-invalid");
        (await world.RefusedAsync(new SetMailServer("mail.example.org", "team@example.org", 465))).Code.ShouldBe("port-unspoken");
        (await world.RefusedAsync(new SetMailWish(MailPace.Digest, "Mars/Crater", Eight, Eight, Eight))).Message.ShouldContain("Mars/Crater");
    }

    [Fact]
    public async Task A_password_is_stored_encrypted_kept_for_its_own_server_and_seen_by_nobody()
    {
        await using var world = await WorldAsync(DatabaseKind.Sqlite);
        await world.RunAsync(new SetMailServer("mail.example.org", "team@example.org", 587, true, "ana", "lime"));
        (await world.SeeAsync(db => db.Set<MailServer>().AsNoTracking().SingleAsync())).Password.ShouldNotBeNull().ShouldNotContain("lime");
        (await world.RunAsync(new SetMailServer("MAIL.example.org", "team@example.org", 587, true, "ana"))).Server!.HasPassword.ShouldBeTrue();
        (await world.RefusedAsync(new SetMailServer("mail.elsewhere.example", "team@example.org", 587, true, "ana"))).Code.ShouldBe("password-of-another-server");
        (await world.RunAsync(new SetMailServer("mail.example.org", "team@example.org", 587, false, "ana"))).Server!.HasPassword.ShouldBeFalse("it would go out in clear");
        var ben = await world.MemberAsync("Ben");
        var seen = await world.RunAsync(new MailSettings(), Role.Editor, ben);
        (seen.Ready, seen.Server, seen.Address).ShouldBe((true, null, "ben@example.org"));
        await Should.ThrowAsync<ProblemException>(() => world.RunAsync(new SetMailServer("mail.example.org", "team@example.org"), Role.Editor, ben));
        await world.RunAsync(new RemoveMailServer());
        (await world.RunAsync(new MailSettings())).Ready.ShouldBeFalse();
    }

    private static Task<World> WorldAsync(DatabaseKind on) => World.OnAsync(on, services => services.AddSingleton(new OutgoingRules(["127.0.0.1"])));

    private static Task<int> GoAsync(World world) => world.Services.GetRequiredService<MailWatch>().RunAsync(TestContext.Current.CancellationToken);

    private static Task<TResult> AsProgramAsync<TResult>(World world, IRequest<TResult> request) =>
        world.Services.GetRequiredService<Runner>().RunAsync(request, current => current.BecomeProgram(world.Workspace.Value), TestContext.Current.CancellationToken);

    private static async Task<string> BodyAsync(World world) => (await world.SeeAsync(db => db.Set<Mail>().AsNoTracking().OrderByDescending(mail => mail.Id).FirstAsync())).Text;

    private static async Task<Id<Member>> MemberAsync(World world, string name) => await world.MemberAsync(name, Role.Owner);

    private static Task TellAsync(World world, string words, Id<Member>? member = null) =>
        world.RunAsync(new AddTickler(world.Brand, words, Path: "/today"), Role.Owner, member ?? world.Owner);

    /// <summary>Turns the clock on to the next time it is so late in Berlin.</summary>
    private static Task UntilAsync(World world, LocalTime time)
    {
        var now = world.Clock.GetUtcNow();
        var here = Instant.FromDateTimeOffset(now).InZone(DateTimeZoneProviders.Tzdb["Europe/Berlin"]);
        var next = here.Date.At(time).InZoneLeniently(here.Zone);
        next = next.ToInstant() > here.ToInstant() ? next : here.Date.PlusDays(1).At(time).InZoneLeniently(here.Zone);
        world.Clock.Advance((next.ToInstant() - here.ToInstant()).ToTimeSpan());
        return Task.CompletedTask;
    }
}
