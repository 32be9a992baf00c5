using Bellwether.Plans;
using Bellwether.Storage;

namespace Bellwether.Actions;

/// <summary>Asks for one thing to do, with somebody who does it and a day.</summary>
internal sealed class ActionsGuide(Db db, PlanFinder plans, TimeProvider clock) : IGuide
{
    public async Task<IReadOnlyList<(int Place, GuideQuestion Question)>> AskAsync(Plan plan, CancellationToken cancel)
    {
        var book = new WorkBook(db, plans, clock);
        await book.LoadAsync(plan, cancel);
        var ready = book.Tree.Leaves.FirstOrDefault(leaf => leaf.Owner is not null && leaf.Work.Due is not null);
        return [(70, new GuideQuestion("action", ready?.Work.Title))];
    }
}
