using Bellwether.Audits;
using Bellwether.Kernel;
using Bellwether.Networks;
using Bellwether.People;
using Bellwether.Plans;
using Bellwether.Storage;
using NodaTime;

namespace Bellwether.Actions;

/// <summary>Adds the action that makes pictures for one place, such as “cover”: one deliverable for each network that has the place, in the network's pixels.</summary>
/// <param name="Use">The place: “avatar”, “cover”, “story”.</param>
/// <param name="Networks">The networks' keys.</param>
[Needs(Permission.EditPlan)]
public sealed record PlanAssets(
    Id<Plan> Plan,
    string Use,
    IReadOnlyList<string> Networks,
    string? Title = null,
    Id<Tactic>? Tactic = null,
    Id<Member>? Accountable = null,
    LocalDate? Due = null) : ICommand<WorkView>
{
    internal sealed class Handler(Db db, WorkBook book, Journal journal) : IHandle<PlanAssets, WorkView>
    {
        public async Task<WorkView> HandleAsync(PlanAssets request, CancellationToken cancel)
        {
            await book.EditAsync(request.Plan, cancel);
            var use = Rule.Text(request.Use, "use", 60).ToLowerInvariant();
            var deliverables = request.Networks.Select(NetworkName.Of).Distinct(StringComparer.Ordinal).Select(NetworkCatalogue.Of)
                .SelectMany(network => network.Images.Where(image => image.Use == use).Select(image => (network, image))).ToList();
            Rule.Require(deliverables.Count > 0, "place-unknown", $"None of these networks has a place called “{use}”. Places are such as avatar, cover, feed, story.", "use");
            var tactic = request.Tactic is { } parent ? (Tactic)book.Find(parent.ToString()).Work : null;
            var action = new ActionItem(book.Plan, request.Title ?? $"Make the {use} pictures", ActionType.AssetProduction, tactic, book.NextRank(tactic?.Key, WorkKind.ActionItem));
            action.Assign(await Person.CheckedAsync(db, request.Accountable, cancel), null);
            action.Schedule(request.Due);
            book.Add(action);
            foreach (var (network, image) in deliverables)
            {
                var step = new Step(action, null, $"{network.Name}: {use}, {image.Width} × {image.Height}", book.NextRank(action.Key, WorkKind.Step));
                step.FinishWhen($"A picture of {image.Width} × {image.Height} pixels is there");
                step.Schedule(request.Due);
                step.Deliver(new Deliverable(network.Key, use, image.Width, image.Height));
                book.Add(step);
            }

            journal.Say($"added “{action.Title}” with {deliverables.Count} deliverables", action.Brand.Value, action.Plan.Value, action.Id);
            return WorkViews.Of(book, action.Key);
        }
    }
}
