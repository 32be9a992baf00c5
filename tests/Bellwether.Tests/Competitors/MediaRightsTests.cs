using Bellwether.Calendar;
using Bellwether.Competitors;
using Bellwether.Kernel;
using Bellwether.Media;
using Bellwether.Publishing;
using Bellwether.Storage;
using Bellwether.Tests.Audits;
using Bellwether.Tests.Media;
using Bellwether.Tests.Publishing;
using Bellwether.Tests.Support;

namespace Bellwether.Tests.Competitors;

/// <summary>Pictures of others go out only while somebody allows it.</summary>
public sealed class MediaRightsTests
{
    [Theory, BothDatabases, Requirement("R002-36")]
    public async Task A_permission_that_is_taken_back_keeps_the_picture_from_being_posted_also_when_the_post_was_planned_before(DatabaseKind on)
    {
        await using var stage = await Stage.OnAsync(on);
        var world = stage.World;
        var account = await stage.AccountAsync();
        var example = await world.RunAsync(new CollectInspiration(world.Brand, "A guest’s picture", Author: "Mia", AuthorType: AuthorType.Customer, Learn: "Light from the side", Voice: "Short", Quoted: "Best tacos", Tags: ["light"]));
        await world.RunAsync(new ShowInspiration(example.Id, ImpersonationTests.Screenshot));
        await world.RunAsync(new ChangeInspiration(example.Id, AllowedBy: "Mia, by message"));
        var asset = await world.RunAsync(new ReuseInspiration(example.Id, "Tacos on a wooden board"));
        var told = new Told(account, Media: [new VariantMedia(asset.Id, "Tacos on a wooden board")]);
        var planned = await stage.PostAsync("Lunch", 10, [told]);
        async Task<PostFinding?> Barred(Id<Post> post) => (await world.RunAsync(new PostPrecheck(post))).SingleOrDefault(finding => finding.Code == "media-not-allowed");
        (await Barred(planned)).ShouldBeNull();

        await world.RunAsync(new ChangeInspiration(example.Id, AllowedBy: ""));
        var read = (await world.RunAsync(new InspirationLibrary(world.Brand))).Single();
        (read.Permission, read.PermittedOn, read.MayReuse, read.Learn, read.Voice, read.Quoted, read.AuthorType).ShouldBe((null, null, false, "Light from the side", "Short", "Best tacos", AuthorType.Customer));
        var barred = (await Barred(planned))!;
        (barred.Blocks, barred.Account, barred.Field).ShouldBe((true, account, "media"));
        barred.Message.ShouldBe("“A guest’s picture” is the work of Mia, and no permission is on file. Take another picture, or write down who allowed it under Competitors, Inspiration.");
        var later = (await world.RunAsync(new AddPost(world.Brand, Text: "Dinner", Variants: [told], Unguided: true))).Id;
        (await world.RefusedAsync(new SchedulePost(later, new NodaTime.LocalDateTime(2026, 3, 27, 18, 0)))).Message.ShouldContain("the work of Mia");

        await stage.PassAsync(11);
        var waiting = await stage.OneAsync();
        (waiting.Status, waiting.Problem).ShouldBe((PublicationStatus.NeedsPerson, barred.Message));
        stage.Fake.Visible.ShouldBeEmpty();

        await world.RunAsync(new ChangeInspiration(example.Id, AllowedBy: "Mia, again"));
        await world.RunAsync(new RetryPublication(waiting.Id));
        await stage.PassAsync(1);
        (await stage.OneAsync()).Status.ShouldBe(PublicationStatus.Confirmed);
    }

    [Fact, Requirement("R002-36")]
    public async Task What_may_be_used_until_a_day_is_not_posted_after_it()
    {
        await using var stage = await Stage.OnAsync(DatabaseKind.Sqlite);
        var world = stage.World;
        var account = await stage.AccountAsync();
        var asset = await world.RunAsync(new AddAsset(world.Brand, "Summer terrace", Pictures.Png(800, 600), "Tables in the sun", new NodaTime.LocalDate(2026, 3, 27)));
        var post = (await world.RunAsync(new AddPost(world.Brand, Text: "Come", Variants: [new Told(account, Media: [new VariantMedia(asset.Id, "Tables")])], Unguided: true))).Id;
        await world.RunAsync(new SchedulePost(post, new NodaTime.LocalDateTime(2026, 3, 27, 18, 0)));
        (await world.RunAsync(new PostPrecheck(post))).ShouldNotContain(finding => finding.Code == "media-not-allowed");
        await world.RunAsync(new MovePost(post, new NodaTime.LocalDateTime(2026, 3, 28, 9, 0)));
        var barred = (await world.RunAsync(new PostPrecheck(post))).Single(finding => finding.Code == "media-not-allowed");
        (barred.Blocks, barred.Message.Contains("until 2026-03-27 only", StringComparison.Ordinal)).ShouldBe((true, true));
    }
}
