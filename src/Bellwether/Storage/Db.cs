using System.Linq.Expressions;
using System.Reflection;
using Bellwether.Kernel;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Storage;

/// <summary>
/// The one database context. It names no table: mappings lie beside their entities and are found by scan.
/// Every query is filtered by the workspace of whoever asks, and by what they may see of it.
/// </summary>
public sealed class Db(DbContextOptions<Db> options, ICurrent current, TimeProvider clock) : DbContext(options), ISave
{
    private readonly List<Entity> many = [];

    /// <summary>What the workspace filter compares with; read anew for each query.</summary>
    public Guid WorkspaceKey => current.WorkspaceKey;

    /// <summary>Whether whoever asks sees the whole workspace; then nothing else of their sight is looked at.</summary>
    public bool SeesAll => !current.Sight.IsLimited;

    /// <summary>Whether what is for employees only is seen.</summary>
    public bool SeesInternal => current.Sight.Internal;

    /// <summary>Whether every plan of the seen brands is seen.</summary>
    public bool SeesEveryPlan => current.Sight.Plans is null;

    /// <summary>The seen plans as ids in text, for rows that hold them so.</summary>
    public IReadOnlyList<string> SeenPlanTexts => [.. (current.Sight.Plans ?? []).Select(plan => "plan_" + IdText.Encode(plan))];

    /// <summary>The brands that are seen; read anew for each query, like the workspace.</summary>
    public IReadOnlyList<Id<T>> SeenBrands<T>() => [.. (current.Sight.Brands ?? []).Select(key => new Id<T>(key))];

    /// <summary>The same for columns that may be empty: what belongs to no brand is seen by everybody.</summary>
    public IReadOnlyList<Id<T>?> SeenBrandsOrNull<T>() => [.. (current.Sight.Brands ?? []).Select(key => (Id<T>?)new Id<T>(key))];

    /// <summary>The plans that are seen.</summary>
    public IReadOnlyList<Id<T>> SeenPlans<T>() => [.. (current.Sight.Plans ?? []).Select(key => new Id<T>(key))];

    /// <summary>The same for columns that may be empty: what belongs to no plan is not seen by who sees only some.</summary>
    public IReadOnlyList<Id<T>?> SeenPlansOrNull<T>() => [.. (current.Sight.Plans ?? []).Select(key => (Id<T>?)new Id<T>(key))];

    /// <summary>The thing with this id in this workspace, tracked for change; 404 in words otherwise.</summary>
    public async Task<T> FindAsync<T>(Id<T> id, string what, CancellationToken cancel)
        where T : Entity<T> =>
        Rule.Found(await Set<T>().FirstOrDefaultAsync(thing => thing.Id == id, cancel), what);

    /// <summary>Stores an event with the change that causes it; later steps react to it after the commit.</summary>
    public void Raise(IEvent happened) => Add(new OutboxEvent(happened, WorkspaceKey, clock.Now()));

    /// <summary>Adds rows by the thousand that nobody looks at again in this unit of work; they are stored with its changes, in the same transaction.</summary>
    public void AddMany<T>(IEnumerable<T> rows)
        where T : Entity => many.AddRange(rows);

    /// <inheritdoc />
    public async Task SaveAsync(CancellationToken cancel)
    {
        Stamp();
        using var turn = await WriteTurn.TakeAsync(Database, cancel);
        try
        {
            await StoreAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            throw new ProblemException(ProblemKind.Conflict, "changed-meanwhile", "Somebody changed this at the same moment. Reload, then repeat your change.") { MayPassAnew = true };
        }
        catch (Exception failure) when (Providers.IsUniqueViolation(failure))
        {
            throw new ProblemException(ProblemKind.Conflict, "already-there", "The same thing is there already. Change the existing one instead.") { MayPassAnew = true };
        }
    }

