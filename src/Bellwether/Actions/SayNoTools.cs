using System.ComponentModel.DataAnnotations;
using Bellwether.Kernel;
using Bellwether.Plans;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Actions;

/// <summary>Says that a plan needs no tools, and why. With tools on the list it is 422.</summary>
[Needs(Permission.EditPlan)]
public sealed record SayNoTools(Id<Plan> Plan, [property: MaxLength(400)] string Reason) : ICommand<Done>
{
    internal sealed class Handler(Db db, PlanFinder plans, ICurrent current, Journal journal) : IHandle<SayNoTools, Done>
    {
        public async Task<Done> HandleAsync(SayNoTools request, CancellationToken cancel)
        {
            var plan = await plans.EditAsync(request.Plan, cancel);
            Rule.Require(!await db.Set<Tool>().AnyAsync(tool => tool.Plan == plan.Id, cancel), "tools-listed", "There are tools on the list. Take them off first.", "reason");
            var row = await db.Set<NoTools>().FirstOrDefaultAsync(one => one.Plan == plan.Id, cancel);
            if (row is null)
            {
                db.Add(row = new NoTools(plan.Id));
            }

            row.Say(request.Reason, current.Name);
            journal.Say("said that the plan needs no tools", plan.Brand.Value, plan.Id.Value, plan.Id, row.Reason);
            return Done.It;
        }
    }
}

/// <summary>Takes back that a plan needs no tools.</summary>
[Needs(Permission.EditPlan)]
public sealed record TakeBackNoTools(Id<Plan> Plan) : ICommand<Done>
{
    internal sealed class Handler(Db db, PlanFinder plans, Journal journal) : IHandle<TakeBackNoTools, Done>
    {
        public async Task<Done> HandleAsync(TakeBackNoTools request, CancellationToken cancel)
        {
            var plan = await plans.EditAsync(request.Plan, cancel);
            db.RemoveRange(await db.Set<NoTools>().Where(row => row.Plan == plan.Id).ToListAsync(cancel));
            journal.Say("took back that the plan needs no tools", plan.Brand.Value, plan.Id.Value, plan.Id);
            return Done.It;
        }
    }
}
