using Bellwether.Actions;
using Bellwether.Audits;
using Bellwether.Calendar;
using Bellwether.Kernel;
using Bellwether.Plans;
using Bellwether.Storage;
using Bellwether.Tests.Calendar;
using Bellwether.Tests.Support;
using Bellwether.Transfer;
using NodaTime;

namespace Bellwether.Tests.Audits;

public sealed class DispositionTests
{
    [Theory, BothDatabases, Requirement("R002-27")]
    public async Task Deleting_brings_its_six_steps_and_a_word_on_squatting(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var plan = await world.PlanAsync();
        var account = await world.RunAsync(new AddSocialAccount(world.Brand, "pinterest", "taco", Status: AccountStatus.Unexplained, Owner: world.Owner));
        (await world.RefusedAsync(new MakeDispositionWork(account.Id, plan))).Code.ShouldBe("nothing-to-do");
        await world.RunAsync(new DecideDisposition(account.Id, Disposition.Delete, "Nobody looks at it"));
        var steps = await world.RunAsync(new DispositionStepList(account.Id));
        steps.Steps.Count.ShouldBe(6);
        steps.Steps[0].ShouldStartWith("Export the data");
        steps.Steps[3].ShouldContain("tokens");
        steps.Reminder!.ShouldContain("taken by anybody");
        var work = await world.RunAsync(new MakeDispositionWork(account.Id, plan, Due: new LocalDate(2026, 6, 1)));
        var outline = await world.RunAsync(new ActionDetail(work.Action));
        outline.Work.Title.ShouldBe("Delete taco on Pinterest");
        outline.Work.Owner.ShouldBe(world.Owner);
        outline.Parts.Select(part => part.Title).ShouldBe(steps.Steps);
        (await world.RunAsync(new AccountDetail(account.Id))).ArchivedAt.ShouldBeNull("the history stays");
    }

    [Theory, BothDatabases, Requirement("R002-27")]
    public async Task An_account_with_scheduled_posts_is_not_deleted_closed_or_archived(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var account = await world.RunAsync(new AddSocialAccount(world.Brand, "bluesky", "taco.example", Purpose: "News", Owner: world.Owner));
        var post = await world.PostAsync("Lunch at noon", null, account.Id);
        await world.RunAsync(new SchedulePost(post.Id, Given.Monday));
        foreach (var no in new[]
        {
            await world.RefusedAsync(new DecideDisposition(account.Id, Disposition.Delete)),
            await world.RefusedAsync(new ChangeSocialAccount(account.Id, Status: AccountStatus.Closed)),
            await world.RefusedAsync(new ArchiveSocialAccount(account.Id)),
        })
        {
            no.Kind.ShouldBe(ProblemKind.Rule);
            no.Code.ShouldBe("account-in-use");
            no.Message.ShouldContain("Lunch at noon");
        }

        (await world.RunAsync(new AccountDetail(account.Id))).Disposition.ShouldBe(Disposition.Undecided);
    }

    [Theory, BothDatabases, Requirement("R002-27")]
    public async Task A_merge_names_an_account_that_stays(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var small = await world.RunAsync(new AddSocialAccount(world.Brand, "facebook", "tacotuesday", Purpose: "News"));
        var main = await world.RunAsync(new AddSocialAccount(world.Brand, "facebook", "tacoloco", Purpose: "News"));
        (await world.RefusedAsync(new DecideDisposition(small.Id, Disposition.Park, Into: main.Id))).Code.ShouldBe("merge-only");
        (await world.RefusedAsync(new DecideDisposition(small.Id, Disposition.Merge, Into: small.Id))).Code.ShouldBe("merge-elsewhere");
        var decided = await world.RunAsync(new DecideDisposition(small.Id, Disposition.Merge, Into: main.Id));
        decided.MergeInto.ShouldBe(main.Id);
        (await world.RunAsync(new DispositionStepList(small.Id))).Title.ShouldBe("Merge tacotuesday on Facebook Page into tacoloco");
        (await world.RefusedAsync(new DecideDisposition(main.Id, Disposition.Merge, Into: small.Id))).Code.ShouldBe("merge-into-leaving");
        (await world.RunAsync(new DecideDisposition(small.Id, Disposition.Keep))).MergeInto.ShouldBeNull();
    }

