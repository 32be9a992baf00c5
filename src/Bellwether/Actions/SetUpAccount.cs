using Bellwether.Audits;
using Bellwether.Kernel;
using Bellwether.Networks;
using Bellwether.People;
using Bellwether.Plans;
using Bellwether.Storage;
using NodaTime;

namespace Bellwether.Actions;

/// <summary>Adds the action that sets an account up, with the network's checklist as its steps and the sizes of its pictures. Ticking all marks the account as set up.</summary>
/// <param name="Network">The network's key; one nobody described gets a general checklist. Left out, it is the account's.</param>
/// <param name="Account">The account to set up, if it is in the inventory.</param>
[Needs(Permission.EditPlan)]
public sealed record SetUpAccount(
    Id<Plan> Plan,
    string? Network = null,
    Id<SocialAccount>? Account = null,
    Id<Tactic>? Tactic = null,
    Id<Member>? Accountable = null,
    LocalDate? Due = null) : ICommand<WorkView>
{
    internal sealed class Handler(Db db, WorkBook book, Journal journal) : IHandle<SetUpAccount, WorkView>
    {
        public async Task<WorkView> HandleAsync(SetUpAccount request, CancellationToken cancel)
        {
            await book.EditAsync(request.Plan, cancel);
            var account = request.Account is { } id ? await db.FindAsync(id, "account", cancel) : null;
            Rule.Require(account is not null || request.Network is not null, "network-missing", "Say which network to set up.", "network");
            var network = NetworkCatalogue.Of(account?.Network ?? NetworkName.Of(request.Network));
            var tactic = request.Tactic is { } parent ? (Tactic)book.Find(parent.ToString()).Work : null;
            var title = account is null ? $"Set up {network.Name}" : $"Set up {account.Handle} on {network.Name}";
            var action = new ActionItem(book.Plan, title, ActionType.AccountSetup, tactic, book.NextRank(tactic?.Key, WorkKind.ActionItem));
            action.WorkOn(account?.Id);
            action.Assign(await Person.CheckedAsync(db, request.Accountable, cancel), null);
            action.Schedule(request.Due);
            action.FinishWhen($"Every step of the checklist for {network.Name} is ticked");
            book.Add(action);
            foreach (var (entry, index) in network.SetUp.Select((entry, index) => (entry, index)))
            {
                book.Add(StepFor(action, entry, network, index + 1, request.Due));
            }

            journal.Say($"added “{title}” with {network.SetUp.Count} steps", action.Brand.Value, action.Plan.Value, action.Id);
            return WorkViews.Of(book, action.Key);
        }

        private static Step StepFor(ActionItem action, SetUpStep entry, Network network, int rank, LocalDate? due)
        {
            var size = network.Images.FirstOrDefault(image => image.Use == entry.Image);
            var step = new Step(action, null, size is null ? entry.Title : $"{entry.Title} ({size.Width} × {size.Height})", rank);
            step.Note(entry.Hint);
            step.FinishWhen("It shows on the public profile, or a second person has seen it");
            step.Schedule(due);
            step.Deliver(size is null ? null : new Deliverable(network.Key, size.Use, size.Width, size.Height));
            return step;
        }
    }
}
