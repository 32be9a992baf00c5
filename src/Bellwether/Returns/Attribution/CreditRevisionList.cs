using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Returns.Attribution;

/// <summary>What was reported for a month, as it was reported.</summary>
/// <param name="Month">The first day of the month.</param>
/// <param name="Number">1 for what was reported first; a later number says why it differs.</param>
/// <param name="Credits">By channel group, the largest first.</param>
public sealed record CreditRevisionView(
    Id<CreditRevision> Id, LocalDate Month, int Number, Instant At, string Why, AttributionModel Model, int LookBackDays, int Conversions, Money Value, int Unattributed, Money UnattributedValue, IReadOnlyList<KeptCreditView> Credits);

/// <summary>What a channel group was credited with.</summary>
public sealed record KeptCreditView(string Key, decimal Conversions, Money Value);

/// <summary>The months whose credits were kept, the newest first, each with all its revisions: nothing that was reported is ever written over.</summary>
[Needs(Permission.Read)]
public sealed record CreditRevisionList(Id<Brand> Brand) : IQuery<IReadOnlyList<CreditRevisionView>>
{
    internal sealed class Handler(Db db) : IHandle<CreditRevisionList, IReadOnlyList<CreditRevisionView>>
    {
        public async Task<IReadOnlyList<CreditRevisionView>> HandleAsync(CreditRevisionList request, CancellationToken cancel)
        {
            var brand = await db.FindAsync(request.Brand, "brand", cancel);
            var rows = await db.Set<CreditRevision>().AsNoTracking().Where(revision => revision.Brand == brand.Id).OrderByDescending(revision => revision.Month).ThenByDescending(revision => revision.Number).Take(200).ToListAsync(cancel);
            return
            [
                .. rows.Select(row => new CreditRevisionView(
                    row.Id, row.Month, row.Number, row.CreatedAt, row.Why, row.Model, row.LookBackDays, row.Conversions, new Money(row.ValueMinor, row.Currency), row.Unattributed, new Money(row.UnattributedMinor, row.Currency),
                    [.. row.Credits.Select(credit => new KeptCreditView(credit.Key, credit.Conversions, new Money(credit.Minor, row.Currency)))])),
            ];
        }
    }
}
