using System.ComponentModel.DataAnnotations;
using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Links;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Tracking;

/// <summary>A deal as people see it.</summary>
/// <param name="Orders">How many conversions used its code, without those taken back.</param>
/// <param name="Revenue">What they were worth, one sum per currency.</param>
/// <param name="Redemption">Orders of codes handed out, where these are counted.</param>
public sealed record DealView(
    Id<Deal> Id, Id<Brand> Brand, string Code, string Title, LinkPlace Place, LocalDate From, LocalDate Until, int? Issued,
    int Orders, IReadOnlyList<Money> Revenue, Ratio? Redemption, int Version) : IVersioned
{
    internal static DealView Of(Deal deal, int orders = 0, IReadOnlyList<Money>? revenue = null) => new(
        deal.Id, deal.Brand, deal.Code, deal.Title, deal.Place, deal.From, deal.Until, deal.Issued, orders, revenue ?? [],
        deal.Issued is { } issued ? Ratio.Of(orders, issued) : null, deal.Version);
}

/// <summary>Makes a special offer with a code; use another code per channel to tell where orders come from.</summary>
/// <param name="Place">What orders with this code count for: ids of a plan, post, variant, channel, account, goal, campaign of the brand; 422 for any other.</param>
/// <param name="From">The first day it is valid.</param>
/// <param name="Until">The last day it is valid.</param>
/// <param name="Issued">How many codes were handed out, if that is counted.</param>
[Needs(Permission.WritePosts)]
public sealed record MakeDeal(
    Id<Brand> Brand, [property: MaxLength(40)] string Code, [property: MaxLength(120)] string Title, LocalDate From, LocalDate Until, LinkPlace? Place = null, int? Issued = null) : ICommand<DealView>
{
    /// <summary>409 when another deal of the brand has its code.</summary>
    internal static async Task FreeAsync(Db db, Deal deal, CancellationToken cancel)
    {
        if (await db.Set<Deal>().AnyAsync(other => other.Brand == deal.Brand && other.Code == deal.Code && other.Id != deal.Id, cancel))
        {
            throw Rule.Conflict("code-taken", $"Another deal has the code {deal.Code}. Choose another one.", "code");
        }
    }

    internal sealed class Handler(Db db, IPlaces places, Journal journal) : IHandle<MakeDeal, DealView>
    {
        public async Task<DealView> HandleAsync(MakeDeal request, CancellationToken cancel)
        {
            var brand = await db.FindAsync(request.Brand, "brand", cancel);
            await places.CheckAsync(brand.Id, request.Place, before: null, cancel);
            var deal = new Deal(brand.Id, request.Code, request.Title, request.Place ?? new LinkPlace(), request.From, request.Until, request.Issued);
            await FreeAsync(db, deal, cancel);
            db.Add(deal);
            journal.Say($"made the deal “{deal.Title}” with the code {deal.Code}", brand.Id.Value, subject: deal.Id);
            return DealView.Of(deal);
        }
    }
}
