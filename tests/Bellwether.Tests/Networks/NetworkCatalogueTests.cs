using Bellwether.Kernel;
using Bellwether.Networks;
using Bellwether.Tests.Support;
using Shouldly;
using Xunit;

namespace Bellwether.Tests.Networks;

public sealed class NetworkCatalogueTests
{
    [Theory]
    [InlineData("x", 280, CountUnit.XWeighted)]
    [InlineData("bluesky", 300, CountUnit.Graphemes)]
    [InlineData("mastodon", 500, CountUnit.Mastodon)]
    [InlineData("threads", 500, CountUnit.Threads)]
    [InlineData("instagram", 2200, CountUnit.CodePoints)]
    [InlineData("facebook", 63206, CountUnit.CodePoints)]
    [InlineData("linkedin", 3000, CountUnit.CodePoints)]
    [InlineData("tiktok", 2200, CountUnit.Utf16)]
    [InlineData("youtube", 5000, CountUnit.Utf8Bytes)]
    [InlineData("pinterest", 500, CountUnit.CodePoints)]
    [InlineData("telegram", 4096, CountUnit.Utf16)]
    [InlineData("google_business", 1500, CountUnit.CodePoints)]
    [InlineData("reddit", 40000, CountUnit.CodePoints)]
    [InlineData("discord", 2000, CountUnit.CodePoints)]
    public void A_network_states_its_limit(string key, int limit, CountUnit unit)
    {
        var network = NetworkCatalogue.Known(key);
        network.Text.Limit.ShouldBe(limit);
        network.Text.Unit.ShouldBe(unit);
    }

    [Fact]
    public void Every_network_has_steps_and_says_where_its_facts_come_from()
    {
        NetworkCatalogue.All.Count.ShouldBeGreaterThan(20);
        foreach (var network in NetworkCatalogue.All)
        {
            network.SetUp.ShouldNotBeEmpty(network.Key);
            network.Sources.ShouldNotBeEmpty(network.Key);
            network.VerifiedOn.Year.ShouldBeGreaterThan(2025, network.Key);
            network.SetUp.Select(step => step.Key).ShouldBeUnique(network.Key);
            foreach (var step in network.SetUp.Where(step => step.Image is not null))
            {
                network.Images.ShouldContain(image => image.Use == step.Image, $"{network.Key}: {step.Key}");
            }

            foreach (var cadence in network.Cadence)
            {
                (cadence.Min?.PerWeek ?? 0).ShouldBeLessThanOrEqualTo(cadence.Target.PerWeek, network.Key);
                cadence.Target.PerWeek.ShouldBeLessThanOrEqualTo(cadence.Max.PerWeek, network.Key);
            }
        }
    }

    [Fact, Requirement("R000-15")]
    public void A_facebook_page_has_about_twelve_parts_with_the_sizes_of_its_pictures()
    {
        var page = NetworkCatalogue.Known("facebook");
        page.SetUp.Count.ShouldBeInRange(12, 14);
        page.Images.ShouldContain(new ImageSize("cover", 1640, 624));
        page.Input.ShouldContain("stories");
        NetworkCatalogue.Of("somewhere_new").SetUp.Count.ShouldBe(12);
        NetworkCatalogue.Of("somewhere_new").Known.ShouldBeFalse();
    }

    [Fact]
    public void An_unknown_network_is_refused_beside_the_field() =>
        Should.Throw<ProblemException>(() => NetworkCatalogue.Known("myspace")).Fields[0].Field.ShouldBe("network");
}
