using Bellwether.Audits;
using Bellwether.Kernel;
using Bellwether.Media;
using Bellwether.Metrics;
using Bellwether.Networks;
using Bellwether.Storage;
using Bellwether.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Bellwether.Tests.Audits;

public sealed class ProfileTests
{
    [Theory, BothDatabases, Requirement("R002-34")]
    public async Task Completeness_counts_the_parts_that_a_network_has(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var x = await world.RunAsync(new AddSocialAccount(world.Brand, "x", "taco", Purpose: "News"));
        x.Profile.Share.ShouldBeNull("nobody has looked: unknown is not zero");
        x.Profile.All.ShouldBe(7);
        var written = await world.RunAsync(new WriteProfile(x.Id, Name: "Taco Loco", Bio: "Tacos from a van in Berlin", Link: "tacoloco.example"));
        (written.Completeness.Filled, written.Completeness.Share).ShouldBe((3, 0.428571m));
        written.Completeness.Missing.ShouldBe([ProfilePart.Avatar, ProfilePart.Cover, ProfilePart.Location, ProfilePart.Pinned]);
        await world.RunAsync(new AddSocialAccount(world.Brand, "tiktok", "taco", Purpose: "News"));
        var report = await world.RunAsync(new ProfileReport(world.Brand));
        (report.Share, report.Unseen).ShouldBe((0.428571m, 1));
        await world.RunAsync(new WriteProfile(x.Id, Bio: ""));
        (await world.RunAsync(new AccountDetail(x.Id))).Profile.Filled.ShouldBe(2);
    }

    [Theory, BothDatabases, Requirement("R002-34")]
    public async Task An_account_without_a_profile_is_not_asked_for_one(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var hook = await world.RunAsync(new AddSocialAccount(world.Brand, "webhook", "our-site", Purpose: "News"));
        (hook.Profile.All, hook.Profile.Share, hook.Profile.Missing.Count).ShouldBe((0, null, 0));
        await world.RunAsync(new AddSocialAccount(world.Brand, "x", "taco", Purpose: "News"));
        (await world.RunAsync(new ProfileReport(world.Brand))).Profiles.ShouldHaveSingleItem().Network.ShouldBe("x");
    }

    [Theory, Requirement("R002-34")]
    [InlineData("x", 160)]
    [InlineData("instagram", 150)]
    [InlineData("tiktok", 80)]
    public void A_bio_longer_than_the_network_takes_is_refused_by_how_much(string network, int limit)
    {
        var profile = new AccountProfile(new SocialAccount(Id<Brands.Brand>.New(), network, "taco", null, Instant.FromUnixTimeSeconds(0)));
        profile.Write(new ProfileTexts(Bio: new string('a', limit)));
        var no = Should.Throw<ProblemException>(() => profile.Write(new ProfileTexts(Bio: new string('a', limit + 1))));
        (no.Kind, no.Fields[0].Field).ShouldBe((ProblemKind.Rule, "bio"));
        no.Message.ShouldContain($"allows {limit} characters");
    }

    [Fact, Requirement("R002-34")]
    public void Bluesky_counts_what_a_reader_sees()
    {
        var profile = new AccountProfile(new SocialAccount(Id<Brands.Brand>.New(), "bluesky", "taco", null, Instant.FromUnixTimeSeconds(0)));
        profile.Write(new ProfileTexts(Bio: string.Concat(Enumerable.Repeat("👨‍👩‍👧", 256))));
        Should.Throw<ProblemException>(() => profile.Write(new ProfileTexts(Bio: string.Concat(Enumerable.Repeat("👨‍👩‍👧", 257))))).Code.ShouldBe("bio-too-long");
    }

    [Theory, BothDatabases, Requirement("R002-34")]
    public async Task Profiles_are_compared_side_by_side(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        foreach (var (network, name, bio, link) in new[]
        {
            ("x", "Taco Loco", "Tacos from a van in Berlin", "https://www.tacoloco.example/?utm_source=x"), ("linkedin", "taco  loco", "We are hiring cooks", "https://tacoloco.example"), ("threads", "Taco Loco Berlin", null, "https://shop.example"),
        })
        {
            var account = await world.RunAsync(new AddSocialAccount(world.Brand, network, "tacoloco", Purpose: "News"));
            await world.RunAsync(new WriteProfile(account.Id, name, bio, link));
        }

        var aspects = (await world.RunAsync(new ProfileReport(world.Brand))).Aspects.ToDictionary(aspect => aspect.Aspect);
        aspects[ProfileAspect.Handle].Agrees.ShouldBe(true);
        aspects[ProfileAspect.Avatar].Agrees.ShouldBeNull("nobody knows a picture");
        aspects[ProfileAspect.Name].Shown.Single(shown => shown.Odd).Network.ShouldBe("threads", "case and spaces do not count");
        aspects[ProfileAspect.Link].Shown.Single(shown => shown.Odd).Network.ShouldBe("threads", "a tag does not make another site");
        aspects[ProfileAspect.Bio].Agrees.ShouldBe(false);
        aspects[ProfileAspect.Bio].Likeness!.Value.ShouldBeLessThan(0.4);
        aspects[ProfileAspect.Bio].Shown.Select(shown => shown.Text).ShouldBe(["We are hiring cooks", null, "Tacos from a van in Berlin"]);
    }

