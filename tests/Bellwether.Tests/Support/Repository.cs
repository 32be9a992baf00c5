using System.Runtime.CompilerServices;

namespace Bellwether.Tests.Support;

/// <summary>Where the sources, the built programs and the test servers lie.</summary>
public static class Repository
{
    /// <summary>The folder that holds Bellwether.slnx.</summary>
    public static string Root { get; } = FindRoot(Here());

    /// <summary>A path below the root; parts are joined as given.</summary>
    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    /// <summary>The folder a project was built into, in the configuration of the tests that ask.</summary>
    public static string OutputOf(string project)
    {
        var framework = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
        return PathOf(project, "bin", framework.Parent!.Name, framework.Name);
    }

    private static string FindRoot(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Bellwether.slnx")))
                return folder.FullName;
        throw new InvalidOperationException($"No Bellwether.slnx above {start}.");
    }

    // Built output first: a tree that was moved after the build still finds itself.
    private static string Here([CallerFilePath] string source = "") =>
        AppContext.BaseDirectory.Contains($"{Path.DirectorySeparatorChar}bin{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
            ? AppContext.BaseDirectory
            : Path.GetDirectoryName(source)!;
}
