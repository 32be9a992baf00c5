namespace Bellwether.Kernel;

/// <summary>A file as a result: the API sends it as a download, the command line writes it out.</summary>
/// <param name="Name">The name to save it under.</param>
/// <param name="ContentType">Its media type.</param>
/// <param name="Content">What is in it; empty where it is read while it is sent.</param>
public sealed record FileResult(string Name, string ContentType, byte[] Content)
{
    private Func<CancellationToken, Task<Stream>>? Source { get; init; }

    /// <summary>A large file that lies on the disk already.</summary>
    public static FileResult At(string path, string contentType) => Streamed(Path.GetFileName(path), contentType, _ => Task.FromResult<Stream>(File.OpenRead(path)));

    /// <summary>A file that is read while it is sent, from wherever it lies.</summary>
    public static FileResult Streamed(string name, string contentType, Func<CancellationToken, Task<Stream>> open) => new(name, contentType, []) { Source = open };

    /// <summary>Opens the content for reading, once for every sending. The stream knows its length and can be moved.</summary>
    public Task<Stream> OpenAsync(CancellationToken cancel) => Source?.Invoke(cancel) ?? Task.FromResult<Stream>(new MemoryStream(Content, writable: false));
}
