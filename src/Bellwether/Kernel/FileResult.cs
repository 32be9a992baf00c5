namespace Bellwether.Kernel;

/// <summary>A file as a result: the API sends it as a download, the command line writes it out.</summary>
/// <param name="Name">The name to save it under.</param>
/// <param name="ContentType">Its media type.</param>
/// <param name="Content">What is in it; empty when <see cref="Path"/> says where it lies.</param>
public sealed record FileResult(string Name, string ContentType, byte[] Content)
{
    /// <summary>Where a large file lies, to be streamed from there.</summary>
    public string? Path { get; private init; }

    /// <summary>A large file that lies on the disk already.</summary>
    public static FileResult At(string path, string contentType) => new(System.IO.Path.GetFileName(path), contentType, []) { Path = path };

    /// <summary>Opens the content for reading.</summary>
    public Stream Open() => Path is null ? new MemoryStream(Content, writable: false) : File.OpenRead(Path);
}
