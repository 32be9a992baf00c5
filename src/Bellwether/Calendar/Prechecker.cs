using Bellwether.Audits;
using Bellwether.Brands;
using Bellwether.Channels;
using Bellwether.Kernel;
using Bellwether.Links;
using Bellwether.Media;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Calendar;

/// <summary>Gathers what the <see cref="Precheck"/> needs to know of a post and asks it.</summary>
[Scoped]
public sealed class Prechecker(Db db, CadenceBook cadences, PostWordBook words, PublicAddress address, LinkHosts hosts, MediaRights rights, GoalFacts goals, MentionBook book, IEnumerable<IAccountTrouble> troubles, IEnumerable<ISpending> spending, IEnumerable<IAccountSettings> settings)
{
    // Cadence looks at a day and a week around the slot, the proposals at four weeks after it.
    private static readonly Duration Around = Duration.FromDays(36);

    /// <summary>What the precheck says of a post, stored or not.</summary>
    /// <param name="post">The post as it would be.</param>
    /// <param name="insteadOf">The stored post it stands for, so that it does not count against its own cadence.</param>
    /// <param name="now">The moment of asking.</param>
    /// <param name="cancel">Stops the reading.</param>
    public async Task<IReadOnlyList<PostFinding>> CheckAsync(Post post, Id<Post>? insteadOf, Instant now, CancellationToken cancel)
    {
        var brand = await db.FindAsync(post.Brand, "brand", cancel);
        var rules = await CalendarRulesOf.ReadAsync(db, brand.Id, post.Plan, cancel);
        var facts = await AccountsAsync(post, insteadOf ?? post.Id, brand, now, cancel);
        var mentions = await book.OfAsync(brand.Id, cancel);
        var files = await FilesAsync(post, cancel);
        IReadOnlyList<VariantFacts> variants = [.. post.Variants.OrderBy(variant => variant.Place).Where(variant => facts.ContainsKey(variant.Account)).Select(variant =>
        {
            var written = variant.Written(post);
            return new VariantFacts(facts[variant.Account], written, Sent(written, variant.Network, mentions, brand.Id), variant.Media, variant.Link)
            {
                Comment = variant.FirstComment is { } comment ? Sent(comment, variant.Network, mentions, brand.Id) : null,
                SentLink = variant.Link is { } link && !written.Contains(link, StringComparison.Ordinal) ? Sent(link, variant.Network, mentions, brand.Id) : null,
                Files = files,
                Options = variant.Options,
            };
        })];
        return Precheck.Of(new PrecheckFacts(
            variants,
            rules,
            post.Slot,
            now,
            brand.WeekStart,
            post.Goal is not null || post.Unguided,
            await goals.WantsVisitsAsync(post.Goal, cancel),
            !rules.ApprovalNeeded || post.Status is PostStatus.Approved or PostStatus.Scheduled,
            brand.OwnHosts)
        {
            Mentions = mentions,
            Words = await words.OfAsync(post, brand, cancel),
            Until = post.ExpiresAt,
            LocalLinks = address.IsLocal ? address.Base : null,
            Barred = await rights.BarredAsync(brand.Id, [.. variants.SelectMany(variant => variant.Media).Select(media => media.Asset).Distinct()], (post.Slot?.At ?? now).InZone(brand.Zone).Date, cancel),
        });
    }

    /// <summary>The text as long as it will be: every web address becomes a short one, every mention the network's handle.</summary>
    public string Sent(string written, string network, Mentions mentions, Id<Brand>? brand = null) =>
        LinksInText.Replace(mentions.Fill(written, network), target => address.IsShort(target) ? target : address.Short(new string('x', LinkCode.Length), brand is { } own ? hosts.NewOn(own.Value) : null));

    private async Task<IReadOnlyDictionary<Id<Asset>, MediaFile>> FilesAsync(Post post, CancellationToken cancel)
    {
        var ids = post.Variants.SelectMany(variant => variant.Media).Select(media => media.Asset).Distinct().ToList();
        return ids.Count == 0
            ? new Dictionary<Id<Asset>, MediaFile>()
            : await db.Set<Asset>().AsNoTracking().Where(asset => ids.Contains(asset.Id)).ToDictionaryAsync(asset => asset.Id, asset => new MediaFile(asset.Name, asset.ContentType, asset.Bytes), cancel);
    }

    private async Task<Dictionary<Id<SocialAccount>, AccountFacts>> AccountsAsync(Post post, Id<Post> except, Brand brand, Instant now, CancellationToken cancel)
    {
        var ids = post.Variants.Select(variant => variant.Account).ToList();
        var accounts = await db.Set<SocialAccount>().AsNoTracking().Where(account => ids.Contains(account.Id)).ToListAsync(cancel);
        var known = await cadences.OfAsync(accounts, cancel);
        var others = post.Slot is { } slot ? await OthersAsync(ids, except, slot.At, brand.Zone, cancel) : [];
        var trouble = new Dictionary<Id<SocialAccount>, string>();
        foreach (var source in troubles)
        {
            foreach (var (account, why) in await source.OfAsync(ids, cancel))
            {
                trouble[account] = why;
            }
        }

        var costs = spending.FirstOrDefault() is { } meter ? await meter.OfAsync(ids, except, post.Slot?.At ?? now, cancel) : null;
        var set = settings.FirstOrDefault() is { } connected ? await connected.OfAsync(ids, cancel) : null;
        return accounts.ToDictionary(
            account => account.Id,
            account => new AccountFacts(account, known[account.Id].Cadence, others.GetValueOrDefault(account.Id, []), trouble.GetValueOrDefault(account.Id)) 
            {
                Spending = costs?.GetValueOrDefault(account.Id), Settings = set?.GetValueOrDefault(account.Id),
            });
    }

    private async Task<Dictionary<Id<SocialAccount>, List<LocalDateTime>>> OthersAsync(List<Id<SocialAccount>> accounts, Id<Post> except, Instant at, DateTimeZone zone, CancellationToken cancel)
    {
        var (first, last) = (at - Around, at + Around);
        var rows = await (
            from post in db.Set<Post>().IgnoreAutoIncludes().Planned()
            join variant in db.Set<Variant>() on post.Id equals variant.Post
            where accounts.Contains(variant.Account) && post.Id != except && post.DueAt >= first && post.DueAt <= last
            select new { variant.Account, post.DueAt }).ToListAsync(cancel);
        return rows.GroupBy(row => row.Account).ToDictionary(group => group.Key, group => group.Select(row => row.DueAt!.Value.InZone(zone).LocalDateTime).ToList());
    }
}

/// <summary>Which posts stand in the calendar.</summary>
internal static class PlannedPosts
{
    /// <summary>Posts with a slot that count: neither archived nor held nor over without having gone out.</summary>
    public static IQueryable<Post> Planned(this IQueryable<Post> posts) => posts.Where(post =>
        post.DueAt != null && post.ArchivedAt == null
        && post.Status != PostStatus.OnHold && post.Status != PostStatus.Expired && post.Status != PostStatus.Missed && post.Status != PostStatus.Failed);
}