    /// <summary>Changes or removes rows by one statement, in turn with what else is written.</summary>
    public async Task<int> WriteAsync(Func<Task<int>> statement, CancellationToken cancel)
    {
        using var turn = await WriteTurn.TakeAsync(Database, cancel);
        return await statement();
    }

    /// <inheritdoc />
    public async Task<TResult> AsOneAsync<TResult>(Func<Task<TResult>> work, CancellationToken cancel)
    {
        using var turn = await WriteTurn.TakeAsync(Database, cancel);
        await using var transaction = await Database.BeginTransactionAsync(cancel);
        var result = await work();
        await transaction.CommitAsync(cancel);
        return result;
    }

    /// <summary>Builds the model, the dearest part of a start, so that it may be begun beside everything else; it is kept for every later context.</summary>
    public static void Warm(DatabaseAddress address)
    {
        using var db = new Db((DbContextOptions<Db>)new DbContextOptionsBuilder<Db>().Use(address).Options, new Current(), TimeProvider.System);
        _ = db.Model;
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) => Conventions.Configure(configurationBuilder);

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        Conventions.Map(modelBuilder);
        Conventions.Apply(modelBuilder);
        foreach (var type in modelBuilder.Model.GetEntityTypes().Where(type => typeof(Entity).IsAssignableFrom(type.ClrType) && type.BaseType is null))
        {
            if (type.ClrType.GetCustomAttribute<SharedByAllAttribute>() is null)
            {
                modelBuilder.Entity(type.ClrType).HasQueryFilter(OwnWorkspace(type.ClrType));
            }
        }
    }

    private LambdaExpression OwnWorkspace(Type entity)
    {
        var row = Expression.Parameter(entity, "row");
        var own = Expression.Equal(
            Expression.Property(row, nameof(Entity.WorkspaceKey)),
            Expression.Property(Expression.Constant(this), nameof(WorkspaceKey)));
        return Expression.Lambda(Sights.Condition(this, entity, row) is { } seen ? Expression.AndAlso(own, seen) : own, row);
    }

    public int? VersionOf(object id)
    {
        // Everything is stored by now: looking for changes once more would cost every command.
        var detects = ChangeTracker.AutoDetectChangesEnabled;
        ChangeTracker.AutoDetectChangesEnabled = false;
        try
        {
            return ChangeTracker.Entries<Entity>().FirstOrDefault(entry => entry.Metadata.FindPrimaryKey() is { Properties: [var key] } && id.Equals(entry.CurrentValues[key]))?.Entity.Version;
        }
        finally
        {
            ChangeTracker.AutoDetectChangesEnabled = detects;
        }
    }

    private async Task StoreAsync(CancellationToken cancel)
    {
        if (many.Count == 0)
        {
            await SaveChangesAsync(cancel);
            return;
        }

        await using var transaction = Database.CurrentTransaction is null ? await Database.BeginTransactionAsync(cancel) : null;
        await SaveChangesAsync(cancel);
        foreach (var kind in many.GroupBy(row => row.GetType()))
        {
            await ManyRows.InsertAsync(this, [.. kind], cancel);
        }

        if (transaction is not null)
        {
            await transaction.CommitAsync(cancel);
        }

        many.Clear();
    }

    private void Stamp()
    {
        var now = clock.Now();
        foreach (var entry in ChangeTracker.Entries<Entity>())
        {
            if (entry.State == EntityState.Added)
            {
                Stamp(entry.Entity, now);
            }
            else if (entry.State == EntityState.Modified)
            {
                entry.Entity.Version++;
            }
        }

        foreach (var row in many)
        {
            Stamp(row, now);
        }
    }

    private void Stamp(Entity added, Instant now)
    {
        Sights.Guard(current.Sight, added);
        added.CreatedAt = added.CreatedAt == default ? now : added.CreatedAt;
        if (added.WorkspaceKey == Guid.Empty)
        {
            added.WorkspaceKey = WorkspaceKey;
        }
    }
}
