using Bellwether.Kernel;
using Bellwether.Links;
using Bellwether.Tests.Support;
using Shouldly;

namespace Bellwether.Tests.Links;

[Requirement("R001-05")]
public sealed class CampaignTagsTests
{
    private static readonly string[] Own = ["ex.com", "www.example.org"];
    private static readonly CampaignTags Tags = CampaignTags.Of("instagram", "social", "spring-2027", "p-123-a");

    [Fact]
    public void Query_and_fragment_stay_and_the_fragment_is_last() =>
        TaggedAddress.Of("https://ex.com/a?x=1#top", Tags, Own).ShouldBe(new(
            "https://ex.com/a?x=1&utm_source=instagram&utm_medium=social&utm_campaign=spring-2027&utm_content=p-123-a#top", TagOutcome.Tagged));

    [Theory]
    [InlineData("https://ex.com", "https://ex.com?utm_source=")]
    [InlineData("https://ex.com/?", "https://ex.com/?utm_source=")]
    [InlineData("https://ex.com/?a=b&", "https://ex.com/?a=b&utm_source=")]
    [InlineData("https://shop.ex.com/#/route?x=1", "https://shop.ex.com/?utm_source=")]
    [InlineData("http://example.org/ä?q=ü", "http://example.org/ä?q=ü&utm_source=")]
    public void Tags_go_to_the_end_of_the_query(string address, string starts) =>
        TaggedAddress.Of(address, Tags, Own).Address.ShouldStartWith(starts);

    [Fact]
    public void A_tag_that_is_there_is_not_overwritten()
    {
        var tagged = TaggedAddress.Of("https://ex.com/?UTM_Source=newsletter&x=1", Tags, Own);
        tagged.Outcome.ShouldBe(TagOutcome.Completed);
        tagged.Address.ShouldBe("https://ex.com/?UTM_Source=newsletter&x=1&utm_medium=social&utm_campaign=spring-2027&utm_content=p-123-a");
        TaggedAddress.Of(tagged.Address, Tags, Own).ShouldBe(new(tagged.Address, TagOutcome.AlreadyTagged));
    }

    [Theory]
    [InlineData("https://elsewhere.com/a", TagOutcome.OtherHost)]
    [InlineData("https://notex.com/", TagOutcome.OtherHost)]
    [InlineData("https://ex.com.evil.net/", TagOutcome.OtherHost)]
    public void Other_hosts_get_no_tags(string address, TagOutcome outcome) =>
        TaggedAddress.Of(address, Tags, Own).ShouldBe(new(address, outcome));

    [Fact]
    public void Links_within_the_own_site_get_no_tags() =>
        TaggedAddress.Of("https://ex.com/b", Tags, Own, placedOn: "www.ex.com").ShouldBe(new("https://ex.com/b", TagOutcome.Internal));

    [Theory]
    [InlineData("mailto:ann@ex.com")]
    [InlineData("/relative/path")]
    [InlineData("javascript:alert(1)")]
    [InlineData("JavaScript://ex.com/%0aalert(1)")]
    [InlineData("data:text/html,hello")]
    [InlineData("ftp://ex.com/file")]
    [InlineData("//ex.com/a")]
    [InlineData("https:///a")]
    [InlineData("https://user:secret@ex.com/")]
    [InlineData("https://ex.com/a b")]
    [InlineData("")]
    public void What_is_no_web_address_is_refused(string address)
    {
        var problem = Should.Throw<ProblemException>(() => TaggedAddress.Of(address, Tags, Own));
        problem.Kind.ShouldBe(ProblemKind.Rule);
        problem.Fields.ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("Spring Sale 2027", "spring-sale-2027")]
    [InlineData("Früh-ling & Größe", "fruh-ling-grosse")]
    [InlineData("a_b.c-d", "a_b.c-d")]
    [InlineData("  -x- ", "x")]
    public void Values_are_lower_case_with_hyphens(string value, string clean) =>
        CampaignTags.Clean(value, "campaign").ShouldBe(clean);

    [Theory]
    [InlineData("ann@example.com")]
    [InlineData("###")]
    [InlineData("")]
    public void Values_that_name_a_person_or_nothing_are_refused(string value) =>
        Should.Throw<ProblemException>(() => CampaignTags.Clean(value, "campaign")).Kind.ShouldBe(ProblemKind.Rule);

    [Theory]
    [InlineData("organic-social")]
    [InlineData("socials")]
    public void A_medium_that_reports_do_not_understand_is_refused(string medium) =>
        Should.Throw<ProblemException>(() => CampaignTags.Of("facebook", medium, "x")).Code.ShouldBe("medium-unknown");

    [Fact]
    public void Source_medium_and_campaign_go_together() =>
        Should.Throw<ProblemException>(() => CampaignTags.Of("facebook", "social", null)).Fields[0].Field.ShouldBe("campaign");
}
