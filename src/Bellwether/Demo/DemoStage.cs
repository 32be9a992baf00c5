using Bellwether.Calendar;
using Bellwether.Kernel;
using Bellwether.Links;
using Bellwether.Media;
using Bellwether.People;
using Bellwether.Plans;
using Bellwether.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace Bellwether.Demo;

/// <summary>
/// The product once more, on the same database but at a clock of its own: the demo's past is played through the use cases
/// that everybody uses, only earlier. The journal tells it as it went; the audit trail knows only that a demo was loaded.
/// </summary>
internal sealed class DemoStage : IAsyncDisposable
{
    private readonly ServiceProvider services;
    private readonly DemoClock clock;
    private readonly ICurrent loader;

    private DemoStage(ServiceProvider services, DemoClock clock, ICurrent loader, Instant present) =>
        (this.services, this.clock, this.loader, Present) = (services, clock, loader, present);

    /// <summary>The real now, where the play ends.</summary>
    public Instant Present { get; }

    public Instant Now => clock.Now();

    public static DemoStage Open(IServiceProvider house, Instant start, Instant present, ICurrent loader)
    {
        var own = new DemoClock(start);
        var parts = new ServiceCollection();
        parts.AddSingleton<TimeProvider>(own);
        parts.AddSingleton(house.GetRequiredService<ILoggerFactory>());
        parts.AddLogging();
        parts.AddSingleton(house.GetRequiredService<MasterKey>());
        parts.AddSingleton(house.GetRequiredService<DataFolder>());
        parts.AddSingleton(house.GetRequiredService<PublicAddress>());
        parts.AddSingleton(house.GetRequiredService<MediaStores>());
        parts.AddBellwether(house.GetRequiredService<DatabaseAddress>());
        parts.RemoveAll<IRecordHappenings>();
        parts.AddScoped<IRecordHappenings, JournalWriter>();
        parts.AddScoped<IRecordHappenings, KeepPostVersions>();
        return new DemoStage(parts.BuildServiceProvider(), own, loader, present);
    }

    /// <summary>Time passes until then.</summary>
    public void MoveTo(Instant at) => clock.MoveTo(Instant.Min(at, Present));

    /// <summary>Whoever loads the demo does something.</summary>
    public Task<TResult> AskAsync<TResult>(IRequest<TResult> request, CancellationToken cancel) =>
        services.GetRequiredService<Runner>().RunAsync(request, current => current.Become(loader), cancel);

    /// <summary>One of the demo's people does something, as far as their role goes.</summary>
    public Task<TResult> AskAsync<TResult>(DemoPerson who, IRequest<TResult> request, CancellationToken cancel) =>
        services.GetRequiredService<Runner>().RunAsync(request, current => current.Become(loader.WorkspaceKey, who.Id.Value, who.Name, permission => who.Role.May(permission)), cancel);

    /// <summary>Stores many rows at once, in the name of one of the demo's people.</summary>
    public async Task StoreAsync(Func<Db, Task> work, CancellationToken cancel)
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Current>().BecomeProgram(loader.WorkspaceKey);
        var db = scope.ServiceProvider.GetRequiredService<Db>();
        await work(db);
        await db.SaveAsync(cancel);
    }

    /// <summary>A part of the product works on many rows at once, in the name of the program.</summary>
    public async Task StoreWithAsync<TPart>(Func<TPart, Task> work, CancellationToken cancel)
        where TPart : notnull
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Current>().BecomeProgram(loader.WorkspaceKey);
        await work(scope.ServiceProvider.GetRequiredService<TPart>());
        await scope.ServiceProvider.GetRequiredService<Db>().SaveAsync(cancel);
    }

    public ValueTask DisposeAsync() => services.DisposeAsync();
}

/// <summary>Somebody of the demo: a member of its brand alone, who cannot sign in.</summary>
internal sealed record DemoPerson(Id<Member> Id, string Name, string Email, Role Role);
