using Bellwether.Kernel;
using Bellwether.People;
using Bellwether.Plans;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bellwether.Goals;

/// <summary>How many hours a week a person has for a plan.</summary>
public sealed class PlanHours : Entity<PlanHours>
{
    private PlanHours()
    {
    }

    public PlanHours(Id<Plan> plan, Id<Member> person, decimal hoursAWeek)
    {
        (Plan, Person) = (plan, person);
        Set(hoursAWeek);
    }

    public Id<Plan> Plan { get; private set; }

    public Id<Member> Person { get; private set; }

    public decimal HoursAWeek { get; private set; }

    public void Set(decimal hoursAWeek)
    {
        Rule.Require(hoursAWeek is >= 0 and <= 80, "hours-out-of-range", "A person has between 0 and 80 hours a week.", "hoursAWeek");
        HoursAWeek = hoursAWeek;
    }
}

internal sealed class PlanHoursStorage : IEntityTypeConfiguration<PlanHours>
{
    public void Configure(EntityTypeBuilder<PlanHours> builder)
    {
        builder.ToTable("plan_hours");
        builder.HasIndex(row => new { row.Plan, row.Person }).IsUnique();
    }
}

/// <summary>Hours a week, as they stand.</summary>
public sealed record PlanHoursView(Id<Plan> Plan, Id<Member> Person, decimal? HoursAWeek);

/// <summary>Says how many hours a week a person has for a plan; nothing takes the statement back.</summary>
[Needs(Permission.RunPlan)]
public sealed record SetPlanHours(Id<Plan> Plan, Id<Member> Person, decimal? HoursAWeek = null) : ICommand<PlanHoursView>
{
    internal sealed class Handler(Db db, GoalFinder finder, Journal journal) : IHandle<SetPlanHours, PlanHoursView>
    {
        public async Task<PlanHoursView> HandleAsync(SetPlanHours request, CancellationToken cancel)
        {
            var plan = await finder.PlanToChangeAsync(request.Plan, cancel);
            var person = await db.FindAsync(request.Person, "member", cancel);
            var row = await db.Set<PlanHours>().FirstOrDefaultAsync(hours => hours.Plan == plan.Id && hours.Person == person.Id, cancel);
            switch (request.HoursAWeek, row)
            {
                case ({ } hours, null):
                    db.Add(new PlanHours(plan.Id, person.Id, hours));
                    break;
                case ({ } hours, { } known):
                    known.Set(hours);
                    break;
                case (null, { } known):
                    db.Remove(known);
                    break;
                default:
                    break;
            }

            journal.Say(request.HoursAWeek is { } said ? $"gave {person.Name} {said:0.#} hours a week" : $"took back the hours of {person.Name}", plan.Brand.Value, plan.Id.Value, plan.Id);
            return new PlanHoursView(plan.Id, person.Id, request.HoursAWeek);
        }
    }
}
