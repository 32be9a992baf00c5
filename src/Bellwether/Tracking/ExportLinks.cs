using System.Globalization;
using System.Text;
using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Links;
using Bellwether.Storage;
using Bellwether.Tracking.Sums;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Tracking;

/// <summary>The links of a brand as CSV, with the columns that an import reads, their short addresses, their clicks and how many of those were scans of the QR code. Cells never become formulas.</summary>
/// <param name="Archived">Archived links instead of those in use.</param>
/// <param name="Import">Only links that this import made.</param>
[Needs(Permission.Read)]
public sealed record ExportLinks(Id<Brand> Brand, bool Archived = false, Id<LinkImport>? Import = null) : IQuery<FileResult>
{
    internal sealed class Handler(Db db, TrackingSums sums, PublicAddress address) : IHandle<ExportLinks, FileResult>
    {
        public async Task<FileResult> HandleAsync(ExportLinks request, CancellationToken cancel)
        {
            var brand = await db.FindAsync(request.Brand, "brand", cancel);
            var counted = (await sums.Ever.Where(row => row.Brand == brand.Id && row.Outcome == HitOutcome.Counted)
                .GroupBy(row => row.Link).Select(group => new { Link = group.Key, Hits = group.Sum(row => row.Hits), Scans = group.Sum(row => row.Scan ? row.Hits : 0) }).ToListAsync(cancel))
                .ToDictionary(row => row.Link, row => (row.Hits, row.Scans));
            var text = new StringBuilder("short,target,code,title,source,medium,campaign,content,term,last day,most clicks,fallback,clicks,scans\r\n");
            var links = db.Set<TrackedLink>().AsNoTracking().Where(link => link.Brand == brand.Id && (link.ArchivedAt != null) == request.Archived && (request.Import == null || link.Import == request.Import)).OrderBy(link => link.Id);
            await foreach (var link in links.AsAsyncEnumerable().WithCancellation(cancel))
            {
                var (clicks, scans) = counted.GetValueOrDefault(link.Id);
                string?[] cells =
                [
                    address.Short(link.Code, link.Host), link.Target, link.Code, link.Title, link.Tags?.Source, link.Tags?.Medium, link.Tags?.Campaign, link.Tags?.Content, link.Tags?.Term,
                    link.LastDay is { } day ? NodaTime.Text.LocalDatePattern.Iso.Format(day) : null, link.MostClicks?.ToString(CultureInfo.InvariantCulture), link.Fallback,
                    clicks.ToString(CultureInfo.InvariantCulture), scans.ToString(CultureInfo.InvariantCulture),
                ];
                text.AppendJoin(',', cells.Select(cell => SafeCell.Of(cell ?? ""))).Append("\r\n");
            }

            return new FileResult("links.csv", "text/csv; charset=utf-8", [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())]);
        }
    }
}
