using Bellwether.Calendar;
using Bellwether.Kernel;
using Bellwether.People;
using Bellwether.Storage;
using Bellwether.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace Bellwether.Tests.Calendar;

/// <summary>Nothing typed is lost, nobody is overwritten unseen, and every earlier version can come back.</summary>
[Requirement("R002-39")]
public sealed class WritingTests
{
    [Fact]
    public async Task Each_change_of_the_words_is_a_version_with_its_author_and_any_of_them_comes_back()
    {
        await using var world = await World.OnAsync(DatabaseKind.Sqlite);
        var account = await world.AccountAsync("mastodon");
        var post = (await world.PostAsync("Tacos at noon", null, account)).Id;
        var ben = await world.MemberAsync("Ben");
        await world.RunAsync(new WritePost(post, Text: "Tacos at one", Variants: [new Told(account, "Tacos, one", FirstComment: "The menu")]), Role.Editor, ben);
        // The same words again, another slot and another aim are no versions.
        await world.RunAsync(new WritePost(post, Text: "Tacos at one"));
        await world.RunAsync(new MovePost(post, Given.Monday));
        await world.RunAsync(new AimPost(post, Unguided: true));

        var versions = await world.RunAsync(new PostVersions(post));
        versions.Select(version => (version.Number, version.Current)).ShouldBe([(2, true), (1, false)]);
        versions[0].Author.ShouldBe(ben.Value);
        versions[0].Changes.Select(change => (change.Field, change.Before, change.After)).ShouldBe(
        [
            (PostField.Text, "Tacos at noon", "Tacos at one"), (PostField.OwnText, null, "Tacos, one"), (PostField.FirstComment, null, "The menu"),
        ]);

        var back = await world.RunAsync(new RestorePostVersion(post, 1));
        (back.Text, back.Variants[0].OwnText, back.Variants[0].FirstComment).ShouldBe(("Tacos at noon", null, null));
        (await world.RunAsync(new PostVersions(post))).Count.ShouldBe(3);
        (await world.RefusedAsync(new RestorePostVersion(post, 9))).Kind.ShouldBe(ProblemKind.NotFound);
    }

    [Theory, BothDatabases]
    public async Task What_is_typed_is_kept_apart_from_the_post_and_others_see_who_is_at_work(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var post = await world.PostAsync("Tacos at noon", Given.Monday, await world.AccountAsync("mastodon"));
        await world.RunAsync(new SchedulePost(post.Id));
        var ben = await world.MemberAsync("Ben");
        var lines = await AuditedAsync(world);

        await world.RunAsync(new KeepWorkingCopy(post.Id, new UnsavedPost(Text: "Tacos at"), 1));
        await world.RunAsync(new KeepWorkingCopy(post.Id, new UnsavedPost(Text: "Tacos at one"), 1));

        (await AuditedAsync(world)).ShouldBe(lines, "typing is no event");
        var now = await world.RunAsync(new PostDetail(post.Id));
        (now.Text, now.Status, now.Revision).ShouldBe(("Tacos at noon", PostStatus.Scheduled, 1));
        var mine = await world.RunAsync(new WorkingCopyOf(post.Id));
        (mine.Mine!.Content.Text, mine.Mine.Revision, mine.Others.Count).ShouldBe(("Tacos at one", 1, 0));
        var his = await world.RunAsync(new WorkingCopyOf(post.Id), Role.Editor, ben);
        his.Mine.ShouldBeNull();
        his.Others.ShouldHaveSingleItem().Member.ShouldBe(world.Owner.Value);

        await world.RunAsync(new WritePost(post.Id, Text: "Tacos at one"));
        var saved = await world.RunAsync(new WorkingCopyOf(post.Id));
        (saved.Mine, saved.Revision).ShouldBe((null, 2));
        (await Should.ThrowAsync<ProblemException>(() => world.RunAsync(new WritePost(post.Id, Text: "Ben's words", IfVersion: post.Version), Role.Editor, ben))).Code.ShouldBe("changed-meanwhile");
        (await world.RunAsync(new PostDetail(post.Id))).Text.ShouldBe("Tacos at one");
    }

    private static Task<int> AuditedAsync(World world) => world.SeeAsync(db => db.Set<AuditLine>().CountAsync());
}
