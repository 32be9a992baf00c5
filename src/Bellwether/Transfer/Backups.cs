using System.IO.Compression;
using System.Text.Json;
using Bellwether.Kernel;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Transfer;

/// <summary>What a backup says of itself.</summary>
/// <param name="Format">The form of the archive; 1 until it changes.</param>
/// <param name="MadeAt">When it was made.</param>
/// <param name="Migrations">The migrations of the database it was made from.</param>
public sealed record BackupManifest(int Format, Instant MadeAt, IReadOnlyList<string> Migrations);

/// <summary>
/// Makes and restores backups: one zip with every table and every file of the data folder's <c>files</c>. The master key is
/// never in it: keep that apart, stored secrets cannot be read without it.
/// </summary>
[Scoped]
public sealed class Backups(Db db, DataFolder folder, TimeProvider clock)
{
    private const string Manifest = "manifest.json";
    private const string Files = "files/";

    /// <summary>Writes a backup to a path, while the program goes on. A file of that name is replaced once the new one is whole.</summary>
    public async Task MakeAsync(string path, CancellationToken cancel)
    {
        var half = path + ".part";
        await using (var file = File.Create(half))
        await using (var archive = new ZipArchive(file, ZipArchiveMode.Create))
        {
            var migrations = await db.Database.GetAppliedMigrationsAsync(cancel);
            await using (var entry = await archive.CreateEntry(Manifest).OpenAsync(cancel))
            {
                await JsonSerializer.SerializeAsync(entry, new BackupManifest(1, clock.Now(), [.. migrations]), HouseJson.Readable, cancel);
            }

            await Dump.WriteAsync(db, archive, cancel);
            var root = folder.Sub("files");
            foreach (var stored in Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories))
            {
                await archive.CreateEntryFromFileAsync(stored, Files + Path.GetRelativePath(root, stored).Replace('\\', '/'), cancel);
            }
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
        var root = folder.Sub("files");
        foreach (var entry in archive.Entries.Where(entry => entry.FullName.StartsWith(Files, StringComparison.Ordinal) && entry.Name.Length > 0))
        {
            var target = Path.GetFullPath(Path.Combine(root, entry.FullName[Files.Length..]));
            Rule.Require(target.StartsWith(root + Path.DirectorySeparatorChar, StringComparison.Ordinal), "backup-unsafe", $"The backup names a file outside the data folder ({entry.FullName}). It was tampered with; nothing of it was used.", "file");
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            await entry.ExtractToFileAsync(target, overwrite: true, cancel);
        }
    }

    private static ProblemException NoBackup() => Rule.Broken("no-backup", "This file is no backup of Bellwether.", "file");
}

/// <summary>Makes a backup of the whole installation and gives it as one file.</summary>
[Needs(Permission.Own)]
public sealed record MakeBackup : IQuery<FileResult>
{
    internal sealed class Handler(Backups backups, DataFolder folder, TimeProvider clock) : IHandle<MakeBackup, FileResult>
    {
        // The last few stay in the data folder; older ones are the owner's downloads.
        private const int Kept = 5;

        public async Task<FileResult> HandleAsync(MakeBackup request, CancellationToken cancel)
        {
            var place = folder.Sub("backups");
            var path = Path.Combine(place, $"bellwether-{clock.Now().InUtc():uuuuMMdd'-'HHmmss}.zip");
            await backups.MakeAsync(path, cancel);
            foreach (var old in Directory.GetFiles(place, "bellwether-*.zip").Order(StringComparer.Ordinal).SkipLast(Kept))
            {
                File.Delete(old);
            }

            return FileResult.At(path, "application/zip");
        }
    }
}
