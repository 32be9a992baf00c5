using Bellwether.Tracking;
using Shouldly;

namespace Bellwether.Tests.Tracking;

public sealed class PageAddressTests
{
    [Theory]
    [InlineData("https://www.TacoLoco.example/menu/?table=4&utm_source=FaceBook&utm_medium=social&utm_campaign=Spring#top", "tacoloco.example", "/menu", "facebook", "social", "spring")]
    [InlineData("http://tacoloco.example:8080", "tacoloco.example", "/", null, null, null)]
    [InlineData("https://tacoloco.example/#/menu?x=1", "tacoloco.example", "/#/menu", null, null, null)]
    [InlineData("https://tacoloco.example/?ref=newsletter", "tacoloco.example", "/", "newsletter", null, null)]
    [InlineData("https://tacoloco.example/?ref=old&utm_source=new", "tacoloco.example", "/", "new", null, null)]
    [InlineData("https://tacoloco.example/?utm_source=&utm_campaign=a+b%20c", "tacoloco.example", "/", null, null, "a b c")]
    public void Host_path_and_tags_are_kept_and_the_rest_of_the_query_is_not(string url, string host, string path, string? source, string? medium, string? campaign) =>
        PageAddress.Of(url).ShouldBe(new PageAddress(host, path, source, medium, campaign));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("/menu")]
    [InlineData("javascript:alert(1)")]
    [InlineData("file:///etc/passwd")]
    [InlineData("https://")]
    public void What_is_no_web_page_is_none(string? url) => PageAddress.Of(url).ShouldBeNull();

    [Fact]
    public void Nothing_is_longer_than_its_column_and_no_character_is_cut_in_two()
    {
        var page = PageAddress.Of($"https://tacoloco.example/{new string('a', 900)}?utm_source={string.Concat(Enumerable.Repeat("%F0%9F%8C%AE", 100))}&utm_campaign=x%00y%0Az").ShouldNotBeNull();
        page.Path.Length.ShouldBe(PageAddress.LongestPath);
        page.Source.ShouldNotBeNull().Length.ShouldBeLessThanOrEqualTo(PageAddress.LongestTag);
        page.Source.EnumerateRunes().ShouldAllBe(rune => rune.Value == 0x1F32E);
        page.Campaign.ShouldBe("xyz");
        PageAddress.Of("https://tacoloco.example/" + new string('a', 5000)).ShouldBeNull();
    }

    [Theory]
    [InlineData("https://x.com/i/grok?x", "x.com/i/grok")]
    [InlineData("https://x.com/somebody/status/1", "x.com")]
    [InlineData("https://www.facebook.com/somebody", "facebook.com")]
    [InlineData("a\0b", null)]
    [InlineData(null, null)]
    public void Of_a_referrer_only_what_sorts_it_is_kept(string? referrer, string? kept)
    {
        ReferrerHosts.Shipped.KeyOf(referrer).ShouldBe(kept);
        ReferrerHosts.Shipped.OfReferrer(kept).ShouldBe(kept is null ? null : ReferrerHosts.Shipped.OfReferrer(referrer));
    }
}
