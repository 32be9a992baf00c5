using Bellwether.Kernel;

namespace Bellwether.Media;

/// <summary>Where the files of pictures and videos lie.</summary>
public enum MediaPlace
{
    /// <summary>A folder of this machine, or one that several machines share.</summary>
    Folder,

    /// <summary>A bucket of an object store that speaks S3.</summary>
    Bucket,
}

/// <summary>A file as a store holds it.</summary>
/// <param name="Hash">SHA-256 of what is in it, in hexadecimal; its name.</param>
/// <param name="Bytes">Its size.</param>
public sealed record StoredFile(string Hash, long Bytes);

/// <summary>
/// Holds the files of pictures and videos, each under the hash of what is in it: the same content lies there once, whoever added
/// it. A store that cannot be reached says so in words (503); a file it does not have is 404.
/// </summary>
public interface IMediaStore
{
    MediaPlace Place { get; }

    /// <summary>Where it is, in words: “the folder /srv/data/files/media”.</summary>
    string Words { get; }

    /// <summary>The size of a file in bytes; null when it is not there.</summary>
    Task<long?> SizeAsync(string hash, CancellationToken cancel);

    /// <summary>Opens a file. The stream reads as it goes and can be moved, so that parts of a film are read alone.</summary>
    Task<Stream> OpenAsync(string hash, CancellationToken cancel);

    /// <summary>Keeps a file, also in place of a damaged one. It is visible once it is whole, and refused when it is not what its hash says.</summary>
    /// <param name="content">What is in it, from its beginning; it can be moved.</param>
    Task KeepAsync(string hash, Stream content, CancellationToken cancel);

    /// <summary>Takes a file away; one that is not there is gone already.</summary>
    Task RemoveAsync(string hash, CancellationToken cancel);

    /// <summary>All files in the order of their hashes.</summary>
    /// <param name="after">The hash after which to begin; null for all.</param>
    IAsyncEnumerable<StoredFile> ListAsync(string? after, CancellationToken cancel);

    /// <summary>Why it cannot be used, in words; null when it answers.</summary>
    /// <param name="alsoWrite">Whether to try writing too, which leaves nothing behind.</param>
    Task<Examined?> TroubleAsync(bool alsoWrite, CancellationToken cancel);
}
