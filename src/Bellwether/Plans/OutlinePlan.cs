using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Storage;
using NodaTime;

namespace Bellwether.Plans;

/// <summary>Starts a plan as an outline; a title is enough.</summary>
[Needs(Permission.EditPlan)]
public sealed record OutlinePlan(
    Id<Brand> Brand, string Title, string? Problem = null, string? GoalStatement = null, string? Picture = null, LocalDate? PictureBy = null,
    LocalDate? Start = null, LocalDate? End = null) : ICommand<PlanView>
{
    internal sealed class Handler(Db db, PlanFinder finder, TimeProvider clock, Journal journal) : IHandle<OutlinePlan, PlanView>
    {
        public async Task<PlanView> HandleAsync(OutlinePlan request, CancellationToken cancel)
        {
            var brand = await finder.BrandAsync(request.Brand, cancel);
            var plan = new Plan(brand.Id, request.Title);
            plan.State(request.Problem, request.GoalStatement);
            plan.Imagine(request.Picture, request.PictureBy);
            plan.Run(request.Start, request.End);
            db.Add(plan);
            journal.Say($"outlined the plan “{plan.Title}”", brand.Id.Value, plan.Id.Value, plan.Id);
            return PlanView.Of(plan, brand, clock.Now());
        }
    }
}
