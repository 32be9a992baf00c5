using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.People;
using Bellwether.Plans;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Bellwether.Goals;

/// <summary>A number was due and has not come: whoever collects it should hear of it, once.</summary>
public sealed record CollectionOverdue(Id<KpiTarget> Target, Id<Goal> Goal, Id<Plan> Plan, Id<Brand> Brand, Id<Member>? Collector, string Metric, LocalDate DueOn) : IEvent;

/// <summary>Remembers that a late number has been asked for, so that nobody is asked twice for the same day.</summary>
public sealed class CollectionReminder : Entity<CollectionReminder>
{
    private CollectionReminder()
    {
    }

    public CollectionReminder(Id<KpiTarget> target, LocalDate dueOn) => (Target, DueOn) = (target, dueOn);

    public Id<KpiTarget> Target { get; private set; }

    public LocalDate DueOn { get; private set; }
}

internal sealed class CollectionReminderStorage : IEntityTypeConfiguration<CollectionReminder>
{
    public void Configure(EntityTypeBuilder<CollectionReminder> builder)
    {
        builder.ToTable("collection_reminders");
        builder.HasIndex(row => new { row.Target, row.DueOn }).IsUnique();
    }
}

/// <summary>How many collectors were reminded.</summary>
public sealed record RemindedCollections(int Count);

/// <summary>Reminds whoever collects a number that it is overdue, once for each day it was due; only in plans that are in force.</summary>
[Internal("The timetable sends it every hour.")]
[Needs(Permission.EditPlan)]
public sealed record RemindOfCollections : ICommand<RemindedCollections>
{
    internal sealed class Handler(Db db, GoalAssessments assessments, TimeProvider clock, Journal journal) : IHandle<RemindOfCollections, RemindedCollections>
    {
        public async Task<RemindedCollections> HandleAsync(RemindOfCollections request, CancellationToken cancel)
        {
            var count = 0;
            foreach (var plan in await db.Set<Plan>().AsNoTracking().Where(plan => plan.Status == PlanStatus.Active || plan.Status == PlanStatus.UnderReview).ToListAsync(cancel))
            {
                var brand = await db.Set<Brand>().AsNoTracking().FirstAsync(row => row.Id == plan.Brand, cancel);
                var today = clock.Today(brand.Zone);
                foreach (var goal in (await assessments.AllAsync(plan, brand, cancel)).Where(goal => goal.Goal.ClosedAt is null))
                {
                    foreach (var target in goal.Targets)
                    {
                        count += await RemindAsync(plan, goal.Goal, target, today, cancel) ? 1 : 0;
                    }
                }
            }

            return new RemindedCollections(count);
        }

        private async Task<bool> RemindAsync(Plan plan, Goal goal, AssessedTarget assessed, LocalDate today, CancellationToken cancel)
        {
            var target = assessed.Target;
            if (MeasurementLine.DueOf(assessed, today) is not { } due || due >= today
                || await db.Set<CollectionReminder>().AnyAsync(row => row.Target == target.Id && row.DueOn == due, cancel))
            {
                return false;
            }

            db.Add(new CollectionReminder(target.Id, due));
            db.Raise(new CollectionOverdue(target.Id, goal.Id, plan.Id, plan.Brand, target.Collector, assessed.Metric.Name, due));
            journal.Say($"asks for {assessed.Metric.Name} of “{goal.Title}”, which was due on {due:uuuu-MM-dd}", plan.Brand.Value, plan.Id.Value, goal.Id);
            return true;
        }
    }
}
