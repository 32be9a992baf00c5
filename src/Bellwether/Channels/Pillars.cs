using Bellwether.Kernel;
using Bellwether.Plans;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Channels;

/// <summary>The themes of a plan.</summary>
[Needs(Permission.Read)]
public sealed record ContentPillars(Id<Plan> Plan) : IQuery<IReadOnlyList<ContentPillarView>>
{
    internal sealed class Handler(Db db, PlanFinder plans) : IHandle<ContentPillars, IReadOnlyList<ContentPillarView>>
    {
        public async Task<IReadOnlyList<ContentPillarView>> HandleAsync(ContentPillars request, CancellationToken cancel)
        {
            var plan = await plans.FindAsync(request.Plan, cancel);
            var pillars = await db.Set<ContentPillar>().AsNoTracking().Where(pillar => pillar.Plan == plan.Id).OrderBy(pillar => pillar.Rank).ToListAsync(cancel);
            return [.. pillars.Select(ContentPillarView.Of)];
        }
    }
}

/// <summary>Adds a theme: what it is about, for whom, examples, what to do and not to do.</summary>
[Needs(Permission.EditPlan)]
public sealed record AddContentPillar(
    Id<Plan> Plan, string Name, string? About = null, IReadOnlyList<string>? Personas = null, IReadOnlyList<string>? Examples = null,
    IReadOnlyList<string>? Dos = null, IReadOnlyList<string>? Donts = null) : ICommand<ContentPillarView>
{
    internal sealed class Handler(Db db, ChannelFinder finder, Journal journal) : IHandle<AddContentPillar, ContentPillarView>
    {
        public async Task<ContentPillarView> HandleAsync(AddContentPillar request, CancellationToken cancel)
        {
            var plan = await finder.EditAsync(request.Plan, cancel);
            var others = await db.Set<ContentPillar>().AsNoTracking().Where(other => other.Plan == plan.Id).ToListAsync(cancel);
            var pillar = new ContentPillar(plan, request.Name, others.Select(other => other.Rank).DefaultIfEmpty(0).Max() + 1);
            if (others.Any(other => string.Equals(other.Name, pillar.Name, StringComparison.OrdinalIgnoreCase)))
            {
                throw Rule.Conflict("theme-known", $"The plan has a theme “{pillar.Name}” already. Change that one instead.", "name");
            }

            pillar.Describe(request.About, request.Personas ?? [], request.Examples ?? [], request.Dos ?? [], request.Donts ?? []);
            db.Add(pillar);
            journal.Say($"added the theme “{pillar.Name}”", pillar.Brand.Value, pillar.Plan.Value, pillar.Id);
            return ContentPillarView.Of(pillar);
        }
    }
}

/// <summary>Changes a theme; what is left out stays.</summary>
[Needs(Permission.EditPlan)]
public sealed record ChangeContentPillar(
    Id<ContentPillar> Pillar, string? Name = null, string? About = null, IReadOnlyList<string>? Personas = null, IReadOnlyList<string>? Examples = null,
    IReadOnlyList<string>? Dos = null, IReadOnlyList<string>? Donts = null, int? IfVersion = null) : ICommand<ContentPillarView>, IExpectsVersion
{
    internal sealed class Handler(ChannelFinder finder, Journal journal) : IHandle<ChangeContentPillar, ContentPillarView>
    {
        public async Task<ContentPillarView> HandleAsync(ChangeContentPillar request, CancellationToken cancel)
        {
            var pillar = await finder.EditAsync(request.Pillar, cancel);
            pillar.Expect(request.IfVersion);
            pillar.Rename(request.Name ?? pillar.Name);
            pillar.Describe(
                request.About ?? pillar.About, request.Personas ?? pillar.Personas, request.Examples ?? pillar.Examples,
                request.Dos ?? pillar.Dos, request.Donts ?? pillar.Donts);
            journal.Say($"changed the theme “{pillar.Name}”", pillar.Brand.Value, pillar.Plan.Value, pillar.Id);
            return ContentPillarView.Of(pillar);
        }
    }
}

/// <summary>Takes a theme out of the plan and out of its channels' shares.</summary>
[Needs(Permission.EditPlan)]
public sealed record RemoveContentPillar(Id<ContentPillar> Pillar) : ICommand<Done>
{
    internal sealed class Handler(Db db, ChannelFinder finder, Journal journal) : IHandle<RemoveContentPillar, Done>
    {
        public async Task<Done> HandleAsync(RemoveContentPillar request, CancellationToken cancel)
        {
            var pillar = await finder.EditAsync(request.Pillar, cancel);
            foreach (var channel in await db.Set<Channel>().Where(channel => channel.Plan == pillar.Plan).ToListAsync(cancel))
            {
                channel.Cover([.. channel.Themes.Where(theme => theme.Pillar != pillar.Id)]);
                channel.CarryBy(channel.MissionThemes.Where(theme => theme != pillar.Id));
            }

            foreach (var slot in await db.Set<ConversationSlot>().Where(slot => slot.Pillar == pillar.Id).ToListAsync(cancel))
            {
                slot.Belong(null);
            }

            db.Remove(pillar);
            journal.Say($"took the theme “{pillar.Name}” out of the plan", pillar.Brand.Value, pillar.Plan.Value, pillar.Id);
            return Done.It;
        }
    }
}
