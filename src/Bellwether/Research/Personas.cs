using Bellwether.Kernel;
using Bellwether.Storage;

namespace Bellwether.Research;

/// <summary>Adds a persona to an audience.</summary>
[Needs(Permission.EditPlan)]
public sealed record AddPersona(Id<Audience> Audience, PersonaSheet Sheet) : ICommand<PersonaView>
{
    internal sealed class Handler(Db db, ResearchDesk desk) : IHandle<AddPersona, PersonaView>
    {
        public async Task<PersonaView> HandleAsync(AddPersona request, CancellationToken cancel)
        {
            var audience = await desk.ToChangeAsync(request.Audience, "audience", null, cancel);
            var persona = new Persona(audience, await desk.PlanAsync(audience.Plan, cancel), request.Sheet);
            db.Add(persona);
            desk.Say(persona, $"added the persona “{persona.Sheet.Name}” to “{audience.Spoken}”");
            return PersonaView.Of(persona);
        }
    }
}

/// <summary>Changes a persona: the whole sheet is given.</summary>
[Needs(Permission.EditPlan)]
public sealed record ChangePersona(Id<Persona> Persona, PersonaSheet Sheet, int? IfVersion = null) : ICommand<PersonaView>, IExpectsVersion
{
    internal sealed class Handler(ResearchDesk desk) : IHandle<ChangePersona, PersonaView>
    {
        public async Task<PersonaView> HandleAsync(ChangePersona request, CancellationToken cancel)
        {
            var persona = await desk.ToChangeAsync(request.Persona, "persona", request.IfVersion, cancel);
            persona.Word(request.Sheet);
            desk.Say(persona, $"changed the persona “{persona.Sheet.Name}”");
            return PersonaView.Of(persona);
        }
    }
}

/// <summary>Removes a persona.</summary>
[Needs(Permission.EditPlan)]
public sealed record RemovePersona(Id<Persona> Persona) : ICommand<Done>
{
    internal sealed class Handler(ResearchDesk desk) : IHandle<RemovePersona, Done>
    {
        public Task<Done> HandleAsync(RemovePersona request, CancellationToken cancel) => desk.RemoveAsync(request.Persona, "persona", persona => persona.Sheet.Name, cancel);
    }
}
