using Bellwether.Kernel;
using Bellwether.Plans;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Actions;

/// <summary>How many tactics of a plan were there before their goal: the cart before the horse. Links made later do not change it.</summary>
[Needs(Permission.Read)]
public sealed record TacticFirstShare(Id<Plan> Plan) : IQuery<TacticFirstShare.TacticFirstView>
{
    /// <summary>The count and the share in per cent; nothing without tactics.</summary>
    /// <param name="Alarming">More than half came first.</param>
    public sealed record TacticFirstView(int Tactics, int First, decimal? Share, bool Alarming, IReadOnlyList<string> Titles);

    internal sealed class Handler(Db db, PlanFinder plans) : IHandle<TacticFirstShare, TacticFirstView>
    {
        public async Task<TacticFirstView> HandleAsync(TacticFirstShare request, CancellationToken cancel)
        {
            var plan = await plans.FindAsync(request.Plan, cancel);
            var tactics = await db.Set<Tactic>().AsNoTracking().Where(tactic => tactic.Plan == plan.Id && tactic.RemovedAt == null).OrderBy(tactic => tactic.Rank).ToListAsync(cancel);
            var first = tactics.Where(tactic => tactic.TacticFirst).ToList();
            decimal? share = tactics.Count == 0 ? null : decimal.Round(100m * first.Count / tactics.Count, 1);
            return new TacticFirstView(tactics.Count, first.Count, share, share > 50, [.. first.Select(tactic => tactic.Title)]);
        }
    }
}
