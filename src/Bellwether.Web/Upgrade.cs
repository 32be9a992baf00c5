using Bellwether.Storage;
using Bellwether.Web.SignIn;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Web;

/// <summary>Migrates the database at start; a database that already holds something is copied first.</summary>
internal static class Upgrade
{
    public static async Task RunAsync(IServiceProvider services, Settings settings, CancellationToken cancel)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<Db>();
        var doors = scope.ServiceProvider.GetRequiredService<SignInDb>();
        var done = await db.Database.GetAppliedMigrationsAsync(cancel);
        var waiting = await db.Database.GetPendingMigrationsAsync(cancel);
        if (done.Any() && waiting.Any() && settings.Database.Kind == DatabaseKind.Sqlite)
        {
            var folder = Path.Combine(settings.DataFolder, "before-upgrade");
            Directory.CreateDirectory(folder);
            var copy = Path.Combine(folder, $"bellwether-{done.Last()}.db");
            if (!File.Exists(copy))
            {
                await db.Database.ExecuteSqlAsync($"VACUUM INTO {copy}", cancel);
            }
        }

        await db.Database.MigrateAsync(cancel);
        await doors.Database.MigrateAsync(cancel);
    }
}
