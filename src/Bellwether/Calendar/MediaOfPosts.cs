using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Media;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Calendar;

/// <summary>What posts and templates show, also those that were put away and can come back, and what somebody has typed and not saved.</summary>
internal sealed class MediaOfPosts(Db db) : IUseMedia
{
    public async Task<IReadOnlyCollection<Id<Asset>>> UsedAsync(Id<Brand> brand, CancellationToken cancel)
    {
        var posts = await (from post in db.Set<Post>().IgnoreAutoIncludes() join variant in db.Set<Variant>() on post.Id equals variant.Post where post.Brand == brand select variant.Media).ToListAsync(cancel);
        var templates = await db.Set<PostTemplate>().AsNoTracking().Where(template => template.Brand == brand).Select(template => template.Tellings).ToListAsync(cancel);
        var typed = await db.Set<WorkingCopy>().AsNoTracking().Where(copy => copy.Brand == brand).Select(copy => copy.Content).ToListAsync(cancel);
        var media = posts.Concat(templates.SelectMany(tellings => tellings).Select(telling => telling.Media ?? [])).Concat(typed.SelectMany(content => content.Variants ?? []).Select(told => told.Media ?? []));
        return [.. media.SelectMany(some => some).SelectMany(one => one.Original is { } original ? new[] { one.Asset, original } : [one.Asset]).Distinct()];
    }
}
