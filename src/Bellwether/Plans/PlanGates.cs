using Bellwether.Kernel;
using Bellwether.Storage;

namespace Bellwether.Plans;

/// <summary>Asks every step what keeps a plan from being activated.</summary>
[Scoped]
public sealed class GateKeeper(IEnumerable<IGate> gates)
{
    /// <summary>All findings, what blocks first, each group in the order of the steps.</summary>
    public async Task<IReadOnlyList<GateFinding>> AskAsync(Plan plan, CancellationToken cancel)
    {
        var findings = new List<GateFinding>();
        var insisted = plan.Insists.Select(choice => IdText.KebabCase(choice.ToString())).ToHashSet(StringComparer.Ordinal);
        foreach (var gate in gates)
        {
            findings.AddRange((await gate.CheckAsync(plan, cancel)).Select(finding => insisted.Contains(finding.Code) ? finding with { Blocks = true } : finding));
        }

        return [.. findings.OrderByDescending(finding => finding.Blocks).ThenBy(finding => Steps.OrderOf(finding.Step)).ThenBy(finding => finding.Code, StringComparer.Ordinal)];
    }

    /// <summary>422 with the list when anything blocks.</summary>
    public async Task PassAsync(Plan plan, CancellationToken cancel)
    {
        var findings = await AskAsync(plan, cancel);
        var blocking = findings.Where(finding => finding.Blocks).ToList();
        if (blocking.Count > 0)
        {
            throw new ProblemException(ProblemKind.Rule, "gates-open", $"The plan cannot come into force yet. {string.Join(" ", blocking.Select(finding => finding.Message))}") { Details = findings };
        }
    }
}

/// <summary>What keeps a plan from being activated, and what is worth knowing before.</summary>
/// <param name="Open">Whether it could be activated now.</param>
public sealed record PlanGatesView(bool Open, IReadOnlyList<GateFinding> Findings);

/// <summary>What keeps a plan from being activated, asked of every step.</summary>
[Needs(Permission.Read)]
public sealed record PlanGates(Id<Plan> Plan) : IQuery<PlanGatesView>
{
    internal sealed class Handler(PlanFinder finder, GateKeeper keeper, Nodes nodes) : IHandle<PlanGates, PlanGatesView>
    {
        public async Task<PlanGatesView> HandleAsync(PlanGates request, CancellationToken cancel)
        {
            var findings = await keeper.AskAsync(await finder.FindAsync(request.Plan, cancel), cancel);
            var paths = new Dictionary<string, string?>(StringComparer.Ordinal);
            foreach (var subject in findings.Where(finding => finding.Path is null).Select(finding => finding.Subject).OfType<string>().Distinct(StringComparer.Ordinal))
            {
                paths[subject] = (await nodes.TryFindAsync(subject, cancel))?.Path;
            }

            return new PlanGatesView(findings.All(finding => !finding.Blocks),
                [.. findings.Select(finding => finding with { Path = finding.Path ?? (finding.Subject is { } subject ? paths.GetValueOrDefault(subject) : null) })]);
        }
    }
}
