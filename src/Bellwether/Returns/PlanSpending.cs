using Bellwether.Kernel;
using Bellwether.Plans;

namespace Bellwether.Returns;

/// <summary>What a plan spends beside what its sponsor approved.</summary>
public sealed record PlanSpendingView(SpendingView Spending, BudgetStanding Standing);

/// <summary>What a plan has spent and means to spend, in the brand's currency, and how that stands against what its sponsor approved.</summary>
[Needs(Permission.Read)]
public sealed record PlanSpending(Id<Plan> Plan) : IQuery<PlanSpendingView>
{
    internal sealed class Handler(PlanFinder plans, SpendingBook book, SignOffBook signOffs) : IHandle<PlanSpending, PlanSpendingView>
    {
        public async Task<PlanSpendingView> HandleAsync(PlanSpending request, CancellationToken cancel)
        {
            var (plan, brand) = await plans.FindWithBrandAsync(request.Plan, cancel);
            var spending = await book.OfAsync(plan, brand, cancel);
            return new PlanSpendingView(spending, BudgetStanding.Of(await signOffs.OfAsync(plan, brand, cancel), spending));
        }
    }
}
