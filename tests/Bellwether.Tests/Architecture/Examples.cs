using Bellwether.Tests.Support;

namespace Bellwether.Tests.Architecture.Examples;

// One class for each place in which a use can hide; the reader of assemblies has to find them all.
[AttributeUsage(AttributeTargets.All)]
internal class Used : Attribute;

[AttributeUsage(AttributeTargets.All)]
internal sealed class Inherits : Used;

internal sealed class Holds
{
    public Used? Field { get; set; }
}

internal static class Builds
{
    public static object Make() => new Used();
}

internal static class Lists
{
    public static object Make() => new List<Used[]>();
}

internal sealed class Demands
{
    public static string Name<T>(T given)
        where T : Used => given.ToString()!;
}

internal sealed class Wears
{
    [Used]
    public static int Number => 3;
}

internal static class Waits
{
    public static async Task<bool> Any()
    {
        await Task.Yield();
        return Array.Exists([new object()], found => found is Used);
    }
}

/// <summary>Names a behaviour that no document lists.</summary>
internal static class Shows
{
    [Requirement("R999-99")]
    public static int Number() => 4;
}
