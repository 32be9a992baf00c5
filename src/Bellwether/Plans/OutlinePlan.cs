using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Storage;
using NodaTime;

namespace Bellwether.Plans;

/// <summary>Starts a plan as an outline; a title is enough. A template fills it with goals, channels and actions to change.</summary>
/// <param name="Template">The key of a template; 404 when there is none.</param>
[Needs(Permission.EditPlan)]
public sealed record OutlinePlan(
    Id<Brand> Brand, string Title, string? Problem = null, string? GoalStatement = null, string? Picture = null, LocalDate? PictureBy = null,
    LocalDate? Start = null, LocalDate? End = null, string? Template = null) : ICommand<PlanView>
{
    internal sealed class Handler(Db db, PlanFinder finder, TemplateBook templates, PlanSnapshots snapshots, TimeProvider clock, Journal journal) : IHandle<OutlinePlan, PlanView>
    {
        public async Task<PlanView> HandleAsync(OutlinePlan request, CancellationToken cancel)
        {
            var brand = await finder.BrandAsync(request.Brand, cancel);
            var plan = new Plan(brand.Id, request.Title);
            plan.Run(request.Start, request.End);
            db.Add(plan);
            if (request.Template is { } key)
            {
                var template = (await templates.FindAsync(key, cancel)).Content;
                await templates.CheckAsync(template, cancel);
                plan.BeginWith(template.Key);
                await snapshots.ReadAsync(plan, IdRemap.Fresh(template.Parts).Parts, cancel);
            }

            plan.State(request.Problem ?? plan.Problem, request.GoalStatement ?? plan.GoalStatement);
            plan.Imagine(request.Picture ?? plan.Picture, request.PictureBy ?? plan.PictureBy);
            journal.Say($"outlined the plan “{plan.Title}”", brand.Id.Value, plan.Id.Value, plan.Id);
            return PlanView.Of(plan, brand, clock.Now());
        }
    }
}
