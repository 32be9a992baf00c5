using System.CommandLine;
using System.IO.Compression;
using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Storage;
using Bellwether.Transfer;
using Bellwether.Web.SignIn;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Bellwether.Web.Cli;

/// <summary><c>backup</c> and <c>restore</c>: the whole installation as one file, out and in.</summary>
internal static class BackupCommands
{
    public static Command MakeBackup(Func<ParseResult, Settings> settings)
    {
        var file = new Argument<string>("file") { Description = "The zip file to write." };
        var without = new Option<bool>("--without-media") { Description = "Leaves pictures and videos out, where their store is backed up by other means." };
        var command = new Command("backup", "Writes database, pictures and files into one zip, while the program may run. The master key is not in it.") { file, without };
        command.SetAction((parsed, cancel) => Commands.SayingProblemsAsync(async () =>
        {
            await using var here = await Offline.OpenAsync(settings(parsed), cancel);
            await using var scope = here.Services.CreateAsyncScope();
            var path = Path.GetFullPath(parsed.GetValue(file)!);
            await scope.ServiceProvider.GetRequiredService<Backups>().MakeAsync(path, parsed.GetValue(without), cancel);
            await Console.Out.WriteLineAsync($"Wrote {path} ({new FileInfo(path).Length / 1024:N0} kB). Keep the master key apart: without it stored secrets cannot be read.");
            return 0;
        }));
        return command;
    }

    public static Command MakeRestore(Func<ParseResult, Settings> settings)
    {
        var file = new Argument<string>("file") { Description = "The zip file that backup wrote." };
        var command = new Command("restore", "Fills an empty installation from a backup, also one made on the other database.") { file };
        command.SetAction((parsed, cancel) => Commands.SayingProblemsAsync(() => RestoreAsync(settings(parsed), parsed.GetValue(file)!, cancel)));
        return command;
    }

    private static async Task<int> RestoreAsync(Settings settings, string path, CancellationToken cancel)
    {
        Rule.Require(File.Exists(path), "file-missing", $"There is no file {path}.", "file");
        await using var archive = await OpenAsync(path, cancel);
        var manifest = Backups.Read(archive);
        Directory.CreateDirectory(settings.DataFolder);
        await using var here = await Offline.OpenAsync(settings, cancel, asItIs: true);
        await using var scope = here.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<Db>();
        var unknown = manifest.Migrations.Except(db.Database.GetMigrations().Concat(scope.ServiceProvider.GetRequiredService<SignInDb>().Database.GetMigrations()), StringComparer.Ordinal).ToList();
        Rule.Require(unknown.Count == 0, "backup-newer", $"This backup was made by a newer version (it has {string.Join(", ", unknown)}). Restore it with that version.", "file");
        await scope.ServiceProvider.GetRequiredService<SignInDb>().Database.MigrateAsync(cancel);
        var last = db.Database.GetMigrations().Intersect(manifest.Migrations, StringComparer.Ordinal).Max(StringComparer.Ordinal);
        // As old as the backup, so that the upgrade afterwards does with its rows what it does with any; a database is never made older.
        var newer = (await db.Database.GetAppliedMigrationsAsync(cancel)).Intersect(db.Database.GetMigrations(), StringComparer.Ordinal).Any(one => string.CompareOrdinal(one, last) > 0);
        if (!newer)
        {
            await db.GetService<IMigrator>().MigrateAsync(last, cancel);
        }

        if (await here.Services.GetRequiredService<Runner>().RunAsync(new IsSetUp(), _ => { }, cancel))
        {
            throw Rule.Conflict("not-empty", "There is data here already; nothing was changed. Restore into an empty folder with --data, or into an empty database with --database.");
        }

        Rule.Require(!newer, "database-newer", "This installation was started before with a newer version than the backup is of. Restore into a folder that does not exist yet with --data, or into a new database with --database; it is upgraded then.", "file");
        await scope.ServiceProvider.GetRequiredService<Backups>().RestoreAsync(archive, cancel);
        await Host.PrepareAsync(here.Services, cancel);
        await Console.Out.WriteLineAsync($"Restored the backup of {manifest.MadeAt}{(manifest.WithoutMedia is { } left ? $", without pictures and videos, which were left in {left}" : "")}. Put the master key it was made with beside it, then start the program.");
        return 0;
    }

    private static async Task<ZipArchive> OpenAsync(string path, CancellationToken cancel)
    {
        try
        {
            return await ZipFile.OpenReadAsync(path, cancel);
        }
        catch (InvalidDataException)
        {
            throw Rule.Broken("no-backup", $"{path} is no backup of Bellwether, or it is damaged.", "file");
        }
    }
}
