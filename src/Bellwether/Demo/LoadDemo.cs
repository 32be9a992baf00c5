using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.People;
using Bellwether.Plans;
using Bellwether.Storage;
using Bellwether.Tracking;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Demo;

/// <summary>How much data the demo has.</summary>
public enum DemoSize
{
    /// <summary>A quarter of a year: enough to look around.</summary>
    Small,

    /// <summary>A year, as a business that posts three times a week has it.</summary>
    Year,

    /// <summary>A year with several posts a day, to see how it feels when it is full.</summary>
    Full,
}

/// <summary>The demo that was loaded.</summary>
public sealed record DemoLoaded(Id<Brand> Brand, string Name, int Posts, int Numbers, int Clicks);

/// <summary>
/// Adds a made-up brand with believable data beside your own: a plan in force in its later versions, past reviews, people,
/// posts, numbers, clicks and orders. It can be removed in one go; 409 when it is there already.
/// </summary>
[Needs(Permission.Own)]
public sealed record LoadDemo(DemoSize Size = DemoSize.Year) : ICommand<DemoLoaded>
{
    internal sealed class Handler(IServiceProvider house, Db db, ICurrent current, TimeProvider clock, DatabaseAddress address, DemoProgress progress, BrandEraser eraser, Journal journal)
        : IHandle<LoadDemo, DemoLoaded>
    {
        public async Task<DemoLoaded> HandleAsync(LoadDemo request, CancellationToken cancel)
        {
            if (await db.Set<Brand>().AnyAsync(brand => brand.IsDemo, cancel))
            {
                throw Rule.Conflict("demo-there", "The demo brand is here already. Remove it first to load it anew.");
            }

            var present = clock.Now();
            var zone = Clock.Zone("Europe/Berlin");
            var today = present.InZone(zone).Date;
            var from = Start(request.Size == DemoSize.Small ? today.PlusMonths(-3) : today.PlusYears(-1));
            var start = from.PlusDays(-DemoPlan.Ahead).At(new LocalTime(9, 0)).InZoneLeniently(zone).ToInstant();
            await using var stage = DemoStage.Open(house, start, present, current);
            var brand = await BrandAsync(stage, zone, cancel);
            try
            {
                progress.Tell("the plan", 0);
                var me = current.MemberKey is { } key ? await db.Set<Member>().AsNoTracking().FirstOrDefaultAsync(member => member.Id == new Id<Member>(key), cancel) : null;
                var scene = await DemoPlan.MakeAsync(stage, brand, from, today, me, cancel);
                var schedule = await db.Set<Plan>().AsNoTracking().Where(plan => plan.Id == scene.Plan).Select(plan => plan.Reviews).FirstAsync(cancel);
                await using var log = ClickLog.On(address);
                var (posts, numbers, clicks) = await new DemoYear(stage, scene, request.Size, log, progress).PlayAsync(schedule!, cancel);
                await eraser.ForgetEventsAsync(null, cancel);
                journal.Say($"loaded the demo brand “{brand.Name}”", brand.Id.Value, subject: brand.Id);
                return new DemoLoaded(brand.Id, brand.Name, posts, numbers, clicks);
            }
            catch
            {
                // Half a demo is of no use to anybody.
                db.ChangeTracker.Clear();
                await eraser.EraseAsync(brand.Id, CancellationToken.None);
                throw;
            }
        }

        /// <summary>The day itself, or the last Thursday of its month where that is near: the first review should have something to look at.</summary>
        private static LocalDate Start(LocalDate day)
        {
            var review = DateAdjusters.EndOfMonth(day).PlusDays(1).Previous(IsoDayOfWeek.Thursday);
            return review >= day && review < day.PlusDays(14) ? review : day;
        }

        private static async Task<Brand> BrandAsync(DemoStage stage, DateTimeZone zone, CancellationToken cancel)
        {
            var brand = new Brand(DemoPlan.BrandName, zone.Id, "EUR");
            brand.Own(["tacoloco.example"]);
            brand.MarkDemo();
            await stage.StoreAsync(db => Task.FromResult(db.Add(brand)), cancel);
            await stage.StoreAsync(db => Task.FromResult(db.Add(new TrackedSite(brand.Id))), cancel);
            return brand;
        }
    }
}
