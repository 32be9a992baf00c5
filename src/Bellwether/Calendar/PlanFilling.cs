using Bellwether.Kernel;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Calendar;

/// <summary>
/// What filling the calendar from a template would do, as a dry run: every post it would make, change or take out, and
/// every slot that is blocked with the names of what is missing. Nothing is stored.
/// </summary>
/// <param name="From">First day, in the brand's zone.</param>
/// <param name="To">Last day; at most 92 days are filled at once.</param>
[Needs(Permission.Read)]
public sealed record PlanFilling(Id<PostTemplate> Template, LocalDate From, LocalDate To) : IQuery<FillPlan>
{
    internal sealed class Handler(Db db, TimeProvider clock, FillDesk desk) : IHandle<PlanFilling, FillPlan>
    {
        public async Task<FillPlan> HandleAsync(PlanFilling request, CancellationToken cancel)
        {
            var template = await db.FindAsync(request.Template, "template", cancel);
            var brand = await db.FindAsync(template.Brand, "brand", cancel);
            var slots = await desk.PlanAsync(template, brand, request.From, request.To, clock.Now(), cancel);
            return FillPlan.Of(request.From, request.To, slots);
        }
    }
}

/// <summary>The times a template filled the calendar, the latest first.</summary>
[Needs(Permission.Read)]
public sealed record FillingList(Id<PostTemplate> Template) : IQuery<IReadOnlyList<FillingView>>
{
    internal sealed class Handler(Db db) : IHandle<FillingList, IReadOnlyList<FillingView>>
    {
        public async Task<IReadOnlyList<FillingView>> HandleAsync(FillingList request, CancellationToken cancel)
        {
            var template = await db.FindAsync(request.Template, "template", cancel);
            var rows = await db.Set<Filling>().AsNoTracking().Where(row => row.Template == template.Id).OrderByDescending(row => row.Id).Take(20).ToListAsync(cancel);
            return [.. rows.Select(FillingView.Of)];
        }
    }
}

/// <summary>One time that a template filled the calendar.</summary>
/// <param name="By">The member who asked for it.</param>
/// <param name="UndoneAt">When it was taken back.</param>
public sealed record FillingView(Id<Filling> Id, LocalDate From, LocalDate To, Instant At, Guid? By, int Made, int Changed, int TakenOut, Instant? UndoneAt)
{
    internal static FillingView Of(Filling filling) => new(filling.Id, filling.From, filling.To, filling.At, filling.By, filling.Made, filling.Changed, filling.TakenOut, filling.UndoneAt);
}
