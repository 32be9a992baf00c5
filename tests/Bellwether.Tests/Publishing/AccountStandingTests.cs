using Bellwether.Calendar;
using Bellwether.Kernel;
using Bellwether.Publishing;
using Bellwether.Storage;
using Bellwether.Tests.Support;
using Bellwether.Transfer;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Tests.Publishing;

/// <summary>An account that cannot be posted to is named in words with the way to mend it: to who plans a post, and to who asks the doctor.</summary>
public sealed class AccountStandingTests
{
    [Theory, BothDatabases]
    public async Task A_dead_sign_in_is_named_by_the_doctor_and_before_the_slot(DatabaseKind on)
    {
        await using var stage = await Stage.OnAsync(on);
        var dead = await stage.AccountAsync();
        await stage.AccountAsync();
        (await DoctorAsync(stage)).ShouldHaveSingleItem().Severity.ShouldBe(Severity.Fine);

        stage.Fake.Next.Enqueue(Weather.Revoked);
        await stage.PostAsync("Nobody will see this", 1, dead);
        await stage.PassAsync(2);

        var found = await DoctorAsync(stage);
        var named = found.Single(one => one.Severity == Severity.Broken);
        named.What.ShouldContain("@taco1 on Mastodon");
        named.What.ShouldContain("Taco Loco");
        named.Found.ShouldContain("no longer accepts");
        named.Mend.ShouldBe("Connect it again under Settings, Networks.");
        found.ShouldContain(one => one.Severity == Severity.Fine && one.Found.StartsWith("1 account is well"));
        (await stage.World.RunAsync(new Doctor())).Healthy.ShouldBeFalse();
        (await FindingAsync(stage, dead)).ShouldContain("Connect it again under Settings, Networks.");
    }

    [Theory, BothDatabases]
    public async Task A_sign_in_that_ends_soon_warns_with_its_day_and_an_ended_one_is_broken(DatabaseKind on)
    {
        await using var stage = await Stage.OnAsync(on);
        var account = await stage.AccountAsync();
        await EndAsync(stage, Duration.FromDays(3));
        var soon = (await DoctorAsync(stage)).Single();
        (soon.Severity, soon.Found).ShouldBe((Severity.Warning, "The sign-in of @taco1 ends on 29 Mar 2026."));
        await EndAsync(stage, Duration.FromDays(-1));
        var ended = (await DoctorAsync(stage)).Single();
        (ended.Severity, ended.Found).ShouldBe((Severity.Broken, "The sign-in of @taco1 ended on 25 Mar 2026."));
        (await FindingAsync(stage, account)).ShouldContain("ended on 25 Mar 2026");
    }

    [Theory, BothDatabases]
    public async Task A_pause_is_named_with_who_and_why(DatabaseKind on)
    {
        await using var stage = await Stage.OnAsync(on);
        var account = await stage.AccountAsync();
        await stage.World.RunAsync(new PausePublishing(stage.World.Brand, "Sad news in town."));
        var paused = (await DoctorAsync(stage)).Single();
        paused.Severity.ShouldBe(Severity.Warning);
        paused.Found.ShouldBe("Publishing is paused since 26 Mar 2026, by Ana: Sad news in town.");
        paused.Mend.ShouldBe("End the pause under Calendar, Publishing.");
        (await FindingAsync(stage, account)).ShouldContain("Sad news in town");
        await stage.World.RunAsync(new ResumePublishing(stage.World.Brand));
        (await DoctorAsync(stage)).Single().Severity.ShouldBe(Severity.Fine);
    }

    [Fact]
    public async Task A_connection_that_was_taken_away_is_named_while_posts_wait_for_it()
    {
        await using var stage = await Stage.OnAsync(DatabaseKind.Sqlite);
        var account = await stage.AccountAsync();
        await stage.PostAsync("Later", 60, account);
        await stage.World.RunAsync(new Disconnect(account));
        var named = (await DoctorAsync(stage))[0];
        (named.Severity, named.Found, named.Mend).ShouldBe((Severity.Warning, "@taco1 is not connected.", "Connect it under Settings, Networks."));
    }

    [Fact]
    public async Task The_program_itself_looks_at_every_workspace_and_a_member_at_their_own()
    {
        await using var stage = await Stage.OnAsync(DatabaseKind.Sqlite);
        await stage.AccountAsync();
        await EndAsync(stage, Duration.FromDays(-1));
        (await stage.World.RunAsProgramAsync(new Doctor())).Examined.ShouldContain(one => one.Severity == Severity.Broken);
        (await stage.World.RunAsStrangerAsync(new Doctor())).Examined.ShouldNotContain(one => one.Severity == Severity.Broken);
    }

    private static async Task<IReadOnlyList<Examined>> DoctorAsync(Stage stage) =>
        [.. (await stage.World.RunAsync(new Doctor())).Examined.Where(one => one.What.Contains("sign-in"))];

    private static Task EndAsync(Stage stage, Duration ahead) =>
        stage.World.SeeAsync(db => db.Set<Connection>().ExecuteUpdateAsync(set => set.SetProperty(row => row.ExpiresAt, stage.World.Now + ahead)));

    private static async Task<string> FindingAsync(Stage stage, Id<Bellwether.Audits.SocialAccount> account)
    {
        var post = await stage.World.RunAsync(new AddPost(stage.World.Brand, Text: "Soup today", Variants: [new Told(account)], Unguided: true));
        return string.Join(' ', (await stage.World.RunAsync(new PostPrecheck(post.Id))).Select(finding => finding.Message));
    }
}
