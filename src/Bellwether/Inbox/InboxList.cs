using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Inbox;

/// <summary>Which cases to list.</summary>
public enum CareFilter
{
    /// <summary>What is not settled, what is due next first.</summary>
    Open,

    /// <summary>Of those, the asker's.</summary>
    Mine,

    /// <summary>Of those, what is later than promised.</summary>
    Overdue,

    /// <summary>What is settled, the latest first.</summary>
    Resolved,

    /// <summary>Everything, the latest word first.</summary>
    All,
}

/// <summary>Cases of a brand, and how many there are of each kind.</summary>
/// <param name="After">Asks for the next page; null on the last.</param>
/// <param name="Open">Cases that are not settled.</param>
/// <param name="Mine">Of those, the asker's.</param>
/// <param name="Overdue">Of those, later than promised.</param>
public sealed record CareListView(IReadOnlyList<CareRow> Items, string? After, int Open, int Mine, int Overdue);

/// <summary>The cases of a brand: open, the asker's own, overdue, settled, or all.</summary>
/// <param name="After">The last case of the page before.</param>
[Needs(Permission.Read)]
public sealed record InboxList(Id<Brand> Brand, CareFilter Filter = CareFilter.Open, Id<Case>? After = null, int Take = 50) : IQuery<CareListView>
{
    internal sealed class Handler(Db db, InboxDesk desk) : IHandle<InboxList, CareListView>
    {
        public async Task<CareListView> HandleAsync(InboxList request, CancellationToken cancel)
        {
            Rule.Require(request.Take is >= 1 and <= Paging.Most, "take-out-of-range", $"A page has 1 to {Paging.Most} items.", "take");
            var brand = await db.FindAsync(request.Brand, "brand", cancel);
            var business = await desk.ClockAsync(brand, cancel);
            // What is due hangs on the hours of the brand, which no database knows; what is not settled is few.
            var open = (await db.Set<Case>().AsNoTracking().Where(row => row.Brand == brand.Id && row.Status != CareStatus.Resolved).ToListAsync(cancel))
                .Select(row => desk.Row(row, business)).OrderBy(row => row.Due is null).ThenBy(row => row.Due?.At).ThenBy(row => row.Id).ToList();
            var (items, after) = request.Filter switch
            {
                CareFilter.Open => Paged(open, request),
                CareFilter.Mine => Paged(open.FindAll(row => row.Assignee is not null && row.Assignee == desk.Me), request),
                CareFilter.Overdue => Paged(open.FindAll(row => row.Due is { Overdue: true }), request),
                _ => await StoredAsync(request, brand, business, cancel),
            };
            return new CareListView(items, after, open.Count, open.Count(row => row.Assignee is not null && row.Assignee == desk.Me), open.Count(row => row.Due is { Overdue: true }));
        }

        private static (IReadOnlyList<CareRow> Items, string? After) Paged(List<CareRow> rows, InboxList request)
        {
            var from = request.After is { } last ? rows.FindIndex(row => row.Id == last) + 1 : 0;
            var page = rows.Skip(from).Take(request.Take).ToList();
            return (page, from + page.Count < rows.Count ? page[^1].Id.ToString() : null);
        }

        private async Task<(IReadOnlyList<CareRow> Items, string? After)> StoredAsync(InboxList request, Brand brand, BusinessClock business, CancellationToken cancel)
        {
            var rows = db.Set<Case>().AsNoTracking().Where(row => row.Brand == brand.Id && (request.Filter == CareFilter.All || row.Status == CareStatus.Resolved));
            if (request.After is { } after)
            {
                var last = Rule.Found(await db.Set<Case>().AsNoTracking().FirstOrDefaultAsync(row => row.Id == after, cancel), "case");
                rows = rows.Where(row => row.LastAt < last.LastAt || (row.LastAt == last.LastAt && row.Id.CompareTo(after) < 0));
            }

            var found = await rows.OrderByDescending(row => row.LastAt).ThenByDescending(row => row.Id).Take(request.Take + 1).ToListAsync(cancel);
            return ([.. found.Take(request.Take).Select(row => desk.Row(row, business))], found.Count > request.Take ? found[request.Take - 1].Id.ToString() : null);
        }
    }
}
