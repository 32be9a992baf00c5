using System.Text.Json.Nodes;
using Bellwether.Plans;
using Bellwether.Tests.Support;
using Shouldly;

namespace Bellwether.Tests.Plans;

public sealed class DifferenceTests
{
    private const string Ana = "goal_00000000000000000000000001";

    [Fact]
    [Requirement("R000-01")]
    public void A_number_that_changed_is_said_with_the_goal_it_belongs_to() =>
        Between(
            """{"goals":[{"id":"goal_1","title":"More lunch guests","target":1600}]}""",
            """{"goals":[{"id":"goal_1","title":"More lunch guests","target":1400}]}""")
            .ShouldBe(["Goal “More lunch guests”: target 1,600 → 1,400."]);

    [Fact]
    public void Items_are_matched_by_id_whatever_their_place_or_name() =>
        Between(
            """{"goals":[{"id":"a","title":"One"},{"id":"b","title":"Two"}]}""",
            """{"goals":[{"id":"b","title":"Two"},{"id":"a","title":"First"}]}""")
            .ShouldBe(["Goal “One”: title One → First."]);

    [Fact]
    public void What_was_added_and_dropped_is_named() =>
        Between(
            """{"channels":[{"id":"a","name":"Bluesky"}],"goals":[]}""",
            """{"channels":[{"id":"b","name":"Mastodon"}],"goals":[{"id":"g","title":"Sell"}]}""")
            .ShouldBe(["Channel “Mastodon”: added.", "Channel “Bluesky”: dropped.", "Goal “Sell”: added."]);

    [Fact]
    public void Items_inside_items_carry_both_names() =>
        Between(
            """{"goals":[{"id":"g","title":"Sell","targets":[{"id":"t","metric":"orders","value":10,"by":"2026-06-30"}]}]}""",
            """{"goals":[{"id":"g","title":"Sell","targets":[{"id":"t","metric":"orders","value":12,"by":"2026-06-30"}]}]}""")
            .ShouldBe(["Goal “Sell”, target “orders”: value 10 → 12."]);

    [Fact]
    public void A_reference_is_said_by_the_name_of_what_it_points_to() =>
        Between(
            """{"goals":[{"id":"g","title":"Sell"}],"actions":[{"id":"x","title":"Post","goal":null}]}""",
            """{"goals":[{"id":"g","title":"Sell"}],"actions":[{"id":"x","title":"Post","goal":"g"}]}""")
            .ShouldBe(["Action “Post”: goal set to “Sell”."]);

    [Fact]
    public void A_metric_is_said_by_its_name_not_by_its_key() =>
        Difference.Between(
            Read("{\"goals\":[{\"id\":\"g\",\"title\":\"Sell\",\"targets\":[{\"id\":\"t\",\"metric\":\"posts_published\",\"target\":5}]}]}"),
            Read("{\"goals\":[{\"id\":\"g\",\"title\":\"Sell\",\"targets\":[{\"id\":\"t\",\"metric\":\"posts_published\",\"target\":7}]}]}"),
            new Dictionary<string, string> { ["posts_published"] = "Posts published" })
            .ShouldBe(["Goal “Sell”, target “Posts published”: target 5 → 7."]);

    [Fact]
    public void The_same_twice_has_no_difference() => Between("""{"goals":[{"id":"a","n":[1,2]}]}""", """{"goals":[{"id":"a","n":[1,2]}]}""").ShouldBeEmpty();

    [Fact]
    [Requirement("R004-33")]
    public void A_copy_has_fresh_ids_and_its_references_follow()
    {
        var parts = Read("{\"goals\":[{\"id\":\"" + Ana + "\",\"title\":\"Sell\"}],\"actions\":[{\"id\":\"action_item:post\",\"goal\":\"" + Ana + "\",\"notes\":\"kept\"}]}");
        var (copy, map) = IdRemap.Fresh(parts);
        map.Count.ShouldBe(2);
        var goal = copy["goals"]![0]!["id"]!.GetValue<string>();
        goal.ShouldStartWith("goal_");
        goal.ShouldNotBe(Ana);
        copy["actions"]![0]!["goal"]!.GetValue<string>().ShouldBe(goal);
        copy["actions"]![0]!["id"]!.GetValue<string>().ShouldStartWith("action_item_");
        copy["actions"]![0]!["notes"]!.GetValue<string>().ShouldBe("kept");
    }

    private static IReadOnlyList<string> Between(string before, string after) => Difference.Between(Read(before), Read(after));

    private static JsonObject Read(string json) => (JsonObject)JsonNode.Parse(json)!;
}
