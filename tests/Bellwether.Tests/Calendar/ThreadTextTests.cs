using Bellwether.Calendar;
using Bellwether.Networks;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;

namespace Bellwether.Tests.Calendar;

public class ThreadTextTests
{
    [Fact]
    public void A_line_of_three_dashes_starts_the_next_part()
    {
        ThreadText.Parts("One\r\n---\r\nTwo --- still two\n ---\n").ShouldBe(["One", "Two --- still two"]);
        ThreadText.Parts("").ShouldBe([""]);
    }

    [Fact]
    public void A_long_text_is_cut_between_sentences_into_parts_that_fit()
    {
        var network = NetworkCatalogue.Of("bluesky");
        var text = string.Join(" ", Enumerable.Range(1, 30).Select(number => $"This is sentence number {number}."));
        var parts = ThreadText.Parts(ThreadSplit.Of(network, text));
        parts.Count.ShouldBeGreaterThan(1);
        parts.ShouldAllBe(part => TextFit.Of(network, part).All(fit => fit.Fits));
        parts.ShouldAllBe(part => part.EndsWith('.'));
        string.Join(" ", parts).ShouldBe(text);
    }

    [Fact]
    public void Every_text_can_be_cut_and_nothing_but_spaces_is_lost() =>
        Prop.ForAll(ArbMap.Default.ArbFor<NonNull<string>>(), words =>
        {
            var network = NetworkCatalogue.Of("bluesky");
            var text = string.Concat(Enumerable.Repeat(words.Get.Replace("---", "", StringComparison.Ordinal) + "🙂 ", 90));
            var parts = ThreadText.Parts(ThreadSplit.Of(network, text));
            return parts.All(part => TextFit.Of(network, part).All(fit => fit.Fits)) && Bare(string.Concat(parts)) == Bare(text);
        }).QuickCheckThrowOnFailure();

    private static string Bare(string text) => string.Concat(text.Where(character => !char.IsWhiteSpace(character)));
}
