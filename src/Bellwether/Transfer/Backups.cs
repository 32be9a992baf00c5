using System.IO.Compression;
using System.Text.Json;
using Bellwether.Kernel;
using Bellwether.Media;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Transfer;

/// <summary>What a backup says of itself.</summary>
/// <param name="Format">The form of the archive; 1 until it changes.</param>
/// <param name="MadeAt">When it was made.</param>
/// <param name="Migrations">The migrations of the database it was made from.</param>
/// <param name="WithoutMedia">Where the files of pictures and videos were left; null when they are in the backup.</param>
public sealed record BackupManifest(int Format, Instant MadeAt, IReadOnlyList<string> Migrations, string? WithoutMedia = null);

/// <summary>
/// Makes and restores backups: one zip with every table, every picture and video of whichever store holds them, and every other
/// file of the data folder's <c>files</c>. The master key is never in it: keep that apart, stored secrets cannot be read without it.
/// </summary>
[Scoped]
public sealed class Backups(Db db, DataFolder folder, MediaStores stores, TimeProvider clock)
{
    private const string Manifest = "manifest.json";
    private const string Files = DataFolder.Files + "/";
    private const string Media = Files + "media/";

    /// <summary>Writes a backup to a path, while the program goes on. A file of that name is replaced once the new one is whole.</summary>
    /// <param name="withoutMedia">Leaves pictures and videos where they are, for stores that are backed up by other means.</param>
    public async Task MakeAsync(string path, bool withoutMedia, CancellationToken cancel)
    {
        var half = path + ".part";
        await using (var file = File.Create(half))
        await using (var archive = new ZipArchive(file, ZipArchiveMode.Create))
        {
            var migrations = await db.Database.GetAppliedMigrationsAsync(cancel);
            await using (var entry = await archive.CreateEntry(Manifest).OpenAsync(cancel))
            {
                await JsonSerializer.SerializeAsync(entry, new BackupManifest(1, clock.Now(), [.. migrations], withoutMedia ? stores.Current.Words : null), HouseJson.Readable, cancel);
            }

            // Rows first: a file is stored before its row, so every picture of the snapshot is there when the files are read.
            await Dump.WriteAsync(db, archive, cancel);
            var root = folder.Sub(DataFolder.Files);
            foreach (var (stored, name) in Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories).Select(stored => (stored, Files + Path.GetRelativePath(root, stored).Replace('\\', '/'))).Where(one => !one.Item2.StartsWith(Media, StringComparison.Ordinal)))
            {
                await archive.CreateEntryFromFileAsync(stored, name, cancel);
            }

            await MediaAsync(archive, withoutMedia, cancel);
        }

        File.Move(half, path, overwrite: true);
    }

    /// <summary>Reads what a backup says of itself; a problem in words when it is none.</summary>
    public static BackupManifest Read(ZipArchive archive)
    {
        var entry = archive.GetEntry(Manifest) ?? throw NoBackup();
        using var stream = entry.Open();
        var manifest = JsonSerializer.Deserialize<BackupManifest>(stream, HouseJson.Options) ?? throw NoBackup();
        Rule.Require(manifest.Format == 1, "backup-newer", "This backup was made by a newer version. Restore it with that version.", "file");
        return manifest;
    }

    /// <summary>Fills an empty, migrated database and the files from a backup.</summary>
    public async Task RestoreAsync(ZipArchive archive, CancellationToken cancel)
    {
        await Dump.ReadAsync(db, archive, cancel);
        var root = folder.Sub(DataFolder.Files);
        foreach (var entry in archive.Entries.Where(entry => entry.FullName.StartsWith(Files, StringComparison.Ordinal) && entry.Name.Length > 0))
        {
            if (entry.FullName.StartsWith(Media, StringComparison.Ordinal))
            {
                await RestoreMediaAsync(entry, cancel);
                continue;
            }

            var target = Path.GetFullPath(Path.Combine(root, entry.FullName[Files.Length..]));
            Rule.Require(target.StartsWith(root + Path.DirectorySeparatorChar, StringComparison.Ordinal), "backup-unsafe", $"The backup names a file outside the data folder ({entry.FullName}). It was tampered with; nothing of it was used.", "file");
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            await entry.ExtractToFileAsync(target, overwrite: true, cancel);
        }
    }

    private async Task MediaAsync(ZipArchive archive, bool without, CancellationToken cancel)
    {
        if (without)
        {
            return;
        }

        await foreach (var file in stores.Current.ListAsync(null, cancel))
        {
            // Pictures and videos are compressed already.
            await using var entry = await archive.CreateEntry(Media + file.Hash, CompressionLevel.NoCompression).OpenAsync(cancel);
            await using var content = await stores.Current.OpenAsync(file.Hash, cancel);
            await content.CopyToAsync(entry, cancel);
        }
    }

    // Into whichever store is in use here. The hash is checked on the way in; what a bucket wants to read twice lies on the disk meanwhile.
    private async Task RestoreMediaAsync(ZipArchiveEntry entry, CancellationToken cancel)
    {
        Rule.Require(MediaHash.Is(entry.Name), "backup-unsafe", $"The backup names a picture that is none ({entry.FullName}). It was tampered with.", "file");
        if (await stores.Current.SizeAsync(entry.Name, cancel) == entry.Length)
        {
            return;
        }

        await using var spool = new FileStream(Path.Combine(folder.Path, Path.GetRandomFileName()), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 128 * 1024, FileOptions.Asynchronous | FileOptions.DeleteOnClose);
        await using (var content = await entry.OpenAsync(cancel))
        {
            await content.CopyToAsync(spool, cancel);
        }

        spool.Position = 0;
        await stores.Current.KeepAsync(entry.Name, spool, cancel);
    }

    private static ProblemException NoBackup() => Rule.Broken("no-backup", "This file is no backup of Bellwether.", "file");
}

/// <summary>Makes a backup of the whole installation and gives it as one file.</summary>
/// <param name="WithoutMedia">Leaves pictures and videos out, where their store is backed up by other means.</param>
[Needs(Permission.Own)]
public sealed record MakeBackup(bool WithoutMedia = false) : IQuery<FileResult>
{
    internal sealed class Handler(Backups backups, DataFolder folder, TimeProvider clock) : IHandle<MakeBackup, FileResult>
    {
        // The last few stay in the data folder; older ones are the owner's downloads.
        private const int Kept = 5;

        public async Task<FileResult> HandleAsync(MakeBackup request, CancellationToken cancel)
        {
            var place = folder.Sub("backups");
            var path = Path.Combine(place, $"bellwether-{clock.Now().InUtc():uuuuMMdd'-'HHmmss}.zip");
            await backups.MakeAsync(path, request.WithoutMedia, cancel);
            foreach (var old in Directory.GetFiles(place, "bellwether-*.zip").Order(StringComparer.Ordinal).SkipLast(Kept))
            {
                File.Delete(old);
            }

            return FileResult.At(path, "application/zip");
        }
    }
}
