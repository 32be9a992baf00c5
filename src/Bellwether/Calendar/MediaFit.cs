using Bellwether.Networks;

namespace Bellwether.Calendar;

/// <summary>Checks a variant's pictures and videos against what its network takes: how many, of which kind, how large, with which words.</summary>
internal static class MediaFit
{
    public static IEnumerable<PostFinding> Of(VariantFacts variant, Network network)
    {
        var account = variant.Facts.Account.Id;
        if (network.Media.Required && variant.Media.Count == 0)
        {
            yield return new PostFinding("media-missing", true, $"{network.Name} wants a picture or video. Add one.", account, "media");
        }

        var most = Math.Max(network.Media.Images, network.Media.Videos);
        if (network.Known && variant.Media.Count > most)
        {
            yield return new PostFinding("too-many-media", true, $"{network.Name} takes {most} media in a post; this has {variant.Media.Count}. Remove {variant.Media.Count - most}.", account, "media");
        }

        foreach (var finding in OfFiles(variant, network))
        {
            yield return finding with { Account = account, Field = "media" };
        }

        if (network.Media.AltText is not { } longest)
        {
            yield break;
        }

        foreach (var (media, place) in variant.Media.Select((media, place) => (media, place + 1)))
        {
            if (media.Alt is null && !media.Decorative)
            {
                yield return new PostFinding("alt-missing", true, $"Picture {place} has no alternative text. Describe what it is for, or mark it as decorative.", account, "media");
            }
            else if (media.Alt?.Length > longest)
            {
                yield return new PostFinding("alt-too-long", true, $"The alternative text of picture {place} has {media.Alt.Length} characters; {network.Name} takes {longest}. Shorten it.", account, "media");
            }
        }
    }

    /// <summary>What a network never takes blocks; what it may refuse, going by what it says of itself, is said beforehand.</summary>
    private static IEnumerable<PostFinding> OfFiles(VariantFacts variant, Network network)
    {
        var files = variant.Media.Select(media => variant.Files.GetValueOrDefault(media.Asset)).OfType<MediaFile>().ToList();
        var rule = network.Media;
        if (!network.Known || files.Count == 0)
        {
            yield break;
        }

        var (videos, images) = (files.Count(file => file.IsVideo), files.Count(file => !file.IsVideo));
        if (videos > 0 && rule.Videos == 0)
        {
            yield return new PostFinding("video-not-taken", true, $"{network.Name} takes no video from a program. Leave it out there and link to where it can be seen.");
            yield break;
        }

        if (images > 0 && rule.Images == 0)
        {
            yield return new PostFinding("picture-not-taken", true, $"{network.Name} takes a video, no pictures. Leave them out there.");
            yield break;
        }

        if (videos > 0 && images > 0 && !rule.Mixed)
        {
            yield return new PostFinding("media-mixed", true, $"{network.Name} takes pictures or a video, not both in one post. Leave one of them out.");
        }
        else if (videos > rule.Videos)
        {
            yield return new PostFinding("too-many-videos", true, $"{network.Name} takes {(rule.Videos == 1 ? "one video" : $"{rule.Videos} videos")} in a post; this has {videos}. Remove {videos - rule.Videos}.");
        }

        foreach (var file in files.Distinct())
        {
            if (!file.IsVideo && rule.ImageTypes.Count > 0 && !rule.ImageTypes.Contains(file.ContentType, StringComparer.Ordinal))
            {
                yield return new PostFinding("picture-type", false, $"{network.Name} takes {Types(rule.ImageTypes)}; “{file.Name}” is {Type(file.ContentType)} and may be refused. Cut it for {network.Name}, or save it as {Type(rule.ImageTypes[0])}.");
            }

            if ((file.IsVideo ? rule.VideoBytes : rule.ImageBytes) is { } most && file.Bytes > most)
            {
                yield return new PostFinding("media-too-large", false, $"{network.Name} takes {(file.IsVideo ? "videos" : "pictures")} up to {Size(most)}; “{file.Name}” has {Size(file.Bytes)} and may be refused. Make it smaller, or cut it for {network.Name}.");
            }
        }
    }

    private static string Types(IEnumerable<string> types) => string.Join(", ", types.Select(Type));

    private static string Type(string contentType) => contentType.Split('/')[^1].ToUpperInvariant() is "WEBP" ? "WebP" : contentType.Split('/')[^1].ToUpperInvariant();

    private static string Size(long bytes) => bytes < 1_000_000 ? FormattableString.Invariant($"{bytes / 1_000} kB") : FormattableString.Invariant($"{bytes / 1_000_000d:0.#} MB");
}
