using Bellwether.Kernel;
using Bellwether.People;
using Bellwether.Storage;
using NodaTime;

namespace Bellwether.Tracking;

/// <summary>
/// Logs an opportunity that pieces of collateral helped along. Its value counts as an assist of each piece and never as
/// revenue; a value without a currency is 422.
/// </summary>
/// <param name="Items">The pieces that helped, of one brand.</param>
/// <param name="Title">What people call the opportunity: the customer, the offer's number.</param>
/// <param name="Value">What it is worth, in the currency's main unit.</param>
/// <param name="Currency">Three letters such as EUR.</param>
/// <param name="On">The day it was decided or last heard of; today unless given.</param>
[Needs(Permission.TakePart)]
public sealed record LogAssistedDeal(
    IReadOnlyList<Id<Collateral>> Items, string Title, decimal? Value = null, string? Currency = null, DealOutcome Outcome = DealOutcome.Won, LocalDate? On = null) : ICommand<AssistedDealView>
{
    internal sealed class Handler(Db db, ICurrent current, TimeProvider clock, Journal journal) : IHandle<LogAssistedDeal, AssistedDealView>
    {
        public async Task<AssistedDealView> HandleAsync(LogAssistedDeal request, CancellationToken cancel)
        {
            Rule.Require(request.Items.Count is > 0 and <= 50, "collateral-missing", "Name at least one piece that helped.", "items");
            var items = new List<Collateral>();
            foreach (var id in request.Items.Distinct())
            {
                items.Add(await db.FindAsync(id, "piece of collateral", cancel));
            }

            Rule.Require(items.TrueForAll(item => item.Brand == items[0].Brand), "brands-mixed", "The pieces belong to different brands. Log a deal for each.", "items");
            var brand = await db.FindAsync(items[0].Brand, "brand", cancel);
            var worth = AssistedDeal.Worth(request.Value, request.Currency);
            var deal = new AssistedDeal(
                brand.Id, [.. items.Select(item => item.Id)], request.Title, worth, request.Outcome, request.On ?? clock.Today(brand.Zone), current.MemberKey is { } member ? new Id<Member>(member) : null);
            db.Add(deal);
            journal.Say($"logged “{deal.Title}”{(worth is { } value ? $" ({value})" : "")} as helped by {string.Join(", ", items.Select(item => $"“{item.Title}”"))}", brand.Id.Value, items[0].Plan?.Value, deal.Id);
            return AssistedDealView.Of(deal);
        }
    }
}

/// <summary>Tells how an opportunity stands now and what it is worth; both replace what was told. A value without a currency is 422.</summary>
[Needs(Permission.TakePart)]
public sealed record SettleAssistedDeal(Id<AssistedDeal> Deal, DealOutcome Outcome, decimal? Value = null, string? Currency = null, LocalDate? On = null, int? IfVersion = null) : ICommand<AssistedDealView>, IExpectsVersion
{
    internal sealed class Handler(Db db, TimeProvider clock, Journal journal) : IHandle<SettleAssistedDeal, AssistedDealView>
    {
        public async Task<AssistedDealView> HandleAsync(SettleAssistedDeal request, CancellationToken cancel)
        {
            var deal = await db.FindAsync(request.Deal, "assisted deal", cancel);
            deal.Expect(request.IfVersion);
            var brand = await db.FindAsync(deal.Brand, "brand", cancel);
            deal.Settle(request.Outcome, AssistedDeal.Worth(request.Value, request.Currency), request.On ?? clock.Today(brand.Zone));
            journal.Say($"told that “{deal.Title}” is {(deal.Outcome == DealOutcome.Open ? "open" : deal.Outcome == DealOutcome.Won ? "won" : "lost")}", deal.Brand.Value, subject: deal.Id);
            return AssistedDealView.Of(deal);
        }
    }
}

/// <summary>Takes a logged deal back, as if it had never been told.</summary>
[Needs(Permission.TakePart)]
public sealed record RemoveAssistedDeal(Id<AssistedDeal> Deal) : ICommand<Done>
{
    internal sealed class Handler(Db db, Journal journal) : IHandle<RemoveAssistedDeal, Done>
    {
        public async Task<Done> HandleAsync(RemoveAssistedDeal request, CancellationToken cancel)
        {
            var deal = await db.FindAsync(request.Deal, "assisted deal", cancel);
            db.Remove(deal);
            journal.Say($"took the assisted deal “{deal.Title}” back", deal.Brand.Value, subject: deal.Id);
            return Done.It;
        }
    }
}
