using System.Globalization;
using System.Text.Json.Nodes;
using Bellwether.Kernel;
using Bellwether.Networks;

namespace Bellwether.Plans;

/// <summary>Makes one page of a plan's parts, and measures it.</summary>
internal static class SummaryText
{
    public const int MostGoals = 7;
    public const int MostTargets = 3;

    // A page of 11 point text with headings and lists holds about this many words.
    private const decimal WordsOnAPage = 400;

    // What is longer is told by its first lines and how many more there are.
    private const int MostLines = 12;

    private static readonly string[] Told = ["mission", "statement", "claim", "voice", "what", "done", "cadence", "due", "by"];
    private static readonly string[] Counted = ["targets", "kpis", "keyResults"];
    private static readonly char[] SentenceEnds = ['.', '!', '?'];

    /// <summary>What stands on the page, part by part in the order of the cycle.</summary>
    /// <param name="metric">The name of a metric by its key.</param>
    public static IReadOnlyList<SummaryPart> PartsOf(Plan plan, JsonObject whole, Func<string, string> metric)
    {
        var own = new List<SummaryLine>();
        void Tell(string title, params string?[] texts)
        {
            var told = texts.OfType<string>().ToList();
            if (told.Count > 0)
            {
                own.Add(new SummaryLine(title, told));
            }
        }

        Tell("Problem", plan.Problem);
        Tell("Goal", plan.GoalStatement);
        Tell("Picture of success", plan.Picture);
        Tell("Reviews", plan.Reviews?.InWords());
        var parts = new List<SummaryPart> { Part(Steps.Plans, "Plan", own) };
        foreach (var (name, part) in whole.Where(pair => pair.Key != "plan"))
        {
            var lines = PlanItems.Main(name, part).Where(item => PlanItems.NameOf(item) is not null).Select(item => new SummaryLine(TargetWords.Day(Named(item)), DetailsOf(item, metric))).ToList();
            if (lines.Count > 0)
            {
                if (name != "goals" && lines.Count > MostLines)
                {
                    lines = [.. lines.Take(MostLines), new SummaryLine($"and {lines.Count - MostLines} more", [])];
                }

                var title = char.ToUpperInvariant(name[0]) + name[1..];
                parts.Add(Part(Steps.InOrder.FirstOrDefault(step => step.Equals(name, StringComparison.OrdinalIgnoreCase)) ?? title, title, lines));
            }
        }

        return parts;
    }

    public static decimal Pages(IReadOnlyList<SummaryPart> parts) => decimal.Round(parts.Sum(part => part.Words) / WordsOnAPage, 1, MidpointRounding.AwayFromZero);

    public static string Meter(decimal pages) => $"Plan is {pages.ToString("0.#", CultureInfo.InvariantCulture)} {(pages == 1 ? "page" : "pages")}";

    public static IReadOnlyList<string> Warnings(IReadOnlyList<SummaryPart> parts, decimal pages)
    {
        var warnings = new List<string>();
        if (pages > 1)
        {
            var longest = parts.OrderByDescending(part => part.Words).Take(2).Select(part => $"{part.Title} ({part.Words} words)");
            warnings.Add($"The plan is longer than one page. The longest parts are {string.Join(" and ", longest)}.");
        }

        var goals = parts.FirstOrDefault(part => part.Step == "Goals")?.Lines ?? [];
        if (goals.Count > MostGoals)
        {
            warnings.Add($"{goals.Count} goals are more than one keeps in mind. Keep at most {MostGoals}.");
        }

        warnings.AddRange(goals.Where(goal => goal.Details.Count(detail => detail.StartsWith('•')) > MostTargets)
            .Select(goal => $"The goal “{goal.Title}” has more than {MostTargets} KPI targets. Keep those that decide."));
        warnings.AddRange(parts.SelectMany(part => part.Lines).Where(line => line.Details.Any(IsLongMission))
            .Select(line => $"The mission of “{line.Title}” has more than one sentence. One is enough."));
        return warnings;
    }

    private static SummaryPart Part(string step, string title, IReadOnlyList<SummaryLine> lines) =>
        new(step, title, lines, lines.Sum(line => WordsIn(line.Title) + line.Details.Sum(WordsIn)));

    private static string Named(JsonObject item) =>
        item.Text("network") is { } network && item.Text("name") is null && item.Text("title") is null
            ? $"{NetworkCatalogue.Of(network).Name}{(item.Text("handle") is { } handle ? $" @{handle.TrimStart('@')}" : "")}"
            : PlanItems.NameOf(item)!;

    private static List<string> DetailsOf(JsonObject item, Func<string, string> metric)
    {
        var details = new List<string>();
        foreach (var key in Told)
        {
            if (item.Text(key) is { Length: > 0 } text && text != PlanItems.NameOf(item) && !PlanItems.IsId(text))
            {
                details.Add($"{char.ToUpperInvariant(key[0])}{key[1..]}: {TargetWords.Day(text)}");
            }
        }

        foreach (var target in Counted.SelectMany(key => item[key] is JsonArray list ? list.OfType<JsonObject>() : []))
        {
            var name = target.Text("metric") is { } known ? metric(known) : PlanItems.NameOf(target) ?? "";
            details.Add("• " + (target.Text("type") is null ? Plain(name, target) : $"{name}: {TargetWords.Aim(target)}{By(target)}"));
        }

        return details;
    }

    private static string Plain(string name, JsonObject target) => target.Text("target") is { Length: > 0 } aim ? $"{name}: {TargetWords.Number(aim)}" : name;

    private static string By(JsonObject target) =>
        target.Text("deadline") is { } deadline ? $" by {TargetWords.Day(deadline)}"
        : target.Text("type") != "cadence" && target.Text("every") is { } every ? $" each {every}" : "";

    private static bool IsLongMission(string detail) =>
        detail.StartsWith("Mission: ", StringComparison.Ordinal) && detail.Split(SentenceEnds, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Length > 1;

    private static int WordsIn(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;
}
