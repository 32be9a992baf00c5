using System.Text.Json.Nodes;
using Bellwether.Calendar;
using Bellwether.Kernel;
using Bellwether.Media;
using Bellwether.Plans;
using Bellwether.Storage;
using Bellwether.Tests.Media;
using Bellwether.Tests.Support;
using NodaTime;

namespace Bellwether.Tests.Calendar;

public sealed class CalendarPartTests
{
    [Theory, BothDatabases]
    public async Task Posts_come_back_as_drafts_with_their_words_pictures_and_slots(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var (plan, post) = await PlannedAsync(world);
        var (copy, same) = await PlanParts.CopyAsync(world, plan, "goals", "calendar");
        same.ShouldBeTrue();
        var posts = (await world.RunAsync(new PostList(world.Brand, Plan: copy))).Items;
        var read = await world.RunAsync(new PostDetail(posts.Single(each => each.Title == "Fish tacos").Post));
        // An imported file publishes nothing by itself, whatever its posts were.
        (await world.RunAsync(new PostDetail(post))).Status.ShouldBe(PostStatus.Scheduled);
        (read.Status, read.At, read.DueAt).ShouldBe((PostStatus.Draft, Given.Monday, Instant.FromUtc(2026, 3, 30, 8, 0)));
        read.Variants.Select(variant => (variant.Network, variant.OwnText)).ShouldBe([("bluesky", "Fish tacos, until three."), ("mastodon", null)], ignoreOrder: true);
        read.Variants.SelectMany(variant => variant.Media).ShouldHaveSingleItem().Alt.ShouldBe("A plate");
        posts.Count.ShouldBe(2);
    }

    [Theory, BothDatabases]
    public async Task The_next_cycle_keeps_the_ideas_and_forgets_their_times(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var (plan, _) = await PlannedAsync(world);
        var written = (await PlanParts.WriteAsync(world, plan, nextCycle: true, "calendar"))["calendar"]!;
        written["posts"]!.AsArray().Select(post => (post!["title"]!.GetValue<string>(), post["at"] is null)).ShouldBe([("Fish tacos", true), ("A thought", true)], ignoreOrder: true);
        (await PlanParts.WriteAsync(world, plan, nextCycle: false, "calendar"))["calendar"]!["posts"]!.AsArray().Count(post => post!["at"] is not null).ShouldBe(1);
    }

    [Theory, BothDatabases]
    public async Task What_is_out_or_archived_is_no_part_of_what_is_planned(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var plan = await world.PlanAsync();
        var gone = await world.RunAsync(new AddPost(world.Brand, "Gone", "x", Plan: plan, Unguided: true));
        await world.RunAsync(new ArchivePost(gone.Id));
        var old = new Post(world.Brand, "Out", "x", null);
        old.Serve(plan, null, unguided: true, null, null);
        old.Preview(Slot.Of(new LocalDateTime(2026, 3, 20, 10, 0), Clock.Zone("Europe/Berlin")), PostStatus.Published);
        await world.AddAsync(old);
        (await PlanParts.WriteAsync(world, plan, nextCycle: false, "calendar"))["calendar"].ShouldBeNull();
    }

    [Theory, BothDatabases]
    [Requirement("R001-06")]
    public async Task A_template_comes_along_with_its_table_and_its_posts_are_not_made_twice(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var plan = await world.PlanAsync();
        var template = await world.RunAsync(new AddPostTemplate(
            world.Brand, "Where we are", "{{place}} today, {{dish}}", [new TemplateTelling(await world.AccountAsync("bluesky"))], plan, Unguided: true, Time: new PostingTime(Minutes: -60), Expiry: new TemplateExpiry(Hours: 4, Then: AtExpiry.TakeBack),
            Rows: [GivenTemplates.Row("Mon, Wed", "Market square") with { Values = new Dictionary<string, string>(StringComparer.Ordinal) { ["dish"] = "Birria" } }, new RowText("2026-12-24", "–")]));
        await world.FillAsync(template);
        var (copy, same) = await PlanParts.CopyAsync(world, plan, "calendar");
        same.ShouldBeTrue();
        var copied = (await world.RunAsync(new PostTemplateList(world.Brand))).Single(line => line.Id != template.Id);
        (copied.Rows, copied.Ahead).ShouldBe((2, 2));
        (await world.RunAsync(new FillCalendar(copied.Id, GivenTemplates.Monday, GivenTemplates.Sunday))).Slots.Select(slot => slot.Step).ShouldBe([FillStep.Same, FillStep.Same]);

        var next = (await PlanParts.WriteAsync(world, copy, nextCycle: true, "calendar"))["calendar"]!;
        (next["templates"]!.AsArray().Count, next["posts"]).ShouldBe((1, null), "the next cycle fills its own days");
    }

    [Theory]
    [InlineData("""{"posts": [{"id": "post_00000000000000000000000001", "title": " "}]}""", "calendar.posts[0]: Title is empty")]
    [InlineData("""{"posts": [{"id": "post_00000000000000000000000001", "title": "x", "at": "noon"}]}""", "calendar.posts[0].at")]
    [InlineData("""{"posts": [{"id": "post_00000000000000000000000001", "title": "x", "variants": [{"id": "variant_00000000000000000000000001", "account": "x:y"}]}]}""", "calendar.posts[0]: there is no account “x:y”")]
    public async Task A_mistake_is_named_by_its_place(string part, string says)
    {
        await using var world = await World.OnAsync(DatabaseKind.Sqlite);
        await world.AccountAsync("bluesky");
        var plan = await world.PlanAsync();
        (await Should.ThrowAsync<ProblemException>(() => PlanParts.ReadAsync(world, plan, new JsonObject { ["calendar"] = JsonNode.Parse(part) }))).Message.ShouldContain(says);
        (await world.RunAsync(new PostList(world.Brand))).Items.ShouldBeEmpty();
    }

    /// <summary>A plan with a scheduled post on two accounts and a thought without a time.</summary>
    private static async Task<(Id<Plan> Plan, Id<Post> Post)> PlannedAsync(World world)
    {
        var plan = await world.PlanAsync();
        var goal = await world.GoalAsync(plan);
        var (bluesky, mastodon) = (await world.AccountAsync("bluesky"), await world.AccountAsync("mastodon"));
        var picture = await world.RunAsync(new AddAsset(world.Brand, "Plate", Pictures.Png(8, 6), "A plate"));
        var post = await world.RunAsync(new AddPost(
            world.Brand, "Fish tacos", "Fish tacos at the market square.",
            [new Told(bluesky, "Fish tacos, until three.", [new VariantMedia(picture.Id, "A plate")]), new Told(mastodon)], plan, goal, At: Given.Monday));
        await world.RunAsync(new SchedulePost(post.Id));
        await world.RunAsync(new AddPost(world.Brand, "A thought", null, Plan: plan, Unguided: true));
        return (plan, post.Id);
    }
}
