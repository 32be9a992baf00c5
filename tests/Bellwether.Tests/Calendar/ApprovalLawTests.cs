using Bellwether.Calendar;
using Bellwether.Kernel;
using Bellwether.People;
using Bellwether.Reminders;
using Bellwether.Storage;
using Bellwether.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;

namespace Bellwether.Tests.Calendar;

/// <summary>What holds of approvals whatever people do in whatever order.</summary>
[Requirement("R002-39")]
public sealed class ApprovalLawTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_approval_never_survives_a_change_of_what_was_approved(bool required)
    {
        await using var world = await World.OnAsync(DatabaseKind.Sqlite);
        var ben = await world.MemberAsync("Ben", Role.Manager);
        var cleo = await world.MemberAsync("Cleo", Role.Manager);
        await world.RunAsync(new SetCalendarRules(world.Brand, required, false, SameTextPolicy.Allow, Steps: required ? [new("First", [ben, cleo]), new("Second", [ben, world.Owner], All: true)] : []));
        var account = await world.AccountAsync("x");
        for (var seed = 1; seed <= 3; seed++)
        {
            var random = new Random(seed);
            var post = (await world.PostAsync($"Seed {seed}", Given.Monday, account)).Id;
            var wordings = new List<string> { $"Seed {seed}", $"Seed {seed}, again", $"Seed {seed}, otherwise" };
            for (var move = 0; move < 24; move++)
            {
                await TryAsync(world, Next(random, post, account, wordings), random.Next(3) switch { 0 => world.Owner, 1 => ben, _ => cleo });
                await HoldsAsync(world, post, required, $"seed {seed}, move {move}");
            }
        }
    }

    [Fact]
    public async Task Who_keeps_a_post_waiting_is_told_until_they_do_no_longer()
    {
        await using var world = await World.OnAsync(DatabaseKind.Sqlite);
        var ben = await world.MemberAsync("Ben", Role.Manager);
        (await world.RefusedAsync(new SetCalendarRules(world.Brand, true, false, SameTextPolicy.Warn, Steps: [new("House", [await world.MemberAsync("Eve")])]))).Code.ShouldBe("member-unable");
        await world.RunAsync(new SetCalendarRules(world.Brand, true, false, SameTextPolicy.Warn, Steps: [new("House", [ben])], IfLate: LateApproval.NextDay));
        var post = await world.PostAsync(at: Given.Monday, accounts: await world.AccountAsync("x"));
        await world.RunAsync(new SubmitPost(post.Id));

        (await WaitingAsync(ben)).ShouldHaveSingleItem().Words.ShouldContain("waits for your yes (House)");
        (await WaitingAsync(world.Owner)).ShouldBeEmpty();
        (await world.RefusedAsync(new ApprovePost(post.Id))).Kind.ShouldBe(ProblemKind.Forbidden);

        // Its slot comes first: it moves on by a day and waits on.
        world.Clock.Advance(TimeSpan.FromDays(4.1));
        await world.Services.GetRequiredService<PostExpiry>().RunAsync(TestContext.Current.CancellationToken);
        (await WaitingAsync(ben)).Count.ShouldBe(2);
        await world.RunAsync(new ApprovePost(post.Id), Role.Manager, ben);
        (await WaitingAsync(ben)).ShouldBeEmpty();
        var approved = await world.RunAsync(new PostDetail(post.Id));
        (approved.Status, approved.At).ShouldBe((PostStatus.Scheduled, Given.Monday.PlusDays(1)));

        async Task<IReadOnlyList<TicklerView>> WaitingAsync(Id<Member> member) => await world.RunAsync(new TicklerList(world.Brand), Role.Manager, member);
    }

    private static Func<World, Id<Member>, Task> Next(Random random, Id<Post> post, Id<Bellwether.Audits.SocialAccount> account, List<string> wordings) => random.Next(9) switch
    {
        0 or 1 => (world, who) => world.RunAsync(new SubmitPost(post), Role.Owner, who),
        2 or 3 or 4 => (world, who) => world.RunAsync(new ApprovePost(post), Role.Owner, who),
        5 => (world, who) => world.RunAsync(new WritePost(post, Text: wordings[random.Next(wordings.Count)]), Role.Owner, who),
        6 => (world, who) => world.RunAsync(new WritePost(post, Variants: [new Told(account, random.Next(2) == 0 ? null : "Own words", FirstComment: random.Next(2) == 0 ? null : "More below")]), Role.Owner, who),
        7 => (world, who) => world.RunAsync(new RestorePostVersion(post, 1 + random.Next(3)), Role.Owner, who),
        _ => (world, who) => world.RunAsync(new SchedulePost(post), Role.Owner, who),
    };

    private static async Task TryAsync(World world, Func<World, Id<Member>, Task> move, Id<Member> who)
    {
        try
        {
            await move(world, who);
        }
        catch (ProblemException)
        {
            // Refused moves are part of the play; what counts is how it stands afterwards.
        }
    }

    private static async Task HoldsAsync(World world, Id<Post> id, bool required, string when)
    {
        var post = await world.SeeAsync(db => db.Set<Post>().AsNoTracking().FirstAsync(row => row.Id == id));
        var given = await world.SeeAsync(db => db.Set<Approval>().AsNoTracking().Where(row => row.Post == id).ToListAsync());
        var words = await world.SeeAsync(db => db.Set<PostVersion>().AsNoTracking().FirstAsync(row => row.Post == id && row.Number == post.Revision));
        words.Wording.Seal().ShouldBe(PostWording.Of(post).Seal(), $"{when}: the last version is what it says");
        if (post.ApprovedRevision is { } approved)
        {
            approved.ShouldBe(post.Revision, $"{when}: approved in other words");
            given.ShouldContain(one => one.Revision == post.Revision, when);
        }

        if (required && post.Status is PostStatus.Approved or PostStatus.Scheduled)
        {
            post.ApprovedRevision.ShouldNotBeNull(when);
            given.Where(one => one.Revision == post.Revision).Select(one => one.Step).Distinct().Count().ShouldBe(2, $"{when}: every step said yes to these words");
        }
    }
}
