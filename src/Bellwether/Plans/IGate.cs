using Bellwether.Kernel;

namespace Bellwether.Plans;

/// <summary>One thing that keeps a plan from being activated, or that is worth knowing before.</summary>
/// <param name="Code">Stable, kebab-case: “goal-without-kpi”.</param>
/// <param name="Blocks">Whether activation waits for it; a warning never blocks.</param>
/// <param name="Message">What is missing and the way out.</param>
/// <param name="Step">The step's folder where it is mended: “Goals”.</param>
/// <param name="Subject">The id of the thing it is about, as text; null when it is about the whole plan.</param>
/// <param name="Path">Where on the screen it is mended: “/goals/goal_…”, or “#reviews” for a part of the plan's own page; null where the step's page is near enough.</param>
public sealed record GateFinding(string Code, bool Blocks, string Message, string Step, string? Subject = null, string? Path = null);

/// <summary>Port: what a step has to say before a plan is activated.</summary>
[Port]
public interface IGate
{
    Task<IReadOnlyList<GateFinding>> CheckAsync(Plan plan, CancellationToken cancel);
}