    [Fact, Requirement("R002-27")]
    public async Task Each_disposition_has_its_own_steps_in_words()
    {
        await using var world = await World.OnAsync(DatabaseKind.Sqlite);
        var account = await world.RunAsync(new AddSocialAccount(world.Brand, "x", "taco", Purpose: "News"));
        var main = await world.RunAsync(new AddSocialAccount(world.Brand, "x", "tacoloco", Purpose: "News"));
        async Task<DispositionSteps> Of(Disposition decided, Id<SocialAccount>? into = null)
        {
            await world.RunAsync(new DecideDisposition(account.Id, decided, Into: into));
            return await world.RunAsync(new DispositionStepList(account.Id));
        }

        (await Of(Disposition.Keep)).Steps.ShouldBeEmpty();
        var update = await Of(Disposition.Update);
        update.Title.ShouldBe("Update taco on X");
        update.Steps.TakeLast(3).ShouldBe(["Compare name, picture and bio with the other accounts", "Check the link and its tag", "Look at the profile signed out, on a phone"]);
        update.Steps.ShouldContain("Fill in: bio");
        (await Of(Disposition.Merge, main.Id)).Steps.ShouldBe([
            "Export posts, followers and numbers", "Tell followers where to go on: tacoloco", "Use the network’s own merge where it has one", "Replace the address on the site, in mails and in other bios",
            "Revoke the access of programs and agencies", "Close what is left over"]);
        var park = await Of(Disposition.Park);
        park.Steps.ShouldBe([
            "Say in the bio where you can be found instead", "Pin a post that says so", "Turn on two-step sign-in and put the keys into the vault", "Revoke the access of programs and agencies", "Turn off messages, or name who answers them"]);
        park.Reminder.ShouldBe("A parked account is signed in to once a year, or some networks take it back.");
        var delete = await Of(Disposition.Delete);
        delete.Steps.ShouldBe([
            "Export the data: posts, followers, messages, numbers", "Post a farewell that says where you can be found", "Remove its address from the site, from mails and from other bios",
            "Revoke tokens and the access of programs and agencies", "Delete the account on the network", "Redirect old links to where people should go now"]);
        delete.Reminder.ShouldBe("A freed handle can be taken by anybody, at some networks at once: search for it again in a month and a quarter.");
    }

    [Fact, Requirement("R003-01")]
    public async Task An_account_is_asked_for_what_purpose_and_which_business_goal_before_it_is_listed_as_in_use()
    {
        await using var world = await World.OnAsync(DatabaseKind.Sqlite);
        var no = await world.RefusedAsync(new AddSocialAccount(world.Brand, "tiktok", "taco"));
        (no.Kind, no.Code, no.Fields[0].Field).ShouldBe((ProblemKind.Rule, "purpose-missing", "purpose"));
        no.Message.ShouldStartWith("For what purpose, and to answer which business goal?");
        (await world.RefusedAsync(new AddSocialAccount(world.Brand, "tiktok", "taco", Purpose: " ", Status: AccountStatus.Active))).Code.ShouldBe("purpose-missing");
        (await world.RunAsync(new AccountInventory(world.Brand))).Accounts.ShouldBeEmpty();

        var found = await world.RunAsync(new AddSocialAccount(world.Brand, "tiktok", "taco", Status: AccountStatus.Unexplained));
        (await world.RefusedAsync(new ChangeSocialAccount(found.Id, Status: AccountStatus.Active))).Code.ShouldBe("purpose-missing");
        var said = await world.RunAsync(new ChangeSocialAccount(found.Id, Purpose: "Reach people under 25", BusinessGoal: "Fill the tables on weekdays"));
        (said.Status, said.BusinessGoal).ShouldBe((AccountStatus.Active, "Fill the tables on weekdays"));
        (await world.RefusedAsync(new ChangeSocialAccount(found.Id, Status: AccountStatus.Unexplained))).Code.ShouldBe("purpose-said");
        (await world.RunAsync(new ChangeSocialAccount(found.Id, Purpose: ""))).Status.ShouldBe(AccountStatus.Unexplained, "what nobody explains any more is not simply in use");
    }

    [Theory, BothDatabases, Requirement("R003-01")]
    public async Task An_account_in_use_that_a_file_brings_without_a_purpose_is_taken_and_warned_of(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var plan = (await world.RunAsync(new ImportPlan(System.Text.Encoding.UTF8.GetBytes("""
            bellwether: plan/1
            plan: {title: Old plan}
            accounts:
              - {network: x, handle: much_too_long_for_x_today, url: "https://x.com/taco"}
            """), world.Brand))).Id;
        var account = (await world.RunAsync(new AccountInventory(world.Brand))).Accounts.Single();
        (account.Status, account.Purpose).ShouldBe((AccountStatus.Active, null));
        account.Gaps.ShouldContain(AccountGap.NoPurpose);
        (await world.RunAsync(new PlanGates(plan))).Findings.Single(finding => finding.Code == "account-without-purpose").Message.ShouldContain("much_too_long");
        (await world.RunAsync(new ChangeSocialAccount(account.Id, Notes: "Found in a drawer", Url: "https://x.com/taco2"))).Status.ShouldBe(AccountStatus.Active);
    }

    [Theory, BothDatabases, Requirement("R003-01")]
    public async Task Nothing_is_taken_into_use_before_its_purpose_is_said(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var planned = await world.RunAsync(new AddSocialAccount(world.Brand, "tiktok", "taco", Status: AccountStatus.Planned));
        var no = await world.RefusedAsync(new ChangeSocialAccount(planned.Id, Status: AccountStatus.Active));
        no.Code.ShouldBe("purpose-missing");
        no.Fields[0].Field.ShouldBe("purpose");
        (await world.RunAsync(new ChangeSocialAccount(planned.Id, Status: AccountStatus.Active, Purpose: "Reach people under 25"))).Status.ShouldBe(AccountStatus.Active);
    }
}
