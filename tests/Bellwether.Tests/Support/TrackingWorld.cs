using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Tracking;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bellwether.Tests.Support;

/// <summary>A world whose brand owns tacoloco.example, with the writer of clicks running as in the program.</summary>
public sealed class TrackingWorld : IAsyncDisposable
{
    public const string Firefox = "Mozilla/5.0 (X11; Linux x86_64; rv:142.0) Gecko/20100101 Firefox/142.0";

    private readonly CancellationTokenSource stop = new();
    private Task writing = Task.CompletedTask;

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

    /// <summary>Starts the writer.</summary>
    public void Write()
    {
        var writer = World.Services.GetRequiredService<ClickWriter>();
        writing = Task.Run(() => writer.RunAsync(stop.Token));
    }

    /// <summary>Somebody follows a short link; where it led.</summary>
    public async Task<string?> FollowAsync(string code, string? agent = Firefox, byte visitor = 1, string? referrer = null, string method = "GET") =>
        await World.Services.GetRequiredService<Redirects>().FollowAsync(new Hit(code, new HitHeaders(method, agent), referrer, [127, 0, 0, visitor]), default);

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
