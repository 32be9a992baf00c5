using Bellwether.Calendar;
using Bellwether.Kernel;
using Bellwether.Publishing;
using Bellwether.Storage;
using Bellwether.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Bellwether.Tests.Publishing;

[Requirement("R001-06")]
public sealed class TakingBackTests
{
    [Theory, BothDatabases]
    public async Task A_post_that_is_over_is_deleted_where_the_network_allows_it(DatabaseKind on)
    {
        await using var stage = await Stage.OnAsync(on);
        var post = await stage.PostAsync("Market square today until three", 5, await stage.AccountAsync());
        await stage.World.RunAsync(new LimitPost(post, Local(stage, 60), AtExpiry.TakeBack));
        await stage.PassAsync(5);
        (await stage.OneAsync()).Status.ShouldBe(PublicationStatus.Confirmed);
        await EndAsync(stage, 60);
        var publication = await stage.OneAsync();
        publication.Status.ShouldBe(PublicationStatus.Deleted);
        (await stage.LogAsync(publication.Id)).ShouldContain(line => line.Words.Contains("Its time is over: it was taken back", StringComparison.Ordinal));
        (await stage.StatusAsync(post)).ShouldBe(PostStatus.Published, "that it was out stays true");
    }

    [Theory, BothDatabases]
    public async Task A_post_that_is_only_marked_stays_on_its_network(DatabaseKind on)
    {
        await using var stage = await Stage.OnAsync(on);
        var post = await stage.PostAsync("Market square today until three", 5, await stage.AccountAsync());
        await stage.World.RunAsync(new LimitPost(post, Local(stage, 60)));
        await stage.PassAsync(5);
        await EndAsync(stage, 60);
        (await stage.OneAsync()).Status.ShouldBe(PublicationStatus.Confirmed);
        (await stage.World.RunAsync(new PostDetail(post))).EndedAt.ShouldNotBeNull();
    }

    [Theory, BothDatabases]
    public async Task A_post_whose_time_is_over_does_not_go_out_late_and_not_by_asking_either(DatabaseKind on)
    {
        await using var stage = await Stage.OnAsync(on);
        var post = await stage.PostAsync("Market square today until three", 5, await stage.AccountAsync());
        await stage.World.RunAsync(new LimitPost(post, Local(stage, 10)));
        // Nothing marked it yet: the worker looks at the end itself.
        await stage.PassAsync(11);
        var publication = await stage.OneAsync();
        publication.Parts.ShouldBeEmpty();
        (await stage.World.RefusedAsync(new RetryPublication(publication.Id))).Kind.ShouldBeOneOf(ProblemKind.Conflict, ProblemKind.Rule);
        await EndAsync(stage, 1);
        (await stage.StatusAsync(post)).ShouldBe(PostStatus.Expired);
        (await stage.OneAsync()).Parts.ShouldBeEmpty();
    }

    private static LocalDateTime Local(Stage stage, int minutes) => (stage.World.Now + Duration.FromMinutes(minutes)).InZone(DateTimeZoneProviders.Tzdb["Europe/Berlin"]).LocalDateTime;

    private static async Task EndAsync(Stage stage, int minutes)
    {
        stage.World.Clock.Advance(TimeSpan.FromMinutes(minutes));
        await stage.World.Services.GetRequiredService<PostExpiry>().RunAsync(TestContext.Current.CancellationToken);
    }
}
