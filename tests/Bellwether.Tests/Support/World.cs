using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.People;
using Bellwether.Plans;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace Bellwether.Tests.Support;

/// <summary>
/// The product on a fresh database, without any door: a workspace, its owner Ana, the brand Taco Loco in Berlin.
/// Requests run as Ana unless a test says otherwise; time stands still until the test moves it.
/// </summary>
public sealed class World : IAsyncDisposable
{
    private readonly ServiceProvider services;
    private readonly string folder;
    private readonly bool isSecond;

    private World(ServiceProvider services, TestClock clock, DatabaseAddress address, string folder, bool isSecond) =>
        (this.services, Clock, Address, this.folder, this.isSecond) = (services, clock, address, folder, isSecond);

    public TestClock Clock { get; }

    public DatabaseAddress Address { get; }

    public Id<Workspace> Workspace { get; private set; }

    public Id<Brand> Brand { get; private set; }

    /// <summary>Ana, the owner.</summary>
    public Id<Member> Owner { get; private set; }

    public IServiceProvider Services => services;

    public Instant Now => Clock.Now();

    /// <summary>A fresh world. <paramref name="with"/> may replace services, such as outgoing HTTP.</summary>
    public static async Task<World> OnAsync(DatabaseKind kind, Action<IServiceCollection>? with = null)
    {
        var (address, folder) = await Databases.MigratedAsync(kind);
        var world = Make(address, folder ?? Directory.CreateTempSubdirectory("bellwether-").FullName, new TestClock(), with);
        await world.SettleAsync();
        return world;
    }

    /// <summary>A second program on the same database, as another node would be.</summary>
    public World SecondNode()
    {
        var node = Make(Address, folder, Clock, null, isSecond: true);
        (node.Workspace, node.Brand, node.Owner) = (Workspace, Brand, Owner);
        return node;
    }

    /// <summary>Runs a request as the owner and hands over its events.</summary>
    public Task<TResult> RunAsync<TResult>(IRequest<TResult> request) =>
        RunAsync(request, Role.Owner, Owner);

    /// <summary>Runs a request as another member.</summary>
    public Task<TResult> RunAsync<TResult>(IRequest<TResult> request, Role role, Id<Member> member) =>
        services.GetRequiredService<Runner>().RunAsync(request, current => current.Become(Workspace.Value, member.Value, "Ana", permission => role.May(permission)), TestContext.Current.CancellationToken);

    /// <summary>Runs a request as somebody of another workspace with every permission.</summary>
    public Task<TResult> RunAsStrangerAsync<TResult>(IRequest<TResult> request) =>
        services.GetRequiredService<Runner>().RunAsync(request, current => current.Become(Guid.CreateVersion7(), Guid.CreateVersion7(), "Stranger", _ => true), TestContext.Current.CancellationToken);

    /// <summary>Runs a request as the program itself, over all workspaces.</summary>
    public Task<TResult> RunAsProgramAsync<TResult>(IRequest<TResult> request) =>
        services.GetRequiredService<Runner>().RunAsync(request, current => current.BecomeProgram(Guid.Empty), TestContext.Current.CancellationToken);

    /// <summary>The problem a request ends in; fails the test when it succeeds.</summary>
    public async Task<ProblemException> RefusedAsync<TResult>(IRequest<TResult> request) =>
        await Should.ThrowAsync<ProblemException>(() => RunAsync(request));

    /// <summary>Another member of the workspace.</summary>
    public async Task<Id<Member>> MemberAsync(string name, Role role = Role.Editor) =>
        (await RunAsync(new InviteMember(name, $"{name.ToLowerInvariant()}@example.org", role))).Member.Id;

    /// <summary>Looks at the stored rows of this workspace with nobody in between.</summary>
    public async Task<T> SeeAsync<T>(Func<Db, Task<T>> look)
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Current>().BecomeProgram(Workspace.Value);
        return await look(scope.ServiceProvider.GetRequiredService<Db>());
    }

    /// <summary>Stores rows directly, for what no use case makes yet.</summary>
    public async Task AddAsync(params Entity[] rows)
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Current>().BecomeProgram(Workspace.Value);
        var db = scope.ServiceProvider.GetRequiredService<Db>();
        db.AddRange(rows.AsEnumerable<object>());
        await db.SaveAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Works with a part of the product directly, as the owner, within one scope.</summary>
    public async Task InScopeAsync<T>(Func<Db, T, Task> work)
        where T : notnull
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Current>().Become(Workspace.Value, Owner.Value, "Ana", _ => true);
        await work(scope.ServiceProvider.GetRequiredService<Db>(), scope.ServiceProvider.GetRequiredService<T>());
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        if (!isSecond)
        {
            Databases.LetGo(Address);
            Directory.Delete(folder, recursive: true);
        }
    }

    private static World Make(DatabaseAddress address, string folder, TestClock clock, Action<IServiceCollection>? with, bool isSecond = false)
    {
        var collection = new ServiceCollection();
        collection.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Error).AddFilter("Microsoft.EntityFrameworkCore", LogLevel.Critical).AddConsole());
        collection.AddSingleton<TimeProvider>(clock);
        collection.AddSingleton(new MasterKey(new byte[32]));
        collection.AddSingleton(new DataFolder(folder));
        collection.AddBellwether(address);
        with?.Invoke(collection);
        return new World(collection.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true }), clock, address, folder, isSecond);
    }

    private async Task SettleAsync()
    {
        var done = await RunAsProgramAsync(new SetUp("Ana", "ana@example.org", Guid.CreateVersion7(), "Taco", "Taco Loco", "Europe/Berlin", "EUR"));
        (Workspace, Owner, Brand) = (done.Workspace, done.Owner, done.Brand);
    }
}
