using Bellwether.Kernel;
using Bellwether.Plans;

namespace Bellwether.Reviews;

/// <summary>Rules over the verdicts of one review.</summary>
public static class Verdicts
{
    /// <summary>Measures that still need a verdict; what is a part of something dropped goes with it.</summary>
    public static IReadOnlyList<AgendaItem> Undecided(IEnumerable<AgendaItem> items)
    {
        var all = items.Where(item => item.IsMeasure).ToList();
        var dropped = all.Where(item => item.Verdict == MeasureVerdict.Drop).Select(item => item.Node).ToHashSet(StringComparer.Ordinal);
        return [.. all.Where(item => item.Verdict is null && (item.Within is null || !dropped.Contains(item.Within)))];
    }

    /// <summary>422 that lists every measure without a verdict.</summary>
    public static void RequireAll(IReadOnlyList<AgendaItem> items)
    {
        var undecided = Undecided(items);
        if (undecided.Count > 0)
        {
            var findings = undecided.Select(item => new GateFinding("measure-undecided", true, $"“{item.Title}” has no verdict. Keep, alter or drop it.", "Reviews", item.Id.ToString())).ToList();
            throw new ProblemException(
                ProblemKind.Rule, "gates-open", $"{undecided.Count} {(undecided.Count == 1 ? "measure has" : "measures have")} no verdict: {string.Join(", ", undecided.Select(item => $"“{item.Title}”"))}.")
            { Details = findings };
        }
    }

    /// <summary>What the verdicts will change, in sentences.</summary>
    public static IEnumerable<string> InWords(IEnumerable<AgendaItem> items) => items.Where(item => item.Verdict is MeasureVerdict.Alter or MeasureVerdict.Drop)
        .Select(item => item.Verdict == MeasureVerdict.Drop ? $"{Kind(item)} “{item.Title}”: dropped." : $"{Kind(item)} “{item.Title}”: {item.Change}");

    private static string Kind(AgendaItem item) => item.Kind switch
    {
        AgendaKind.KpiTarget => "KPI",
        AgendaKind.Tactic => "Tactic",
        _ => "Action",
    };
}
