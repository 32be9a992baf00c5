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
    [Theory, BothDatabases, Requirement("R001-05")]
    public async Task Every_click_that_was_answered_is_there_once_after_SIGKILL_and_rollups_equal_the_raw_log(DatabaseKind on)
    {
        var (address, folder) = await Databases.EmptyAsync(on);
        var data = Directory.CreateTempSubdirectory("bellwether-killed-").FullName;
        var database = on == DatabaseKind.Postgres ? address.ConnectionString : null;
        var answered = new ConcurrentBag<string>();
        for (var round = 0; round < 3; round++)
        {
            await using var app = await AppProcess.Start(data, database);
            var shorts = await LinksAsync(app, round);
            await FollowUntilKilledAsync(app, shorts, answered);
        }

        answered.Count.ShouldBeGreaterThan(50);
        var stored = on == DatabaseKind.Postgres ? address : DatabaseAddress.InFolder(data);
        await using (var db = Databases.Open(stored))
        {
            var clicks = await db.Set<Click>().IgnoreQueryFilters().ToListAsync();
            var ids = clicks.ConvertAll(click => click.Id.ToString());
            ids.Distinct().Count().ShouldBe(ids.Count);
            answered.Except(ids).ShouldBeEmpty();
            answered.Distinct().Count().ShouldBe(answered.Count);
            var raw = clicks.GroupBy(click => (click.Link, RollupKey.QuarterOf(click.At.ToUnixTimeTicks()), click.Outcome, click.Group))
                .Select(group => (group.Key.Link, group.Key.Item2, group.Key.Outcome, Hits: group.LongCount(), Visits: group.LongCount(click => click.StartsVisit))).Order().ToList();
            var rollups = (await db.Set<ClickRollup>().IgnoreQueryFilters().ToListAsync())
                .ConvertAll(row => (row.Link, row.Quarter.ToUnixTimeTicks(), row.Outcome, row.Hits, row.Visits)).Order().ToList();
            rollups.ShouldBe(raw);
        }

        Databases.LetGo(DatabaseAddress.InFolder(data));
        Directory.Delete(data, recursive: true);
        if (folder is not null)
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Six browsers follow links as fast as they can until the program is killed under them; the click ids they were given are kept.</summary>
    private static async Task FollowUntilKilledAsync(AppProcess app, IReadOnlyList<string> shorts, ConcurrentBag<string> answered)
    {
        using var browser = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
        browser.DefaultRequestHeaders.UserAgent.ParseAdd(TrackingWorld.Firefox);
        var before = answered.Count;
        var following = Enumerable.Range(0, 6).Select(async number =>
        {
            try
            {
                while (true)
                {
                    using var answer = await browser.GetAsync(new Uri(shorts[number % shorts.Count]));
                    answer.StatusCode.ShouldBe(HttpStatusCode.Found);
                    answered.Add(answer.Headers.GetValues("Location").Single().Split("bwc=")[1]);
                }
            }
            catch (HttpRequestException)
            {
                // Killed while it answered.
            }
        }).ToList();
        while (answered.Count < before + 40)
        {
            await Task.Delay(5);
        }

        await app.Kill();
        await Task.WhenAll(following);
    }

    private static async Task<IReadOnlyList<string>> LinksAsync(AppProcess app, int round)
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
}
