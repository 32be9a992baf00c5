namespace Bellwether.Kernel;

/// <summary>The folder where everything lies that is not in the database (and, with SQLite, the database too).</summary>
public sealed record DataFolder(string Path)
{
    /// <summary>The sub-folder whose files are part of every backup.</summary>
    public const string Files = "files";

    /// <summary>A sub-folder, made when it is absent.</summary>
    public string Sub(string name) => Directory.CreateDirectory(System.IO.Path.Combine(Path, name)).FullName;
}
