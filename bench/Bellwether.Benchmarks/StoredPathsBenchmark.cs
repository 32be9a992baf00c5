using Bellwether.Kernel;
using Bellwether.Links;
using Bellwether.Returns.Attribution;
using Bellwether.Storage;
using Bellwether.Tracking;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Benchmarks;

/// <summary>Paths as they are kept in the database, read as a report reads them and credited under each model.</summary>
internal static class StoredPathsBenchmark
{
    private const int Links = 12;

    public static async Task RunAsync(int count)
    {
        await using var hall = await Hall.OpenAsync();
        var links = new List<Id<TrackedLink>>();
        for (var place = 0; place < Links; place++)
        {
            links.Add((await hall.RunAsync(new MakeLink(hall.Brand, "https://tacoloco.example/", "instagram", "social", $"campaign-{place}"))).Id);
        }

        var today = TimeProvider.System.Now().InUtc().Date;
        var filling = await Hall.TimeAsync(() => FillAsync(hall, links, count));
        var bytes = Directory.GetFiles(hall.Folder, "*.db*", SearchOption.AllDirectories).Sum(file => new FileInfo(file).Length);
        Hall.Say($"{count:N0} stored paths of 1 to 10 touches, written in {filling.TotalSeconds:F0} s; the database has {bytes / 1e6:F0} MB");
        var bare = await Hall.TimeAsync(() => BareAsync(hall));
        Hall.Say($"a bare reader takes {bare.TotalSeconds:F2} s for the same rows");
        foreach (var by in new[] { CreditBy.ChannelGroup, CreditBy.Link, CreditBy.Campaign })
        {
            foreach (var model in Enum.GetValues<AttributionModel>())
            {
                var credits = default(CreditedReturn);
                var took = await Hall.TimeAsync(async () => credits = await hall.WithAsync<CreditedReturns, CreditedReturn>(async (db, returns) =>
                    await returns.OfAsync(await db.FindAsync(hall.Brand, "brand", default), today.PlusDays(-100), today, by, model)));
                Hall.Say($"{by}, {model}: read and credited in {took.TotalSeconds:F2} s, {took / bare:F1} times the bare reading ({credits!.Of.Count} rows, {credits.Total.Conversions:N0} conversions)");
                Hall.Hold(credits.Total.Conversions == count, "each conversion is credited once");
            }
        }

        var report = await Hall.TimeAsync(() => hall.RunAsync(new AttributionReport(hall.Brand, By: CreditBy.Campaign)));
        Hall.Say($"the whole report, all nine models with overlaps: {report.TotalSeconds:F2} s");
    }

    private static async Task FillAsync(Hall hall, List<Id<TrackedLink>> links, int count)
    {
        var random = new Random(4);
        var groups = Enum.GetValues<ChannelGroup>();
        await hall.WithDbAsync(async db =>
        {
            var connection = (SqliteConnection)db.Database.GetDbConnection();
            await connection.OpenAsync();
            await using var transaction = connection.BeginTransaction();
            await using var insert = connection.CreateCommand();
            insert.Transaction = transaction;
            insert.CommandText = "insert into touch_paths (id, brand, conversion, at, value_minor, currency, steps, changed_at, workspace, version, created_at) values ($id, $brand, $conversion, $at, $minor, 'EUR', $steps, $at, $workspace, 1, $at)";
            foreach (var name in new[] { "$id", "$brand", "$conversion", "$at", "$minor", "$steps", "$workspace" })
            {
                insert.Parameters.Add(new SqliteParameter(name, null));
            }

            var now = TimeProvider.System.Now();
            for (var row = 0; row < count; row++)
            {
                // Conversions arrive in the order of time, over the ninety days of a report.
                var at = now - Duration.FromSeconds((count - row) * (80 * 86400d / count));
                var length = 1 + random.Next(10);
                var steps = Enumerable.Range(0, length).Select(place =>
                {
                    // Few are common, most are rare, as everywhere.
                    var link = (int)(Links * Math.Pow(random.NextDouble(), 2));
                    return new PathStep((at - Duration.FromHours((length - place) * 36)).ToUnixTimeTicks(), groups[link], links[link].Value);
                });
                object[] values = [Guid.CreateVersion7(), hall.Brand.Value, Guid.CreateVersion7(), at.ToUnixTimeTicks(), (long)random.Next(500, 20_000), PathBytes.Of([.. steps]), hall.Workspace.Value];
                for (var place = 0; place < values.Length; place++)
                {
                    insert.Parameters[place].Value = values[place];
                }

                await insert.ExecuteNonQueryAsync();
            }

            await transaction.CommitAsync();
            return 0;
        });
    }

    private static Task<int> BareAsync(Hall hall) => hall.WithDbAsync(async db =>
    {
        var connection = (SqliteConnection)db.Database.GetDbConnection();
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "select at, value_minor, currency, steps from touch_paths order by at";
        await using var reader = await command.ExecuteReaderAsync();
        var sum = 0;
        while (await reader.ReadAsync())
        {
            sum += reader.GetFieldValue<byte[]>(3).Length;
        }

        return sum;
    });
}
