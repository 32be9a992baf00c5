using System.Text;
using Bellwether.Kernel;
using FsCheck;
using FsCheck.Fluent;

namespace Bellwether.Tests.Kernel;

public sealed class ExcerptTests
{
    [Theory]
    [InlineData("taco", 4, "taco")]
    [InlineData("tacos", 4, "tac…")]
    [InlineData("on a roll", 6, "on a…")]
    [InlineData("ab🌮cd", 4, "ab…")]
    [InlineData("ab🌮cd", 5, "ab🌮…")]
    [InlineData("🌮🌮", 1, "…")]
    public void What_does_not_fit_ends_with_three_dots_and_no_sign_is_cut_in_half(string text, int most, string shown) => Excerpt.Of(text, most).ShouldBe(shown);

    [Theory]
    [InlineData("the whereabouts of the van", 20, "the whereabouts of…")]
    [InlineData("a whereaboutsofthevantoday", 20, "a whereaboutsofthev…")]
    [InlineData("short", 20, "short")]
    public void A_title_is_cut_between_words_unless_that_leaves_half_of_the_room_empty(string text, int most, string shown) => Excerpt.AtWord(text, most).ShouldBe(shown);

    [Fact]
    public void Whatever_is_cut_fits_is_whole_and_begins_as_it_did() => Prop.ForAll(
        Gen.Elements("a", "é", "🌮", " ", "…", "👩‍🍳").ArrayOf().Select(string.Concat).SelectMany(text => Gen.Choose(1, 30).Select(most => (text, most))).ToArbitrary(),
        pair => Excerpt.Of(pair.text, pair.most) is var cut && cut.Length <= pair.most && Whole(cut) && (cut == pair.text || pair.text.StartsWith(cut[..^1], StringComparison.Ordinal))).QuickCheckThrowOnFailure();

    private static bool Whole(string text)
    {
        var signs = new UTF8Encoding(false, throwOnInvalidBytes: true);
        return signs.GetString(signs.GetBytes(text)) == text;
    }
}
