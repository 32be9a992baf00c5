using Bellwether.Networks;
using Shouldly;
using Xunit;

namespace Bellwether.Tests.Networks;

/// <summary>Each network counts in its own way; the same text has five lengths.</summary>
public sealed class TextCountTests
{
    private const string Family = "👨‍👩‍👧";

    [Theory]
    [InlineData(Family, CountUnit.Graphemes, 1)]
    [InlineData(Family, CountUnit.Utf8Bytes, 18)]
    [InlineData(Family, CountUnit.Utf16, 8)]
    [InlineData(Family, CountUnit.CodePoints, 5)]
    [InlineData(Family, CountUnit.XWeighted, 2)]
    [InlineData(Family, CountUnit.Threads, 18)]
    [InlineData("Hello, world! 👋", CountUnit.XWeighted, 16)]
    [InlineData("Grüße", CountUnit.XWeighted, 5)]
    [InlineData("日本語", CountUnit.XWeighted, 6)]
    [InlineData("👋🏽", CountUnit.XWeighted, 2)]
    [InlineData("🇩🇪", CountUnit.XWeighted, 2)]
    [InlineData("1️⃣", CountUnit.XWeighted, 2)]
    [InlineData("visit example.com", CountUnit.XWeighted, 29)]
    [InlineData("version 2.0.1 is out", CountUnit.XWeighted, 20)]
    [InlineData("hi @ana@social.example!", CountUnit.Mastodon, 8)]
    [InlineData("Grüße", CountUnit.Utf8Bytes, 7)]
    [InlineData("", CountUnit.XWeighted, 0)]
    public void A_text_has_the_length_its_network_counts(string text, CountUnit unit, int expected) =>
        TextCount.Of(text, unit).ShouldBe(expected);

    [Fact]
    public void A_decomposed_letter_counts_one_on_x() => TextCount.XWeighted("e\u0301").ShouldBe(1);

    [Fact]
    public void A_long_link_counts_23_on_x_and_mastodon_and_as_written_elsewhere()
    {
        var link = "https://example.org/" + new string('a', 100);
        link.Length.ShouldBe(120);
        TextCount.Of(link, CountUnit.XWeighted).ShouldBe(23);
        TextCount.Of(link, CountUnit.Mastodon).ShouldBe(23);
        TextCount.Of(link, CountUnit.Graphemes).ShouldBe(120);
        TextCount.Of(link, CountUnit.Threads).ShouldBe(120);
    }

    [Fact]
    public void The_full_stop_after_a_link_is_not_part_of_it() => TextCount.XWeighted("See https://example.org/x.").ShouldBe(4 + 23 + 1);

    [Fact]
    public void Half_a_surrogate_pair_does_not_break_the_count() => TextCount.XWeighted("a\ud83d").ShouldBeGreaterThan(1);

    [Fact]
    public void Bluesky_holds_both_its_limits()
    {
        var bluesky = NetworkCatalogue.Known("bluesky");
        TextFit.Of(bluesky, new string('a', 300)).ShouldAllBe(fit => fit.Fits);
        var tooLong = TextFit.Of(bluesky, new string('a', 312));
        tooLong[0].Problem.ShouldBe("Bluesky allows 300 characters; this has 312. Shorten it or post it as a thread of 2.");
        // 130 family emoji with four people each: few characters, too many bytes.
        var heavy = TextFit.Of(bluesky, string.Concat(Enumerable.Repeat("👨‍👩‍👧‍👦", 130)));
        heavy[0].Count.ShouldBe(130);
        heavy[0].Fits.ShouldBeTrue();
        heavy[1].Count.ShouldBe(3250);
        heavy[1].Fits.ShouldBeFalse();
    }
}
