using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Links;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Tracking;

/// <summary>What can be taken along.</summary>
public enum TrackingTable
{
    /// <summary>Single hits on short links, counted and dropped.</summary>
    Clicks,

    /// <summary>Single page views and events of the own site, counted and dropped.</summary>
    SiteEvents,

    /// <summary>Sales, leads and sign-ups.</summary>
    Conversions,

    /// <summary>Tracked links with their tags.</summary>
    Links,

    /// <summary>Deals with their codes.</summary>
    Deals,
}

/// <summary>In which form.</summary>
public enum ExportForm
{
    /// <summary>Comma-separated values with a line of names; cells never become formulas.</summary>
    Csv,

    /// <summary>One JSON object a line.</summary>
    JsonLines,
}

/// <summary>
/// Everything that tracking keeps of a brand, one table at a time, as CSV or JSON lines. It is read row by row into a file and
/// sent from there, however long it is.
/// </summary>
/// <param name="Table">Which table.</param>
/// <param name="Form">CSV unless given.</param>
/// <param name="From">The first day of clicks, site events and conversions; all of them unless given.</param>
/// <param name="Until">The last day.</param>
[Needs(Permission.EditNumbers)]
public sealed record ExportTracking(Id<Brand> Brand, TrackingTable Table, ExportForm Form = ExportForm.Csv, LocalDate? From = null, LocalDate? Until = null) : IQuery<FileResult>
{
    internal sealed class Handler(Db db) : IHandle<ExportTracking, FileResult>
    {
        public async Task<FileResult> HandleAsync(ExportTracking request, CancellationToken cancel)
        {
            var brand = await db.FindAsync(request.Brand, "brand", cancel);
            var start = request.From is { } from ? from.AtStartOfDayInZone(brand.Zone).ToInstant() : Instant.MinValue;
            var end = request.Until is { } until ? until.PlusDays(1).AtStartOfDayInZone(brand.Zone).ToInstant() : Instant.MaxValue;
            var path = System.IO.Path.GetTempFileName();
            try
            {
                await using (var file = new StreamWriter(path, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: request.Form == ExportForm.Csv)))
                {
                    var (columns, rows) = Table(request.Table, brand.Id, start, end);
                    await WriteAsync(file, request.Form, columns, rows, cancel);
                }
            }
            catch
            {
                File.Delete(path);
                throw;
            }

            var (ending, type) = request.Form == ExportForm.Csv ? ("csv", "text/csv; charset=utf-8") : ("jsonl", "application/jsonl; charset=utf-8");
            // The file goes with whoever reads it last.
            return FileResult.Streamed(
                $"{IdText.KebabCase(request.Table.ToString())}.{ending}", type,
                _ => Task.FromResult<Stream>(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 65_536, FileOptions.DeleteOnClose | FileOptions.Asynchronous)));
        }

        private static async Task WriteAsync(StreamWriter file, ExportForm form, IReadOnlyList<string> columns, IAsyncEnumerable<JsonObject> rows, CancellationToken cancel)
        {
            if (form == ExportForm.Csv)
            {
                await file.WriteAsync(string.Join(',', columns) + "\r\n");
            }

            await foreach (var row in rows.WithCancellation(cancel))
            {
                if (form == ExportForm.JsonLines)
                {
                    await file.WriteAsync(row.ToJsonString(HouseJson.Options) + "\n");
                    continue;
                }

                await file.WriteAsync(string.Join(',', columns.Select(column => SafeCell.Of(Text(row[column])))) + "\r\n");
            }
        }

        private static string Text(JsonNode? node) => node switch
        {
            null => "",
            JsonValue value when value.GetValueKind() == JsonValueKind.String => value.GetValue<string>(),
            _ => node.ToJsonString(HouseJson.Options),
        };

        private (IReadOnlyList<string> Columns, IAsyncEnumerable<JsonObject> Rows) Table(TrackingTable table, Id<Brand> brand, Instant start, Instant end) => table switch
        {
            TrackingTable.Clicks => Each(
                db.Set<Click>().Where(row => row.Brand == brand && row.At >= start && row.At < end).OrderBy(row => row.At).ThenBy(row => row.Id),
                row => new { row.Id, row.At, row.Link, row.Outcome, row.DroppedAs, row.Scan, row.Served, row.StartsVisit, row.Visitor, row.ReferrerHost, row.Group, row.Device, row.Agent, row.Rules }),
            TrackingTable.SiteEvents => Each(
                db.Set<SiteEvent>().Where(row => row.Brand == brand && row.At >= start && row.At < end).OrderBy(row => row.At).ThenBy(row => row.Id),
                row => new
                {
                    row.Id, row.At, row.Name, row.Host, row.Path, row.Outcome, row.DroppedAs, row.StartsVisit, row.Visitor, row.Source, row.Medium, row.Campaign, row.ReferrerHost, row.Origin, row.Group, row.Device, row.Data, row.Agent, row.Rules,
                }),
            TrackingTable.Conversions => Each(
                db.Set<Conversion>().Where(row => row.Brand == brand && row.At >= start && row.At < end).OrderBy(row => row.At).ThenBy(row => row.Id),
                row => new
                {
                    row.Id, row.ExternalId, Type = row.Kind, row.At, Amount = row.Value?.Amount, row.Currency, row.Customer, row.MatchedBy, row.Why, row.Link, row.Deal, row.VoidedAt, row.Plan, row.Post, row.Variant, row.Channel, row.Account, row.Goal, row.Campaign,
                }),
            TrackingTable.Links => Each(
                db.Set<TrackedLink>().Where(row => row.Brand == brand).OrderBy(row => row.Id),
                row => new
                {
                    row.Id, row.Code, row.Target, row.Destination, row.Title, row.Tags?.Source, row.Tags?.Medium, CampaignTag = row.Tags?.Campaign, row.Tags?.Content, row.Tags?.Term, row.PassClickId, row.Host, row.LastDay, row.MostClicks, row.Fallback, Served = row.Served.Select(one => new { one.Number, one.Address }), row.CreatedAt, row.ArchivedAt,
                    row.Plan, row.Post, row.Variant, row.Channel, row.Account, row.Goal, row.Campaign,
                }),
            _ => Each(
                db.Set<Deal>().Where(row => row.Brand == brand).OrderBy(row => row.Id),
                row => new { row.Id, row.Code, row.Title, row.From, row.Until, row.Issued, row.Plan, row.Post, row.Channel, row.Account, row.Goal, row.Campaign }),
        };

        /// <summary>The names of what is written of a row, and the rows; an empty table has its names too.</summary>
        private static (IReadOnlyList<string> Columns, IAsyncEnumerable<JsonObject> Rows) Each<T, TWritten>(IQueryable<T> rows, Func<T, TWritten> of)
            where T : class
        {
            return ([.. HouseJson.Options.GetTypeInfo(typeof(TWritten)).Properties.Select(property => property.Name)], RowsAsync());

            async IAsyncEnumerable<JsonObject> RowsAsync()
            {
                await foreach (var row in rows.AsNoTracking().AsAsyncEnumerable())
                {
                    yield return JsonSerializer.SerializeToNode(of(row), HouseJson.Options)!.AsObject();
                }
            }
        }
    }
}
