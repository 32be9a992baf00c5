using Bellwether.Storage;
using Bellwether.Web.SignIn;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Bellwether.Web;

/// <summary>Migrates the database at start; a database that already holds something is copied first.</summary>
internal static class Upgrade
{
    public static async Task RunAsync(IServiceProvider services, Settings settings, CancellationToken cancel)
    {
        await using var scope = services.CreateAsyncScope();
        var product = scope.ServiceProvider.GetRequiredService<Db>().Database;
        var doors = scope.ServiceProvider.GetRequiredService<SignInDb>().Database;
        var done = (await product.GetAppliedMigrationsAsync(cancel)).ToList();
        if (done.Count > 0 && IsBehind(product, done) && settings.Database.Kind == DatabaseKind.Sqlite)
        {
            await CopyAsync(product, settings, done[^1], cancel);
        }

        // Both contexts write into one history; what is up to date is left alone.
        if (IsBehind(product, done))
        {
            await product.MigrateAsync(cancel);
        }

        if (IsBehind(doors, done))
        {
            await doors.MigrateAsync(cancel);
        }
    }

    private static bool IsBehind(DatabaseFacade database, IReadOnlyCollection<string> done) => database.GetMigrations().Except(done, StringComparer.Ordinal).Any();

    private static async Task CopyAsync(DatabaseFacade database, Settings settings, string last, CancellationToken cancel)
    {
        var folder = Path.Combine(settings.DataFolder, "before-upgrade");
        Directory.CreateDirectory(folder);
        var copy = Path.Combine(folder, $"bellwether-{last}.db");
        if (!File.Exists(copy))
        {
            await database.ExecuteSqlAsync($"VACUUM INTO {copy}", cancel);
        }
    }
}
