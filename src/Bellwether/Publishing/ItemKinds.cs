using Bellwether.Calendar;
using Bellwether.Kernel;
using Bellwether.Media;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Publishing;

/// <summary>What kind of item a post is, by what it carries: video, photo, link or text. Several pictures are one photo post.</summary>
internal sealed class ItemKinds(Db db)
{
    /// <summary>The kind of each post.</summary>
    public async Task<Dictionary<Id<Post>, string>> OfAsync(IReadOnlyCollection<Post> posts, CancellationToken cancel)
    {
        var videos = new HashSet<Id<Asset>>();
        foreach (var some in posts.SelectMany(post => post.Variants).SelectMany(variant => variant.Media).Select(media => media.Asset).Distinct().Chunk(500))
        {
            videos.UnionWith(await db.Set<Asset>().Where(asset => some.Contains(asset.Id) && asset.ContentType.StartsWith("video/")).Select(asset => asset.Id).ToListAsync(cancel));
        }

        return posts.ToDictionary(post => post.Id, post =>
            post.Variants.Any(variant => variant.Media.Any(media => videos.Contains(media.Asset))) ? "video"
            : post.Variants.Any(variant => variant.Media.Count > 0) ? "photo"
            : post.Variants.Any(variant => variant.Link is not null || variant.Written(post).Contains("https://", StringComparison.OrdinalIgnoreCase)) ? "link"
            : "text");
    }

    /// <summary>Whether a kind is the one a person named; people say picture, reel and carousel as well.</summary>
    public static bool Same(string kind, string named) => kind == named.Trim().ToLowerInvariant().TrimEnd('s') switch
    {
        "picture" or "image" or "carousel" or "gallery" => "photo",
        "reel" or "clip" or "short" or "film" => "video",
        var other => other,
    };
}
