using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Links;
using Bellwether.Storage;
using NodaTime;
using NodaTime.Text;

namespace Bellwether.Tracking.Reports;

/// <summary>The clicks, page views or events behind one figure of tracking, newest first. They are kept as long as the settings of tracking say.</summary>
/// <param name="From">The first day; 30 days ago unless given.</param>
/// <param name="Until">The last day; today unless given.</param>
/// <param name="Subject">Only clicks that count for a post, variant, channel, account, goal, campaign, plan or link: its id.</param>
/// <param name="Hour">Only this hour of the day in the brand's zone, 0 to 23.</param>
/// <param name="VisitsOnly">Only those with which a visit began.</param>
/// <param name="Page">Only views and events of this page: its host and path.</param>
/// <param name="Origin">Only what came from there, as people call it.</param>
/// <param name="Campaign">Only visits with this campaign tag.</param>
/// <param name="Name">Only events of this name.</param>
/// <param name="Dropped">Those that do not count instead of those that do.</param>
/// <param name="Take">How many, at most 200.</param>
[Needs(Permission.Read)]
public sealed record HitList(
    Id<Brand> Brand, HitSource Of = HitSource.Clicks, LocalDate? From = null, LocalDate? Until = null, string? Subject = null, ChannelGroup? Group = null, DeviceClass? Device = null,
    [property: Range(0, 23)] int? Hour = null, bool VisitsOnly = false, string? Page = null, string? Origin = null, string? Campaign = null, string? Name = null, bool Dropped = false,
    string? After = null, [property: Range(1, 200)] int Take = 50) : IQuery<Page<HitView>>
{
    internal sealed class Handler(Db db, HitBook book, TimeProvider clock) : IHandle<HitList, Page<HitView>>
    {
        public async Task<Page<HitView>> HandleAsync(HitList request, CancellationToken cancel)
        {
            var brand = await db.FindAsync(request.Brand, "brand", cancel);
            return await book.PageAsync(request.Asked(brand, clock), request.After, request.Take, cancel);
        }
    }

    internal HitsAsked Asked(Brand brand, TimeProvider clock) =>
        new(brand, Of, TrackingRange.Of(brand, From, Until, clock), Subject, Group, Device, Hour, VisitsOnly, Page, Origin, Campaign, Name, Dropped);
}

/// <summary>The events behind one figure as a CSV file: the newest 50,000 at most.</summary>
[Needs(Permission.Read)]
public sealed record ExportHits(
    Id<Brand> Brand, HitSource Of = HitSource.Clicks, LocalDate? From = null, LocalDate? Until = null, string? Subject = null, ChannelGroup? Group = null, DeviceClass? Device = null,
    [property: Range(0, 23)] int? Hour = null, bool VisitsOnly = false, string? Page = null, string? Origin = null, string? Campaign = null, string? Name = null, bool Dropped = false) : IQuery<FileResult>
{
    /// <summary>The most rows of one file; all there is comes with the export of tracking.</summary>
    public const int MostRows = 50_000;

    internal sealed class Handler(Db db, HitBook book, TimeProvider clock) : IHandle<ExportHits, FileResult>
    {
        public async Task<FileResult> HandleAsync(ExportHits request, CancellationToken cancel)
        {
            var brand = await db.FindAsync(request.Brand, "brand", cancel);
            var asked = new HitList(
                request.Brand, request.Of, request.From, request.Until, request.Subject, request.Group, request.Device, request.Hour, request.VisitsOnly, request.Page, request.Origin, request.Campaign, request.Name, request.Dropped).Asked(brand, clock);
            var hits = await book.PageAsync(asked, null, MostRows, cancel);
            var text = new StringBuilder("\uFEFFat,kind,what,where,group,source,device,starts visit,outcome\r\n");
            foreach (var hit in hits.Items)
            {
                text.AppendJoin(',', [
                    InstantPattern.ExtendedIso.Format(hit.At), Word(hit.Kind), SafeCell.Of(hit.What), SafeCell.Of(hit.Where ?? ""), Word(hit.Group), SafeCell.Of(hit.Source ?? ""), Word(hit.Device), hit.StartsVisit ? "yes" : "no", Word(hit.Outcome)]).Append("\r\n");
            }

            string Day(LocalDate day) => day.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture);
            return new FileResult($"{Word(request.Of)}-{Day(asked.Range.From)}-{Day(asked.Range.Until)}.csv", "text/csv; charset=utf-8", Encoding.UTF8.GetBytes(text.ToString()));
        }

        private static string Word<T>(T word)
            where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(word.ToString());
    }
}