    [Fact, Requirement("R002-34")]
    public async Task A_picture_that_is_another_one_is_said_whatever_it_is_called()
    {
        await using var world = await World.OnAsync(DatabaseKind.Sqlite);
        foreach (var (network, side) in new[] { ("x", 200), ("linkedin", 200), ("threads", 201) })
        {
            var account = await world.RunAsync(new AddSocialAccount(world.Brand, network, "tacoloco", Purpose: "News"));
            var picture = await world.RunAsync(new AddAsset(world.Brand, "Logo", Png(side, side)));
            await world.RunAsync(new WriteProfile(account.Id, Avatar: picture.Id));
        }

        var pictures = (await world.RunAsync(new ProfileReport(world.Brand))).Aspects.Single(aspect => aspect.Aspect == ProfileAspect.Avatar);
        pictures.Agrees.ShouldBe(false);
        var odd = pictures.Shown.Single(shown => shown.Odd);
        (odd.Network, odd.Text![..6]).ShouldBe(("threads", "Logo ("));
        pictures.Shown.Select(shown => shown.Text).Distinct().Count().ShouldBe(2, "the same bytes are the same picture");
    }

    [Theory, BothDatabases, Requirement("R002-35")]
    public async Task Who_points_to_whom_keywords_and_picture_sizes_are_shown(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var x = await world.RunAsync(new AddSocialAccount(world.Brand, "x", "tacoloco", "https://x.com/tacoloco", Purpose: "News"));
        var instagram = await world.RunAsync(new AddSocialAccount(world.Brand, "instagram", "tacoloco.berlin", "https://www.instagram.com/tacoloco.berlin/", Purpose: "News"));
        var youtube = await world.RunAsync(new AddSocialAccount(world.Brand, "youtube", "tacotube", "https://youtube.com/@tacotube", Purpose: "News"));
        await world.RunAsync(new SetAuditRules(world.Brand, Keywords: ["tacos", "Berlin", "catering"]));
        var small = await world.RunAsync(new AddAsset(world.Brand, "Old logo", Png(200, 100)));
        await world.RunAsync(new WriteProfile(x.Id, Bio: "TACOS since 2019. Pictures: instagram.com/tacoloco.berlin", Avatar: small.Id, PointsTo: [youtube.Id]));
        var report = await world.RunAsync(new ProfileReport(world.Brand));
        var map = report.Promotions.ToDictionary(row => row.Account);
        map[x.Id].To.ShouldBe([instagram.Id, youtube.Id], ignoreOrder: true);
        map[x.Id].Unreached.ShouldBeTrue("nobody points to X");
        map[youtube.Id].Unreached.ShouldBeFalse();
        var profile = report.Profiles.Single(row => row.Account == x.Id);
        profile.MissingKeywords.ShouldBe(["catering"], "Berlin stands in the address of the pictures");
        profile.Pictures.Count.ShouldBe(2);
        profile.Pictures[0].Message.ShouldContain("200 × 100");
        profile.Pictures[1].Message.ShouldContain("crops");
    }

    [Theory, BothDatabases, Requirement("R002-34")]
    public async Task A_profile_is_read_where_the_network_allows_and_what_it_does_not_tell_stays(DatabaseKind on)
    {
        var shown = new PublicProfile("taco.example", "bsky.app", "Taco Loco", null, null, Avatar: true, Followers: 1200, Posts: [new("1", Instant.FromUtc(2026, 3, 20, 12, 0), "Lunch", PublicPostForm.Text, 3, 1, 0)]);
        await using var world = await World.OnAsync(on, services => services.AddSingleton<IReadProfiles>(new FixedReader(new ProfileOutcome.Found(shown))));
        var account = await world.RunAsync(new AddSocialAccount(world.Brand, "oldweb", "taco.example", Purpose: "News"));
        await world.RunAsync(new WriteProfile(account.Id, Bio: "Tacos from a van"));
        var read = await world.RunAsync(new ReadProfile(account.Id));
        (read.Texts.Name, read.Texts.Bio, read.Source, read.ReadAt).ShouldBe(("Taco Loco", "Tacos from a van", "bsky.app", world.Now));
        read.Completeness.Missing.ShouldNotContain(ProfilePart.Avatar);
        (await world.RunAsync(new AccountDetail(account.Id))).LastPost.ShouldBe(new LocalDate(2026, 3, 20));
        (await world.RunAsync(new MetricSeries(account.Id.ToString(), "followers", new LocalDate(2026, 3, 1), new LocalDate(2026, 3, 31)))).Points.Single().Value.ShouldBe(1200);
        var pinterest = await world.RunAsync(new AddSocialAccount(world.Brand, "pinterest", "taco", Purpose: "News"));
        (await world.RefusedAsync(new ReadProfile(pinterest.Id))).Code.ShouldBe("network-not-read");
    }

    [Theory, BothDatabases, Requirement("R002-34")]
    public async Task What_the_network_refuses_is_said_in_its_words(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on, services => services.AddSingleton<IReadProfiles>(new FixedReader(new ProfileOutcome.Failed(ErrorKind.NotFound, "Nobody of that name."))));
        var account = await world.RunAsync(new AddSocialAccount(world.Brand, "oldweb", "taco", Purpose: "News"));
        (await world.RefusedAsync(new ReadProfile(account.Id))).Message.ShouldBe("Nobody of that name.");
    }

    /// <summary>A PNG's first bytes: enough to tell its size.</summary>
    internal static byte[] Png(int width, int height) =>
        [0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10, 0, 0, 0, 13, (byte)'I', (byte)'H', (byte)'D', (byte)'R', 0, 0, (byte)(width >> 8), (byte)width, 0, 0, (byte)(height >> 8), (byte)height, 8, 2, 0, 0, 0];

    /// <summary>A reader of a network that does not exist; it always answers the same.</summary>
    internal sealed class FixedReader(ProfileOutcome answer) : IReadProfiles
    {
        public string Network => "oldweb";

        public Task<ProfileOutcome> ReadAsync(ProfileAddress address, AccountAccess? access, Instant since, CancellationToken cancel) => Task.FromResult(answer);
    }
}
