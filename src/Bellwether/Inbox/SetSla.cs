using System.ComponentModel.DataAnnotations;
using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Inbox;

/// <summary>How soon a brand answers and settles.</summary>
/// <param name="Own">Whether the brand said so itself; otherwise these are the usual terms.</param>
/// <param name="DayMinutes">How many business minutes its longest working day has; 0 for a brand without hours.</param>
public sealed record SlaView(Id<Brand> Brand, IReadOnlyList<SlaTerm> Terms, IReadOnlyList<LocalDate> DaysOff, bool Own, int DayMinutes)
{
    internal static SlaView Of(Brand brand, Sla? sla) => new(
        brand.Id, sla?.Terms ?? Sla.Usual, sla?.DaysOff ?? [], sla is not null,
        (int)brand.Hours.Spans.GroupBy(span => span.Day).Select(day => day.Sum(span => (span.Until - span.From).ToDuration().TotalMinutes)).DefaultIfEmpty(0).Max());
}

/// <summary>Says how soon a brand answers and settles, by severity, in business minutes. It holds for what comes in from now on; what was promised stays promised.</summary>
/// <param name="Terms">A severity that is left out keeps its term.</param>
/// <param name="DaysOff">Days on which nobody answers although the weekday has hours; left out, they stay as they are.</param>
[Needs(Permission.RunPlan)]
public sealed record SetSla(Id<Brand> Brand, [property: MaxLength(4)] IReadOnlyList<SlaTerm> Terms, IReadOnlyList<LocalDate>? DaysOff = null) : ICommand<SlaView>
{
    internal sealed class Handler(Db db, Journal journal) : IHandle<SetSla, SlaView>
    {
        public async Task<SlaView> HandleAsync(SetSla request, CancellationToken cancel)
        {
            var brand = await db.FindAsync(request.Brand, "brand", cancel);
            var sla = await db.Set<Sla>().FirstOrDefaultAsync(row => row.Brand == brand.Id, cancel);
            if (sla is null)
            {
                db.Add(sla = new Sla(brand.Id, null));
            }

            sla.Set(request.Terms, request.DaysOff ?? sla.DaysOff);
            journal.Say("changed how soon the inbox is answered", brand.Id.Value, subject: sla.Id);
            return SlaView.Of(brand, sla);
        }
    }
}

/// <summary>
/// How soon a brand answers and settles, by severity, in business minutes. Until it says so itself: urgent 30 and 240 minutes, high an
/// hour and a working day, normal 240 minutes and two days, low a day and five days (a day of 9 to 18 is 540 minutes).
/// </summary>
[Needs(Permission.Read)]
public sealed record SlaDetail(Id<Brand> Brand) : IQuery<SlaView>
{
    internal sealed class Handler(Db db) : IHandle<SlaDetail, SlaView>
    {
        public async Task<SlaView> HandleAsync(SlaDetail request, CancellationToken cancel)
        {
            var brand = await db.FindAsync(request.Brand, "brand", cancel);
            return SlaView.Of(brand, await db.Set<Sla>().AsNoTracking().FirstOrDefaultAsync(row => row.Brand == brand.Id, cancel));
        }
    }
}
