using System.IO.Compression;
using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Links;
using Bellwether.Storage;
using Bellwether.Storage.Migrations;
using Bellwether.Tests.Support;
using Bellwether.Tracking;
using Bellwether.Tracking.Reports;
using Bellwether.Tracking.Sums;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Shouldly;

namespace Bellwether.Tests.Tracking;

/// <summary>Whatever happens to hits, sums by hour, day and month stay the sums of their quarters, and a report over any days of any zone says what the single hits say.</summary>
[Requirement("R004-19")]
public sealed class SumsTests
{
    private static readonly Instant First = Instant.FromUtc(2026, 1, 28, 21, 7);
    private static readonly string[] Zones = ["Europe/Berlin", "Asia/Kathmandu", "Pacific/Apia", "Australia/Lord_Howe"];

    [Fact]
    public void A_range_is_taken_apart_into_few_pieces_that_hold_each_quarter_once()
    {
        var random = new Random(3);
        for (var i = 0; i < 400; i++)
        {
            var start = Instant.FromUtc(2026, 1, 28, 21, 15) + Duration.FromMinutes(15 * random.Next(60_000));
            var end = start + Duration.FromMinutes(15 * random.Next(random.Next(4) == 0 ? 200 : 60_000));
            var pieces = RollupPiece.Of(start, end);
            pieces.Count.ShouldBeLessThanOrEqualTo(5);
            pieces.Where(piece => piece.Span == RollupSpan.Quarter).ShouldAllBe(piece => piece.Until - piece.From <= Duration.FromHours(24));
            pieces.Where(piece => piece.Span == RollupSpan.Day).ShouldAllBe(piece => piece.Until - piece.From <= Duration.FromDays(46));
            foreach (var at in pieces.SelectMany(piece => new[] { piece.From, piece.Until }).Concat([start, end]))
            {
                foreach (var near in new[] { at - Duration.FromMinutes(15), at })
                {
                    pieces.Where(piece => piece.From <= near && near < piece.Until).Sum(piece => piece.Sign).ShouldBe(start <= near && near < end ? 1 : 0);
                }
            }
        }
    }

