using Bellwether.Audits;
using Bellwether.Calendar;
using Bellwether.Kernel;
using NodaTime;

namespace Bellwether.Benchmarks;

/// <summary>One month with 5,000 posts on five accounts, beside reading the same rows without making anything of them.</summary>
internal static class CalendarBenchmark
{
    private const int Posts = 5000;

    public static async Task RunAsync()
    {
        await using var hall = await Hall.OpenAsync();
        var accounts = new List<Id<SocialAccount>>();
        foreach (var handle in Enumerable.Range(1, 5))
        {
            accounts.Add((await hall.RunAsync(new AddSocialAccount(hall.Brand, "mastodon", $"taco{handle}", Purpose: "News"))).Id);
        }

        var zone = DateTimeZoneProviders.Tzdb["Europe/Berlin"];
        var first = TimeProvider.System.Now().InZone(zone).Date.PlusMonths(2).With(DateAdjusters.StartOfMonth);
        await hall.StoreAsync(Enumerable.Range(0, Posts).Select(number => PostOf(hall, accounts[number % accounts.Count], Slot.Of(first.PlusDays(number % 28).At(new LocalTime(6 + (number / 28 % 16), number % 60)), zone), number)));
        var month = new CalendarMonth(hall.Brand, first, first.With(DateAdjusters.EndOfMonth));
        var shown = 0;
        var asked = await TimesAsync(async () => shown = (await hall.RunAsync(month)).Posts.Count);
        var bare = await TimesAsync(() => hall.WithDbAsync(BareAsync));
        Hall.Say($"calendar month of {shown} posts: median {asked.Median:F0} ms, slowest {asked.Slowest:F0} ms; the same rows read bare: {bare.Median:F0} ms; ratio {asked.Median / bare.Median:F1} (limit 100 ms)");
    }

    private static Post PostOf(Hall hall, Id<SocialAccount> account, Slot slot, int number)
    {
        var post = new Post(hall.Brand, $"Post number {number}", $"Today something with tomatoes, the {number}th of its kind. What would you add to it?", hall.Owner.Value);
        post.Tell([new VariantDraft(account, "mastodon", null, [], null)]);
        post.MoveTo(slot, TimeProvider.System.Now());
        return post;
    }

    private static async Task<int> BareAsync(Storage.Db db)
    {
        await using var connection = new Microsoft.Data.Sqlite.SqliteConnection(Microsoft.EntityFrameworkCore.RelationalDatabaseFacadeExtensions.GetConnectionString(db.Database));
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "select * from posts p join variants v on v.post = p.id";
        await using var reader = await command.ExecuteReaderAsync();
        var values = new object[reader.FieldCount];
        var rows = 0;
        while (await reader.ReadAsync())
        {
            rows += reader.GetValues(values) > 0 ? 1 : 0;
        }

        return rows;
    }

    private static async Task<(double Median, double Slowest)> TimesAsync(Func<Task> work)
    {
        // The first ones compile the query.
        await work();
        await work();
        var times = new List<double>();
        for (var i = 0; i < 15; i++)
        {
            times.Add((await Hall.TimeAsync(work)).TotalMilliseconds);
        }

        times.Sort();
        return (times[times.Count / 2], times[^1]);
    }
}
