using System.Text;
using Bellwether.Publishing;
using NodaTime;

namespace Bellwether.Tests.Publishing;

/// <summary>Reading feeds as they are found outside; needs no server.</summary>
public sealed class FeedDocumentTests
{
    private static readonly Uri Here = new("https://taco.example/feed/");

    [Fact]
    public void Atom_and_RSS_are_read_alike()
    {
        var atom = Read("""
            <feed xmlns="http://www.w3.org/2005/Atom"><title>News</title><entry><id>urn:1</id><title type="html">Fish &amp;amp; chips</title><link rel="self" href="/x"/><link href="/menu"/><published>2026-11-01T10:00:00+01:00</published><summary>&lt;p&gt;Good&lt;/p&gt;&lt;script&gt;bad()&lt;/script&gt;</summary></entry></feed>
            """).ShouldNotBeNull();
        atom.Items.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            item => (item.Title, item.Text, item.Link).ShouldBe(("Fish & chips", "Good", "https://taco.example/menu")), item => item.PublishedAt.ShouldBe(Instant.FromUtc(2026, 11, 1, 9, 0)));

        var rss = Read("""
            <rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:sy="http://purl.org/rss/1.0/modules/syndication/"><channel><title>News</title><atom:link href="https://x.example" rel="self"/><link>https://taco.example</link><sy:updatePeriod>daily</sy:updatePeriod>
            <item><title>A</title><guid>https://taco.example/a</guid><pubDate>Sun, 01 Nov 2026 10:00:00 EST</pubDate></item><item><title>B</title><link>javascript:alert(1)</link></item><item/></channel></rss>
            """).ShouldNotBeNull();
        rss.Rests.ShouldBe(Duration.FromDays(1));
        rss.Items.Select(item => (item.Title, item.Link)).ShouldBe([("A", "https://taco.example/a"), ("B", null)]);
        rss.Items[0].PublishedAt.ShouldBe(Instant.FromUtc(2026, 11, 1, 15, 0));
        rss.Items[0].Key.ShouldNotBe(rss.Items[1].Key);
    }

    [Theory]
    [InlineData("""<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss><channel><title>&x;</title><item><title>&x;</title></item></channel></rss>""")]
    [InlineData("""<!DOCTYPE lolz [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><rss><channel><item><title>&b;</title></item></channel></rss>""")]
    [InlineData("<html><body>No feed</body></html>")]
    [InlineData("<rss><channel><item>")]
    [InlineData("")]
    public void What_is_no_feed_or_brings_entities_of_its_own_is_not_read(string text) => Read(text).ShouldBeNull();

    [Fact]
    public void The_encoding_is_the_one_that_the_feed_names()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var bytes = Encoding.GetEncoding("windows-1252").GetBytes("""<?xml version="1.0" encoding="windows-1252"?><rss><channel><item><title>Grüße</title></item></channel></rss>""");
        FeedDocument.Read(bytes, Here)!.Items.ShouldHaveSingleItem().Title.ShouldBe("Grüße");
    }

    private static FeedDocument? Read(string text) => FeedDocument.Read(Encoding.UTF8.GetBytes(text), Here);
}
