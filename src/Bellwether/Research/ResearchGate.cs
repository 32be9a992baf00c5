using Bellwether.Plans;

namespace Bellwether.Research;

/// <summary>Before a plan comes into force: channels need an audience; everything else that research leaves open is worth knowing.</summary>
internal sealed class ResearchGate(GapFinder gaps, IEnumerable<IPlannedNetworks> planned) : IGate
{
    private const string Step = "Research";

    public async Task<IReadOnlyList<GateFinding>> CheckAsync(Plan plan, CancellationToken cancel)
    {
        var open = await gaps.FindAsync(plan, cancel);
        var runs = (await planned.AllAsync(plan.Id, cancel)).Any(network => network.IsRun);
        var findings = new List<GateFinding>();
        foreach (var kind in open.Where(gap => gap.Kind is not GapKind.DepartmentNotSigned).GroupBy(gap => gap.Kind))
        {
            var first = kind.First();
            findings.Add(kind.Key switch
            {
                GapKind.NoAudience when runs => new GateFinding("channels-without-audience", true, "The plan has channels and no audience. Say whom it is for; channels follow from that.", Step, null, first.Path),
                GapKind.AimConflict or GapKind.CaseIncomplete or GapKind.NetworkToDecide => new GateFinding(Code(kind.Key), false, string.Join(" ", kind.Take(3).Select(gap => gap.Message)), Step, first.Subject, first.Path),
                _ => new GateFinding(Code(kind.Key), false, kind.Count() == 1 ? first.Message : $"{first.Message} And {kind.Count() - 1} more of the kind.", Step, first.Subject, first.Path),
            });
        }

        return findings;
    }

    private static string Code(GapKind kind) => "research-" + Kernel.IdText.KebabCase(kind.ToString());
}
