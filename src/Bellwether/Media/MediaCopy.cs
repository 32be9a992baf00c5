using System.Runtime.CompilerServices;
using Bellwether.Kernel;

namespace Bellwether.Media;

/// <summary>How far copying is.</summary>
/// <param name="Copied">Files copied by this run.</param>
/// <param name="There">Files that were there already.</param>
/// <param name="Bytes">Bytes copied by this run.</param>
/// <param name="Damaged">Hashes of files that are not what their name says, and stayed behind.</param>
public sealed record MediaCopied(long Copied, long There, long Bytes, IReadOnlyList<string> Damaged);

/// <summary>
/// Copies all files from one store to the other. What is there already is left alone, so it may be stopped and begun again at any
/// time, and run once more for what was added meanwhile. Nothing is deleted.
/// </summary>
[Single]
public sealed class MediaCopy(MediaStores stores)
{
    // A far store answers slowly, not seldom: a few files on the way at once fill the line.
    private const int AtOnce = 4;

    public Task<MediaCopied> RunAsync(MediaPlace to, Action<MediaCopied> tell, CancellationToken cancel) =>
        RunAsync(stores.At(to == MediaPlace.Folder ? MediaPlace.Bucket : MediaPlace.Folder), stores.At(to), tell, cancel);

    internal static async Task<MediaCopied> RunAsync(IMediaStore from, IMediaStore to, Action<MediaCopied> tell, CancellationToken cancel)
    {
        if (await to.TroubleAsync(alsoWrite: true, cancel) is { } trouble)
        {
            throw new ProblemException(ProblemKind.Unavailable, "media-unavailable", trouble.Found);
        }

        var guard = new Lock();
        var far = new MediaCopied(0, 0, 0, []);
        void Note(Func<MediaCopied, MediaCopied> change)
        {
            lock (guard)
            {
                tell(far = change(far));
            }
        }

        await Parallel.ForEachAsync(
            MissingAsync(from, to, () => Note(now => now with { There = now.There + 1 }), cancel),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancel },
            async (file, inner) =>
            {
                try
                {
                    await using var content = await from.OpenAsync(file.Hash, inner);
                    // What was begun is finished, also when copying is stopped: some object stores keep what was cut off.
                    await to.KeepAsync(file.Hash, content, CancellationToken.None);
                    Note(now => now with { Copied = now.Copied + 1, Bytes = now.Bytes + file.Bytes });
                }
                catch (ProblemException damaged) when (damaged.Code == "media-file-damaged")
                {
                    Note(now => now with { Damaged = [.. now.Damaged, file.Hash] });
                }
            });
        return far;
    }

    // Both lists are in the same order: they are walked side by side, and no file is asked for on its own.
    private static async IAsyncEnumerable<StoredFile> MissingAsync(IMediaStore from, IMediaStore to, Action there, [EnumeratorCancellation] CancellationToken cancel)
    {
        await using var known = to.ListAsync(null, cancel).GetAsyncEnumerator(cancel);
        var more = await known.MoveNextAsync();
        await foreach (var file in from.ListAsync(null, cancel))
        {
            while (more && string.CompareOrdinal(known.Current.Hash, file.Hash) < 0)
            {
                more = await known.MoveNextAsync();
            }

            if (more && known.Current == file)
            {
                there();
            }
            else
            {
                yield return file;
            }
        }
    }
}
