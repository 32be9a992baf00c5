using Bellwether.Kernel;
using Bellwether.Plans;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Returns.Imports;

/// <summary>An import of time or ads as it is listed.</summary>
/// <param name="MayUndo">Whether it is the latest of its kind that stands, and whoever asks may take it back.</param>
public sealed record ReturnImportView(Id<ReturnImport> Id, ReturnImportKind Kind, string File, string By, Instant At, int Added, int Changed, Instant? UndoneAt, bool MayUndo);

/// <summary>A plan's imports of time or of ads, the newest first; the last 20.</summary>
[Needs(Permission.Read)]
public sealed record ReturnImportList(Id<Plan> Plan, ReturnImportKind Kind) : IQuery<IReadOnlyList<ReturnImportView>>
{
    internal sealed class Handler(Db db, PlanFinder plans, ICurrent current) : IHandle<ReturnImportList, IReadOnlyList<ReturnImportView>>
    {
        public async Task<IReadOnlyList<ReturnImportView>> HandleAsync(ReturnImportList request, CancellationToken cancel)
        {
            var plan = await plans.FindAsync(request.Plan, cancel);
            var all = await db.Set<ReturnImport>().AsNoTracking().Where(row => row.Plan == plan.Id && row.Kind == request.Kind).OrderByDescending(row => row.Id).Take(20).ToListAsync(cancel);
            var latest = all.Find(row => row.UndoneAt is null);
            return [.. all.Select(row => new ReturnImportView(
                row.Id, row.Kind, row.File, row.By, row.CreatedAt, row.Added.Count, row.FormerTimes.Count + row.FormerAds.Count, row.UndoneAt, row == latest && Imports.MayUndo(row, current)))];
        }
    }
}

/// <summary>Who may take an import back, and when.</summary>
internal static class Imports
{
    /// <summary>Ads by whoever edits numbers; time by whoever brought it, or runs plans.</summary>
    public static bool MayUndo(ReturnImport import, ICurrent current) =>
        import.Kind == ReturnImportKind.Ads ? current.May(Permission.EditNumbers) : current.May(Permission.TakePart) && (current.May(Permission.RunPlan) || (import.Member is { } member && member == current.MemberKey));

    /// <summary>The import, ready to be taken back: the latest of its kind that stands, since later ones may have changed the same rows.</summary>
    public static async Task<ReturnImport> TakeBackAsync(this Db db, Id<ReturnImport> id, ReturnImportKind kind, ICurrent current, Instant now, CancellationToken cancel)
    {
        var import = Rule.Found(await db.FindAsync(id, "import", cancel) is { } found && found.Kind == kind ? found : null, "import");
        if (!MayUndo(import, current))
        {
            throw Rule.Forbidden("Somebody else brought this time. Ask them, or somebody who runs the plan, to take it back.");
        }

        import.Undo(now);
        if (await db.Set<ReturnImport>().AnyAsync(row => row.Plan == import.Plan && row.Kind == kind && row.UndoneAt == null && row.Id.CompareTo(id) > 0, cancel))
        {
            throw Rule.Conflict("later-import", "A later import may have changed the same rows. Take that one back first.");
        }

        return import;
    }
}

/// <summary>What taking an import back did.</summary>
/// <param name="Back">How many rows went, or say again what they said before.</param>
/// <param name="Kept">How many stay, because somebody changed them since.</param>
public sealed record UndoneReturnImport(int Back, int Kept);
