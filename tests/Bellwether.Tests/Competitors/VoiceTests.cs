using Bellwether.Competitors;
using Bellwether.Kernel;
using Bellwether.Storage;
using Bellwether.Tests.Support;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace Bellwether.Tests.Competitors;

public sealed class VoiceTests
{
    private static readonly LocalDate From = new(2026, 2, 1);
    private static readonly LocalDate Until = new(2026, 2, 28);

    [Theory, BothDatabases, Requirement("R002-24"), Requirement("R002-37")]
    public async Task Own_120_beside_rivals_300_and_180_is_20_per_cent(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var own = await world.RunAsync(new WatchFor(world.Brand, "Taco Loco", WatchKind.Own));
        var bros = await RivalWordAsync(world, "Burrito Bros");
        var dogs = await RivalWordAsync(world, "Dogs & Co");
        (await world.RunAsync(new ShareOfVoice(world.Brand))).Spans.ShouldBeEmpty("no counts is no share");
        await world.RunAsync(new CountMentions(own.Id, From, Until, 120, "search", Engagements: 600));
        (await world.RunAsync(new ShareOfVoice(world.Brand))).LeftOut.Single().Why.ShouldContain("No rival");
        await world.RunAsync(new CountMentions(bros, From, Until, 300, "search", Engagements: 900));
        var half = (await world.RunAsync(new ShareOfVoice(world.Brand))).Spans.Single();
        half.Missing.ShouldBe(["Dogs & Co"], "left out, not taken for silent");
        await world.RunAsync(new CountMentions(dogs, From, Until, 180, "search"));
        await world.RunAsync(new CountMentions(dogs, From, Until, 9999, "another tool"));
        var view = await world.RunAsync(new ShareOfVoice(world.Brand));
        var span = view.Spans.Single();
        (span.OwnShare, span.OwnEngagementShare).ShouldBe((0.2m, null), "the engagement of one was not counted");
        span.Voices.Select(voice => (voice.Who, voice.Mentions, voice.Share)).ShouldBe([("Taco Loco", 120, 0.2m), ("Burrito Bros", 300, 0.5m), ("Dogs & Co", 180, 0.3m)]);
        view.LeftOut.Single().Source.ShouldBe("another tool");
        await world.RunAsync(new CountMentions(dogs, From, Until, 180, "search", Engagements: 1500));
        (await world.RunAsync(new ShareOfVoice(world.Brand))).Spans.Single().OwnEngagementShare.ShouldBe(0.2m, "600 of 3,000");
    }

    [Theory, BothDatabases, Requirement("R002-37")]
    public async Task A_topic_that_others_talk_about_and_we_do_not_is_a_gap(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var topic = await world.RunAsync(new WatchFor(world.Brand, "#streetfood"));
        (await world.RefusedAsync(new WatchFor(world.Brand, "#StreetFood"))).Kind.ShouldBe(ProblemKind.Conflict);
        (await world.RefusedAsync(new WatchFor(world.Brand, "x", WatchKind.Rival))).Code.ShouldBe("rival-or-not");
        (await world.RefusedAsync(new CountMentions(topic.Id, From, Until, 5, "search", ByUs: 4, ByRivals: 3))).Code.ShouldBe("parts-above-whole");
        (await world.RefusedAsync(new CountMentions(topic.Id, Until, From, 5, "search"))).Fields[0].Field.ShouldBe("until");
        await world.RunAsync(new CountMentions(topic.Id, From, Until, 40, "search"));
        (await world.RunAsync(new WatchList(world.Brand))).Single().Gap.ShouldBeNull("nobody looked who wrote them");
        await world.RunAsync(new CountMentions(topic.Id, From, Until, 40, "search", ByUs: 0, ByRivals: 7));
        var gap = (await world.RunAsync(new WatchList(world.Brand))).Single();
        gap.Gap.ShouldBe("40 mentions of “#streetfood”, 7 by rivals, none by us.");
        gap.Counts.Count.ShouldBe(1, "the same span and source is a correction");
        await world.RunAsync(new StopWatching(topic.Id));
        (await world.RunAsync(new WatchList(world.Brand))).ShouldBeEmpty();
        (await world.RunAsync(new WatchFor(world.Brand, "#streetfood"))).Counts.Count.ShouldBe(1, "it comes back with its counts");
        await world.RunAsync(new StopWatching(topic.Id));
        var rival = await world.RunAsync(new AddCompetitor(world.Brand, "Street Food Ltd"));
        await world.RunAsync(new WatchFor(world.Brand, "#StreetFood", WatchKind.Rival, rival.Id));
        var again = (await world.RunAsync(new WatchList(world.Brand))).Single();
        (again.Text, again.Kind, again.CompetitorName).ShouldBe(("#StreetFood", WatchKind.Rival, "Street Food Ltd"), "as it is said now");
    }

    [Fact, Requirement("R002-24")]
    public void Shares_of_voice_add_up_to_one() =>
        Prop.ForAll(Gen.Choose(0, 100_000).ArrayOf().Where(counts => counts.Sum() > 0).ToArbitrary(), counts =>
        {
            var rows = counts.Select((count, index) => (Rival: index == 0 ? (Id<Competitor>?)null : Id<Competitor>.New(), Mentions: (long)count, Engagements: (long?)null)).ToList();
            var voices = Voices.Of(rows, "us", rows.Where(row => row.Rival is not null).ToDictionary(row => row.Rival!.Value, _ => "them"));
            return Math.Abs(voices.Sum(voice => voice.Share) - 1) <= 0.000001m * voices.Count && voices[0].Own && voices.All(voice => voice.Share is >= 0 and <= 1);
        }).QuickCheckThrowOnFailure();

    private static async Task<Id<WatchTerm>> RivalWordAsync(World world, string name) =>
        (await world.RunAsync(new WatchFor(world.Brand, name, WatchKind.Rival, (await world.RunAsync(new AddCompetitor(world.Brand, name))).Id))).Id;
}
