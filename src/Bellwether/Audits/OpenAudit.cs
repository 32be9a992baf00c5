using System.ComponentModel.DataAnnotations;
using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Plans;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Audits;

/// <summary>
/// Opens an audit of a brand's accounts: it begins with the newest numbers on file and takes more by hand. A second open one is 409.
/// </summary>
/// <param name="Title">What it is called; the month unless given.</param>
/// <param name="On">The day whose state it shows; today unless given, never a coming one.</param>
[Needs(Permission.EditPlan)]
public sealed record OpenAudit(Id<Brand> Brand, [property: MaxLength(120)] string? Title = null, LocalDate? On = null) : ICommand<AuditView>
{
    internal sealed class Handler(Db db, PlanFinder plans, AuditDesk desk, TimeProvider clock, Journal journal) : IHandle<OpenAudit, AuditView>
    {
        public async Task<AuditView> HandleAsync(OpenAudit request, CancellationToken cancel)
        {
            var brand = await plans.BrandAsync(request.Brand, cancel);
            var today = clock.Today(brand.Zone);
            Rule.Require(request.On is null || request.On <= today, "audit-in-future", "An audit shows a day that has been. Choose today or an earlier one.", "on");
            if (await db.Set<Audit>().AsNoTracking().FirstOrDefaultAsync(row => row.Brand == brand.Id && row.ClosedAt == null, cancel) is { } open)
            {
                throw Rule.Conflict("audit-open", $"The audit “{open.Title}” is still open. Close it first.");
            }

            var on = request.On ?? today;
            var audit = new Audit(brand.Id, string.IsNullOrWhiteSpace(request.Title) ? $"Audit of {on:uuuu-MM}" : request.Title, on);
            var taken = await desk.TakeAsync(audit, cancel);
            db.Add(audit);
            journal.Say($"opened the audit “{audit.Title}” with {taken} numbers on file", brand.Id.Value, null, audit.Id);
            return await desk.ViewAsync(audit, brand, cancel);
        }
    }
}
