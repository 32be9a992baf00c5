using Bellwether.Audits;
using Bellwether.Brands;
using Bellwether.Calendar;
using Bellwether.Kernel;
using Bellwether.Measures;
using Bellwether.Metrics;
using Bellwether.Networks;
using Bellwether.Plans;
using Bellwether.Publishing;
using Bellwether.Storage;
using Bellwether.Tests.Publishing;
using Bellwether.Tests.Support;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Bellwether.Tests.Measures;

/// <summary>What people did with a post comes back by itself, often while it is young. The network is a fake that counts.</summary>
public sealed class FigureTests
{
    [Theory, BothDatabases]
    public async Task What_people_did_with_a_post_is_read_by_its_age_and_stands_at_it(DatabaseKind on)
    {
        await using var stage = await Stage.OnAsync(on);
        var account = await stage.AccountAsync();
        await stage.PostAsync("Tacos at noon", 1, account);
        await stage.PassAsync(1);
        var id = (await stage.OneAsync()).Id;
        (await ReadAsync(stage, Duration.FromMinutes(59))).ShouldBe(0);
        (await ReadAsync(stage, Duration.FromMinutes(1))).ShouldBe(1);
        var young = await stage.World.RunAsync(new PublicationFigures(id));
        young.Figures.Select(figure => (figure.Metric, figure.Value)).ShouldBe([("likes", 3), ("comments", 1)], ignoreOrder: true, "what it does not tell is not zero");
        (await stage.World.SeeAsync(db => db.Set<Observation>().AsNoTracking().SingleAsync(row => row.Metric == "followers"))).ShouldSatisfyAllConditions(
            followers => followers.Value.ShouldBe(120), followers => followers.Subject.ShouldBe(account.ToString()));

        stage.Fake.Counted = new PostFigures(Likes: 8, Comments: 1, Impressions: 400);
        (await ReadAsync(stage, Duration.FromHours(5))).ShouldBe(1);
        (await stage.World.RunAsync(new PublicationFigures(id))).Figures.Single(figure => figure.Metric == "likes").Value.ShouldBe(8);
        stage.Fake.Counted = new PostFigures(Likes: 9);
        var asked = await stage.World.RunAsync(new ReadPublicationFigures(id));
        asked.Figures.Single(figure => figure.Metric == "likes").Value.ShouldBe(9);
        asked.NextAt.ShouldBe(young.ReadAt!.Value + Duration.FromHours(23));
    }

    [Fact]
    public async Task A_network_that_tells_nothing_is_asked_again_and_says_why()
    {
        await using var stage = await Stage.OnAsync(DatabaseKind.Sqlite);
        await stage.PostAsync("Tacos at noon", 1, await stage.AccountAsync());
        await stage.PassAsync(1);
        var id = (await stage.OneAsync()).Id;
        stage.Fake.Silent = new FiguresOutcome.Failed(ErrorKind.RateLimited, "The network takes no more calls for now.", stage.World.Now + Duration.FromHours(2));
        (await ReadAsync(stage, Duration.FromHours(1))).ShouldBe(0);
        (await stage.World.RunAsync(new PublicationFigures(id))).ShouldSatisfyAllConditions(
            view => view.Problem.ShouldBe("The network takes no more calls for now."), view => view.NextAt.ShouldBe(stage.World.Now + Duration.FromHours(1)));

        stage.Fake.Silent = null;
        (await ReadAsync(stage, Duration.FromHours(1))).ShouldBe(1);
        (await stage.World.RunAsync(new PublicationFigures(id))).Problem.ShouldBeNull();
        stage.Fake.Visible.Clear();
        (await ReadAsync(stage, Duration.FromHours(4))).ShouldBe(0);
        (await stage.World.RunAsync(new PublicationFigures(id))).ShouldSatisfyAllConditions(view => view.NextAt.ShouldBeNull(), view => view.Problem.ShouldBe("The network shows it no longer."));
    }

    [Fact]
    public async Task An_account_near_its_limit_rests_before_it_is_refused()
    {
        await using var stage = await Stage.OnAsync(DatabaseKind.Sqlite);
        var account = await stage.AccountAsync();
        stage.Fake.NearlyThere = stage.World.Now + Duration.FromMinutes(30);
        await stage.PostAsync("One", 1, account);
        await stage.PostAsync("Two", 1, account);
        await stage.PassAsync(1);
        stage.Fake.Visible.Count.ShouldBe(1);
        await stage.PassAsync(28);
        stage.Fake.Visible.Count.ShouldBe(1);
        await stage.PassAsync(2);
        stage.Fake.Visible.Count.ShouldBe(2);
    }

    [Fact]
    public void A_reading_never_comes_back_in_the_past_and_ends_after_a_month() =>
        Prop.ForAll(Gen.Choose(0, 60 * 24 * 40).ListOf().ToArbitrary(), minutes =>
        {
            var begun = Instant.FromUtc(2026, 1, 1, 12, 0);
            var reading = new FigureReading(new PublicationConfirmed(Id<Publication>.New(), Id<Post>.New(), Id<Brand>.New(), null, Id<SocialAccount>.New(), "mastodon", "1", null, begun));
            foreach (var (at, fails) in minutes.Order().Select((minute, i) => (begun + Duration.FromMinutes(minute), i % 3 == 0)))
            {
                if (fails)
                {
                    reading.Miss("Weather.", null, at);
                    reading.NextAt.ShouldSatisfyAllConditions(next => (next is null || next > at).ShouldBeTrue());
                }
                else
                {
                    reading.Read(at);
                    (reading.NextAt is null).ShouldBe(at >= begun + FigureReading.Ages[^1]);
                    (reading.NextAt is null || reading.NextAt > at).ShouldBeTrue();
                }
            }
        }).QuickCheckThrowOnFailure();

    private static async Task<int> ReadAsync(Stage stage, Duration later)
    {
        stage.World.Clock.Advance(later.ToTimeSpan());
        return await stage.World.Services.GetRequiredService<FigureWatch>().RunAsync(TestContext.Current.CancellationToken);
    }
}
