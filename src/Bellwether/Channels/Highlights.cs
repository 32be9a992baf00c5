using Bellwether.Kernel;
using Bellwether.Metrics;
using Bellwether.People;
using Bellwether.Plans;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Channels;

/// <summary>The dated highlights of a plan's channels, the earliest first; the calendar draws them as bands.</summary>
/// <param name="From">Only what ends on this day or later.</param>
/// <param name="Until">Only what starts on this day or earlier.</param>
[Needs(Permission.Read)]
public sealed record Activations(Id<Plan> Plan, LocalDate? From = null, LocalDate? Until = null) : IQuery<IReadOnlyList<ActivationView>>
{
    internal sealed class Handler(Db db, PlanFinder plans) : IHandle<Activations, IReadOnlyList<ActivationView>>
    {
        public async Task<IReadOnlyList<ActivationView>> HandleAsync(Activations request, CancellationToken cancel)
        {
            var plan = await plans.FindAsync(request.Plan, cancel);
            var all = await db.Set<Activation>().AsNoTracking().Where(each => each.Plan == plan.Id).ToListAsync(cancel);
            return [.. all.Where(each => (request.From is not { } from || each.Until >= from) && (request.Until is not { } until || each.From <= until))
                .OrderBy(each => each.From).ThenBy(each => each.Id).Select(ActivationView.Of)];
        }
    }
}

/// <summary>Part 5 of a sheet: adds a dated highlight, such as a launch, a contest or a season.</summary>
[Needs(Permission.EditPlan)]
public sealed record AddActivation(
    Id<Channel> Channel, string Title, LocalDate From, LocalDate Until, ActivationKind Kind = ActivationKind.Event, string? Mechanics = null, Id<Member>? Owner = null,
    Money? Budget = null, ChannelKpi? Kpi = null) : ICommand<ActivationView>
{
    internal sealed class Handler(Db db, ChannelFinder finder, MetricCatalogue catalogue, Journal journal) : IHandle<AddActivation, ActivationView>
    {
        public async Task<ActivationView> HandleAsync(AddActivation request, CancellationToken cancel)
        {
            var channel = await finder.EditAsync(request.Channel, cancel);
            var activation = new Activation(channel, request.Title, request.Kind, request.From, request.Until);
            activation.Explain(request.Mechanics);
            activation.Own(await finder.MemberAsync(request.Owner, cancel));
            activation.Spend(request.Budget);
            activation.MeasureBy(await KnownAsync(catalogue, request.Kpi, cancel));
            db.Add(activation);
            journal.Say($"added the highlight “{activation.Title}” to {channel.Network}", channel.Brand.Value, channel.Plan.Value, activation.Id);
            return ActivationView.Of(activation);
        }
    }

    internal static async Task<ChannelKpi?> KnownAsync(MetricCatalogue catalogue, ChannelKpi? kpi, CancellationToken cancel)
    {
        if (kpi is not null)
        {
            await catalogue.NeedAsync(kpi.Metric, cancel, "kpi");
        }

        return kpi;
    }
}

/// <summary>Changes a highlight; what is left out stays.</summary>
[Needs(Permission.EditPlan)]
public sealed record ChangeActivation(
    Id<Activation> Activation, string? Title = null, LocalDate? From = null, LocalDate? Until = null, ActivationKind? Kind = null, string? Mechanics = null,
    Id<Member>? Owner = null, Money? Budget = null, ChannelKpi? Kpi = null, int? IfVersion = null) : ICommand<ActivationView>, IExpectsVersion
{
    internal sealed class Handler(ChannelFinder finder, MetricCatalogue catalogue, Journal journal) : IHandle<ChangeActivation, ActivationView>
    {
        public async Task<ActivationView> HandleAsync(ChangeActivation request, CancellationToken cancel)
        {
            var activation = await finder.EditAsync(request.Activation, cancel);
            activation.Expect(request.IfVersion);
            activation.Rename(request.Title ?? activation.Title);
            activation.Last(request.From ?? activation.From, request.Until ?? activation.Until);
            activation.Become(request.Kind ?? activation.Kind);
            activation.Explain(request.Mechanics ?? activation.Mechanics);
            activation.Own(await finder.MemberAsync(request.Owner, cancel) ?? activation.Owner);
            activation.Spend(request.Budget ?? activation.Budget);
            activation.MeasureBy(await AddActivation.KnownAsync(catalogue, request.Kpi, cancel) ?? activation.Kpi);
            journal.Say($"changed the highlight “{activation.Title}”", activation.Brand.Value, activation.Plan.Value, activation.Id);
            return ActivationView.Of(activation);
        }
    }
}

/// <summary>Takes a highlight away.</summary>
[Needs(Permission.EditPlan)]
public sealed record RemoveActivation(Id<Activation> Activation) : ICommand<Done>
{
    internal sealed class Handler(Db db, ChannelFinder finder, Journal journal) : IHandle<RemoveActivation, Done>
    {
        public async Task<Done> HandleAsync(RemoveActivation request, CancellationToken cancel)
        {
            var activation = await finder.EditAsync(request.Activation, cancel);
            db.Remove(activation);
            journal.Say($"took the highlight “{activation.Title}” away", activation.Brand.Value, activation.Plan.Value, activation.Id);
            return Done.It;
        }
    }
}
