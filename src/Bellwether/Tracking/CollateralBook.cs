using Bellwether.Brands;
using Bellwether.Channels;
using Bellwether.Kernel;
using Bellwether.Links;
using Bellwether.Media;
using Bellwether.People;
using Bellwether.Storage;
using Bellwether.Tracking.Sums;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Tracking;

/// <summary>Reads pieces of collateral with what they did, and finds what they name.</summary>
[Scoped]
public sealed class CollateralBook(Db db, TrackingSums tracked, PublicAddress address, TimeProvider clock)
{
    /// <summary>Pieces with their uses, openings and assisted deals, in the order given.</summary>
    internal async Task<IReadOnlyList<CollateralView>> ViewsAsync(Id<Brand> brand, IReadOnlyList<Collateral> items, CancellationToken cancel)
    {
        var ids = items.Select(item => item.Id).ToList();
        var shares = await db.Set<CollateralShare>().AsNoTracking().Where(share => ids.Contains(share.Collateral)).ToListAsync(cancel);
        var opened = await OpenedAsync(shares, cancel);
        var deals = await db.Set<AssistedDeal>().AsNoTracking().Where(deal => deal.Brand == brand).ToListAsync(cancel);
        var claimIds = items.Select(item => item.Claim).OfType<Id<Claim>>().ToList();
        var claims = await db.Set<Claim>().AsNoTracking().Where(claim => claimIds.Contains(claim.Id)).ToDictionaryAsync(claim => claim.Id, claim => claim.Text, cancel);
        return
        [
            .. items.Select(item =>
            {
                var mine = deals.FindAll(deal => deal.Items.Contains(item.Id));
                var sent = shares.FindAll(share => share.Collateral == item.Id);
                return new CollateralView(
                    item.Id, item.Brand, item.Plan, item.Kind, item.Title, item.Text, item.Asset, item.Link, item.Claim, item.Claim is { } claim ? claims.GetValueOrDefault(claim) : null,
                    sent.Sum(share => share.Uses), sent.Sum(share => opened.GetValueOrDefault(share.Link)), mine.Count, mine.Count(deal => deal.Outcome == DealOutcome.Won),
                    Sums(mine, DealOutcome.Won), Sums(mine, DealOutcome.Open), AssistedDeal.Attribution, item.CreatedAt == default ? clock.Now() : item.CreatedAt, item.ArchivedAt, item.Version);
            }),
        ];
    }

    internal async Task<CollateralView> ViewAsync(Collateral item, CancellationToken cancel) => (await ViewsAsync(item.Brand, [item], cancel))[0];

    /// <summary>Who has a link to a piece and how it was used, the last used first.</summary>
    internal async Task<IReadOnlyList<CollateralShareView>> SharesAsync(Collateral item, CancellationToken cancel)
    {
        var shares = await db.Set<CollateralShare>().AsNoTracking().Where(share => share.Collateral == item.Id).OrderByDescending(share => share.LastUsedAt).ToListAsync(cancel);
        var opened = await OpenedAsync(shares, cancel);
        var people = shares.Select(share => share.Member).ToList();
        var names = await db.Set<Member>().AsNoTracking().Where(member => people.Contains(member.Id)).ToDictionaryAsync(member => member.Id, member => member.Name, cancel);
        var links = shares.Select(share => share.Link).ToList();
        var codes = await db.Set<TrackedLink>().AsNoTracking().Where(link => links.Contains(link.Id)).ToDictionaryAsync(link => link.Id, link => address.Short(link.Code, link.Host), cancel);
        return [.. shares.Where(share => codes.ContainsKey(share.Link)).Select(share => new CollateralShareView(
            item.Id, share.Member, names.GetValueOrDefault(share.Member, ""), codes[share.Link], share.Uses, opened.GetValueOrDefault(share.Link), share.LastUsedAt))];
    }

    /// <summary>Writes a piece once what it names is found in the same brand (404), and shows it as a proof of its claim.</summary>
    internal async Task WriteAsync(Collateral item, CollateralKind kind, string title, string? text, Id<Asset>? asset, string? link, Id<Claim>? claim, CancellationToken cancel)
    {
        if (asset is { } picture)
        {
            Rule.Found(await db.Set<Asset>().AsNoTracking().FirstOrDefaultAsync(row => row.Id == picture && row.Brand == item.Brand, cancel), "asset");
        }

        item.Write(kind, title, text, asset, link, claim);
        if (claim is { } named)
        {
            var proves = Rule.Found(await db.Set<Claim>().FirstOrDefaultAsync(row => row.Id == named && row.Brand == item.Brand, cancel), "claim");
            if (!proves.Proofs.Any(proof => proof.Text == item.Title || (proof.Link is not null && proof.Link == item.Link)))
            {
                var brand = await db.FindAsync(item.Brand, "brand", cancel);
                proves.Prove([.. proves.Proofs, new ProofItem(Proof(kind), item.Title, item.Link)], clock.Today(brand.Zone));
            }
        }
    }

    private static ProofKind Proof(CollateralKind kind) => kind switch
    {
        CollateralKind.Case => ProofKind.Case,
        CollateralKind.Testimonial => ProofKind.Testimonial,
        _ => ProofKind.Demonstration,
    };

    private static List<Money> Sums(List<AssistedDeal> deals, DealOutcome outcome) =>
    [
        .. deals.Where(deal => deal.Outcome == outcome && deal.Value is not null).GroupBy(deal => deal.Currency!, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => group.Aggregate(Money.Zero(group.Key), (sum, deal) => sum + deal.Value!.Value)),
    ];

    private async Task<Dictionary<Id<TrackedLink>, long>> OpenedAsync(List<CollateralShare> shares, CancellationToken cancel)
    {
        return await tracked.EverAsync([.. shares.Select(share => share.Link)], cancel);
    }
}
