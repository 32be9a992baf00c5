namespace Bellwether.Kernel;

/// <summary>The folder where everything lies that is not in the database (and, with SQLite, the database too).</summary>
public sealed record DataFolder(string Path)
{
    /// <summary>A sub-folder, made when it is absent.</summary>
    public string Sub(string name) => Directory.CreateDirectory(System.IO.Path.Combine(Path, name)).FullName;
}
