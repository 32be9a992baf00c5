using Bellwether.Kernel;

namespace Bellwether.Media;

/// <summary>The store that is in use, and the other one, for copying.</summary>
[Single]
public sealed class MediaStores(DataFolder folder, BucketAddress? bucket = null) : IDisposable
{
    private readonly FolderStore inFolder = new(Path.Combine(folder.Path, DataFolder.Files, "media"));
    private readonly Lazy<BucketStore>? inBucket = bucket is null ? null : new(() => new BucketStore(bucket));

    /// <summary>Where files are read and written: the bucket when one is set, else the folder.</summary>
    public IMediaStore Current => inBucket is null ? inFolder : inBucket.Value;

    /// <summary>The store at a place; a problem in words when no bucket is set.</summary>
    public IMediaStore At(MediaPlace place) => place == MediaPlace.Folder ? inFolder
        : inBucket?.Value ?? throw Rule.Broken("bucket-missing", "No bucket is set. Set BELLWETHER_S3_BUCKET and what belongs to it for this command.");

    /// <summary>Keeps a content that is in memory under its hash.</summary>
    public async Task KeepAsync(string hash, byte[] content, CancellationToken cancel)
    {
        using var stream = new MemoryStream(content, writable: false);
        await Current.KeepAsync(hash, stream, cancel);
    }

    /// <summary>The file of an asset, opened when it is sent.</summary>
    public FileResult FileOf(Asset asset) =>
        FileResult.Streamed($"{asset.Id}.{asset.ContentType.Split('/')[^1]}", asset.ContentType, cancel => Current.OpenAsync(asset.Hash, cancel));

    public void Dispose()
    {
        if (inBucket?.IsValueCreated == true)
        {
            inBucket.Value.Dispose();
        }
    }
}
