using System.Collections.Concurrent;
using System.Reflection;

namespace Bellwether.Kernel;

/// <summary>
/// Saving counts a changed thing's version up, after its handler told what it looks like. The answer carries the version
/// that is stored, so that whoever changes it next can say they saw it.
/// </summary>
internal static class StoredVersion
{
    private static readonly ConcurrentDictionary<Type, Shape?> Shapes = new();

    public static TResult In<TResult>(TResult result, ISave save)
    {
        if (result is not IVersioned told || Shapes.GetOrAdd(result.GetType(), Shape.Of) is not { } shape
            || shape.Id.GetValue(result) is not { } id || save.VersionOf(id) is not { } stored || stored == told.Version)
        {
            return result;
        }

        var copy = shape.Copy.Invoke(result, null)!;
        shape.Version.SetValue(copy, stored);
        return (TResult)copy;
    }

    /// <summary>What a record that carries an id and a version is copied with.</summary>
    private sealed record Shape(MethodInfo Copy, PropertyInfo Id, PropertyInfo Version)
    {
        public static Shape? Of(Type type) =>
            type.GetMethod("<Clone>$") is { } copy && type.GetProperty("Id") is { } id && type.GetProperty(nameof(IVersioned.Version)) is { CanWrite: true } version
                ? new Shape(copy, id, version)
                : null;
    }
}
