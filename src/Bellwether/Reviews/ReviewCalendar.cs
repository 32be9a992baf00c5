using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Plans;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Reviews;

/// <summary>A review on the schedule that nobody has opened or skipped.</summary>
/// <param name="Overdue">Whether its time has passed.</param>
public sealed record PlannedReview(LocalDate On, LocalTime Time, Instant At, bool Overdue);

/// <summary>The reviews that a plan's schedule asks for and that were not held yet.</summary>
[Scoped]
public sealed class ReviewCalendar(Db db, TimeProvider clock)
{
    private const int Ahead = 12;

    /// <summary>Overdue ones first, then the next twelve, from the day after activation on; none for a plan that is not in force.</summary>
    public async Task<IReadOnlyList<PlannedReview>> PlannedAsync(Plan plan, Brand brand, CancellationToken cancel)
    {
        if (plan.Reviews is not { } schedule || plan.Start is not { } start || plan.ActivatedAt is not { } activated || plan.Status == PlanStatus.Closed)
        {
            return [];
        }

        var now = clock.Now();
        var known = (await db.Set<Review>().AsNoTracking().Where(review => review.Plan == plan.Id).Select(review => review.On).ToListAsync(cancel)).ToHashSet();
        var planned = schedule.Occurrences(brand, LocalDate.Max(start, activated.InZone(brand.Zone).Date.PlusDays(1)), plan.End)
            .Where(date => !known.Contains(date.Local.Date))
            .Select(date => new PlannedReview(date.Local.Date, date.Local.TimeOfDay, date.At, date.At < now));
        var ahead = 0;
        return [.. planned.TakeWhile(review => review.Overdue || ahead++ < Ahead)];
    }
}
