using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

using Bellwether.Storage;
using Bellwether.Tests.Support;
using Bellwether.Tracking;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace Bellwether.Tests.Tracking;

[Collection(LongestFirst.KilledPrograms)]
public sealed class KilledProcessTests
{
    /// <summary>How often the program is killed on each database; more by hand: BELLWETHER_KILLS=200.</summary>
    private static int Kills { get; } = int.TryParse(Environment.GetEnvironmentVariable("BELLWETHER_KILLS"), out var kills) ? kills : 10;

    [Theory, BothDatabases, Requirement("R001-05")]
    public async Task Every_click_visit_event_and_order_that_was_answered_is_there_once_after_SIGKILL_and_rollups_equal_the_raw_log(DatabaseKind on)
    {
        var (address, folder) = await Databases.EmptyAsync(on);
        var data = Directory.CreateTempSubdirectory("bellwether-killed-").FullName;
        var database = on == DatabaseKind.Postgres ? address.ConnectionString : null;
        var answered = new ConcurrentBag<string>();
        var told = new Told();
        for (var round = 0; round < Kills; round++)
        {
            await using var app = await AppProcess.Start(data, database);
            var shorts = await LinksAsync(app, round, told);
            // The round is the seed of the moment; a program that just started answers an order long after the first clicks.
            await FollowUntilKilledAsync(app, shorts, answered, told, new Random(round).Next(1, 120), orders: round % 2);
        }

        answered.Count.ShouldBeGreaterThan(50);
        told.Events.Count.ShouldBeGreaterThan(10);
        told.Orders.Count.ShouldBeGreaterThanOrEqualTo(Kills / 2);
        TestContext.Current.SendDiagnosticMessage($"{on}: {Kills} kills, {answered.Count} clicks, {told.Events.Count} events and {told.Orders.Count} orders answered");
        var stored = on == DatabaseKind.Postgres ? address : DatabaseAddress.InFolder(data);
        await using (var db = Databases.Open(stored))
        {
            var clicks = await db.Set<Click>().IgnoreQueryFilters().ToListAsync();
            var ids = clicks.ConvertAll(click => click.Id.ToString());
            ids.Distinct().Count().ShouldBe(ids.Count);
            answered.Except(ids).ShouldBeEmpty();
            answered.Distinct().Count().ShouldBe(answered.Count);
            await TrackingLaw.AddsUpAsync(db);

            var events = await db.Set<SiteEvent>().IgnoreQueryFilters().ToListAsync();
            // The data of an event says which it is: each answered one is there, and none twice.
            var numbers = events.ConvertAll(row => (string)JsonNode.Parse(row.Data!)!["n"]!);
            numbers.Distinct().Count().ShouldBe(numbers.Count);
            told.Events.Except(numbers).ShouldBeEmpty();
            var orders = await db.Set<Conversion>().IgnoreQueryFilters().Select(row => row.ExternalId).ToListAsync();
            orders.Distinct().Count().ShouldBe(orders.Count);
            told.Orders.Except(orders).ShouldBeEmpty();
        }

        Databases.LetGo(DatabaseAddress.InFolder(data));
        Directory.Delete(data, recursive: true);
        if (folder is not null)
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>
    /// Six browsers follow links, two pages report views and events and a shop tells orders as fast as they can until the program is
    /// killed under them after so many answers, and so many orders among them; what they were answered is kept.
    /// </summary>
    private static async Task FollowUntilKilledAsync(AppProcess app, IReadOnlyList<string> shorts, ConcurrentBag<string> answered, Told told, int answers, int orders)
    {
        using var browser = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
        browser.DefaultRequestHeaders.UserAgent.ParseAdd(TrackingWorld.Firefox);
        var (before, ordersBefore) = (Answers(), told.Orders.Count);
        using var killed = new CancellationTokenSource();
        var following = Enumerable.Range(0, 6).Select(number => UntilKilledAsync(async () =>
        {
            using var answer = await browser.GetAsync(new Uri(shorts[number % shorts.Count]));
            answer.StatusCode.ShouldBe(HttpStatusCode.Found);
            answered.Add(answer.Headers.GetValues("Location").Single().Split("bwc=")[1]);
        })).ToList();
        following.AddRange(Enumerable.Range(0, 2).Select(number => UntilKilledAsync(async () =>
        {
            // Every other one with an id of its own, told twice.
            var n = told.Next();
            object report = n % 2 == 0
                ? new { site = told.Key, url = $"https://tacoloco.example/{n % 5}", data = new { n = $"{n}" } }
                : new { site = told.Key, url = "https://tacoloco.example/", name = "signup", id = $"{n}", data = new { n = $"{n}" } };
            for (var twice = 0; twice <= n % 2; twice++)
            {
                using var answer = await browser.PostAsJsonAsync(new Uri(app.Address, "/t/events"), report);
                answer.StatusCode.ShouldBe(HttpStatusCode.Accepted);
                told.Events.Add($"{n}");
            }
        })));
        following.Add(UntilKilledAsync(async () =>
        {
            var order = $"order-{told.Next()}";
            await SendAsync(app, HttpMethod.Post, "/t/conversions", new { externalId = order, type = "sale", value = new { amount = 12.5, currency = "EUR" } });
            told.Orders.Add(order);
        }));

        async Task UntilKilledAsync(Func<Task> once)
        {
            while (true)
            {
                try
                {
                    await once();
                }
                catch (HttpRequestException) when (killed.IsCancellationRequested)
                {
                    return;
                }
                catch (OperationCanceledException)
                {
                    // A connection that was begun for a request another one has served meanwhile is given up, and whoever waited for it hears so.
                    if (killed.IsCancellationRequested)
                    {
                        return;
                    }
                }
            }
        }

        int Answers() => answered.Count + told.Events.Count + told.Orders.Count;

        while ((Answers() < before + answers || told.Orders.Count < ordersBefore + orders) && !following.Exists(one => one.IsCompleted))
        {
            await Task.Delay(1);
        }

        await killed.CancelAsync();
        await app.Kill();
        await Task.WhenAll(following);
    }

    private static async Task<IReadOnlyList<string>> LinksAsync(AppProcess app, int round, Told told)
    {
        app.Http.DefaultRequestHeaders.Add("X-Bellwether", "1");
        if (round == 0)
        {
            await SendAsync(app, HttpMethod.Post, "/account/set-up", new { name = "Ana", email = "ana@example.org", password = "correct horse battery", workspaceName = "Taco", brandName = "Taco Loco", zone = "Europe/Berlin", currency = "EUR" });
        }
        else
        {
            await SendAsync(app, HttpMethod.Post, "/account/sign-in", new { email = "ana@example.org", password = "correct horse battery" });
        }

        var brand = (string)(await SendAsync(app, HttpMethod.Get, "/account/state"))["brands"]![0]!["id"]!;
        if (round == 0)
        {
            var version = (int)(await SendAsync(app, HttpMethod.Get, $"/api/v1/brands/{brand}"))["version"]!;
            await SendAsync(app, HttpMethod.Patch, $"/api/v1/brands/{brand}", new { ownHosts = new[] { "tacoloco.example" }, ifVersion = version });
            await SendAsync(app, HttpMethod.Post, "/api/v1/links", new { brand, target = "https://tacoloco.example/1", passClickId = true });
            await SendAsync(app, HttpMethod.Post, "/api/v1/links", new { brand, target = "https://tacoloco.example/2", passClickId = true, source = "x", medium = "social", campaign = "c" });
        }

        told.Key = (string)(await SendAsync(app, HttpMethod.Post, $"/api/v1/brands/{brand}/site"))["key"]!;
        var links = (await SendAsync(app, HttpMethod.Get, $"/api/v1/links?brand={brand}"))["items"]!.AsArray();
        return [.. links.Select(link => $"{app.Address}l/{(string)link!["code"]!}")];
    }

    private static async Task<JsonNode> SendAsync(AppProcess app, HttpMethod method, string path, object? body = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        using var answer = await app.Http.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        answer.IsSuccessStatusCode.ShouldBeTrue($"{method} {path}: {(int)answer.StatusCode} {text}");
        return text.Length == 0 ? new JsonObject() : JsonNode.Parse(text)!;
    }

    /// <summary>What was told and answered.</summary>
    private sealed class Told
    {
        private int number;

        public string Key { get; set; } = "";

        public ConcurrentBag<string> Events { get; } = [];

        public ConcurrentBag<string> Orders { get; } = [];

        public int Next() => Interlocked.Increment(ref number);
    }
}
