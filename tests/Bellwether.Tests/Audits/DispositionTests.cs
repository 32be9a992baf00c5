using Bellwether.Actions;
using Bellwether.Audits;
using Bellwether.Calendar;
using Bellwether.Kernel;
using Bellwether.Storage;
using Bellwether.Tests.Calendar;
using Bellwether.Tests.Support;
using NodaTime;

namespace Bellwether.Tests.Audits;

public sealed class DispositionTests
{
    [Theory, BothDatabases, Requirement("R002-27")]
    public async Task Deleting_brings_its_six_steps_and_a_word_on_squatting(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var plan = await world.PlanAsync();
        var account = await world.RunAsync(new AddSocialAccount(world.Brand, "pinterest", "taco", Owner: world.Owner));
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
        var small = await world.RunAsync(new AddSocialAccount(world.Brand, "facebook", "tacotuesday"));
        var main = await world.RunAsync(new AddSocialAccount(world.Brand, "facebook", "tacoloco"));
        (await world.RefusedAsync(new DecideDisposition(small.Id, Disposition.Park, Into: main.Id))).Code.ShouldBe("merge-only");
        (await world.RefusedAsync(new DecideDisposition(small.Id, Disposition.Merge, Into: small.Id))).Code.ShouldBe("merge-elsewhere");
        var decided = await world.RunAsync(new DecideDisposition(small.Id, Disposition.Merge, Into: main.Id));
        decided.MergeInto.ShouldBe(main.Id);
        (await world.RunAsync(new DispositionStepList(small.Id))).Title.ShouldBe("Merge tacotuesday on Facebook Page into tacoloco");
        (await world.RefusedAsync(new DecideDisposition(main.Id, Disposition.Merge, Into: small.Id))).Code.ShouldBe("merge-into-leaving");
        (await world.RunAsync(new DecideDisposition(small.Id, Disposition.Keep))).MergeInto.ShouldBeNull();
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
