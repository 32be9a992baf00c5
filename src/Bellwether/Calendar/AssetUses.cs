using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Media;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Calendar;

/// <summary>A post that shows a picture or video.</summary>
public sealed record AssetUse(Id<Post> Post, string Title, PostStatus Status, bool Open);

/// <summary>Where one picture or video is used.</summary>
/// <param name="Posts">How many posts show it, or something cut from it.</param>
/// <param name="Some">The newest of them.</param>
public sealed record UsesOfAsset(Id<Asset> Asset, int Posts, IReadOnlyList<AssetUse> Some);

/// <summary>Where a brand's pictures and videos are used; those no post shows are left out. What was cut from a picture counts for it.</summary>
[Needs(Permission.Read)]
public sealed record AssetUses(Id<Brand> Brand) : IQuery<IReadOnlyList<UsesOfAsset>>
{
    private const int Most = 20;

    internal sealed class Handler(Db db) : IHandle<AssetUses, IReadOnlyList<UsesOfAsset>>
    {
        public async Task<IReadOnlyList<UsesOfAsset>> HandleAsync(AssetUses request, CancellationToken cancel)
        {
            var brand = await db.FindAsync(request.Brand, "brand", cancel);
            var originals = await db.Set<Asset>().AsNoTracking().Where(asset => asset.Brand == brand.Id && asset.Original != null).ToDictionaryAsync(asset => asset.Id, asset => asset.Original!.Value, cancel);
            var rows = await (
                from post in db.Set<Post>().IgnoreAutoIncludes()
                join variant in db.Set<Variant>() on post.Id equals variant.Post
                where post.Brand == brand.Id && post.ArchivedAt == null
                select new { post.Id, post.Title, post.Status, variant.Media }).ToListAsync(cancel);
            return [.. rows.SelectMany(row => row.Media.Select(media => (Asset: originals.GetValueOrDefault(media.Asset, media.Asset), Use: new AssetUse(row.Id, row.Title, row.Status, row.Status <= PostStatus.Expired))))
                .Distinct().GroupBy(use => use.Asset, use => use.Use)
                .Select(uses => new UsesOfAsset(uses.Key, uses.Count(), [.. uses.OrderByDescending(use => use.Post.Value).Take(Most)]))];
        }
    }
}

/// <summary>How many posts show another picture now.</summary>
public sealed record ReplacedAsset(int Posts);

/// <summary>
/// Lets every post that is not out yet show another picture or video instead, also where it was cut for a network. It is a
/// change of those posts: their approvals are void, and a scheduled one must still pass the precheck (422).
/// </summary>
/// <param name="With">The picture to show instead, of the same brand.</param>
[Needs(Permission.WritePosts)]
public sealed record ReplaceAsset(Id<Asset> Asset, Id<Asset> With) : ICommand<ReplacedAsset>
{
    private static readonly PostStatus[] Open = [PostStatus.Draft, PostStatus.InReview, PostStatus.Approved, PostStatus.Scheduled, PostStatus.OnHold, PostStatus.Expired];

    internal sealed class Handler(Db db, Journal journal, Scheduling scheduling) : IHandle<ReplaceAsset, ReplacedAsset>
    {
        public async Task<ReplacedAsset> HandleAsync(ReplaceAsset request, CancellationToken cancel)
        {
            var old = await db.FindAsync(request.Asset, "asset", cancel);
            var instead = await db.FindAsync(request.With, "asset", cancel);
            Rule.Require(instead.Brand == old.Brand && instead.Id != old.Id, "asset-of-other-brand", "Choose another picture of the same brand.", "with");
            var same = (await db.Set<Asset>().AsNoTracking().Where(asset => asset.Id == old.Id || asset.Original == old.Id).Select(asset => asset.Id).ToListAsync(cancel)).ToHashSet();
            var posts = (await db.Set<Post>().Where(post => post.Brand == old.Brand && post.ArchivedAt == null && Open.Contains(post.Status)).ToListAsync(cancel))
                .Where(post => post.Variants.Any(variant => variant.Media.Any(media => same.Contains(media.Asset)))).ToList();
            foreach (var post in posts)
            {
                post.Tell([.. post.Variants.OrderBy(variant => variant.Place).Select(variant => variant.Draft() with
                {
                    Media = [.. variant.Media.Select(media => same.Contains(media.Asset) ? new VariantMedia(instead.Id, instead.Alt ?? media.Alt, media.Decorative) : media)],
                })]);
                var note = await scheduling.AfterChangeAsync(post, cancel);
                journal.Say($"let “{post.Title}” show “{instead.Name}” instead of “{old.Name}”{note}", post.Brand.Value, post.Plan?.Value, post.Id);
            }

            return new ReplacedAsset(posts.Count);
        }
    }
}