    [Theory, BothDatabases]
    public async Task Sums_equal_their_quarters_and_those_the_raw_log_whatever_happens(DatabaseKind on)
    {
        await using var world = await TrackingWorld.OnAsync(on, writes: false);
        await FillAsync(world, new Random(11));
        world.World.Clock.Advance(TimeSpan.FromDays(60));
        (await AddsUpAsync(world)).ShouldBeGreaterThan(1000);
        var (from, until) = (new LocalDate(2026, 2, 3), new LocalDate(2026, 3, 20));
        var bots = await world.RunAsync(new CountBack(world.Brand, HitOutcome.Bot, "curl/8", from, until));
        await AddsUpAsync(world);
        await world.RunAsync(new CountBack(world.Brand, HitOutcome.Preview, null, from.PlusDays(9), until));
        (await world.RunAsync(new RebuildRollups(world.Brand))).Mended.ShouldBe(0);
        (await world.RunAsync(new Resort(world.Brand))).ShouldSatisfyAllConditions(done => done.Differing.ShouldBe(0), done => done.Changes.ShouldNotBeEmpty());
        await AddsUpAsync(world);
        await world.RunAsync(new UndoRecount(bots.Id));
        await AddsUpAsync(world);

        // Whatever is damaged is found again by adding up.
        var damaged = await world.World.SeeAsync(async db =>
            await db.Set<LinkSum>().Where(row => row.Span == RollupSpan.Month).OrderBy(row => row.Start).Take(2).ExecuteUpdateAsync(set => set.SetProperty(row => row.Hits, 7777))
            + await db.Set<GroupSum>().Where(row => row.Span == RollupSpan.Day).OrderBy(row => row.Start).Take(2).ExecuteDeleteAsync()
            + await db.Set<SiteSum>().OrderBy(row => row.Start).Take(2).ExecuteUpdateAsync(set => set.SetProperty(row => row.Value, row => row.Value + "/gone"))
            + await db.Set<TimeSum>().Where(row => row.Dropped > 0).OrderBy(row => row.Quarter).Take(2).ExecuteUpdateAsync(set => set.SetProperty(row => row.Dropped, 7777)));
        damaged.ShouldBe(8);
        (await world.RunAsync(new RebuildRollups(world.Brand))).Mended.ShouldBeGreaterThanOrEqualTo(damaged);
        (await world.RunAsync(new RebuildRollups(world.Brand))).Mended.ShouldBe(0);
        var many = await AddsUpAsync(world);

        // Databases and backups from before there were such sums are filled by the same statements.
        await world.World.SeeAsync(async db =>
        {
            await db.Set<LinkSum>().IgnoreQueryFilters().ExecuteDeleteAsync();
            await db.Set<GroupSum>().IgnoreQueryFilters().ExecuteDeleteAsync();
            await db.Set<SiteSum>().IgnoreQueryFilters().ExecuteDeleteAsync();
            await db.Set<TimeSum>().IgnoreQueryFilters().ExecuteDeleteAsync();
            foreach (var statement in SumsFilling.Statements(on == DatabaseKind.Postgres))
            {
                await db.Database.ExecuteSqlRawAsync(statement);
            }

            return 0;
        });
        (await AddsUpAsync(world)).ShouldBe(many);

        // A backup from before: without these tables in it, restored into the other database.
        using var backup = new MemoryStream();
        await using (var archive = await ZipArchive.CreateAsync(backup, ZipArchiveMode.Create, leaveOpen: true, null, TestContext.Current.CancellationToken))
        {
            await world.World.SeeAsync(async db =>
            {
                await Dump.WriteAsync(db, archive, TestContext.Current.CancellationToken);
                return 0;
            });
        }

        await using var old = await ZipArchive.CreateAsync(backup, ZipArchiveMode.Update, leaveOpen: true, null, TestContext.Current.CancellationToken);
        foreach (var table in new[] { "link_sums", "group_sums", "site_sums", "time_sums" })
        {
            old.GetEntry($"tables/{table}.jsonl").ShouldNotBeNull().Delete();
        }

        var (address, folder) = await Databases.MigratedAsync(on == DatabaseKind.Sqlite ? DatabaseKind.Postgres : DatabaseKind.Sqlite);
        await using (var restored = Databases.Open(address))
        {
            await Dump.ReadAsync(restored, old, TestContext.Current.CancellationToken);
            (await TrackingLaw.AddsUpAsync(restored)).ShouldBe(many);
        }

        Databases.LetGo(address);
        if (folder is not null)
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Theory, BothDatabases]
    public async Task A_report_over_any_days_of_any_zone_says_what_the_raw_log_says(DatabaseKind on)
    {
        await using var world = await TrackingWorld.OnAsync(on, writes: false);
        var random = new Random(5);
        await FillAsync(world, random);
        var clicks = await world.World.SeeAsync(db => db.Set<Click>().AsNoTracking().ToListAsync());
        var site = await world.World.SeeAsync(db => db.Set<SiteEvent>().AsNoTracking().ToListAsync());
        foreach (var zone in Zones)
        {
            var brand = await world.World.SeeAsync(async db =>
            {
                var own = await db.Set<Brand>().SingleAsync();
                own.MoveTo(zone);
                await db.SaveAsync(default);
                return own;
            });
            for (var i = 0; i < 6; i++)
            {
                // Among them single days and those around a change of clocks: 29 March in Berlin, 5 April in Apia and on Lord Howe.
                var from = new LocalDate(2026, 1, 20).PlusDays(i switch { 0 => 68, 1 => 75, _ => random.Next(90) });
                var range = TrackingRange.Of(brand, from, from.PlusDays(i < 2 ? 0 : random.Next(80)), world.World.Clock);
                var here = clicks.FindAll(row => row.At >= range.Start && row.At < range.End);
                var there = site.FindAll(row => row.At >= range.Start && row.At < range.End);
                await world.World.InScopeAsync<TrackingSums>((_, sums) => CompareAsync(sums, brand, range, here, there));
                var overview = await world.RunAsync(new TrackingOverview(world.Brand, range.From, range.Until));
                (overview.Total.Clicks, overview.Total.Visits).ShouldBe((here.LongCount(row => row.Outcome == HitOutcome.Counted), here.LongCount(row => row is { Outcome: HitOutcome.Counted, StartsVisit: true })));
                overview.Days.Sum(day => day.Clicks + day.Dropped).ShouldBe(here.Count);
                var seen = await world.RunAsync(new SiteOverview(world.Brand, range.From, range.Until));
                seen.Views.ShouldBe(there.LongCount(row => row is { Outcome: HitOutcome.Counted, Name: null }));
                seen.Dropped.Where(row => row.Outcome != HitOutcome.OptedOut).Sum(row => row.Hits).ShouldBe(there.LongCount(row => row.Outcome != HitOutcome.Counted));
            }
        }

        var ever = await world.RunAsync(new NodeFunnel(clicks[0].Link.ToString()));
        ever.Funnel.Clicks.ShouldBe(clicks.Count(row => row.Link == clicks[0].Link && row.Outcome == HitOutcome.Counted));
        (await world.RunAsync(new TrackingOverview(world.Brand, new LocalDate(2026, 1, 1), new LocalDate(2026, 5, 1)))).UnknownCodes.ShouldBe(3);
    }

