using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Returns.Attribution;

/// <summary>How many revisions were added.</summary>
public sealed record KeptCredits(int Revisions);

/// <summary>
/// Keeps the credits of each month that has ended, under the model the brand chose, and adds a revision where something came to light
/// since: what was reported before stays as it was.
/// </summary>
[Internal("Runs by the timetable.")]
public sealed record KeepCredits(Id<Brand> Brand) : ICommand<KeptCredits>
{
    /// <summary>How many months back what comes to light is still looked for: as long as raw clicks are kept.</summary>
    public const int Months = 13;

    internal sealed class Handler(Db db, CreditedReturns returns, TimeProvider clock) : IHandle<KeepCredits, KeptCredits>
    {
        public async Task<KeptCredits> HandleAsync(KeepCredits request, CancellationToken cancel)
        {
            var brand = await db.FindAsync(request.Brand, "brand", cancel);
            var rules = await returns.RulesAsync(brand.Id, cancel);
            var today = clock.Today(brand.Zone);
            var current = new LocalDate(today.Year, today.Month, 1);
            var added = 0;
            for (var month = current.PlusMonths(-Months); month < current; month = month.PlusMonths(1))
            {
                added += await KeepAsync(brand, rules, month, cancel) ? 1 : 0;
            }

            return new KeptCredits(added);
        }

        private async Task<bool> KeepAsync(Brand brand, CreditRules rules, LocalDate month, CancellationToken cancel)
        {
            var until = month.PlusMonths(1).PlusDays(-1);
            var (start, end) = (month.AtStartOfDayInZone(brand.Zone).ToInstant(), until.PlusDays(1).AtStartOfDayInZone(brand.Zone).ToInstant());
            var kept = await db.Set<CreditRevision>().AsNoTracking().Where(revision => revision.Brand == brand.Id && revision.Month == month).OrderByDescending(revision => revision.Number).FirstOrDefaultAsync(cancel);
            var why = kept is not null ? (await CreditChanges.SinceAsync(db, brand.Id, start, end, kept.CreatedAt, cancel)).Why(kept, rules)
                : await db.Set<TouchPath>().AnyAsync(path => path.Brand == brand.Id && path.At >= start && path.At < end, cancel) ? "The month had ended." : null;
            if (why is null)
            {
                return false;
            }

            db.Add(new CreditRevision(brand, month, (kept?.Number ?? 0) + 1, why, await returns.OfAsync(brand, month, until, CreditBy.ChannelGroup, cancel: cancel)));
            return true;
        }
    }
}
