using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Tracking;

/// <summary>The conversions of a brand, newest first.</summary>
/// <param name="From">Only from this day on, in the brand's zone.</param>
/// <param name="Until">Only until this day; 422 where it lies before the first.</param>
/// <param name="Type">Only of this type: sale, lead, signup or a word of one's own.</param>
/// <param name="Unmatched">Only those that nothing known led to.</param>
/// <param name="Subject">Only those credited to a post, channel, account, goal, campaign, deal or link: its id.</param>
[Needs(Permission.Read)]
public sealed record ConversionList(Id<Brand> Brand, string? Subject = null, bool Unmatched = false, LocalDate? From = null, LocalDate? Until = null, string? Type = null, string? After = null, int Take = 50) : IQuery<Page<ConversionView>>
{
    internal sealed class Handler(Db db) : IHandle<ConversionList, Page<ConversionView>>
    {
        public async Task<Page<ConversionView>> HandleAsync(ConversionList request, CancellationToken cancel)
        {
            var conversions = db.Set<Conversion>().AsNoTracking().Where(one => one.Brand == request.Brand);
            if (request.Unmatched)
            {
                conversions = conversions.Where(one => one.MatchedBy == MatchedBy.Nothing);
            }

            if (request.Subject is { } subject)
            {
                conversions = conversions.Where(CreditedTo.Node(subject));
            }

            Rule.Require(request.From is not { } first || request.Until is not { } last || first <= last, "range-reversed", "The range ends before it begins. Put the earlier day first.", "from");
            if (request.From is not null || request.Until is not null)
            {
                var brand = await db.FindAsync(request.Brand, "brand", cancel);
                var start = request.From?.AtStartOfDayInZone(brand.Zone).ToInstant() ?? Instant.MinValue;
                var end = request.Until?.PlusDays(1).AtStartOfDayInZone(brand.Zone).ToInstant() ?? Instant.MaxValue;
                conversions = conversions.Where(one => one.At >= start && one.At < end);
            }

            if (request.Type is { } type)
            {
                conversions = conversions.Where(one => one.Kind == type);
            }

            return await conversions.OrderByDescending(one => one.Id).PageAsync(
                request.After, request.Take, one => one.Id, (rows, cursor) => rows.Where(one => one.Id.CompareTo(cursor) < 0), ConversionView.Of, cancel);
        }
    }
}
