using Bellwether.Kernel;
using Bellwether.Metrics;
using Bellwether.Tests.Support;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;

namespace Bellwether.Tests.Metrics;

[Requirement("R000-29")]
public sealed class NumberTextTests
{
    private static readonly Metric Rate = ShippedMetrics.Find("cvr")!;
    private static readonly Metric Followers = ShippedMetrics.Find("followers")!;

    [Theory]
    [InlineData("1.234,5", "de-DE", 1234.5)]
    [InlineData("1,234.5", "en-US", 1234.5)]
    [InlineData("1234,5", "de-DE", 1234.5)]
    [InlineData("1 234,5", "fr-FR", 1234.5)]
    [InlineData("1’234.5", "de-CH", 1234.5)]
    [InlineData("12k", "en-US", 12000)]
    [InlineData("1,2M", "de-DE", 1200000)]
    [InlineData("3,4 %", "de-DE", 0.034)]
    [InlineData("3.4%", "en-US", 0.034)]
    [InlineData("−93", "en-US", -93)]
    [InlineData("1.234", "de-DE", 1234)]
    [InlineData("1.234", "en-US", 1.234)]
    public void A_number_is_read_as_people_write_it_where_they_live(string text, string locale, double value) =>
        NumberText.Read(text, locale).Value.ShouldBe((decimal)value);

    [Theory]
    [InlineData("many")]
    [InlineData("NaN")]
    [InlineData("Infinity")]
    [InlineData("∞")]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("1,23")]
    [InlineData("1,2,3")]
    [InlineData("--5")]
    [InlineData("3–5")]
    [InlineData("12k%")]
    [InlineData("1e5")]
    [InlineData("=1+1")]
    [InlineData("99999999999999999999999999999")]
    public void What_is_no_number_or_could_be_two_is_refused(string? text) =>
        Should.Throw<ProblemException>(() => NumberText.Read(text, "en-US")).Code.ShouldBe("number-unreadable");

    [Fact]
    public void A_plain_number_for_a_rate_means_percent() =>
        NumberText.ReadFor(Rate, "3,4", "de-DE").ShouldBe(0.034m);

    [Fact]
    public void A_percent_sign_on_a_count_is_refused() =>
        Should.Throw<ProblemException>(() => NumberText.ReadFor(Followers, "3 %", "en-US")).Code.ShouldBe("number-not-percent");

    [Fact]
    public void An_unknown_locale_is_refused() =>
        Should.Throw<ProblemException>(() => NumberText.Read("1", "xx-Q")).Code.ShouldBe("locale-unknown");

    [Fact]
    public void Whatever_is_written_in_a_locale_is_read_back_the_same()
    {
        var numbers =
            from whole in Gen.Choose(-2_000_000_000, 2_000_000_000)
            from decimals in Gen.Choose(0, 6)
            from locale in Gen.Elements("de-DE", "en-US", "fr-FR", "de-CH", "sv-SE", "en-IN", "fa-IR", "es-ES", "ja-JP", "pl-PL")
            from unit in Gen.Elements(MetricUnit.Count, MetricUnit.Percent)
            select (Value: whole / (decimal)Math.Pow(10, decimals), Locale: locale, Unit: unit);
        Prop.ForAll(numbers.ToArbitrary(), number =>
        {
            var read = NumberText.Read(NumberText.Write(number.Value, number.Unit, number.Locale), number.Locale).Value;
            return read == number.Value;
        }).QuickCheckThrowOnFailure();
    }
}
