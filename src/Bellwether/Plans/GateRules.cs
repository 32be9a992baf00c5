using Bellwether.Kernel;
using Bellwether.Storage;

namespace Bellwether.Plans;

/// <summary>What a plan may insist on before it comes into force; otherwise each only warns.</summary>
public enum GateChoice
{
    /// <summary>As many goals as the plan's limits ask for.</summary>
    FewGoals,

    /// <summary>An audit of where the accounts stand.</summary>
    NoAudit,

    /// <summary>The tools that get it there, or the reason why none are needed.</summary>
    NoTools,
}

/// <summary>Which of the choices block activation.</summary>
/// <param name="Blocking">Those that block; the others warn.</param>
public sealed record GateRulesView(IReadOnlyList<GateChoice> Blocking);

/// <summary>Which of goals, audit and tools the plan insists on before it comes into force.</summary>
[Needs(Permission.Read)]
public sealed record GateRules(Id<Plan> Plan) : IQuery<GateRulesView>
{
    internal sealed class Handler(PlanFinder finder) : IHandle<GateRules, GateRulesView>
    {
        public async Task<GateRulesView> HandleAsync(GateRules request, CancellationToken cancel) => new((await finder.FindAsync(request.Plan, cancel)).Insists);
    }
}

/// <summary>Chooses which of goals, audit and tools keep the plan from coming into force; what is not named only warns.</summary>
[Needs(Permission.RunPlan)]
public sealed record ChangeGateRules(Id<Plan> Plan, IReadOnlyList<GateChoice> Blocking) : ICommand<GateRulesView>
{
    internal sealed class Handler(PlanFinder finder, Journal journal) : IHandle<ChangeGateRules, GateRulesView>
    {
        public async Task<GateRulesView> HandleAsync(ChangeGateRules request, CancellationToken cancel)
        {
            var plan = await finder.EditAsync(request.Plan, cancel);
            plan.InsistOn(request.Blocking);
            var words = plan.Insists.Count == 0 ? "none" : string.Join(", ", plan.Insists.Select(choice => IdText.KebabCase(choice.ToString())));
            journal.Say($"chose the gates that block: {words}", plan.Brand.Value, plan.Id.Value, plan.Id);
            return new GateRulesView(plan.Insists);
        }
    }
}
