using Bellwether.Audits;
using Bellwether.Competitors;
using Bellwether.Kernel;
using Bellwether.Networks;
using Bellwether.Storage;
using Bellwether.Tests.Audits;
using Bellwether.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Bellwether.Tests.Competitors;

public sealed class RivalTests
{
    private static readonly LocalDate Today = new(2026, 3, 26);

    [Theory, BothDatabases, Requirement("R003-11")]
    public async Task A_rival_is_on_file_with_its_profiles(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var rival = await world.RunAsync(new AddCompetitor(world.Brand, "Burrito Bros", RivalKind.Direct, "burritos.example", "The biggest burrito in town"));
        (await world.RefusedAsync(new AddCompetitor(world.Brand, "burrito BROS"))).Kind.ShouldBe(ProblemKind.Conflict);
        await world.RunAsync(new FollowRival(rival.Id, "Twitter", "@BurritoBros", "https://twitter.com/BurritoBros"));
        var followed = await world.RunAsync(new FollowRival(rival.Id, "x", "burritobros", "x.com/burritobros"));
        followed.Accounts.Single().Key.ShouldBe("x.com/burritobros", "one profile, however it is spelled");
        await world.RunAsync(new AddSocialAccount(world.Brand, "instagram", "taco", "https://instagram.com/taco", Purpose: "News"));
        (await world.RefusedAsync(new FollowRival(rival.Id, "instagram", "taco", "https://www.instagram.com/Taco/"))).Code.ShouldBe("this-is-ours");
        (await world.RunAsync(new UnfollowRival(rival.Id, "x.com/burritobros"))).Accounts.ShouldBeEmpty();
        await world.RunAsync(new ArchiveCompetitor(rival.Id));
        (await world.RunAsync(new CompetitorList(world.Brand))).ShouldBeEmpty();
        (await world.RefusedAsync(new AddCompetitor(world.Brand, "Burrito Bros"))).Message.ShouldContain("archive");
        (await world.RunAsync(new RestoreCompetitor(rival.Id))).ArchivedAt.ShouldBeNull();
    }

    [Theory, BothDatabases, Requirement("R003-11")]
    public async Task Figures_need_a_source_and_a_day_and_are_completed_not_doubled(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var rival = (await world.RunAsync(new AddCompetitor(world.Brand, "Burrito Bros"))).Id;
        (await world.RefusedAsync(new RecordSnapshot(world.Brand, Today, "  ", new Figures(1000), rival, Network: "x"))).Fields[0].Field.ShouldBe("source");
        (await world.RefusedAsync(new RecordSnapshot(world.Brand, Today.PlusDays(1), "profile", new Figures(1000), rival, Network: "x"))).Code.ShouldBe("snapshot-in-future");
        (await world.RefusedAsync(new RecordSnapshot(world.Brand, Today, "profile", new Figures(), rival, Network: "x"))).Code.ShouldBe("no-figure");
        (await world.RefusedAsync(new RecordSnapshot(world.Brand, Today, "profile", new Figures(-1), rival, Network: "x"))).Code.ShouldBe("figure-impossible");
        (await world.RefusedAsync(new RecordSnapshot(world.Brand, Today, "profile", new Figures(1)))).Code.ShouldBe("subject-unclear");
        await world.RunAsync(new RecordSnapshot(world.Brand, Today, "profile", new Figures(1000), rival, Network: "x"));
        await world.RunAsync(new RecordSnapshot(world.Brand, Today, "counted by hand", new Figures(PostsPerWeek: 3.5m), rival, Network: "twitter"));
        var row = (await world.RunAsync(new SnapshotList(world.Brand, rival))).Single();
        (row.Figures.Followers, row.Figures.PostsPerWeek, row.Figures.ResponseMinutes, row.Source).ShouldBe((1000m, 3.5m, null, "counted by hand"));
        await world.RunAsync(new RemoveSnapshot(row.Id));
        (await world.RunAsync(new SnapshotList(world.Brand, rival))).ShouldBeEmpty();
    }

    [Theory, BothDatabases, Requirement("R003-11")]
    public async Task Public_figures_are_read_and_what_cannot_be_read_says_why(DatabaseKind on)
    {
        var posts = new[] { (10, PublicPostForm.Image, 6L), (12, PublicPostForm.Text, 2L), (20, PublicPostForm.Image, 4L), (60, PublicPostForm.Text, 100L) }
            .Select(post => new PublicPost($"{post.Item1}", Instant.FromUtc(2026, 3, 26, 7, 0) - Duration.FromDays(post.Item1), "Text", post.Item2, post.Item3, 1, 1)).ToList();
        var shown = new PublicProfile("burrito", "oldweb.example", Followers: 812, Posts: posts);
        await using var world = await World.OnAsync(on, services => services.AddSingleton<IReadProfiles>(new ProfileTests.FixedReader(new ProfileOutcome.Found(shown))));
        var rival = (await world.RunAsync(new AddCompetitor(world.Brand, "Burrito Bros"))).Id;
        await world.RunAsync(new FollowRival(rival, "oldweb", "burrito"));
        await world.RunAsync(new FollowRival(rival, "pinterest", "burrito"));
        await world.RunAsync(new AddSocialAccount(world.Brand, "oldweb", "taco", Purpose: "News"));
        var results = await world.RunAsync(new ReadRivals(world.Brand));
        results.Select(result => (result.Who, result.Network, result.Read)).ShouldBe([("Burrito Bros", "oldweb", true), ("Burrito Bros", "pinterest", false), ("taco", "oldweb", true)]);
        results[1].Message.ShouldContain("signed in");
        var row = (await world.RunAsync(new SnapshotList(world.Brand, rival))).Single();
        (row.Figures.Followers, row.Figures.PostsPerWeek, row.Figures.EngagementPerPost, row.Origin, row.Source).ShouldBe((812m, 0.75m, 6m, SnapshotOrigin.Read, "oldweb.example"), "three posts in four weeks; (8 + 4 + 6) / 3");
        row.Figures.Formats!.ShouldBe(new Dictionary<PublicPostForm, decimal> { [PublicPostForm.Image] = 0.666667m, [PublicPostForm.Text] = 0.333333m }, ignoreOrder: true);
        (await world.Services.GetRequiredService<RivalReading>().RunAsync(TestContext.Current.CancellationToken)).ShouldBe(0, "this week was read already");
        world.Clock.Advance(TimeSpan.FromDays(7));
        (await world.Services.GetRequiredService<RivalReading>().RunAsync(TestContext.Current.CancellationToken)).ShouldBe(2);
    }

    [Fact, Requirement("R003-11")]
    public void What_a_network_does_not_tell_stays_unknown()
    {
        var now = Instant.FromUtc(2026, 3, 26, 8, 0);
        var figures = PublicFigures.Of(new PublicProfile("a", "pds.example", Posts: [new("1", now - Duration.FromDays(1), "x", PublicPostForm.Text)]), now);
        (figures.Followers, figures.EngagementPerPost, figures.PostsPerWeek).ShouldBe((null, null, 0.25m));
        PublicFigures.Of(new PublicProfile("a", "x"), now).IsEmpty.ShouldBeTrue();
        PublicFigures.Of(new PublicProfile("a", "x", Posts: []), now).PostsPerWeek.ShouldBe(0, "nobody posted: that is known");
    }
}
