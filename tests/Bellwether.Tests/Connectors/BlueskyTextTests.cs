using System.Text;
using System.Text.Json.Nodes;
using Bellwether.Connectors.Bluesky;
using NodaTime;

namespace Bellwether.Tests.Connectors;

/// <summary>Keys and places in a text, as the network counts them.</summary>
public sealed class BlueskyTextTests
{
    [Fact]
    public void Keys_have_thirteen_characters_of_the_alphabet_and_only_grow()
    {
        var now = Instant.FromUtc(2026, 11, 22, 10, 0);
        var keys = Enumerable.Range(0, 1000).Select(_ => Tid.Next(now)).ToList();
        keys.ShouldAllBe(key => key.Length == 13 && key.All("234567abcdefghijklmnopqrstuvwxyz".Contains) && "234567abcdefghij".Contains(key[0]));
        keys.ShouldBeInOrder();
        keys.ShouldBeUnique();
    }

    [Fact]
    public void The_lowest_key_is_all_twos() => Tid.Write(0).ShouldBe("2222222222222");

    [Fact]
    public void Facets_name_bytes_not_characters()
    {
        const string text = "Grüße 🌮 an @ana.test: https://example.org/ä. #Tacos und #2026 me@mail.test";
        var facets = Facets.Of(text, new Dictionary<string, string>(StringComparer.Ordinal) { ["ana.test"] = "did:plc:ana" });
        Cut(text, facets).ShouldBe(["@ana.test", "https://example.org/ä", "#Tacos"]);
        ((string)facets[0]!["features"]![0]!["did"]!).ShouldBe("did:plc:ana");
        ((string)facets[2]!["features"]![0]!["tag"]!).ShouldBe("Tacos");
    }

    [Fact]
    public void A_handle_nobody_knows_stays_plain_and_a_tag_in_a_link_belongs_to_the_link()
    {
        Facets.Of("@nobody.test", new Dictionary<string, string>(StringComparer.Ordinal)).ShouldBeEmpty();
        const string text = "https://example.org/#part";
        Cut(text, Facets.Of(text, new Dictionary<string, string>(StringComparer.Ordinal))).ShouldBe([text]);
    }

    private static IEnumerable<string> Cut(string text, JsonArray facets)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        return facets.Select(facet => Encoding.UTF8.GetString(bytes[(int)facet!["index"]!["byteStart"]!..(int)facet["index"]!["byteEnd"]!]));
    }
}
