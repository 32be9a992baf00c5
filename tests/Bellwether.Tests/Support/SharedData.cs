namespace Bellwether.Tests.Support;

/// <summary>
/// Real exports, logs and texts that others made. They lie beside the repository in ../shared/data, or where
/// BELLWETHER_TEST_DATA says. A test that needs an absent one is skipped and says which.
/// </summary>
public static class SharedData
{
    /// <summary>How every skip for absent data begins; any other skip fails the run.</summary>
    public const string AbsentMark = "absent data:";

    private static string Folder { get; } =
        Environment.GetEnvironmentVariable("BELLWETHER_TEST_DATA") is { Length: > 0 } given
            ? given
            : Path.GetFullPath(Repository.PathOf("..", "shared", "data"));

    /// <summary>The full path of a file such as "ads/facebook_ads_kag.csv"; skips the test when it is not there.</summary>
    public static string File(string path) => Present(path, System.IO.File.Exists);

    /// <summary>The full path of a folder such as "exports/x"; skips the test when it is not there.</summary>
    public static string FolderOf(string path) => Present(path, Directory.Exists);

    private static string Present(string path, Func<string, bool> exists)
    {
        var full = Path.Combine(Folder, path);
        Assert.SkipUnless(exists(full), $"{AbsentMark} {full}");
        return full;
    }
}
