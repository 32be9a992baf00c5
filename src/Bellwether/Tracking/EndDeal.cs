using Bellwether.Kernel;
using Bellwether.Storage;
using NodaTime;

namespace Bellwether.Tracking;

/// <summary>Sets the last day of a deal, sooner or later than planned.</summary>
[Needs(Permission.WritePosts)]
public sealed record EndDeal(Id<Deal> Deal, LocalDate Until, int? IfVersion = null) : ICommand<DealView>, IExpectsVersion
{
    internal sealed class Handler(Db db, Journal journal) : IHandle<EndDeal, DealView>
    {
        public async Task<DealView> HandleAsync(EndDeal request, CancellationToken cancel)
        {
            var deal = await db.FindAsync(request.Deal, "deal", cancel);
            deal.Expect(request.IfVersion);
            deal.EndAfter(request.Until);
            journal.Say($"let the deal {deal.Code} end on {deal.Until:uuuu-MM-dd}", deal.Brand.Value, subject: deal.Id);
            return DealView.Of(deal);
        }
    }
}
