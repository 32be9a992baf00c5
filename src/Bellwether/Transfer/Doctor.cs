using Bellwether.Kernel;
using Bellwether.People;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Transfer;

/// <summary>All that was looked at, the worst first.</summary>
/// <param name="Healthy">Whether nothing is broken.</param>
public sealed record DoctorReport(bool Healthy, IReadOnlyList<Examined> Examined);

/// <summary>Looks at data folder, database, clock and network sign-ins, and says in words what is wrong and how to mend it.</summary>
[Needs(Permission.Administer)]
public sealed record Doctor : IQuery<DoctorReport>
{
    internal sealed class Handler(IEnumerable<IExamine> examiners) : IHandle<Doctor, DoctorReport>
    {
        public async Task<DoctorReport> HandleAsync(Doctor request, CancellationToken cancel)
        {
            var found = new List<Examined>();
            foreach (var examiner in examiners)
            {
                found.AddRange(await examiner.ExamineAsync(cancel));
            }

            return new DoctorReport(found.TrueForAll(one => one.Severity != Severity.Broken), [.. found.OrderByDescending(one => one.Severity)]);
        }
    }
}

/// <summary>The data folder: there, writable, with room, and with the right master key.</summary>
internal sealed class FolderExamination(DataFolder folder, Secrets secrets) : IExamine
{
    private const long LittleRoom = 500L * 1024 * 1024;

    public Task<IReadOnlyList<Examined>> ExamineAsync(CancellationToken cancel) => Task.FromResult<IReadOnlyList<Examined>>([Folder(), Room(), Key()]);

    private Examined Folder()
    {
        try
        {
            var probe = Path.Combine(folder.Path, ".probe");
            File.WriteAllText(probe, "");
            File.Delete(probe);
            return new Examined("data folder", Severity.Fine, $"{folder.Path} can be written to.");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return new Examined("data folder", Severity.Broken, $"{folder.Path} cannot be written to: {failure.Message}", "Give the account that runs the program write access to the folder, or name another one with --data.");
        }
    }

    private Examined Room()
    {
        var free = new DriveInfo(Path.GetFullPath(folder.Path)).AvailableFreeSpace;
        return free > LittleRoom
            ? new Examined("disk", Severity.Fine, $"{free / (1024 * 1024):N0} MB are free.")
            : new Examined("disk", free < LittleRoom / 10 ? Severity.Broken : Severity.Warning, $"Only {free / (1024 * 1024):N0} MB are free.", "Make room on the disk; a full disk stops publishing and tracking.");
    }

    private Examined Key() =>
        secrets.Unprotect(secrets.Protect("probe")) == "probe"
            ? new Examined("master key", Severity.Fine, "The master key works. Keep a copy of it apart from backups.")
            : new Examined("master key", Severity.Broken, "The master key does not work.", "Put the master.key back that the data was stored with.");
}

/// <summary>The database: reachable, whole, up to date, and no event stuck.</summary>
internal sealed class DatabaseExamination(Db db, DatabaseAddress address) : IExamine
{
    public async Task<IReadOnlyList<Examined>> ExamineAsync(CancellationToken cancel)
    {
        if (!await db.Database.CanConnectAsync(cancel))
        {
            return [new Examined("database", Severity.Broken, $"The {address.Kind} database does not answer.", address.Kind == DatabaseKind.Sqlite ? $"Look whether {address.File} can be read." : "Start the server, or mend the connection string in --database.")];
        }

        var waiting = (await db.Database.GetPendingMigrationsAsync(cancel)).Count();
        if (waiting > 0)
        {
            return [new Examined("database", Severity.Warning, $"{waiting} upgrades wait.", "Start the program once; it copies the database and upgrades it.")];
        }

        await db.Database.OpenConnectionAsync(cancel);
        var damage = await Catalogue.DamageAsync(db.Database.GetDbConnection(), cancel);
        var stuck = await db.Set<OutboxEvent>().CountAsync(row => row.DoneAt == null && row.Tries >= OutboxEvent.MostTries, cancel);
        return
        [
            damage is null
                ? new Examined("database", Severity.Fine, $"{address.Kind} answers and is whole.")
                : new Examined("database", Severity.Broken, $"The database file is damaged: {damage}", "Stop the program and restore the latest backup into an empty data folder."),
            stuck == 0
                ? new Examined("events", Severity.Fine, "No event is stuck.")
                : new Examined("events", Severity.Warning, $"{stuck} events could not be handed over after {OutboxEvent.MostTries} tries.", "Read their reasons in the outbox table and report them; nothing else waits for them."),
        ];
    }
}

/// <summary>The clock: not behind what was already written, nor far in the future.</summary>
internal sealed class ClockExamination(Db db, TimeProvider clock) : IExamine
{
    public async Task<IReadOnlyList<Examined>> ExamineAsync(CancellationToken cancel)
    {
        if ((await db.Database.GetPendingMigrationsAsync(cancel)).Any())
        {
            return [];
        }

        var last = await db.Set<AuditLine>().IgnoreQueryFilters().MaxAsync(line => (Instant?)line.CreatedAt, cancel);
        var now = clock.Now();
        return last > now + Duration.FromMinutes(1)
            ? [new Examined("clock", Severity.Broken, $"The clock says {now:uuuu-MM-dd HH:mm} UTC, but something was already written at {last:uuuu-MM-dd HH:mm} UTC.", "Set the machine's clock and let it follow a time server; a clock that is behind delays posts.")]
            : [new Examined("clock", Severity.Fine, $"The clock says {now:uuuu-MM-dd HH:mm} UTC; time zones are {DateTimeZoneProviders.Tzdb.VersionId}.")];
    }
}
