using Bellwether.Channels;
using Bellwether.Kernel;
using Bellwether.Storage;
using Bellwether.Tests.Calendar;
using Bellwether.Tests.Support;
using FsCheck;
using FsCheck.Fluent;

namespace Bellwether.Tests.Channels;

public sealed class MixTests
{
    private static readonly Id<ContentPillar> Blog = Id<ContentPillar>.New();
    private static readonly Id<ContentPillar> Curated = Id<ContentPillar>.New();
    private static readonly Id<ContentPillar> Lead = Id<ContentPillar>.New();
    private static readonly Id<ContentPillar> Culture = Id<ContentPillar>.New();
    private static readonly ThemeShare[] Matrix = [new(Blog, 50), new(Curated, 25), new(Lead, 20), new(Culture, 5)];

    [Fact, Requirement("R002-41")]
    public void Twelve_three_four_one_of_twenty_is_a_tenth_away_and_asks_for_curated_next()
    {
        var mix = ContentMix.Of(Matrix, Posts((Blog, 12), (Curated, 3), (Lead, 4), (Culture, 1)));
        mix.Distance.ShouldBe(0.10m);
        mix.Rows.Select(row => row.Difference).ShouldBe([2m, -2m, 0m, 0m]);
        mix.Next.ShouldBe(Curated);
        mix.Rows[0].Actual.ShouldBe(60);
    }

    [Fact, Requirement("R002-41")]
    public void Posts_without_a_theme_count_against_the_mix_and_no_posts_have_no_distance()
    {
        ContentMix.Of(Matrix, [null, null]).Distance.ShouldBe(1);
        var none = ContentMix.Of(Matrix, []);
        none.Distance.ShouldBeNull();
        none.Next.ShouldBe(Blog);
        ContentMix.Of([new(Blog, 60)], [Blog]).Distance.ShouldBeNull("shares that are not whole");
    }

    [Fact, Requirement("R002-41")]
    public void A_mix_lies_between_0_and_1_and_following_its_advice_brings_it_home() =>
        Prop.ForAll(ArbMap.Default.ArbFor<(byte, byte, byte, byte)>(), counts =>
        {
            var posts = Posts((Blog, counts.Item1 % 9), (Curated, counts.Item2 % 9), (Lead, counts.Item3 % 9), (Culture, counts.Item4 % 9)).ToList();
            var before = ContentMix.Of(Matrix, posts);
            for (var i = 0; i < 200; i++)
            {
                posts.Add(ContentMix.Of(Matrix, posts).Next);
            }

            return before.Distance is null or (>= 0 and <= 1) && ContentMix.Of(Matrix, posts).Distance < 0.02m;
        }).QuickCheckThrowOnFailure();

    [Theory, Requirement("R002-41")]
    [InlineData(MixPreset.Thirds, "Promote 33.34, Share others’ ideas 33.33, Talk with people 33.33")]
    [InlineData(MixPreset.EightyTwenty, "Help and entertain 80, Promote 20")]
    [InlineData(MixPreset.FourOneOne, "Share others’ ideas 66.66, Our own content 16.67, Promote 16.67")]
    public void A_preset_has_its_published_shares(MixPreset preset, string shares) =>
        string.Join(", ", MixPresets.Of(preset).Select(theme => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{theme.Theme} {theme.Share}"))).ShouldBe(shares);

    [Theory, BothDatabases, Requirement("R002-41")]
    public async Task A_mix_is_a_preset_or_shares_that_are_100_together(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var plan = await world.PlanAsync();
        var channel = (await world.RunAsync(new AddChannel(plan, Account: await world.AccountAsync("x")))).Id;
        foreach (var preset in Enum.GetValues<MixPreset>())
        {
            (await world.RunAsync(new ChooseMix(channel, preset))).Themes.Sum(theme => theme.Share).ShouldBe(100);
        }

        var themes = await world.RunAsync(new ContentPillars(plan));
        themes.Select(theme => theme.Name).ShouldBe(["Promote", "Share others’ ideas", "Talk with people", "Help and entertain", "Our own content"]);
        (await world.RefusedAsync(new ChooseMix(channel, Shares: [new ThemeShare(themes[0].Id, 70), new ThemeShare(themes[1].Id, 20)]))).Code.ShouldBe("mix-not-100");
        (await world.RefusedAsync(new ChooseMix(channel))).Code.ShouldBe("mix-unclear");
        (await world.RunAsync(new ChooseMix(channel, Shares: [new ThemeShare(themes[0].Id, 70), new ThemeShare(themes[1].Id, 30)]))).Themes.Count.ShouldBe(2);
        (await world.RunAsync(new ChannelMix(channel))).IsWhole.ShouldBeTrue();
    }

    private static IReadOnlyCollection<Id<ContentPillar>?> Posts(params (Id<ContentPillar> Theme, int Count)[] counts) =>
        [.. counts.SelectMany(count => Enumerable.Repeat((Id<ContentPillar>?)count.Theme, count.Count))];
}
