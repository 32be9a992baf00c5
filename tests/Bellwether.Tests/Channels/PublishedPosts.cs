using Bellwether.Audits;
using Bellwether.Calendar;
using Bellwether.Channels;
using Bellwether.Goals;
using Bellwether.Kernel;
using Bellwether.Metrics;
using Bellwether.Plans;
using Bellwether.Tests.Support;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Tests.Channels;

/// <summary>Posts that went out, with their numbers, for tests of what channels judge by them.</summary>
internal static class PublishedPosts
{
    /// <summary>A post planned for a day from now; it goes out once time has passed it.</summary>
    public static async Task<Id<Post>> PlannedAsync(this World world, Id<SocialAccount> account, string text, double day, Id<Plan>? plan = null, Id<Goal>? goal = null, Id<ContentPillar>? theme = null)
    {
        var at = (world.Now + Duration.FromDays(day)).InZone(DateTimeZoneProviders.Tzdb["Europe/Berlin"]).LocalDateTime;
        return (await world.RunAsync(new AddPost(world.Brand, Text: text, Variants: [new Told(account)], Plan: plan, Goal: goal, Unguided: goal is null, Theme: theme, At: at))).Id;
    }

    /// <summary>Lets days pass: every post whose time has come is out.</summary>
    public static async Task LetPassAsync(this World world, int days)
    {
        world.Clock.Advance(TimeSpan.FromDays(days));
        var now = world.Now;
        await world.InScopeAsync<Journal>(async (db, _) =>
        {
            foreach (var post in await db.Set<Post>().Where(post => post.DueAt <= now).ToListAsync())
            {
                post.Follow([PublicationOutcome.Confirmed]);
            }

            await db.SaveAsync(TestContext.Current.CancellationToken);
        });
    }

    /// <summary>Records a number of a post as it stands today.</summary>
    public static Task NumberAsync(this World world, string metric, params (string Subject, decimal Value)[] numbers) =>
        world.RunAsync(new RecordObservations(world.Brand, [.. numbers.Select(number => new ObservationEntry(metric, number.Subject, world.Now.InUtc().Date.PlusDays(-1), PeriodLength.ToDate, number.Value))]));
}
