using System.Runtime.CompilerServices;
using Bellwether.Kernel;

namespace Bellwether.Media;

/// <summary>Files in a folder. They are written beside their place and moved there once they are whole and on the disk.</summary>
internal sealed class FolderStore(string root) : IMediaStore
{
    private const int AtOnce = 128 * 1024;
    private const string Half = ".part-";

    public MediaPlace Place => MediaPlace.Folder;

    public string Words => $"the folder {root}";

    public Task<long?> SizeAsync(string hash, CancellationToken cancel)
    {
        var file = new FileInfo(PathOf(hash));
        return Task.FromResult(file.Exists ? file.Length : (long?)null);
    }

    public Task<Stream> OpenAsync(string hash, CancellationToken cancel)
    {
        try
        {
            return Task.FromResult<Stream>(new FileStream(PathOf(hash), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, AtOnce, FileOptions.Asynchronous | FileOptions.SequentialScan));
        }
        catch (Exception gone) when (gone is FileNotFoundException or DirectoryNotFoundException)
        {
            throw MediaHash.Missing(Words);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw Unreachable(failure);
        }
    }

    public async Task KeepAsync(string hash, Stream content, CancellationToken cancel)
    {
        var place = PathOf(hash);
        var half = Path.Combine(root, Half + Path.GetRandomFileName());
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(place)!);
            await using (var file = new FileStream(half, FileMode.CreateNew, FileAccess.Write, FileShare.None, AtOnce, FileOptions.Asynchronous))
            {
                if (await MediaHash.CopyAsync(content, file, cancel) != hash)
                {
                    throw MediaHash.Damaged(hash);
                }

                file.Flush(flushToDisk: true);
            }

            File.Move(half, place, overwrite: true);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw Unreachable(failure);
        }
        finally
        {
            if (File.Exists(half))
            {
                File.Delete(half);
            }
        }
    }

    public Task RemoveAsync(string hash, CancellationToken cancel)
    {
        if (Directory.Exists(Path.GetDirectoryName(PathOf(hash))))
        {
            File.Delete(PathOf(hash));
        }

        return Task.CompletedTask;
    }

    public async IAsyncEnumerable<StoredFile> ListAsync(string? after, [EnumeratorCancellation] CancellationToken cancel)
    {
        if (!Directory.Exists(root))
        {
            yield break;
        }

        foreach (var folder in Directory.GetDirectories(root).Order(StringComparer.Ordinal))
        {
            foreach (var file in new DirectoryInfo(folder).GetFiles().Where(file => MediaHash.Is(file.Name) && string.CompareOrdinal(file.Name, after) > 0).OrderBy(file => file.Name, StringComparer.Ordinal))
            {
                cancel.ThrowIfCancellationRequested();
                yield return new StoredFile(file.Name, file.Length);
            }
        }

        await Task.CompletedTask;
    }

    public async Task<Examined?> TroubleAsync(bool alsoWrite, CancellationToken cancel)
    {
        try
        {
            if (alsoWrite)
            {
                Directory.CreateDirectory(root);
                var probe = Path.Combine(root, Half + Path.GetRandomFileName());
                await File.WriteAllTextAsync(probe, "", cancel);
                File.Delete(probe);
            }

            return null;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return new Examined("media", Severity.Broken, $"{Unreachable(failure).Message}", "Give the account that runs the program write access to the folder.");
        }
    }

    private string PathOf(string hash) => Path.Combine(root, MediaHash.NameOf(hash));

    private ProblemException Unreachable(Exception failure) =>
        new(ProblemKind.Unavailable, "media-unavailable", $"Pictures and videos cannot be read from or written to {Words}: {failure.Message}");
}
