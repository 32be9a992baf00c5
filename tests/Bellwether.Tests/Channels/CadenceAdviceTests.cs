using Bellwether.Audits;
using Bellwether.Calendar;
using Bellwether.Channels;
using Bellwether.Kernel;
using Bellwether.Metrics;
using Bellwether.Storage;
using Bellwether.Tests.Calendar;
using Bellwether.Tests.Support;
using NodaTime;

namespace Bellwether.Tests.Channels;

public sealed class CadenceAdviceTests
{
    private static readonly LocalDate First = new(2026, 2, 2);

    [Theory, BothDatabases]
    public async Task The_most_posts_a_day_follow_from_the_accounts_own_days(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var account = await world.AccountAsync("bluesky");
        // One post earns 100, four together 200: the response grows with the square root of the number.
        for (var day = 0; day < 30; day++)
        {
            await PublishedAsync(world, account, First.PlusDays(day), day % 2 == 0 ? 1 : 4, day % 2 == 0 ? 100 : 50);
        }

        var advice = await world.RunAsync(new CadenceAdvice(account, First, First.PlusDays(29), FloorPercent: 30));
        advice.Days.ShouldBe(30);
        advice.Exponent.ShouldBe(0.5);
        // The third adds √3 − √2 = 31.8 % of a single post, the fourth √4 − √3 = 26.8 %.
        advice.Maximum.ShouldBe(3);
        advice.NextGain.ShouldBe(0.267949);
        advice.Message.ShouldBe("At most 3 a day: one more would add 27 % of what a single post earns. From 30 days. Who stopped following was not counted.");
        (await world.RunAsync(new CadenceAdvice(account, First, First.PlusDays(29), FloorPercent: 35))).Maximum.ShouldBe(2);
    }

    [Theory, BothDatabases]
    public async Task Days_without_a_known_response_do_not_count_and_too_few_say_nothing(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var account = await world.AccountAsync("bluesky");
        for (var day = 0; day < 29; day++)
        {
            await PublishedAsync(world, account, First.PlusDays(day), 1 + (day % 2), 60);
        }

        await PublishedAsync(world, account, First.PlusDays(29), 2, null);
        var advice = await world.RunAsync(new CadenceAdvice(account, First, First.PlusDays(40)));
        (advice.Days, advice.Exponent, advice.Maximum, advice.NextGain).ShouldBe((29, null, null, null));
        advice.Message.ShouldStartWith("Not enough variation to tell yet: 29 days");
    }

    [Theory, BothDatabases]
    public async Task The_same_number_every_day_teaches_nothing_and_another_account_counts_for_itself(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var (account, other) = (await world.AccountAsync("bluesky"), await world.AccountAsync("mastodon"));
        for (var day = 0; day < 30; day++)
        {
            await PublishedAsync(world, account, First.PlusDays(day), 2, 60);
        }

        (await world.RunAsync(new CadenceAdvice(account, First, First.PlusDays(29)))).Maximum.ShouldBeNull();
        (await world.RunAsync(new CadenceAdvice(other, First, First.PlusDays(29)))).Days.ShouldBe(0);
        (await world.RefusedAsync(new CadenceAdvice(account, First, First, FloorPercent: 0))).Message.ShouldNotBeEmpty();
        (await Should.ThrowAsync<ProblemException>(() => world.RunAsStrangerAsync(new CadenceAdvice(account, First, First)))).Kind.ShouldBe(ProblemKind.NotFound);
    }

    /// <summary>Posts that went out on a day, each with a response where there is one.</summary>
    private static async Task PublishedAsync(World world, Id<SocialAccount> account, LocalDate day, int many, decimal? response)
    {
        var posts = new List<Post>();
        for (var n = 0; n < many; n++)
        {
            var post = new Post(world.Brand, $"Post {n + 1} of {day}", "Tacos", null);
            post.Tell([new VariantDraft(account, "bluesky", null, [], null)]);
            post.Preview(Slot.Of(day.At(new LocalTime(8 + (2 * n), 0)), Clock.Zone("Europe/Berlin")), PostStatus.Published);
            posts.Add(post);
        }

        await world.AddAsync([.. posts]);
        if (response is { } value)
        {
            await world.RunAsync(new RecordObservations(world.Brand, [.. posts.Select(post => new ObservationEntry("engagements", post.Variants[0].Id.ToString(), day, PeriodLength.Day, value))]));
        }
    }
}
