using Bellwether.Campaigns;
using Bellwether.Goals;
using Bellwether.Kernel;
using Bellwether.Plans;
using Bellwether.Storage;

namespace Bellwether.Actions;

/// <summary>Turns what somebody asked for elsewhere, in a comment or a review, into an action that links back.</summary>
internal sealed class ActionMaker(Db db, PlanFinder plans, TimeProvider clock, Journal journal) : IMakeActions
{
    // Several seeds of one request share a book, so that each sees the actions made before it.
    private readonly Dictionary<Id<Plan>, WorkBook> books = [];

    public async Task<string> MakeAsync(ActionSeed seed, CancellationToken cancel)
    {
        if (!books.TryGetValue(seed.Plan, out var book))
        {
            books[seed.Plan] = book = new WorkBook(db, plans, clock);
            await book.EditAsync(seed.Plan, cancel);
        }

        var tactic = seed.Node is null ? null : book.Tree.Find(seed.Node)?.Up.FirstOrDefault(node => node.Work is Tactic)?.Work as Tactic;
        var action = new ActionItem(book.Plan, seed.Title, ActionType.Other, tactic, book.NextRank(tactic?.Key, WorkKind.ActionItem));
        action.Note(seed.Notes);
        action.Schedule(seed.Due);
        action.Assign(await Person.CheckedAsync(db, seed.Owner, cancel), null);
        action.ComeFrom(seed.Origin);
        if (Id<Goal>.TryParse(seed.Node, null, out var goal))
        {
            action.Link(await PlanGoal.CheckedAsync(db, goal, book.Plan, cancel));
        }

        if (Id<Campaign>.TryParse(seed.Node, null, out var campaign))
        {
            action.Join((await PlanCampaign.CheckedAsync(db, campaign, book.Plan, cancel))?.Id);
        }

        book.Add(action);
        foreach (var (title, index) in seed.Steps.Select((title, index) => (title, index)))
        {
            var step = new Step(action, null, title, index + 1);
            step.Schedule(seed.Due);
            book.Add(step);
        }

        var changes = book.NoteProgress($"added the action “{action.Title}”");
        journal.Say($"added the action “{action.Title}”", action.Brand.Value, action.Plan.Value, action.Id, changes);
        return action.Key;
    }
}
