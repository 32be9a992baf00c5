using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Text;
using Bellwether.Audits;
using Bellwether.Calendar;
using Bellwether.Kernel;
using Bellwether.Publishing;
using Bellwether.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace Bellwether.Benchmarks;

/// <summary>
/// Many publications that fall due within one minute over 100 accounts, sent as signed webhooks to a sink on the same machine;
/// beside posting as many bodies to the sink without storing anything.
/// </summary>
internal static class PublishBenchmark
{
    internal const int Accounts = 100;

    public static async Task RunAsync(int many)
    {
        await using var hall = await Hall.OpenAsync();
        var arrived = new ConcurrentDictionary<string, Instant>(StringComparer.Ordinal);
        await using var sink = await SinkAsync(arrived);
        var address = AddressOf(sink);
        var bare = await BareAsync(address, many);
        arrived.Clear();

        var accounts = await ConnectAsync(hall, address);
        var minute = TimeProvider.System.Now() + Duration.FromSeconds(20 + (many / 1000));
        var due = await FillAsync(hall, accounts, many, minute);
        var wait = minute - TimeProvider.System.Now();
        if (wait > Duration.Zero)
        {
            await Task.Delay(wait.ToTimeSpan());
        }

        var start = Stopwatch.GetTimestamp();
        while (arrived.Count < many && Stopwatch.GetElapsedTime(start) < TimeSpan.FromMinutes(10))
        {
            await hall.RunAsProgramAsync(new PublishDue());
            await Task.Delay(200);
        }

        var took = Stopwatch.GetElapsedTime(start);
        var late = arrived.Where(pair => due.ContainsKey(pair.Key)).Select(pair => (pair.Value - due[pair.Key]).TotalSeconds).Order().ToList();
        var confirmed = await hall.WithDbAsync(db => db.Set<Publication>().CountAsync(row => row.Status == PublicationStatus.Confirmed));
        var twice = many - arrived.Count;
        Hall.Say($"{arrived.Count} of {many} publications over {Accounts} accounts, due within one minute: sent in {took.TotalSeconds:F1} s, {late.Count(one => one <= 10) * 100.0 / many:F1} % within 10 s of their time (late by {At(late, 50):F1} s at p50, {At(late, 90):F1} s at p90, {At(late, 99):F1} s at p99), {confirmed} confirmed, {twice} missing; bare posts to the same sink: {bare:F0}/s, ratio {arrived.Count / took.TotalSeconds / bare:F2} (at one a {60.0 / many * 1000:F0} ms the best possible is {many / 60.0:F0}/s)");
    }

    internal static string AddressOf(WebApplication sink) =>
        sink.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First().Replace("127.0.0.1", "localhost", StringComparison.Ordinal) + "/hook";

    internal static async Task<List<Id<SocialAccount>>> ConnectAsync(Hall hall, string address)
    {
        var accounts = new List<Id<SocialAccount>>();
        for (var i = 0; i < Accounts; i++)
        {
            var account = (await hall.RunAsync(new AddSocialAccount(hall.Brand, "webhook", $"receiver-{i}", Purpose: "News"))).Id;
            await hall.RunAsync(new ConnectAccount(account, new Dictionary<string, string>(StringComparer.Ordinal) { ["address"] = address }));
            accounts.Add(account);
        }

        return accounts;
    }

    internal static double At(List<double> sorted, int percent) => sorted.ElementAtOrDefault(sorted.Count * percent / 100);

    internal static async Task<Dictionary<string, Instant>> FillAsync(Hall hall, List<Id<SocialAccount>> accounts, int many, Instant minute)
    {
        var due = new Dictionary<string, Instant>(StringComparer.Ordinal);
        var rows = new List<Entity>();
        var now = TimeProvider.System.Now();
        for (var i = 0; i < many; i++)
        {
            var at = minute + Duration.FromMilliseconds(60_000.0 * i / many);
            var post = new Post(hall.Brand, $"Post {i}", $"Soup of the day, number {i}.", hall.Owner.Value);
            post.Tell([new VariantDraft(accounts[i % accounts.Count], "webhook", null, [], null)]);
            post.MoveTo(new Slot(at.InUtc().LocalDateTime, "UTC", at), now);
            post.Submit(null);
            post.Approve(null, fourEyes: false, now);
            post.Schedule(now);
            var variant = post.Variants[0];
            var publication = new Publication(hall.Brand, null, post.Id, new PlannedVariant(variant.Id, variant.Account, variant.Network), at, paused: false);
            due[publication.Id.ToString()] = at;
            rows.Add(post);
            rows.Add(publication);
        }

        await hall.StoreAsync(rows);
        return due;
    }

    internal static async Task<WebApplication> SinkAsync(ConcurrentDictionary<string, Instant> arrived)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.MapPost("/hook", async (HttpContext http) =>
        {
            await http.Request.Body.CopyToAsync(Stream.Null);
            arrived.TryAdd(http.Request.Headers["webhook-id"].ToString(), TimeProvider.System.Now());
            return Results.Ok();
        });
        await app.StartAsync();
        return app;
    }

    private static async Task<double> BareAsync(string address, int many)
    {
        using var http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 16 });
        var body = Encoding.UTF8.GetBytes(new string('x', 400));
        var number = 0;
        var took = await Hall.TimeAsync(() => Task.WhenAll(Enumerable.Range(0, 16).Select(async _ =>
        {
            while (Interlocked.Increment(ref number) <= many)
            {
                using var content = new ByteArrayContent(body);
                using var answer = await http.PostAsync(new Uri(address), content);
                answer.EnsureSuccessStatusCode();
            }
        })));
        return many / took.TotalSeconds;
    }
}
