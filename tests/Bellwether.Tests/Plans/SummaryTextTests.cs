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
        var parts = SummaryText.PartsOf(Plan, Whole("channels", new string('x', 3), string.Join(' ', Enumerable.Repeat("word", 558))), NameOf);
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
        var parts = SummaryText.PartsOf(Plan, whole, NameOf);
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
        var parts = SummaryText.PartsOf(Plan, Whole("goals", "Sell", "ten words"), NameOf);
        SummaryText.Warnings(parts, SummaryText.Pages(parts)).ShouldBeEmpty();
    }

    [Fact]
    [Requirement("R002-03")]
    public void Targets_networks_and_long_lists_are_told_in_words_and_no_id_is_shown()
    {
        var objective = Id<Plan>.New().ToString();
        var posts = string.Join(',', Enumerable.Range(1, 20).Select(n => $$"""{"id":"p{{n}}","title":"Post {{n}}"}"""));
        var whole = (JsonObject)JsonNode.Parse($$"""
            {
              "goals": { "goals": [{ "id": "g", "title": "Followers", "objective": "{{objective}}", "targets": [
                { "id": "t", "metric": "followers", "type": "increaseTo", "baseline": 1000, "target": 1600, "deadline": "2026-03-31" },
                { "id": "u", "metric": "footfall", "type": "cumulativeInPeriod", "target": 1200, "every": "month" }] }] },
              "channels": { "channels": [{ "id": "c", "network": "google_business", "mission": "Be found." }] },
              "reviews": [{ "id": "r", "on": "2026-01-29" }],
              "calendar": { "posts": [{{posts}}] }
            }
            """)!;
        var parts = SummaryText.PartsOf(Plan, whole, NameOf);
        parts.SelectMany(part => part.Lines).SelectMany(line => line.Details).ShouldBe(
            ["• Name of followers: from 1,000 to 1,600 by 31 Mar 2026", "• Name of footfall: 1,200 in all each month", "Mission: Be found."]);
        parts.Single(part => part.Step == "Channels").Lines.ShouldHaveSingleItem().Title.ShouldBe("Google Business");
        parts.Single(part => part.Step == "Reviews").Lines.ShouldHaveSingleItem().Title.ShouldBe("29 Jan 2026");
        parts.Single(part => part.Step == "Calendar").Lines[^1].Title.ShouldBe("and 8 more");
    }

    private static string NameOf(string metric) => $"Name of {metric}";

    private static JsonObject Whole(string part, string name, string mission) =>
        new() { [part] = new JsonArray(new JsonObject { ["id"] = "x", ["name"] = name, ["mission"] = mission }) };
}
