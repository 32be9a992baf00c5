using Bellwether.Kernel;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Media;

/// <summary>A picture or video whose file is gone or damaged.</summary>
/// <param name="Name">The name people know it by; several where brands share it.</param>
/// <param name="Missing">Whether it is not there at all; otherwise it is not what its hash says.</param>
public sealed record LostFile(string Hash, string Name, bool Missing);

/// <summary>How far checking is.</summary>
/// <param name="Files">How many files the library has.</param>
/// <param name="Checked">How many of them were read, by this run and by the one it goes on from.</param>
/// <param name="Lost">Those whose file is gone or damaged.</param>
public sealed record MediaChecked(long Files, long Checked, IReadOnlyList<LostFile> Lost);

/// <summary>
/// Reads every file of the library and compares it with its hash. How far it came lies in the data folder: a run that was stopped
/// is gone on with. Uploading the same file again, or restoring it, mends what it finds.
/// </summary>
[Scoped]
public sealed class MediaCheck(Db db, MediaStores stores, DataFolder folder)
{
    private const int AtOnce = 200;

    /// <summary>The hash up to which a stopped run came; null when none was stopped.</summary>
    public async Task<string?> StoppedAtAsync(CancellationToken cancel) =>
        File.Exists(Mark) && await File.ReadAllTextAsync(Mark, cancel) is var text && MediaHash.Is(text) ? text : null;

    /// <summary>Reads every file, and gives those that are lost.</summary>
    /// <param name="anew">Whether to begin at the first file even where a run was stopped.</param>
    /// <param name="tell">Hears how far it is.</param>
    public async Task<MediaChecked> RunAsync(bool anew, Action<MediaChecked> tell, CancellationToken cancel)
    {
        // Over all workspaces: the files belong to the installation.
        var hashes = db.Set<Asset>().IgnoreQueryFilters().AsNoTracking().Select(asset => asset.Hash).Distinct();
        var after = anew ? "" : await StoppedAtAsync(cancel) ?? "";
        var far = new MediaChecked(await hashes.LongCountAsync(cancel), after.Length == 0 ? 0 : await hashes.LongCountAsync(hash => string.Compare(hash, after) <= 0, cancel), []);
        while (await hashes.Where(hash => string.Compare(hash, after) > 0).Order().Take(AtOnce).ToListAsync(cancel) is { Count: > 0 } page)
        {
            foreach (var hash in page)
            {
                if (await LossAsync(hash, cancel) is { } lost)
                {
                    far = far with { Lost = [.. far.Lost, lost] };
                }

                far = far with { Checked = far.Checked + 1 };
                tell(far);
                await File.WriteAllTextAsync(Mark, after = hash, cancel);
            }
        }

        File.Delete(Mark);
        return far;
    }

    private string Mark => Path.Combine(folder.Path, "media-check");

    private async Task<LostFile?> LossAsync(string hash, CancellationToken cancel)
    {
        try
        {
            await using var content = await stores.Current.OpenAsync(hash, cancel);
            return await MediaHash.OfAsync(content, cancel) == hash ? null : await NamedAsync(hash, missing: false, cancel);
        }
        catch (ProblemException gone) when (gone.Kind == ProblemKind.NotFound)
        {
            return await NamedAsync(hash, missing: true, cancel);
        }
    }

    private async Task<LostFile> NamedAsync(string hash, bool missing, CancellationToken cancel)
    {
        var names = await db.Set<Asset>().IgnoreQueryFilters().AsNoTracking().Where(asset => asset.Hash == hash).Select(asset => asset.Name).Distinct().Order().Take(5).ToListAsync(cancel);
        return new LostFile(hash, string.Join(", ", names), missing);
    }
}
