using System.Globalization;
using Bellwether.Kernel;
using Shouldly;

namespace Bellwether.Tests.Kernel;

public sealed class MoneyTests
{
    [Theory]
    [InlineData("1234.5", "EUR", "€1,234.50")]
    [InlineData("0", "USD", "$0.00")]
    [InlineData("-10", "USD", "−$10.00")]
    [InlineData("1234567", "JPY", "¥1,234,567")]
    [InlineData("-1", "JPY", "−¥1")]
    [InlineData("1.234", "KWD", "KWD 1.234")]
    [InlineData("1.2", "TND", "TND 1.200")]
    [InlineData("1234.5", "CHF", "CHF 1,234.50")]
    [InlineData("-1234.5", "CHF", "−CHF 1,234.50")]
    [InlineData("12", "BRL", "R$12.00")]
    [InlineData("1000000000000", "EUR", "€1,000,000,000,000.00")]
    [InlineData("1.005", "EUR", "€1.00")]
    [InlineData("1.015", "EUR", "€1.02")]
    [InlineData("-0.004", "EUR", "€0.00")]
    public void An_amount_is_said_as_the_screen_writes_it(string amount, string currency, string said) =>
        Money.Of(decimal.Parse(amount, CultureInfo.InvariantCulture), currency).Say().ShouldBe(said.Replace(' ', '\u00a0'));

    [Theory]
    [InlineData("1234.5", "EUR", "1.234,50 €")]
    [InlineData("-1234.5", "EUR", "−1.234,50 €")]
    [InlineData("1234", "JPY", "1.234 ¥")]
    [InlineData("1.2", "KWD", "1,200 KWD")]
    public void In_German_the_sign_stands_behind(string amount, string currency, string said) =>
        Money.Of(decimal.Parse(amount, CultureInfo.InvariantCulture), currency).Say("de-DE").ShouldBe(said.Replace(' ', '\u00a0'));

    [Theory]
    [InlineData("0.0035", 3, "$0.004")]
    [InlineData("0.0035", 4, "$0.0035")]
    [InlineData("0.5", 3, "$0.50")]
    [InlineData("2", 3, "$2.00")]
    [InlineData("0.010", 3, "$0.01")]
    public void A_price_of_parts_of_a_cent_keeps_as_many_decimals_as_it_has(string amount, int most, string said) =>
        Money.Say(decimal.Parse(amount, CultureInfo.InvariantCulture), "USD", most: most).ShouldBe(said);

    [Fact]
    public void A_language_nobody_knows_is_refused_in_words() =>
        Should.Throw<ProblemException>(() => Money.Of(1, "EUR").Say("no language")).Code.ShouldBe("locale-unknown");
}
