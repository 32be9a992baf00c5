using System.ComponentModel.DataAnnotations;
using Bellwether.Kernel;
using Bellwether.Links;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Tracking;

/// <summary>
/// Mends a deal: all of it, as the form shows it. Orders that used it stay where they were counted. Once an order used its code, another code would
/// cut them off: 409; a deal that ends and a new one beside it do that.
/// </summary>
/// <param name="Place">What orders with this code count for from now on; ids of the brand, 422 for any other.</param>
/// <param name="From">The first day it is valid.</param>
/// <param name="Until">The last day it is valid.</param>
/// <param name="Issued">How many codes were handed out, if that is counted.</param>
[Needs(Permission.WritePosts)]
public sealed record ChangeDeal(
    Id<Deal> Deal, [property: MaxLength(40)] string Code, [property: MaxLength(120)] string Title, LocalDate From, LocalDate Until, LinkPlace? Place = null, int? Issued = null, int? IfVersion = null)
    : ICommand<DealView>, IExpectsVersion
{
    internal sealed class Handler(Db db, IPlaces places, Journal journal) : IHandle<ChangeDeal, DealView>
    {
        public async Task<DealView> HandleAsync(ChangeDeal request, CancellationToken cancel)
        {
            var deal = await db.FindAsync(request.Deal, "deal", cancel);
            deal.Expect(request.IfVersion);
            await places.CheckAsync(deal.Brand, request.Place, deal.Place, cancel);
            var before = deal.Code;
            deal.Be(request.Code, request.Title, request.Place ?? new LinkPlace(), request.From, request.Until, request.Issued);
            if (deal.Code != before)
            {
                if (await db.Set<Conversion>().AnyAsync(order => order.Deal == deal.Id, cancel))
                {
                    throw Rule.Conflict("code-used", $"Orders came with the code {before}; it has to stay. Let this deal end, and add one with the other code.", "code");
                }

                await MakeDeal.FreeAsync(db, deal, cancel);
            }

            journal.Say($"changed the deal “{deal.Title}” with the code {deal.Code}", deal.Brand.Value, subject: deal.Id);
            return DealView.Of(deal);
        }
    }
}
