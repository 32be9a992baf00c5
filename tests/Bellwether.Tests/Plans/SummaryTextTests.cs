using System.Text.Json.Nodes;
using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Plans;
using Bellwether.Tests.Support;
using Shouldly;

namespace Bellwether.Tests.Plans;

public sealed class SummaryTextTests
{
    private static readonly Plan Plan = new(Id<Brand>.New(), "Plan");

    [Fact]
    [Requirement("R002-06")]
    public void A_long_plan_is_measured_and_its_longest_parts_are_named()
    {
        var parts = SummaryText.PartsOf(Plan, Whole("channels", new string('x', 3), string.Join(' ', Enumerable.Repeat("word", 558))));
        var pages = SummaryText.Pages(parts);
        SummaryText.Meter(pages).ShouldBe("Plan is 1.4 pages");
        SummaryText.Warnings(parts, pages).ShouldContain(warning => warning.Contains("Channels (560 words)", StringComparison.Ordinal));
    }

    [Fact]
    [Requirement("R002-06")]
    public void Too_many_goals_targets_and_mission_sentences_are_warned_about()
    {
        var targets = string.Join(',', Enumerable.Range(1, 4).Select(n => $$"""{"id":"t{{n}}","metric":"reach","value":{{n}}}"""));
        var goals = string.Join(',', Enumerable.Range(1, 8).Select(n => $$"""{"id":"g{{n}}","title":"Goal {{n}}","targets":[{{(n == 1 ? targets : "")}}]}"""));
        var whole = (JsonObject)JsonNode.Parse($$"""{"goals":[{{goals}}],"channels":[{"id":"c","name":"Bluesky","mission":"Show food. Answer fast."}]}""")!;
        var parts = SummaryText.PartsOf(Plan, whole);
        var warnings = SummaryText.Warnings(parts, SummaryText.Pages(parts));
        warnings.ShouldBe(
        [
            "8 goals are more than one keeps in mind. Keep at most 7.",
            "The goal “Goal 1” has more than 3 KPI targets. Keep those that decide.",
            "The mission of “Bluesky” has more than one sentence. One is enough.",
        ]);
    }

    [Fact]
    [Requirement("R002-06")]
    public void A_short_plan_has_no_warnings()
    {
        var parts = SummaryText.PartsOf(Plan, Whole("goals", "Sell", "ten words"));
        SummaryText.Warnings(parts, SummaryText.Pages(parts)).ShouldBeEmpty();
    }

    private static JsonObject Whole(string part, string name, string mission) =>
        new() { [part] = new JsonArray(new JsonObject { ["id"] = "x", ["name"] = name, ["mission"] = mission }) };
}
