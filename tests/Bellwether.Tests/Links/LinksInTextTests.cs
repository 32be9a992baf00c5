using Bellwether.Links;
using Shouldly;

namespace Bellwether.Tests.Links;

public sealed class LinksInTextTests
{
    [Theory]
    [InlineData("Menu: https://ex.com/menu.", "https://ex.com/menu")]
    [InlineData("(see https://ex.com/a)", "https://ex.com/a")]
    [InlineData("https://en.wikipedia.org/wiki/Taco_(food)", "https://en.wikipedia.org/wiki/Taco_(food)")]
    [InlineData("(https://en.wikipedia.org/wiki/Taco_(food))", "https://en.wikipedia.org/wiki/Taco_(food)")]
    [InlineData("[menu](https://ex.com/menu)", "https://ex.com/menu")]
    [InlineData("HTTPS://EX.COM/A?b=c&d=e#f!", "HTTPS://EX.COM/A?b=c&d=e#f")]
    [InlineData("🌮https://ex.com/🌮 today", "https://ex.com/🌮")]
    [InlineData("“https://ex.com/x”", "https://ex.com/x")]
    public void An_address_ends_where_the_sentence_goes_on(string text, string address) =>
        LinksInText.Find(text).Single().Address.ShouldBe(address);

    [Theory]
    [InlineData("ex.com without a scheme")]
    [InlineData("mailto:ann@ex.com")]
    [InlineData("https://")]
    public void Other_text_holds_no_address(string text) => LinksInText.Find(text).ShouldBeEmpty();

    [Fact]
    public void Each_address_is_replaced_where_it_stands() =>
        LinksInText.Replace("a https://x.com/1, b https://x.com/12, a again https://x.com/1.", address => $"<{address[^2..]}>")
            .ShouldBe("a </1>, b <12>, a again </1>.");
}
