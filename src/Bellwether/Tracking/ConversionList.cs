using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Tracking;

/// <summary>The conversions of a brand, newest first.</summary>
/// <param name="Unmatched">Only those that nothing known led to.</param>
/// <param name="Subject">Only those credited to a post, channel, account, goal, campaign, deal or link: its id.</param>
[Needs(Permission.Read)]
public sealed record ConversionList(Id<Brand> Brand, string? Subject = null, bool Unmatched = false, string? After = null, int Take = 50) : IQuery<Page<ConversionView>>
{
    internal sealed class Handler(Db db) : IHandle<ConversionList, Page<ConversionView>>
    {
        public Task<Page<ConversionView>> HandleAsync(ConversionList request, CancellationToken cancel)
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

            return conversions.OrderByDescending(one => one.Id).PageAsync(
                request.After, request.Take, one => one.Id, (rows, cursor) => rows.Where(one => one.Id.CompareTo(cursor) < 0), ConversionView.Of, cancel);
        }
    }
}
