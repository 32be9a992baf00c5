using System.Text.Json.Nodes;

namespace Bellwether.Plans;

/// <summary>Tells a template's words from those that somebody has made their own.</summary>
internal static class TemplateWords
{
    /// <summary>The names of the plan's texts that still stand as the template wrote them.</summary>
    public static IReadOnlyList<string> KeptIn(Plan plan, TemplateContent template)
    {
        if (template.Parts["plan"] is not JsonObject written)
        {
            return [];
        }

        var situation = written["situation"] as JsonObject ?? [];
        var texts = new (string Name, string? Now, string? Then)[]
        {
            ("problem", plan.Problem, PlanItems.TextOf(written, "problem")),
            ("goalStatement", plan.GoalStatement, PlanItems.TextOf(written, "goalStatement")),
            ("picture", plan.Picture, PlanItems.TextOf(written, "picture")),
            ("customers", plan.Situation.Customers, PlanItems.TextOf(situation, "customers")),
            ("competitors", plan.Situation.Competitors, PlanItems.TextOf(situation, "competitors")),
            ("capability", plan.Situation.Capability, PlanItems.TextOf(situation, "capability")),
            ("market", plan.Situation.Market, PlanItems.TextOf(situation, "market")),
            ("constraints", plan.Situation.Constraints, PlanItems.TextOf(situation, "constraints")),
        };
        return [.. texts.Where(text => text.Now is not null && text.Now == text.Then?.Trim()).Select(text => text.Name)];
    }
}
