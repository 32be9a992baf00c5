using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Plans;
using Bellwether.Reminders;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Goals;

/// <summary>How many decisions about advertising want somebody.</summary>
public sealed record AdvertisingWatched(int Count);

/// <summary>Tells whoever runs the plan when ad spend reaches 80 % and 100 % of its ceiling, when money goes out though the decision was no, and when the day to decide has come; each once.</summary>
[Internal("The timetable sends it every hour.")]
[Needs(Permission.EditPlan)]
public sealed record WatchAdvertising : ICommand<AdvertisingWatched>
{
    internal sealed class Handler(Db db, AdvertisingBook book, Ticklers ticklers) : IHandle<WatchAdvertising, AdvertisingWatched>
    {
        public async Task<AdvertisingWatched> HandleAsync(WatchAdvertising request, CancellationToken cancel)
        {
            var rows = (await db.Set<Advertising>().AsNoTracking().ToListAsync(cancel)).ToDictionary(row => row.Plan);
            var ids = rows.Keys.ToList();
            var plans = await db.Set<Plan>().AsNoTracking().Where(plan => ids.Contains(plan.Id) && plan.Status != PlanStatus.Closed).ToListAsync(cancel);
            var wanted = plans.Select(plan => plan.Brand).Distinct().ToList();
            var brands = await db.Set<Brand>().AsNoTracking().Where(brand => wanted.Contains(brand.Id)).ToDictionaryAsync(brand => brand.Id, cancel);
            var count = 0;
            foreach (var plan in plans)
            {
                var row = rows[plan.Id];
                if (AdvertisingNews.Of(row, await book.ViewAsync(row, plan, brands[plan.Brand], cancel)) is { } news)
                {
                    // A plan names nobody as its lead: everybody who may run it is told.
                    await ticklers.RaiseAsync(new Notice(plan.Brand, news.Key, news.Words, $"/goals/rules?plan={plan.Id}", plan.Id.Value), null, cancel);
                    count++;
                }
            }

            return new AdvertisingWatched(count);
        }
    }
}

/// <summary>What there is to say about a decision, and the key under which it is said once.</summary>
internal sealed record AdvertisingNews(string Key, string Words)
{
    public static AdvertisingNews? Of(Advertising row, AdvertisingView view) => view switch
    {
        { LookAgain: true } => new($"{row.Id} later {view.Current!.LookAgainOn:uuuu-MM-dd}", "The day has come to decide about paid advertising."),
        // Another ceiling is another decision: reaching it is news again.
        { Used: >= 1, Warning: { } said } => new($"{row.Id} 100 {row.Decisions.Count}", $"Advertising: {said}"),
        { Used: >= 0.8m, Warning: { } said } => new($"{row.Id} 80 {row.Decisions.Count}", $"Advertising: {said}"),
        { Current.Choice: AdvertisingChoice.No, Warning: { } said } => new($"{row.Id} no {row.Decisions.Count}", $"Advertising: {said}"),
        _ => null,
    };
}
