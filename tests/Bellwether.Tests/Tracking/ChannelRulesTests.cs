using Bellwether.Tests.Support;
using Bellwether.Tracking;
using Shouldly;

namespace Bellwether.Tests.Tracking;

[Requirement("R001-05")]
public sealed class ChannelRulesTests
{
    [Theory]
    [InlineData("facebook", "cpc", ChannelGroup.PaidSocial)]
    [InlineData("facebook", "cpm", ChannelGroup.PaidSocial)]
    [InlineData("facebook", null, ChannelGroup.OrganicSocial)]
    [InlineData("unknownsite", "social", ChannelGroup.OrganicSocial)]
    [InlineData("unknownsite", "organic-social", ChannelGroup.Unassigned)]
    [InlineData("unknownsite", "paid_social", ChannelGroup.PaidOther)]
    [InlineData("linkedin", "paid-social", ChannelGroup.PaidSocial)]
    [InlineData("youtube.com", null, ChannelGroup.OrganicVideo)]
    [InlineData("youtube", "social", ChannelGroup.OrganicSocial)]
    [InlineData("newsletter", "email", ChannelGroup.Email)]
    [InlineData("t.co", null, ChannelGroup.OrganicSocial)]
    [InlineData("x.com", null, ChannelGroup.OrganicSocial)]
    [InlineData("threads.net", null, ChannelGroup.OrganicSocial)]
    [InlineData("bsky.app", null, ChannelGroup.OrganicSocial)]
    [InlineData("mastodon.social", null, ChannelGroup.OrganicSocial)]
    [InlineData("FaceBook", "CPC", ChannelGroup.PaidSocial)]
    [InlineData("unknownsite", "cpm", ChannelGroup.Display)]
    [InlineData("unknownsite", "banner", ChannelGroup.Display)]
    [InlineData("google", "cpc", ChannelGroup.PaidSearch)]
    [InlineData("google", "organic", ChannelGroup.OrganicSearch)]
    [InlineData("youtube", "cpc", ChannelGroup.PaidVideo)]
    [InlineData("amazon", "ppc", ChannelGroup.PaidShopping)]
    [InlineData("etsy.com", null, ChannelGroup.OrganicShopping)]
    [InlineData("partner", "affiliate", ChannelGroup.Affiliates)]
    [InlineData("partner", "referral", ChannelGroup.Referral)]
    [InlineData("partner.example", null, ChannelGroup.Referral)]
    [InlineData("spotify", "audio", ChannelGroup.Audio)]
    [InlineData("sms", null, ChannelGroup.Sms)]
    [InlineData("app", "push", ChannelGroup.MobilePush)]
    [InlineData("chatgpt.com", null, ChannelGroup.AiAssistants)]
    [InlineData("(direct)", "(none)", ChannelGroup.Direct)]
    [InlineData(null, null, ChannelGroup.Direct)]
    public void Source_and_medium_decide_the_group(string? source, string? medium, ChannelGroup group) =>
        ChannelRules.Shipped.Group(new Arrival(source, medium)).ShouldBe(group);

    [Theory]
    [InlineData("https://www.facebook.com/somebody", ChannelGroup.OrganicSocial)]
    [InlineData("https://lm.facebook.com/l.php", ChannelGroup.OrganicSocial)]
    [InlineData("https://www.youtube.com/watch?v=1", ChannelGroup.OrganicVideo)]
    [InlineData("https://www.google.co.uk/", ChannelGroup.OrganicSearch)]
    [InlineData("https://mail.google.com/mail/u/0", ChannelGroup.Email)]
    [InlineData("https://gemini.google.com/app", ChannelGroup.AiAssistants)]
    [InlineData("https://x.com/i/grok?x", ChannelGroup.AiAssistants)]
    [InlineData("https://x.com/somebody/status/1", ChannelGroup.OrganicSocial)]
    [InlineData("android-app://com.linkedin.android/", ChannelGroup.OrganicSocial)]
    [InlineData("https://blog.example.net/post", ChannelGroup.Referral)]
    [InlineData("not an address", ChannelGroup.Referral)]
    [InlineData("", ChannelGroup.Direct)]
    public void Without_tags_the_referrer_decides(string referrer, ChannelGroup group) =>
        ChannelRules.Shipped.Group(new Arrival(null, null, null, referrer)).ShouldBe(group);

    [Fact]
    public void Tags_beat_the_referrer() =>
        ChannelRules.Shipped.Group(new Arrival("newsletter", "email", null, "https://www.facebook.com/")).ShouldBe(ChannelGroup.Email);

    [Theory]
    [InlineData("google", "cpc", "Cross-Network spring", ChannelGroup.CrossNetwork)]
    [InlineData("unknownsite", null, "shop-sale", ChannelGroup.OrganicShopping)]
    [InlineData("unknownsite", "cpc", "shopping", ChannelGroup.PaidShopping)]
    [InlineData("unknownsite", "social", "workshop", ChannelGroup.OrganicSocial)]
    [InlineData("unknownsite", "social", "bishop", ChannelGroup.OrganicSocial)]
    [InlineData("unknownsite", "social", "eshop", ChannelGroup.OrganicShopping)]
    public void The_campaign_decides_before_the_source(string source, string? medium, string campaign, ChannelGroup group) =>
        ChannelRules.Shipped.Group(new Arrival(source, medium, campaign)).ShouldBe(group);

    [Fact]
    public void An_own_instance_of_an_open_network_is_social_once_it_is_named()
    {
        var arrival = new Arrival(null, null, null, "https://social.tacoloco.example/@chef");
        ChannelRules.Shipped.Group(arrival).ShouldBe(ChannelGroup.Referral);
        new ChannelRules(ReferrerHosts.Shipped, ["social.tacoloco.example"]).Group(arrival).ShouldBe(ChannelGroup.OrganicSocial);
    }
}
