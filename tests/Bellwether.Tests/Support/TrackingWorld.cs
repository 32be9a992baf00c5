using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Links;
using Bellwether.Tracking;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Bellwether.Tests.Support;

/// <summary>A world whose brand owns tacoloco.example, with the writer of clicks running as in the program.</summary>
public sealed class TrackingWorld : IAsyncDisposable
{
    public const string Firefox = "Mozilla/5.0 (X11; Linux x86_64; rv:142.0) Gecko/20100101 Firefox/142.0";

    private readonly CancellationTokenSource stop = new();
    private Task writing = Task.CompletedTask;
    private string? key;

    private TrackingWorld(World world) => World = world;

    public World World { get; }

    public Id<Brand> Brand => World.Brand;

    public static async Task<TrackingWorld> OnAsync(DatabaseKind kind, bool writes = true)
    {
        var world = await World.OnAsync(kind);
        await world.SeeAsync(async db =>
        {
            (await db.Set<Brand>().SingleAsync()).Own(["tacoloco.example"]);
            await db.SaveAsync(default);
            return true;
        });
        var tracking = new TrackingWorld(world);
        if (writes)
        {
            tracking.Write();
        }

        return tracking;
    }

    public Task<TResult> RunAsync<TResult>(IRequest<TResult> request) => World.RunAsync(request);

    /// <summary>A link that counts for ids a test makes up; people cannot name such.</summary>
    public async Task<LinkView> LinkAsync(MakeLink asked)
    {
        var place = asked.Place ?? new LinkPlace();
        var made = await RunAsync(asked with { Place = null, Content = asked.Content ?? place.Variant ?? place.Post });
        await World.SeeAsync(async db =>
        {
            var link = await db.Set<TrackedLink>().SingleAsync(one => one.Id == made.Id);
            link.Count(place, link.Tags, ["tacoloco.example"], World.Now);
            await db.SaveAsync(default);
            return true;
        });
        return await RunAsync(new LinkDetail(made.Id));
    }

    /// <summary>A deal of March whose orders count for ids a test makes up.</summary>
    public async Task<Deal> DealAsync(string code, LinkPlace place, int? issued = null)
    {
        var deal = new Deal(Brand, code, "Taco tuesday", place, new LocalDate(2026, 3, 1), new LocalDate(2026, 3, 31), issued);
        await World.AddAsync(deal);
        return deal;
    }

    /// <summary>Starts the writer.</summary>
    public void Write()
    {
        var writer = World.Services.GetRequiredService<ClickWriter>();
        writing = Task.Run(() => writer.RunAsync(stop.Token));
    }

    /// <summary>Somebody follows a short link; where it led.</summary>
    public async Task<string?> FollowAsync(string code, string? agent = Firefox, byte visitor = 1, string? referrer = null, string method = "GET", string? language = null, bool scan = false, Guid? owner = null) =>
        (await World.Services.GetRequiredService<Redirects>().FollowAsync(new Hit(code, new HitHeaders(method, agent), referrer, [127, 0, 0, visitor], Language: language, Scan: scan, Owner: owner), default)).Target;

    /// <summary>A page of the brand's own site reports a view or an event, as its script does.</summary>
    public async Task<HitOutcome> VisitAsync(
        string path = "/", string? agent = Firefox, byte visitor = 1, string? referrer = null, string? name = null, string host = "tacoloco.example", string? id = null, bool automated = false, bool optedOut = false, string? origin = null)
    {
        var sites = World.Services.GetRequiredService<SiteTable>();
        if (key is null)
        {
            key = (await RunAsync(new OpenSite(Brand))).Key;
            await sites.RefreshAsync(default);
        }

        return await World.Services.GetRequiredService<Intake>().TakeAsync(
            new PageReport(key, name, $"https://{host}{path}", referrer, id, Automated: automated), new Reporter(new HitHeaders("POST", agent), [127, 0, 0, visitor], OptedOut: optedOut, Origin: origin), default);
    }

    /// <summary>Stops the writer once everything is written.</summary>
    public async Task SettleAsync()
    {
        await stop.CancelAsync();
        await writing;
    }

    public async ValueTask DisposeAsync()
    {
        await SettleAsync();
        stop.Dispose();
        await World.DisposeAsync();
    }
}