    private static async Task CompareAsync(TrackingSums sums, Brand brand, TrackingRange range, List<Click> clicks, List<SiteEvent> site)
    {
        var cancel = TestContext.Current.CancellationToken;
        var counted = clicks.FindAll(row => row.Outcome == HitOutcome.Counted);
        var (views, events) = (site.FindAll(row => row.Name is null), site.FindAll(row => row.Name is not null));
        (await sums.LinksAsync(brand.Id, range.Start, range.End, cancel)).ShouldBe(
            counted.GroupBy(row => (row.Link, row.Scan)).Select(group => new LinkHits(group.Key.Link, group.Key.Scan, group.LongCount(), group.LongCount(row => row.StartsVisit))), ignoreOrder: true);
        (await sums.GroupsAsync(brand.Id, HitSource.Clicks, range.Start, range.End, cancel)).ShouldBe(
            clicks.GroupBy(row => (row.Outcome, row.Group)).Select(group => new GroupHits(group.Key.Outcome, group.Key.Group, group.LongCount(), group.LongCount(row => row.StartsVisit))), ignoreOrder: true);
        foreach (var (source, rows) in new[] { (HitSource.Views, views), (HitSource.Events, events) })
        {
            (await sums.GroupsAsync(brand.Id, source, range.Start, range.End, cancel)).Where(row => row.Outcome != HitOutcome.OptedOut).ShouldBe(
                rows.GroupBy(row => (row.Outcome, row.Group)).Select(group => new GroupHits(group.Key.Outcome, group.Key.Group, group.LongCount(), group.LongCount(row => row.StartsVisit))), ignoreOrder: true);
            (await sums.DaysAsync(brand, source, range, cancel)).Values.Sum(sum => sum.Hits).ShouldBe(rows.LongCount(row => row.Outcome == HitOutcome.Counted));
        }

        var seen = views.FindAll(row => row.Outcome == HitOutcome.Counted);
        await TopAsync(SiteDimension.Page, seen, row => row.Host + row.Path);
        await TopAsync(SiteDimension.Campaign, seen.FindAll(row => row.Campaign is not null), row => row.Campaign!);
        await TopAsync(SiteDimension.Event, events.FindAll(row => row.Outcome == HitOutcome.Counted), row => row.Name!);
        (await sums.DaysAsync(brand, HitSource.Clicks, range, cancel)).ShouldBe(
            clicks.GroupBy(row => row.At.InZone(brand.Zone).Date).ToDictionary(day => day.Key, SumOf), ignoreOrder: true);
        (await sums.HoursAsync(brand, HitSource.Clicks, range, cancel)).ShouldBe(
            clicks.GroupBy(row => row.At.InZone(brand.Zone).Hour).ToDictionary(hour => hour.Key, SumOf), ignoreOrder: true);

        static RollupSum SumOf<TKey>(IGrouping<TKey, Click> rows) =>
            new(rows.LongCount(row => row.Outcome == HitOutcome.Counted), rows.LongCount(row => row is { Outcome: HitOutcome.Counted, StartsVisit: true }), rows.LongCount(row => row.Outcome != HitOutcome.Counted));
        async Task TopAsync(SiteDimension dimension, List<SiteEvent> rows, Func<SiteEvent, string> value) => (await sums.TopAsync(brand.Id, dimension, range.Start, range.End, 100, cancel)).ShouldBe(
            rows.GroupBy(value, StringComparer.Ordinal).Select(group => new SiteRow(group.Key, group.LongCount(), group.LongCount(row => row.StartsVisit))), ignoreOrder: true);
    }

