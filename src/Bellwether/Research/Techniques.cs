using Bellwether.Kernel;
using Bellwether.Plans;
using Bellwether.Storage;
using NodaTime;

namespace Bellwether.Research;

/// <summary>A tool or tactic with how far what speaks for it can be trusted.</summary>
/// <param name="OpinionOnly">Nothing but opinions speak for it.</param>
/// <param name="Stale">All evidence is older than eighteen months.</param>
public sealed record TechniqueView(Id<Technique> Id, TechniqueSheet Sheet, bool OpinionOnly, bool Stale, int Version) : IVersioned
{
    public static TechniqueView Of(Technique technique, LocalDate today)
    {
        var evidence = technique.Sheet.Evidence!;
        return new(technique.Id, technique.Sheet, evidence.Count == 0, evidence.Count > 0 && evidence.All(each => each.IsStale(today)), technique.Version);
    }
}

/// <summary>Puts a tool or tactic on the register, with what is known of it and what people think.</summary>
[Needs(Permission.EditPlan)]
public sealed record AddTechnique(Id<Plan> Plan, TechniqueSheet Sheet) : ICommand<TechniqueView>
{
    internal sealed class Handler(Db db, ResearchDesk desk) : IHandle<AddTechnique, TechniqueView>
    {
        public async Task<TechniqueView> HandleAsync(AddTechnique request, CancellationToken cancel)
        {
            var plan = await desk.PlanToChangeAsync(request.Plan, cancel);
            var today = await desk.TodayAsync(plan.Brand, cancel);
            var technique = new Technique(plan, request.Sheet, today);
            await TechniqueRules.CheckAsync(desk, technique, cancel);
            db.Add(technique);
            desk.Say(technique, $"put “{technique.Sheet.Name}” on the register: {technique.Sheet.Status.ToString().ToLowerInvariant()}", technique.Sheet.Why);
            return TechniqueView.Of(technique, today);
        }
    }
}

/// <summary>Changes a tool or tactic on the register: the whole sheet is given. A changed status stands in the journal with its reason.</summary>
[Needs(Permission.EditPlan)]
public sealed record ChangeTechnique(Id<Technique> Technique, TechniqueSheet Sheet, int? IfVersion = null) : ICommand<TechniqueView>, IExpectsVersion
{
    internal sealed class Handler(ResearchDesk desk) : IHandle<ChangeTechnique, TechniqueView>
    {
        public async Task<TechniqueView> HandleAsync(ChangeTechnique request, CancellationToken cancel)
        {
            var technique = await desk.ToChangeAsync(request.Technique, "technique", request.IfVersion, cancel);
            var today = await desk.TodayAsync(technique.Brand, cancel);
            var before = technique.Sheet.Status;
            technique.Word(request.Sheet, today);
            await TechniqueRules.CheckAsync(desk, technique, cancel);
            desk.Say(technique, before == technique.Sheet.Status ? $"changed “{technique.Sheet.Name}” on the register" : $"moved “{technique.Sheet.Name}” from {before.ToString().ToLowerInvariant()} to {technique.Sheet.Status.ToString().ToLowerInvariant()}", technique.Sheet.Why);
            return TechniqueView.Of(technique, today);
        }
    }
}

/// <summary>Removes a tool or tactic from the register.</summary>
[Needs(Permission.EditPlan)]
public sealed record RemoveTechnique(Id<Technique> Technique) : ICommand<Done>
{
    internal sealed class Handler(ResearchDesk desk) : IHandle<RemoveTechnique, Done>
    {
        public Task<Done> HandleAsync(RemoveTechnique request, CancellationToken cancel) => desk.RemoveAsync(request.Technique, "technique", technique => technique.Sheet.Name, cancel);
    }
}

/// <summary>The register of tools and tactics, what is adopted first.</summary>
[Needs(Permission.Read)]
public sealed record TechniqueList(Id<Plan> Plan, TechniqueStatus? Status = null) : IQuery<IReadOnlyList<TechniqueView>>
{
    internal sealed class Handler(ResearchDesk desk) : IHandle<TechniqueList, IReadOnlyList<TechniqueView>>
    {
        private static readonly TechniqueStatus[] Order = [TechniqueStatus.Adopt, TechniqueStatus.Trial, TechniqueStatus.Hold, TechniqueStatus.Retire];

        public async Task<IReadOnlyList<TechniqueView>> HandleAsync(TechniqueList request, CancellationToken cancel)
        {
            var (plan, _, today) = await desk.SceneAsync(request.Plan, cancel);
            return
            [
                .. (await desk.AllAsync<Technique>(plan.Id, cancel)).Where(technique => request.Status is null || technique.Sheet.Status == request.Status)
                    .Select(technique => TechniqueView.Of(technique, today)).OrderBy(view => Array.IndexOf(Order, view.Sheet.Status)).ThenBy(view => view.Sheet.Name, StringComparer.OrdinalIgnoreCase),
            ];
        }
    }
}

internal static class TechniqueRules
{
    public static async Task CheckAsync(ResearchDesk desk, Technique technique, CancellationToken cancel)
    {
        if ((await desk.AllAsync<Technique>(technique.Plan, cancel)).Exists(other => other.Id != technique.Id && string.Equals(other.Sheet.Name, technique.Sheet.Name, StringComparison.OrdinalIgnoreCase)))
        {
            throw Rule.Conflict("technique-twice", $"“{technique.Sheet.Name}” is on the register already. Change that entry.", "name");
        }
    }
}
