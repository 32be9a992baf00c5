using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Links;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Tracking;

/// <summary>What a conversion brings along to be joined to what led to it.</summary>
internal sealed record Clues(string? ClickId, string? Link, string? Code, string? Customer, Instant At);

/// <summary>
/// Finds what led to a conversion: the click whose id came back, else the link, else the deal's code, else what the same
/// customer was matched to before. That is the last touch that was not direct.
/// </summary>
[Scoped]
public sealed class Matching(Db db)
{
    /// <summary>A click older than this leads to nothing any more.</summary>
    public static readonly Duration Window = Duration.FromDays(90);

    internal async Task<Credit> FindAsync(Brand brand, Clues clues, CancellationToken cancel)
    {
        Credit? failed = null;
        foreach (var look in new Func<Task<Credit?>>[]
        {
            () => ByClickAsync(brand, clues, cancel),
            () => ByLinkAsync(brand, clues, cancel),
            () => ByCodeAsync(brand, clues, cancel),
            () => ByCustomerAsync(brand, clues, cancel),
        })
        {
            if (await look() is { } found)
            {
                if (found.By != MatchedBy.Nothing)
                {
                    // Whoever clicked and typed a code in did both: the code was used, though the click is what led there.
                    return found.Deal is null && await DealAsync(brand, clues, cancel) is { } deal && deal.HoldsOn(clues.At.InZone(brand.Zone).Date) ? found with { Deal = deal.Id } : found;
                }

                failed ??= found;
            }
        }

        return failed ?? Credit.None("It came without a click id, link, code or known customer.");
    }

    private async Task<Credit?> ByClickAsync(Brand brand, Clues clues, CancellationToken cancel)
    {
        if (string.IsNullOrWhiteSpace(clues.ClickId))
        {
            return null;
        }

        if (!Id<Click>.TryParse(clues.ClickId.Trim(), null, out var id)
            || await db.Set<Click>().AsNoTracking().FirstOrDefaultAsync(click => click.Id == id && click.Brand == brand.Id && click.Outcome == HitOutcome.Counted, cancel) is not { } click)
        {
            return Credit.None("Its click id is none of this brand's clicks.");
        }

        return click.At > clues.At + Duration.FromMinutes(5) ? Credit.None("Its click came after it.")
            : clues.At - click.At > Window ? Credit.None("Its click is more than 90 days old.")
            : (await OfLinkAsync(click.Link, MatchedBy.ClickId, cancel)) with { Click = click.Id };
    }

    private async Task<Credit?> ByLinkAsync(Brand brand, Clues clues, CancellationToken cancel)
    {
        if (string.IsNullOrWhiteSpace(clues.Link))
        {
            return null;
        }

        var (code, id) = LinkOf(clues.Link);
        var link = await db.Set<TrackedLink>().AsNoTracking().FirstOrDefaultAsync(one => one.Brand == brand.Id && (one.Code == code || one.Id == id), cancel);
        return link is null ? Credit.None("Its link is none of this brand's links.") : Of(link, MatchedBy.Link);
    }

    /// <summary>The code or the id that an address of a short link ends with.</summary>
    internal static (string Code, Id<TrackedLink> Id) LinkOf(string link)
    {
        var code = link.Trim().Split('?', '#')[0].TrimEnd('/');
        code = code[(code.LastIndexOf('/') + 1)..].ToLowerInvariant();
        return (code, Id<TrackedLink>.TryParse(code, null, out var id) ? id : default);
    }

    private async Task<Credit?> ByCodeAsync(Brand brand, Clues clues, CancellationToken cancel)
    {
        if (string.IsNullOrWhiteSpace(clues.Code))
        {
            return null;
        }

        return await DealAsync(brand, clues, cancel) is not { } deal ? Credit.None($"No deal has the code {CodeOf(clues)}.")
            : !deal.HoldsOn(clues.At.InZone(brand.Zone).Date) ? Credit.None($"The deal {deal.Code} was not valid that day.")
            : new Credit(MatchedBy.DealCode, null, null, deal.Id, deal.Place);
    }

    private async Task<Deal?> DealAsync(Brand brand, Clues clues, CancellationToken cancel) =>
        CodeOf(clues) is { Length: > 0 } code ? await db.Set<Deal>().AsNoTracking().FirstOrDefaultAsync(one => one.Brand == brand.Id && one.Code == code, cancel) : null;

    private static string? CodeOf(Clues clues) => clues.Code?.Trim().ToUpperInvariant();

    private async Task<Credit?> ByCustomerAsync(Brand brand, Clues clues, CancellationToken cancel)
    {
        if (clues.Customer is null)
        {
            return null;
        }

        var before = await db.Set<Conversion>().AsNoTracking()
            .Where(one => one.Brand == brand.Id && one.Customer == clues.Customer && one.At <= clues.At && one.MatchedBy != MatchedBy.Nothing && one.VoidedAt == null)
            .OrderByDescending(one => one.At).FirstOrDefaultAsync(cancel);
        return before is null
            ? null
            : new Credit(MatchedBy.Customer, null, before.Link, before.Deal, before.Place);
    }

    private async Task<Credit> OfLinkAsync(Id<TrackedLink> id, MatchedBy by, CancellationToken cancel) =>
        await db.Set<TrackedLink>().AsNoTracking().FirstOrDefaultAsync(link => link.Id == id, cancel) is { } link ? Of(link, by) : Credit.None("Its link is gone.");

    private static Credit Of(TrackedLink link, MatchedBy by) =>
        new(by, null, link.Id, null, link.Place);
}
