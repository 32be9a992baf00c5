using Bellwether.Audits;
using Bellwether.Brands;
using Bellwether.Calendar;
using Bellwether.Channels;
using Bellwether.Kernel;
using Bellwether.Links;
using Bellwether.Media;
using Bellwether.Tests.Support;
using NodaTime;
using Shouldly;

namespace Bellwether.Tests.Calendar;

public class PrecheckTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 3, 26, 8, 0);
    private static readonly Id<Brand> Brand = Id<Brand>.New();
    private static readonly Slot Monday = Slot.Of(new LocalDateTime(2026, 3, 30, 10, 0), Clock.Zone("Europe/Berlin"));
    private static readonly PrecheckFacts Fine = new(
        [On("bluesky", "Lunch is on from Monday")], CalendarRulesView.Usual(Brand), Monday, Now, IsoDayOfWeek.Monday, true, false, true, ["example.org"]);

    [Fact]
    public void A_post_in_order_has_nothing_said_about_it() => Precheck.Of(Fine).ShouldBeEmpty();

    [Fact, Requirement("R001-13")]
    public void The_same_text_on_three_networks_warns_twice_with_100_percent()
    {
        var facts = Fine with { Variants = [On("bluesky", "Lunch!"), On("mastodon", "Lunch!"), On("linkedin", "Lunch!")] };
        var findings = Precheck.Of(facts).Where(finding => finding.Code == "same-text").ToList();
        findings.Count.ShouldBe(2);
        findings.ShouldAllBe(finding => !finding.Blocks && finding.Message.Contains("100 %"));
        Precheck.Of(facts with { Rules = facts.Rules with { SameText = SameTextPolicy.Forbid } }).Count(finding => finding.Blocks).ShouldBe(2);
        Precheck.Of(facts with { Rules = facts.Rules with { SameText = SameTextPolicy.Allow } }).ShouldBeEmpty();
    }

    [Fact, Requirement("R001-13")]
    public void Words_of_its_own_clear_the_warning() =>
        Precheck.Of(Fine with { Variants = [On("bluesky", "Lunch starts on Monday at noon, tacos for ten euros"), On("linkedin", "We asked our guests which midday deal they would love; here is what they said.")] })
            .ShouldBeEmpty();

    [Fact]
    public void A_text_too_long_blocks_and_offers_a_thread_where_the_network_has_them()
    {
        var finding = Precheck.Of(Fine with { Variants = [On("bluesky", string.Join(' ', Enumerable.Repeat("lunch", 52)))] }).ShouldHaveSingleItem();
        finding.Code.ShouldBe("text-too-long");
        finding.Blocks.ShouldBeTrue();
        finding.Message.ShouldBe("Bluesky allows 300 characters; this has 311. Shorten it or post it as a thread of 2.");
        ThreadText.Parts(finding.Fix.ShouldNotBeNull().Text!).Count.ShouldBe(2);
    }

    [Fact]
    public void The_length_counts_the_text_as_it_is_sent()
    {
        var variant = On("bluesky", "x") with { Sent = new string('x', 301) };
        Precheck.Of(Fine with { Variants = [variant] }).ShouldHaveSingleItem().Code.ShouldBe("text-too-long");
    }

    [Fact, Requirement("R001-12")]
    public void A_second_post_of_the_day_warns_and_offers_the_next_free_time()
    {
        var cadence = new Cadence(new HowOften(Max: 1), new HowOften(Target: 3));
        var finding = Precheck.Of(Fine with { Variants = [On("x", "Lunch", cadence, Monday.Local.PlusHours(3))] }).ShouldHaveSingleItem();
        finding.Code.ShouldBe("cadence-day");
        finding.Blocks.ShouldBeFalse();
        finding.Fix.ShouldNotBeNull().At.ShouldBe(Monday.Local.PlusDays(1));
    }

    [Fact, Requirement("R001-05")]
    public void A_post_for_visits_warns_without_a_link_or_with_one_that_leads_elsewhere()
    {
        Precheck.Of(Fine with { WantsVisits = true }).ShouldHaveSingleItem().Code.ShouldBe("link-missing");
        Precheck.Of(Fine with { WantsVisits = true, Variants = [On("bluesky", "See https://elsewhere.net/a.")] }).ShouldHaveSingleItem().Code.ShouldBe("untracked-link");
        Precheck.Of(Fine with { WantsVisits = true, Variants = [On("bluesky", "See https://shop.example.org/a.")] }).ShouldBeEmpty();
    }

    [Fact, Requirement("R001-23")]
    public void A_term_of_content_to_avoid_is_flagged_as_a_whole_word()
    {
        var facts = Fine with { Words = new PostWords(new BrandWords([], [new AvoidedWord("cheap", "good value"), new AvoidedWord("synergy", Never: true)]), [], []) };
        var finding = Precheck.Of(facts with { Variants = [On("x", "Not CHEAP, but good")] }).ShouldHaveSingleItem();
        finding.Code.ShouldBe("content-to-avoid");
        finding.Blocks.ShouldBeFalse();
        finding.Fix.ShouldNotBeNull().Text.ShouldBe("Not Good value, but good");
        Precheck.Of(facts with { Variants = [On("x", "Cheapest is another word")] }).ShouldBeEmpty();
        Precheck.Of(facts with { Variants = [On("x", "Pure synergy")] }).ShouldHaveSingleItem().Blocks.ShouldBeTrue("a word that is never said keeps the post");
    }

    [Fact, Requirement("R001-23"), Requirement("R003-14")]
    public void Content_a_channel_avoids_and_a_claim_without_proof_are_flagged_where_they_are_said()
    {
        var (one, other) = (On("x", "Elections are near. The best tacos of the world!"), On("bluesky", "Nothing but elections and corn"));
        var facts = Fine with
        {
            Variants = [one, other],
            Words = new PostWords(BrandWords.None, [new AvoidedContent("elections", one.Facts.Account.Id, "this channel")], ["The best tacos of the world"]),
        };
        var findings = Precheck.Of(facts);
        findings.Select(finding => finding.Code).ShouldBe(["content-to-avoid", "claim-without-proof"]);
        findings.ShouldAllBe(finding => finding.Account == one.Facts.Account.Id && !finding.Blocks);
    }

    [Fact]
    public void A_picture_needs_an_alternative_text_or_the_word_that_it_is_decorative()
    {
        var picture = new VariantMedia(Id<Asset>.New());
        VariantFacts With(VariantMedia media) => On("mastodon", "Look") with { Media = [media] };
        Precheck.Of(Fine with { Variants = [With(picture)] }).ShouldHaveSingleItem().Code.ShouldBe("alt-missing");
        Precheck.Of(Fine with { Variants = [With(picture with { Decorative = true })] }).ShouldBeEmpty();
        Precheck.Of(Fine with { Variants = [With(picture with { Alt = "A taco" })] }).ShouldBeEmpty();
    }

    [Fact]
    public void What_keeps_a_post_from_its_slot_is_said_in_order()
    {
        Precheck.Of(Fine with { Variants = [] }).ShouldHaveSingleItem().Code.ShouldBe("no-account");
        Precheck.Of(Fine with { Approved = false }).ShouldHaveSingleItem().Code.ShouldBe("approval-missing");
        Precheck.Of(Fine with { HasGoal = false }).ShouldHaveSingleItem().Blocks.ShouldBeFalse();
        Precheck.Of(Fine with { Now = Monday.At + Duration.FromSeconds(1) }).ShouldHaveSingleItem().Code.ShouldBe("time-passed");
        Precheck.Of(Fine with { Now = Monday.At }).ShouldBeEmpty("just now is in time");
        Precheck.Of(Fine with { Variants = [On("instagram", "No picture")] }).ShouldHaveSingleItem().Code.ShouldBe("media-missing");
    }

    [Fact]
    public void A_short_link_that_nobody_outside_reaches_is_warned_of_on_a_real_network()
    {
        var local = Fine with { LocalLinks = "http://localhost:5080", Variants = [On("bluesky", "See https://shop.example.org/a.")] };
        var finding = Precheck.Of(local).ShouldHaveSingleItem();
        (finding.Code, finding.Blocks).ShouldBe(("short-link-local", false));
        finding.Message.ShouldContain("http://localhost:5080/l/");
        finding.Message.ShouldContain("--public-url");
        Precheck.Of(local with { Variants = [On("bluesky", "No link here")] }).ShouldBeEmpty();
        Precheck.Of(local with { Variants = [On("webhook", "See https://shop.example.org/a.")] }).ShouldBeEmpty("an address of one's own may be on this machine");
        Precheck.Of(local with { LocalLinks = null }).ShouldBeEmpty();
    }

    [Fact]
    public void What_a_link_costs_is_said_where_the_network_charges_for_it()
    {
        var finding = Precheck.Of(Fine with { Variants = [On("x", "See https://shop.example.org/a.")] }).ShouldHaveSingleItem();
        (finding.Code, finding.Blocks, finding.Message).ShouldBe(("costs-more", false, "X charges your application about $0.20 for a post with a link, $0.015 without one."));
        Precheck.Of(Fine with { Variants = [On("x", "No link here"), On("bluesky", "See https://shop.example.org/a now.")] }).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("http://localhost:5080", true), InlineData("http://127.0.0.1", true), InlineData("http://[::1]:5080", true), InlineData("http://192.168.1.20:5080", true), InlineData("https://bellwether.local", true), InlineData("http://server", true)]
    [InlineData("https://go.example.org", false), InlineData("https://1.1.1.1", false)]
    public void Loopback_and_private_hosts_are_local(string address, bool local)
    {
        var known = new PublicAddress();
        known.Asked(address);
        known.IsLocal.ShouldBe(local);
    }

    [Fact]
    public void A_parked_account_takes_no_post_and_one_in_trouble_warns()
    {
        var parked = On("x", "Lunch");
        parked.Facts.Account.Decide(Disposition.Park, "No purpose");
        Precheck.Of(Fine with { Variants = [parked] }).ShouldHaveSingleItem().Code.ShouldBe("account-parked");
        var expired = On("x", "Lunch");
        var finding = Precheck.Of(Fine with { Variants = [expired with { Facts = expired.Facts with { Trouble = "Its token expired. Connect it again." } }] }).ShouldHaveSingleItem();
        finding.Code.ShouldBe("account-not-connected");
        finding.Blocks.ShouldBeFalse();
    }

    [Theory]
    [InlineData(10, null)]
    [InlineData(11, "quota-near")]
    [InlineData(14, "quota-near")]
    [InlineData(15, "quota-over")]
    public void What_a_network_takes_in_a_day_is_said_before_it_is_hit(int others, string? code)
    {
        var before = Enumerable.Range(1, others).Select(place => Monday.Local.PlusMinutes(-place)).Append(Monday.Local.PlusHours(-25)).ToArray();
        var found = Precheck.Of(Fine with { Variants = [On("tiktok", "Lunch", null, before)] }).Where(finding => finding.Code.StartsWith("quota", StringComparison.Ordinal)).ToList();
        found.Select(finding => finding.Code).ShouldBe(code is null ? [] : [code]);
        found.ShouldAllBe(finding => !finding.Blocks && finding.Message.Contains("15", StringComparison.Ordinal));
    }

    private static VariantFacts On(string network, string text, Cadence? cadence = null, params LocalDateTime[] others) =>
        new(new AccountFacts(new SocialAccount(Brand, network, "taco", null, Now), cadence ?? Cadence.Free, others, null), text, text, [], null);
}