    private static Task<int> AddsUpAsync(TrackingWorld world) => world.World.SeeAsync(TrackingLaw.AddsUpAsync);

    /// <summary>A hundred days of clicks, scans, views and events with every fate, in batches as the writer makes them, some events told twice.</summary>
    private static async Task FillAsync(TrackingWorld world, Random random)
    {
        var links = new List<LinkView>();
        for (var number = 0; number < 4; number++)
        {
            links.Add(await world.RunAsync(new MakeLink(world.Brand, $"https://tacoloco.example/{number}")));
        }

        var (workspace, brand) = (world.World.Workspace.Value, world.Brand.Value);
        HitOutcome[] outcomes = [HitOutcome.Counted, HitOutcome.Counted, HitOutcome.Counted, HitOutcome.Bot, HitOutcome.Preview, HitOutcome.Expired];
        ChannelGroup[] groups = [ChannelGroup.Direct, ChannelGroup.OrganicSocial, ChannelGroup.Referral];
        await using var log = ClickLog.On(world.World.Address);
        for (var number = 0; number < 12; number++)
        {
            var batch = new ClickBatch();
            for (var hit = 0; hit < 60; hit++)
            {
                var outcome = outcomes[random.Next(outcomes.Length)];
                batch.Rows.Add(new ClickRow(
                    Guid.CreateVersion7(), workspace, brand, links[random.Next(links.Count)].Id.Value, At(), random.NextInt64(), random.Next(3) == 0, random.Next(2) == 0 ? "bsky.app" : null, groups[random.Next(3)],
                    DeviceClass.Phone, outcome, outcome == HitOutcome.Bot ? "curl/8" : null, outcome == HitOutcome.Expired ? 0 : random.Next(1, 3), random.Next(4) == 0));
                var fate = outcomes[random.Next(5)];
                batch.Events.Add(new EventRow(
                    Guid.CreateVersion7(), workspace, brand, At(), random.Next(3) == 0 ? "signup" : null, "tacoloco.example", $"/{random.Next(5)}", null, null, random.Next(2) == 0 ? "lunch" : null, "bsky.app", random.Next(2) == 0 ? "Bluesky" : null,
                    groups[random.Next(3)], DeviceClass.Desktop, random.NextInt64(), random.Next(3) == 0, fate, fate == HitOutcome.Bot ? "curl/8" : null, Keyed: random.Next(3) == 0));
            }

            batch.Add(new SiteRollupKey(workspace, brand, RollupKey.QuarterOf(At()), SiteDimension.Views, "", HitOutcome.OptedOut, ChannelGroup.Unassigned));
            if (number < 3)
            {
                batch.Add(new RollupKey(Guid.Empty, Guid.Empty, Guid.Empty, RollupKey.QuarterOf(At()), HitOutcome.UnknownLink, ChannelGroup.Unassigned));
            }

            batch.Events.AddRange(batch.Events.FindAll(row => row.Keyed).Take(5));
            await log.WriteAsync(batch, TestContext.Current.CancellationToken);
        }

        long At() => (First + Duration.FromSeconds(random.Next(100 * 86_400))).ToUnixTimeTicks();
    }
}
