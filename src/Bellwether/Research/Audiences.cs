using Bellwether.Kernel;
using Bellwether.Networks;
using Bellwether.Plans;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Research;

/// <summary>A persona as it is.</summary>
public sealed record PersonaView(Id<Persona> Id, Id<Audience> Audience, PersonaSheet Sheet, int Version) : IVersioned
{
    public static PersonaView Of(Persona persona) => new(persona.Id, persona.Audience, persona.Sheet, persona.Version);
}

/// <summary>What an audience uses, with the age of what says so.</summary>
/// <param name="AgeInMonths">How old the evidence is.</param>
/// <param name="Stale">Whether it is older than eighteen months.</param>
public sealed record NetworkUseView(Id<NetworkUse> Id, Id<Audience> Audience, string Network, string NetworkName, NetworkUseSheet Sheet, int AgeInMonths, bool Stale, int Version) : IVersioned
{
    public static NetworkUseView Of(NetworkUse use, LocalDate today) =>
        new(use.Id, use.Audience, use.Network, NetworkCatalogue.Of(use.Network).Name, use.Sheet, use.Sheet.Source.AgeInMonths(today), use.Sheet.Source.IsStale(today), use.Version);
}

/// <summary>An audience with its personas.</summary>
/// <param name="Aligned">Whether it serves at least one goal that is still there.</param>
public sealed record AudienceView(Id<Audience> Id, AudienceSheet Sheet, IReadOnlyList<PersonaView> Personas, bool Aligned, int Version) : IVersioned;

/// <summary>Adds an audience; channels are chosen for people, so this comes before them.</summary>
[Needs(Permission.EditPlan)]
public sealed record AddAudience(Id<Plan> Plan, AudienceSheet Sheet) : ICommand<AudienceView>
{
    internal sealed class Handler(Db db, ResearchDesk desk, Nodes nodes) : IHandle<AddAudience, AudienceView>
    {
        public async Task<AudienceView> HandleAsync(AddAudience request, CancellationToken cancel)
        {
            var plan = await desk.PlanToChangeAsync(request.Plan, cancel);
            var audience = new Audience(plan, request.Sheet);
            await ServedGoals.CheckAsync(nodes, plan, audience.Sheet.Goals!, cancel);
            db.Add(audience);
            desk.Say(audience, $"added the audience “{audience.Spoken}”");
            return new AudienceView(audience.Id, audience.Sheet, [], audience.Sheet.Goals!.Count > 0, audience.Version);
        }
    }
}

/// <summary>Changes an audience: the whole sheet is given.</summary>
[Needs(Permission.EditPlan)]
public sealed record ChangeAudience(Id<Audience> Audience, AudienceSheet Sheet, int? IfVersion = null) : ICommand<AudienceView>, IExpectsVersion
{
    internal sealed class Handler(ResearchDesk desk, Nodes nodes) : IHandle<ChangeAudience, AudienceView>
    {
        public async Task<AudienceView> HandleAsync(ChangeAudience request, CancellationToken cancel)
        {
            var audience = await desk.ToChangeAsync(request.Audience, "audience", request.IfVersion, cancel);
            audience.Word(request.Sheet);
            await ServedGoals.CheckAsync(nodes, await desk.PlanAsync(audience.Plan, cancel), audience.Sheet.Goals!, cancel);
            desk.Say(audience, $"changed the audience “{audience.Spoken}”");
            var personas = (await desk.AllAsync<Persona>(audience.Plan, cancel)).Where(persona => persona.Audience == audience.Id);
            return new AudienceView(audience.Id, audience.Sheet, [.. personas.Select(PersonaView.Of)], audience.Sheet.Goals!.Count > 0, audience.Version);
        }
    }
}

/// <summary>Removes an audience with its personas and what is known of the networks it uses.</summary>
[Needs(Permission.EditPlan)]
public sealed record RemoveAudience(Id<Audience> Audience) : ICommand<Done>
{
    internal sealed class Handler(Db db, ResearchDesk desk) : IHandle<RemoveAudience, Done>
    {
        public async Task<Done> HandleAsync(RemoveAudience request, CancellationToken cancel)
        {
            db.RemoveRange(await db.Set<Persona>().Where(persona => persona.Audience == request.Audience).ToListAsync(cancel));
            db.RemoveRange(await db.Set<NetworkUse>().Where(use => use.Audience == request.Audience).ToListAsync(cancel));
            return await desk.RemoveAsync(request.Audience, "audience", audience => audience.Spoken, cancel);
        }
    }
}

/// <summary>The audiences of a plan with their personas.</summary>
[Needs(Permission.Read)]
public sealed record AudienceList(Id<Plan> Plan) : IQuery<IReadOnlyList<AudienceView>>
{
    internal sealed class Handler(ResearchDesk desk, AudienceBook book) : IHandle<AudienceList, IReadOnlyList<AudienceView>>
    {
        public async Task<IReadOnlyList<AudienceView>> HandleAsync(AudienceList request, CancellationToken cancel) =>
            await book.AllAsync((await desk.PlanAsync(request.Plan, cancel)).Id, cancel);
    }
}

/// <summary>Reads audiences; those of the brand's own people are shown only to who edits the plan.</summary>
[Scoped]
public sealed class AudienceBook(ResearchDesk desk, Nodes nodes, ICurrent current)
{
    public async Task<IReadOnlyList<AudienceView>> AllAsync(Id<Plan> plan, CancellationToken cancel, bool withInternal = true)
    {
        var personas = (await desk.AllAsync<Persona>(plan, cancel)).ToLookup(persona => persona.Audience, PersonaView.Of);
        var views = new List<AudienceView>();
        foreach (var audience in (await desk.AllAsync<Audience>(plan, cancel)).Where(audience => !audience.IsInternal || (withInternal && current.May(Permission.EditPlan))))
        {
            views.Add(new AudienceView(audience.Id, audience.Sheet, [.. personas[audience.Id]], await ServedGoals.AnyAsync(nodes, audience.Sheet.Goals!, cancel), audience.Version));
        }

        return views;
    }
}

/// <summary>Goals that a piece of research serves, by id: goals come later in the house, so they are known as nodes.</summary>
internal static class ServedGoals
{
    public const string Prefix = "goal_";

    /// <summary>Each is a goal of this plan, or 404 and 422.</summary>
    public static async Task CheckAsync(Nodes nodes, Plan plan, IEnumerable<string> goals, CancellationToken cancel)
    {
        foreach (var goal in goals)
        {
            Rule.Require(goal.StartsWith(Prefix, StringComparison.Ordinal), "not-a-goal", "Only goals can be served. Choose one of the plan's.", "goals");
            await nodes.FindAsync(goal, cancel, plan);
        }
    }

    public static async Task<bool> AnyAsync(Nodes nodes, IEnumerable<string> goals, CancellationToken cancel)
    {
        foreach (var goal in goals)
        {
            if (await nodes.TryFindAsync(goal, cancel) is not null)
            {
                return true;
            }
        }

        return false;
    }
}

/// <summary>Checks that an audience that is referred to belongs to the plan.</summary>
internal static class Audiences
{
    public static async Task CheckAsync(Db db, Id<Plan> plan, Id<Audience>? audience, CancellationToken cancel)
    {
        if (audience is { } id)
        {
            Rule.Require(await db.Set<Audience>().AnyAsync(row => row.Id == id && row.Plan == plan, cancel), "audience-elsewhere", "This audience is not one of the plan's. Choose one of the list.", "audience");
        }
    }
}
