using Bellwether.Audits;
using Bellwether.Brands;
using Bellwether.Calendar;
using Bellwether.Channels;
using Bellwether.Kernel;
using Bellwether.Media;
using NodaTime;

namespace Bellwether.Tests.Calendar;

/// <summary>What the precheck says of links beside the text and of pictures and videos, before anything is scheduled.</summary>
public sealed class MediaFitTests
{
    private static readonly Id<Brand> Brand = Id<Brand>.New();
    private static readonly Instant Now = Instant.FromUtc(2026, 3, 26, 8, 0);
    private static readonly Slot Monday = Slot.Of(new LocalDateTime(2026, 3, 30, 10, 0), Clock.Zone("Europe/Berlin"));

    // A short link as long as it will be; X and Mastodon count every one as 23.
    private const string Link = "https://taco.example.org/l/xxxxxxx";

    [Theory]
    [InlineData("x", 280 - 25, true)]
    [InlineData("x", 280 - 24, false)]
    [InlineData("mastodon", 500 - 25, true)]
    [InlineData("mastodon", 500 - 24, false)]
    [InlineData("discord", 2000 - 36, true)]
    [InlineData("discord", 2000 - 35, false)]
    [InlineData("bluesky", 300, true)]
    [InlineData("facebook", 2000, true)]
    public void A_link_beside_the_text_counts_where_it_goes_out_as_its_last_line(string network, int length, bool fits) =>
        Of(network, new string('a', length), link: Link).Exists(finding => finding.Code == "text-too-long").ShouldBe(!fits);

    [Theory]
    [InlineData("bluesky", true, "link-left-out")]
    [InlineData("bluesky", false, null)]
    [InlineData("linkedin", true, "link-left-out")]
    [InlineData("x", true, null)]
    [InlineData("pinterest", true, null)]
    [InlineData("instagram", true, "link-left-out")]
    public void A_link_that_would_be_lost_is_said_and_mended_by_one_click(string network, bool picture, string? code)
    {
        var finding = Of(network, "Lunch", link: Link, files: picture ? [File("image/jpeg")] : []).Find(one => one.Code == "link-left-out");
        finding?.Code.ShouldBe(code);
        (finding is null).ShouldBe(code is null);
        if (network == "bluesky" && picture)
        {
            finding!.Fix!.Text.ShouldBe($"Lunch\n\n{Link}");
            finding.Blocks.ShouldBeFalse();
        }
    }

    [Theory]
    [InlineData("slack", "video/mp4", 1_000, "video-not-taken", true)]
    [InlineData("ghost", "video/mp4", 1_000, "video-not-taken", true)]
    [InlineData("rss", "video/mp4", 1_000, "video-not-taken", true)]
    [InlineData("youtube", "image/png", 1_000, "picture-not-taken", true)]
    [InlineData("instagram", "image/png", 1_000, "picture-type", false)]
    [InlineData("bluesky", "image/png", 1_500_000, "media-too-large", false)]
    [InlineData("discord", "video/mp4", 1_000, null, false)]
    [InlineData("bluesky", "image/png", 500_000, null, false)]
    public void What_a_network_does_not_take_is_said_before_it_is_scheduled(string network, string type, long bytes, string? code, bool blocks)
    {
        var findings = Of(network, "Lunch", files: [File(type, bytes)]);
        findings.ConvertAll(finding => finding.Code).ShouldBe(code is null ? [] : [code]);
        findings.TrueForAll(finding => finding.Blocks == blocks).ShouldBeTrue();
    }

    [Fact]
    public void A_video_among_pictures_is_refused_where_they_do_not_go_together()
    {
        Of("bluesky", "Lunch", files: [File("image/png"), File("video/mp4")]).ShouldHaveSingleItem().Code.ShouldBe("media-mixed");
        Of("threads", "Lunch", files: [File("image/png"), File("video/mp4")]).ShouldBeEmpty();
    }

    private static MediaFile File(string type, long bytes = 1_000) => new("Taco", type, bytes);

    private static List<PostFinding> Of(string network, string text, string? link = null, params MediaFile[] files)
    {
        var account = new SocialAccount(Brand, network, "tacoloco", null, Now);
        var known = files.ToDictionary(_ => Id<Asset>.New());
        var variant = new VariantFacts(new AccountFacts(account, Cadence.Free, [], null), text, text, [.. known.Keys.Select(asset => new VariantMedia(asset, "A taco"))], link) { SentLink = link, Files = known };
        return [.. Precheck.Of(new PrecheckFacts([variant], CalendarRulesView.Usual(Brand), Monday, Now, IsoDayOfWeek.Monday, true, false, true, ["example.org"])).Where(finding => finding.Code is not "costs-more")];
    }
}
