using NodaTime;

namespace Bellwether.Kernel;

/// <summary>What every stored thing has: the workspace it belongs to and a number that grows with each change.</summary>
public abstract class Entity
{
    /// <summary>The workspace that owns the row; every query is filtered by it.</summary>
    public Guid WorkspaceKey { get; internal set; }

    /// <summary>Grows by one with every change; what ETag and If-Match compare.</summary>
    public int Version { get; internal set; } = 1;

    /// <summary>When the row was first stored.</summary>
    public Instant CreatedAt { get; internal set; }

    /// <summary>409 when the caller saw an older version than the stored one.</summary>
    public void Expect(int? version)
    {
        if (version is { } seen && seen != Version)
        {
            throw Rule.Conflict("changed-meanwhile", $"This was changed meanwhile: you saw version {seen}, it is version {Version} now. Reload, then repeat your change.");
        }
    }
}

/// <summary>A stored thing with an id of its own kind.</summary>
public abstract class Entity<T> : Entity
    where T : Entity<T>
{
    public Id<T> Id { get; internal set; } = Id<T>.New();
}

/// <summary>Marks a thing of the workspace that belongs to no brand: whoever is in the workspace may see it, also members limited to some brands.</summary>
/// <param name="why">Why it is nobody's secret, or where the limit is kept instead.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ForEveryBrandAttribute(string why) : Attribute
{
    public string Why { get; } = why;
}

/// <summary>
/// Marks a thing that goes to several places, some of them for employees only: whoever does not see those sees it where it goes
/// nowhere yet, or to a place they do see.
/// </summary>
/// <param name="places">The rows that say where it goes: one id of the thing, one of the place, and no filter of their own.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class SeenByPlaceAttribute(Type places) : Attribute
{
    public Type Places { get; } = places;
}

/// <summary>Marks a thing that belongs to no workspace (the workspace itself, leases, the outbox).</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class SharedByAllAttribute : Attribute;
