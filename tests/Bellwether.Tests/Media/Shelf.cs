using Bellwether.Media;
using Bellwether.Tests.Support;

namespace Bellwether.Tests.Media;

/// <summary>An empty store of either kind, for one test.</summary>
internal sealed class Shelf : IAsyncDisposable
{
    private readonly string root;

    private Shelf(IMediaStore store, string root) => (Store, this.root) = (store, root);

    public IMediaStore Store { get; }

    public static async Task<Shelf> AtAsync(MediaPlace place)
    {
        if (place == MediaPlace.Bucket)
        {
            var server = await ObjectStore.Shared();
            var at = server.Place();
            return new Shelf(new BucketStore(at, page: 2), Path.Combine(server.Folder, at.Bucket, at.Prefix));
        }

        var folder = Directory.CreateTempSubdirectory("bellwether-media-").FullName;
        return new Shelf(new FolderStore(folder), folder);
    }

    public async Task<string> KeepAsync(byte[] content)
    {
        var hash = MediaHash.Of(content);
        using var stream = new MemoryStream(content);
        await Store.KeepAsync(hash, stream, TestContext.Current.CancellationToken);
        return hash;
    }

    /// <summary>Changes a file behind the store's back, without changing its size.</summary>
    public async Task DamageAsync(string hash)
    {
        var file = Directory.GetFiles(root, hash + "*", SearchOption.AllDirectories).Single(path => new FileInfo(path).Length == 2_000);
        var content = await File.ReadAllBytesAsync(file);
        content[0] ^= 1;
        await File.WriteAllBytesAsync(file, content);
    }

    public ValueTask DisposeAsync()
    {
        (Store as IDisposable)?.Dispose();
        if (Store.Place == MediaPlace.Folder)
        {
            Directory.Delete(root, recursive: true);
        }

        return ValueTask.CompletedTask;
    }
}
