using Bellwether.Kernel;
using Bellwether.Networks;
using Bellwether.Plans;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Research;

/// <summary>Records how much of an audience uses a network, with the evidence for it. What was there for the pair is replaced.</summary>
/// <param name="Network">The network's key or name.</param>
[Needs(Permission.EditPlan)]
public sealed record RecordNetworkUse(Id<Audience> Audience, string Network, NetworkUseSheet Sheet) : ICommand<NetworkUseView>
{
    internal sealed class Handler(Db db, ResearchDesk desk) : IHandle<RecordNetworkUse, NetworkUseView>
    {
        public async Task<NetworkUseView> HandleAsync(RecordNetworkUse request, CancellationToken cancel)
        {
            var audience = await desk.ToChangeAsync(request.Audience, "audience", null, cancel);
            var plan = await desk.PlanAsync(audience.Plan, cancel);
            var today = await desk.TodayAsync(audience.Brand, cancel);
            await Sources.CheckAsync(db, plan, request.Sheet.Source, cancel);
            var network = NetworkName.Of(request.Network);
            var use = await db.Set<NetworkUse>().FirstOrDefaultAsync(row => row.Audience == audience.Id && row.Network == network, cancel);
            if (use is null)
            {
                use = new NetworkUse(audience, plan, network, request.Sheet, today);
                db.Add(use);
            }

            use.Word(request.Sheet, today);
            desk.Say(use, $"{use.Sheet.Share:0.##} % of “{audience.Spoken}” use {NetworkCatalogue.Of(network).Name}, says {use.Sheet.Source.Name}");
            return NetworkUseView.Of(use, today);
        }
    }
}

/// <summary>Forgets what was recorded about an audience and a network.</summary>
[Needs(Permission.EditPlan)]
public sealed record RemoveNetworkUse(Id<NetworkUse> Use) : ICommand<Done>
{
    internal sealed class Handler(ResearchDesk desk) : IHandle<RemoveNetworkUse, Done>
    {
        public Task<Done> HandleAsync(RemoveNetworkUse request, CancellationToken cancel) => desk.RemoveAsync(request.Use, "use of a network", use => NetworkCatalogue.Of(use.Network).Name, cancel);
    }
}

/// <summary>A network in the matrix.</summary>
/// <param name="Channel">Whether the plan runs a channel there.</param>
/// <param name="Best">The largest share that fresh evidence gives it in any audience, in per cent; null without fresh evidence.</param>
/// <param name="Question">What there is to decide; null where evidence and plan agree.</param>
public sealed record MatrixNetwork(string Network, string Name, bool Channel, decimal? Best, string? Question);

/// <summary>Audiences by networks: who uses what, how old the evidence is, and what there is to decide.</summary>
public sealed record AudienceMatrixView(IReadOnlyList<MatrixNetwork> Networks, IReadOnlyList<AudienceView> Audiences, IReadOnlyList<NetworkUseView> Uses, int Stale);

/// <summary>Which audience uses which network, with the age of the evidence, beside the channels the plan runs.</summary>
[Needs(Permission.Read)]
public sealed record AudienceMatrix(Id<Plan> Plan) : IQuery<AudienceMatrixView>
{
    /// <summary>From this share on, a network without a channel is worth a decision.</summary>
    public const decimal WorthDeciding = 40;

    internal sealed class Handler(ResearchDesk desk, AudienceBook book, IEnumerable<IPlannedNetworks> planned) : IHandle<AudienceMatrix, AudienceMatrixView>
    {
        public async Task<AudienceMatrixView> HandleAsync(AudienceMatrix request, CancellationToken cancel)
        {
            var (plan, _, today) = await desk.SceneAsync(request.Plan, cancel);
            var audiences = await book.AllAsync(plan.Id, cancel);
            var shown = audiences.Select(audience => audience.Id).ToHashSet();
            var uses = (await desk.AllAsync<NetworkUse>(plan.Id, cancel)).Where(use => shown.Contains(use.Audience)).Select(use => NetworkUseView.Of(use, today)).ToList();
            var channels = await planned.AllAsync(plan.Id, cancel);
            var networks = uses.Select(use => use.Network).Concat(channels.Select(channel => channel.Network)).Distinct(StringComparer.Ordinal)
                .Select(network => Network(network, [.. uses.Where(use => use.Network == network)], channels.FirstOrDefault(channel => channel.Network == network)))
                .OrderByDescending(network => network.Best ?? -1).ThenBy(network => network.Name, StringComparer.OrdinalIgnoreCase);
            return new AudienceMatrixView([.. networks], audiences, uses, uses.Count(use => use.Stale));
        }

        private static MatrixNetwork Network(string key, IReadOnlyList<NetworkUseView> uses, PlannedNetwork? channel)
        {
            var fresh = uses.Where(use => !use.Stale).Select(use => (decimal?)use.Sheet.Share).Max();
            var (name, runs) = (NetworkCatalogue.Of(key).Name, channel is { IsRun: true });
            var question = (runs, fresh) switch
            {
                (true, null) => uses.Count == 0 ? $"You run {name}, and nothing shows that your people are there." : $"All evidence for {name} is older than {Evidence.FreshMonths} months. Look again before you go on.",
                (true, 0m) => $"You run {name}, and the evidence says that nobody you address is there.",
                (false, >= WorthDeciding) when channel is null => $"{fresh:0.#} % of an audience are on {name}, and the plan has no channel there. Enter, wait or reject it.",
                _ => null,
            };
            return new MatrixNetwork(key, name, runs, fresh, question);
        }
    }
}
