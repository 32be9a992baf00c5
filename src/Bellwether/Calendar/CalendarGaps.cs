using Bellwether.Audits;
using Bellwether.Brands;
using Bellwether.Channels;
using Bellwether.Kernel;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Calendar;

/// <summary>An account's planned posts against its cadence, week by week.</summary>
/// <param name="Wanted">Posts a week the cadence asks for; null when it asks for none.</param>
public sealed record AccountGaps(Id<SocialAccount> Account, string Network, string Handle, int? Wanted, HowOften Day, HowOften Week, IReadOnlyList<CadenceWeek> Weeks);

/// <summary>Planned posts against the cadence of each account: how many a week, how many are wanted, and times that would fill the gaps. An account with neither a rhythm of its own nor a channel has no gaps.</summary>
/// <param name="From">A day of the first week.</param>
/// <param name="To">A day of the last week; at most 100 days later.</param>
[Needs(Permission.Read)]
public sealed record CalendarGaps(Id<Brand> Brand, LocalDate From, LocalDate To) : IQuery<IReadOnlyList<AccountGaps>>
{
    internal sealed class Handler(Db db, TimeProvider clock, CadenceBook cadences) : IHandle<CalendarGaps, IReadOnlyList<AccountGaps>>
    {
        public async Task<IReadOnlyList<AccountGaps>> HandleAsync(CalendarGaps request, CancellationToken cancel)
        {
            Rule.Require(request.From <= request.To && NodaTime.Period.DaysBetween(request.From, request.To) <= 100, "span-too-long", "Gaps are shown for at most 100 days. Ask for fewer.", "to");
            var brand = await db.FindAsync(request.Brand, "brand", cancel);
            var zone = brand.Zone;
            var accounts = await db.Set<SocialAccount>().AsNoTracking()
                .Where(account => account.Brand == brand.Id && account.ArchivedAt == null && account.Status == AccountStatus.Active && account.Disposition != Disposition.Park && account.Disposition != Disposition.Delete)
                .OrderBy(account => account.Network).ThenBy(account => account.Handle).ToListAsync(cancel);
            var asked = await cadences.AskedAsync(accounts, cancel);
            var planned = await PlannedAsync(brand, request, zone, cancel);
            var now = clock.Now().InZone(zone).LocalDateTime;
            return
            [
                .. accounts.Select(account =>
                {
                    var cadence = asked[account.Id];
                    var weeks = CadenceGaps.Of(cadence, planned.GetValueOrDefault(account.Id, []), request.From, request.To, brand.WeekStart, now);
                    return new AccountGaps(account.Id, account.Network, account.Handle, CadenceGaps.Wanted(cadence), cadence.Day, cadence.Week, weeks);
                }),
            ];
        }

        private async Task<Dictionary<Id<SocialAccount>, List<LocalDateTime>>> PlannedAsync(Brand brand, CalendarGaps request, DateTimeZone zone, CancellationToken cancel)
        {
            var first = zone.AtStartOfDay(Weeks.StartOf(request.From, brand.WeekStart)).ToInstant();
            var until = zone.AtStartOfDay(Weeks.StartOf(request.To, brand.WeekStart).PlusDays(7)).ToInstant();
            var rows = await (
                from post in db.Set<Post>().IgnoreAutoIncludes().Planned()
                join variant in db.Set<Variant>() on post.Id equals variant.Post
                where post.Brand == brand.Id && post.DueAt >= first && post.DueAt < until
                select new { variant.Account, post.DueAt }).ToListAsync(cancel);
            return rows.GroupBy(row => row.Account).ToDictionary(group => group.Key, group => group.Select(row => row.DueAt!.Value.InZone(zone).LocalDateTime).ToList());
        }
    }
}
