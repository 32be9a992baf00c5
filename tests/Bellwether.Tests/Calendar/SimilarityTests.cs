using Bellwether.Calendar;
using Bellwether.Kernel;
using Bellwether.Tests.Support;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;

namespace Bellwether.Tests.Calendar;

public class SimilarityTests
{
    [Fact, Requirement("R001-13")]
    public void Identical_texts_are_alike_to_100_percent_whatever_their_case_spacing_and_tracked_links()
    {
        Similarity.Of("Lunch is on! https://go.example.org/l/abc", "lunch  is on! https://go.example.org/l/xyz").ShouldBe(1);
    }

    [Fact, Requirement("R001-13")]
    public void A_text_written_anew_for_a_network_falls_below_85_percent()
    {
        Similarity.Of(
            "Our new lunch menu starts on Monday: three tacos, one drink, ten euros. See you at noon!",
            "Hungry at noon? From Monday on we serve a lunch deal. Bring a colleague and tell us which taco wins.").ShouldBeLessThan(Similarity.SameText);
    }

    [Fact]
    public void A_text_with_one_word_changed_still_counts_as_the_same()
    {
        Similarity.Of("Our new lunch menu starts on Monday: three tacos for ten euros.", "Our new lunch menu starts on Tuesday: three tacos for ten euros.")
            .ShouldBeGreaterThanOrEqualTo(Similarity.SameText);
    }

    [Fact]
    public void It_is_the_same_in_both_directions_between_0_and_1_and_1_for_equal_texts() =>
        Prop.ForAll(ArbMap.Default.ArbFor<(string, string)>(), pair =>
        {
            var (left, right) = (pair.Item1 ?? "", pair.Item2 ?? "");
            var likeness = Similarity.Of(left, right);
            return likeness is >= 0 and <= 1 && likeness == Similarity.Of(right, left) && Similarity.Of(left, left) == 1;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Different_texts_of_the_same_pairs_are_never_quite_100_percent() =>
        Similarity.Of("abcab", "bcabc").ShouldBeLessThan(1);
}
