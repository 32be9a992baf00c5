using System.IO.Compression;
using System.Text.Json;
using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Media;
using Bellwether.People;
using Bellwether.Storage;
using Bellwether.Storage.Migrations;
using Bellwether.Tests.Media;
using Bellwether.Tests.Storage;
using Bellwether.Tests.Support;
using Bellwether.Tracking;
using Bellwether.Transfer;
using Bellwether.Web.Cli;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Tests.Transfer;

/// <summary>A backup is one file, made while the program runs, and restored by one command into either database.</summary>
public sealed class BackupTests
{
    [Theory]
    [InlineData(DatabaseKind.Sqlite, DatabaseKind.Sqlite, true)]
    [InlineData(DatabaseKind.Postgres, DatabaseKind.Postgres, true)]
    [InlineData(DatabaseKind.Sqlite, DatabaseKind.Postgres, false)]
    [InlineData(DatabaseKind.Postgres, DatabaseKind.Sqlite, false)]
    public async Task What_was_backed_up_is_there_after_restoring(DatabaseKind from, DatabaseKind to, bool older)
    {
        await using var site = await Site.StartAsync(from);
        var member = await site.PostAsync("/api/v1/members", new { name = "Zoë “Z”", email = "zoe@example.org", role = "guest", until = "2027-01-31" });
        var picture = Pictures.Png(30, 20);
        await site.PostAsync("/api/v1/media", new { brand = site.Brand, name = "Taco", content = picture });
        await site.PostAsync("/api/v1/conversions", new { externalId = "one", type = "sale", value = new { amount = 125_000, currency = "PYG" }, brand = site.Brand });
        var made = await site.Http.GetByteArrayAsync(new Uri("/api/v1/backup", UriKind.Relative));
        var folder = Directory.CreateTempSubdirectory("bellwether-restore-").FullName;
        var file = Path.Combine(folder, "backup.zip");
        await File.WriteAllBytesAsync(file, made);
        if (older)
        {
            await BeforeMinorUnitsAsync(file);
        }

        string[] where = to == DatabaseKind.Sqlite ? ["--data", folder] : ["--data", folder, "--database", (await Databases.EmptyAsync(to)).Address.ConnectionString];

        (await Commands.RunAsync(["restore", file, .. where])).ShouldBe(0);

        var address = to == DatabaseKind.Sqlite ? DatabaseAddress.InFolder(folder) : DatabaseAddress.Postgres(where[^1]);
        await using (var db = Databases.Open(address))
        {
            var zoe = await db.Set<Member>().IgnoreQueryFilters().SingleAsync(m => m.Email == "zoe@example.org");
            zoe.Name.ShouldBe("Zoë “Z”");
            zoe.Id.ToString().ShouldBe(member["member"]!["id"]!.GetValue<string>());
            (await db.Set<Brand>().IgnoreQueryFilters().SingleAsync()).Zone.Id.ShouldBe("Europe/Berlin");
            // In a backup from before, these are hundredths.
            (await db.Set<Conversion>().IgnoreQueryFilters().SingleAsync()).Value.ShouldBe(new Money(older ? 1250 : 125_000, "PYG"));
            (await db.Database.GetPendingMigrationsAsync(TestContext.Current.CancellationToken)).ShouldBeEmpty();
            var stores = new MediaStores(new DataFolder(folder));
            await using var content = await stores.Current.OpenAsync((await db.Set<Asset>().IgnoreQueryFilters().SingleAsync()).Hash, TestContext.Current.CancellationToken);
            (await MediaHash.OfAsync(content, TestContext.Current.CancellationToken)).ShouldBe(MediaHash.Of(picture));
        }

        (await Commands.RunAsync(["restore", file, .. where])).ShouldBe(2, "there is data now, nothing may be overwritten");
        if (older && to == DatabaseKind.Sqlite)
        {
            var started = Directory.CreateTempSubdirectory("bellwether-restore-").FullName;
            await using (var db = Databases.Open(DatabaseAddress.InFolder(started)))
            {
                await db.Database.MigrateAsync(TestContext.Current.CancellationToken);
            }

            (await Commands.RunAsync(["restore", file, "--data", started])).ShouldBe(2, "an empty database is not made older either");
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            Directory.Delete(started, recursive: true);
        }

        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>Says that the backup is from before amounts were kept as fine as their currency; nothing else changed with that.</summary>
    private static async Task BeforeMinorUnitsAsync(string file)
    {
        await using var archive = await ZipFile.OpenAsync(file, ZipArchiveMode.Update);
        var manifest = Backups.Read(archive);
        var entry = archive.Entries.Single(entry => entry.Name == "manifest.json");
        entry.Delete();
        await using var written = await archive.CreateEntry("manifest.json").OpenAsync();
        await JsonSerializer.SerializeAsync(written, manifest with { Migrations = [.. manifest.Migrations.Where(one => string.CompareOrdinal(one, M34MinorUnits.Id) < 0)] }, HouseJson.Options);
    }

    [Fact]
    public async Task A_file_that_is_no_backup_is_refused()
    {
        var folder = Directory.CreateTempSubdirectory("bellwether-restore-").FullName;
        var file = Path.Combine(folder, "text.zip");
        await File.WriteAllTextAsync(file, "not a zip");
        (await Commands.RunAsync(["restore", file, "--data", folder])).ShouldBe(2);
        await using (var archive = await ZipFile.OpenAsync(Path.Combine(folder, "empty.zip"), ZipArchiveMode.Create))
        {
            archive.CreateEntry("something");
        }

        (await Commands.RunAsync(["restore", Path.Combine(folder, "empty.zip"), "--data", folder])).ShouldBe(2);
        Directory.Delete(folder, recursive: true);
    }

    [Theory, BothDatabases]
    public async Task The_doctor_looks_at_folder_key_database_events_and_clock(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var report = await world.RunAsync(new Doctor());
        report.Healthy.ShouldBeTrue(string.Join("; ", report.Examined.Select(one => one.Found)));
        foreach (var what in new[] { "data folder", "disk", "master key", "database", "events", "clock", "media" })
        {
            report.Examined.ShouldContain(one => one.What == what);
        }
    }

    [Theory, BothDatabases]
    public async Task A_clock_that_went_back_is_named(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        world.Clock.Advance(TimeSpan.FromHours(5));
        await world.MemberAsync("Ben");
        var line = await world.SeeAsync(db => db.Set<AuditLine>().OrderByDescending(row => row.Id).FirstAsync());
        line.CreatedAt.ShouldBe(world.Now);
        await world.SeeAsync(db => db.Set<AuditLine>().ExecuteUpdateAsync(set => set.SetProperty(row => row.CreatedAt, world.Now + NodaTime.Duration.FromHours(1))));
        var report = await world.RunAsync(new Doctor());
        report.Healthy.ShouldBeFalse();
        report.Examined[0].What.ShouldBe("clock");
        report.Examined[0].Mend.ShouldNotBeNull();
    }
}
