using Bellwether.Calendar;
using Bellwether.Kernel;
using Bellwether.Media;
using Bellwether.Networks;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Publishing;

/// <summary>What goes out of a variant: its next part, with the pictures at the first one.</summary>
[Scoped]
public sealed class OutgoingContent(Db db, PublicMedia addresses, MediaStores stores)
{
    internal async Task<OutgoingPost> OfAsync(Post post, Variant variant, Publication publication, CancellationToken cancel)
    {
        var part = publication.Parts.Count;
        var text = variant.Parts(post)[part];
        var isFirst = part == 0;
        var takesTitle = NetworkCatalogue.Of(variant.Network).Text.TitleLimit is not null || variant.Network == "webhook";
        return new OutgoingPost(
            publication.Id.ToString(), text, isFirst ? await MediaAsync(variant, cancel) : [],
            Title: takesTitle ? variant.Options.GetValueOrDefault(PostOption.Title) ?? post.Title : null, Link: isFirst ? variant.TrackedLink ?? variant.Link : null,
            Parts: publication.Parts, Segment: part)
        {
            IsComment = part >= variant.PartsOfPost(post),
            Span = post is { Meant: { } from, ExpiresMeant: { } until } && until > from ? new OutgoingSpan(from, until) : null,
        };
    }

    private async Task<IReadOnlyList<OutgoingMedia>> MediaAsync(Variant variant, CancellationToken cancel)
    {
        var media = new List<OutgoingMedia>();
        foreach (var chosen in variant.Media)
        {
            var asset = await db.Set<Asset>().AsNoTracking().FirstOrDefaultAsync(row => row.Id == chosen.Asset, cancel);
            if (asset is not null)
            {
                media.Add(new OutgoingMedia(asset.ContentType, chosen.Decorative ? "" : chosen.Alt ?? asset.Alt ?? "", asset.Width, asset.Height, asset.Bytes, inner => stores.Current.OpenAsync(asset.Hash, inner), addresses.AddressOf(asset)));
            }
        }

        return media;
    }
}
