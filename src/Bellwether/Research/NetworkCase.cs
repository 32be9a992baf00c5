using Bellwether.Kernel;
using Bellwether.Networks;
using Bellwether.Plans;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bellwether.Research;

/// <summary>The four answers a network owes before it gets a channel.</summary>
/// <param name="Objectives">What for.</param>
/// <param name="Audience">For whom: one of the plan's audiences.</param>
/// <param name="Reason">Why there and not elsewhere.</param>
/// <param name="Gain">What it will bring the business.</param>
public sealed record CaseSheet(string? Objectives = null, Id<Audience>? Audience = null, string? Reason = null, string? Gain = null)
{
    public CaseSheet Checked() => this with
    {
        Objectives = Rule.OptionalText(Objectives, "objectives", 1000), Reason = Rule.OptionalText(Reason, "reason", 1000), Gain = Rule.OptionalText(Gain, "gain", 1000),
    };

    /// <summary>The questions that have no answer yet.</summary>
    public IReadOnlyList<string> Missing()
    {
        (string Question, bool Open)[] questions = [("what for", Objectives is null), ("for whom", Audience is null), ("why there", Reason is null), ("what it will bring", Gain is null)];
        return [.. questions.Where(question => question.Open).Select(question => question.Question)];
    }
}

/// <summary>The case for being on one network.</summary>
public sealed class NetworkCase : PlanResearch<NetworkCase>
{
    private NetworkCase()
    {
    }

    public NetworkCase(Plan plan, string network, CaseSheet sheet)
        : base(plan) => (Network, Sheet) = (NetworkName.Of(network), sheet.Checked());

    public string Network { get; private set; } = "";

    public CaseSheet Sheet { get; private set; } = null!;

    public void Word(CaseSheet sheet) => Sheet = sheet.Checked();
}

/// <summary>The case for a network.</summary>
/// <param name="Channel">The id of its channel; null where there is none.</param>
/// <param name="Missing">Which of the four questions are open.</param>
public sealed record NetworkCaseView(string Network, string Name, string? Channel, bool IsRun, CaseSheet Sheet, IReadOnlyList<string> Missing, int Version);

/// <summary>Answers for one network: what for, for whom, why there, what it will bring. What was answered before is replaced.</summary>
[Needs(Permission.EditPlan)]
public sealed record WriteNetworkCase(Id<Plan> Plan, string Network, CaseSheet Sheet) : ICommand<Done>
{
    internal sealed class Handler(Db db, ResearchDesk desk) : IHandle<WriteNetworkCase, Done>
    {
        public async Task<Done> HandleAsync(WriteNetworkCase request, CancellationToken cancel)
        {
            var plan = await desk.PlanToChangeAsync(request.Plan, cancel);
            await Audiences.CheckAsync(db, plan.Id, request.Sheet.Audience, cancel);
            var network = NetworkName.Of(request.Network);
            var written = await db.Set<NetworkCase>().FirstOrDefaultAsync(row => row.Plan == plan.Id && row.Network == network, cancel);
            if (written is null)
            {
                written = new NetworkCase(plan, network, request.Sheet);
                db.Add(written);
            }

            written.Word(request.Sheet);
            var open = written.Sheet.Missing().Count;
            desk.Say(written, $"answered {4 - open} of 4 questions for {NetworkCatalogue.Of(network).Name}");
            return Done.It;
        }
    }
}

/// <summary>The four answers for each network that the plan runs, weighs or has evidence for.</summary>
[Needs(Permission.Read)]
public sealed record NetworkCaseList(Id<Plan> Plan) : IQuery<IReadOnlyList<NetworkCaseView>>
{
    internal sealed class Handler(ResearchDesk desk, IEnumerable<IPlannedNetworks> planned) : IHandle<NetworkCaseList, IReadOnlyList<NetworkCaseView>>
    {
        public async Task<IReadOnlyList<NetworkCaseView>> HandleAsync(NetworkCaseList request, CancellationToken cancel)
        {
            var plan = await desk.PlanAsync(request.Plan, cancel);
            var written = (await desk.AllAsync<NetworkCase>(plan.Id, cancel)).ToDictionary(each => each.Network, StringComparer.Ordinal);
            var channels = await planned.AllAsync(plan.Id, cancel);
            return
            [
                .. channels.Select(channel => channel.Network).Concat(written.Keys).Concat((await desk.AllAsync<NetworkUse>(plan.Id, cancel)).Select(use => use.Network)).Distinct(StringComparer.Ordinal)
                    .Select(network => View(network, written.GetValueOrDefault(network), channels.FirstOrDefault(channel => channel.Network == network)))
                    .OrderByDescending(view => view.IsRun).ThenBy(view => view.Name, StringComparer.OrdinalIgnoreCase),
            ];
        }

        private static NetworkCaseView View(string network, NetworkCase? written, PlannedNetwork? channel)
        {
            var sheet = written?.Sheet ?? new CaseSheet();
            return new NetworkCaseView(network, NetworkCatalogue.Of(network).Name, channel?.Node, channel is { IsRun: true }, sheet, sheet.Missing(), written?.Version ?? 0);
        }
    }
}

internal sealed class NetworkCaseStorage() : ResearchStorage<NetworkCase>("network_cases")
{
    protected override void Map(EntityTypeBuilder<NetworkCase> builder)
    {
        builder.Property(row => row.Network).HasMaxLength(40);
        builder.Property(row => row.Sheet).AsJson();
        builder.HasIndex(row => new { row.Plan, row.Network }).IsUnique();
    }
}
