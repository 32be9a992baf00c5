using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.People;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Reminders;

/// <summary>A tickler of whoever asks.</summary>
/// <param name="Path">Where it is dealt with on the screen.</param>
/// <param name="From">The brand's date from which it is shown.</param>
/// <param name="Done">Whether it was finished.</param>
public sealed record TicklerView(Id<Tickler> Id, string Words, string Path, LocalDate From, Instant RaisedAt, bool Done)
{
    internal static TicklerView Of(Tickler tickler) => new(tickler.Id, tickler.Words, tickler.Path, tickler.From, tickler.CreatedAt, tickler.DoneAt is not null);
}

/// <summary>The open ticklers of whoever asks: those whose day has come, the oldest first, or those that are put away.</summary>
/// <param name="PutAway">True for those whose day is still ahead.</param>
[Needs(Permission.Read)]
public sealed record TicklerList(Id<Brand> Brand, bool PutAway = false) : IQuery<IReadOnlyList<TicklerView>>
{
    internal sealed class Handler(Db db, ICurrent current, TimeProvider clock, IEnumerable<IStandingNotices> standing) : IHandle<TicklerList, IReadOnlyList<TicklerView>>
    {
        private const int Most = 200;

        public async Task<IReadOnlyList<TicklerView>> HandleAsync(TicklerList request, CancellationToken cancel)
        {
            var brand = await db.FindAsync(request.Brand, "brand", cancel);
            if (current.MemberKey is not { } key)
            {
                return [];
            }

            var me = new Id<Member>(key);
            var today = clock.Today(brand.Zone);
            var mine = await db.Set<Tickler>().AsNoTracking().Where(row => row.Brand == brand.Id && row.Member == me && row.DoneAt == null).OrderBy(row => row.Id).Take(Most).ToListAsync(cancel);
            var shown = mine.Where(row => row.From > today == request.PutAway).OrderBy(row => row.From).ThenBy(row => row.CreatedAt).ToList();
            var now = await StandingAsync(brand.Id, shown, cancel);
            return [.. shown.Where(row => !now.TryGetValue(row.Key, out var words) || words is not null).Select(row => TicklerView.Of(row) is var view && now.GetValueOrDefault(row.Key) is { } words ? view with { Words = Excerpt.Of(words, 400) } : view)];
        }

        /// <summary>What notices of how something stands say now, by their keys; null for those that are no longer so.</summary>
        private async Task<Dictionary<string, string?>> StandingAsync(Id<Brand> brand, List<Tickler> shown, CancellationToken cancel)
        {
            var now = new Dictionary<string, string?>(StringComparer.Ordinal);
            foreach (var kind in standing)
            {
                List<string> keys = [.. shown.Select(row => row.Key).Where(key => key.StartsWith(kind.Kind + " ", StringComparison.Ordinal))];
                var words = keys.Count == 0 ? null : await kind.OfAsync(brand, keys, cancel);
                keys.ForEach(key => now[key] = words!.GetValueOrDefault(key));
            }

            return now;
        }
    }
}
