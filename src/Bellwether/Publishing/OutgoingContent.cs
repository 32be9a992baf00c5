using Bellwether.Calendar;
using Bellwether.Kernel;
using Bellwether.Media;
using Bellwether.Networks;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bellwether.Publishing;

/// <summary>What goes out of a variant: its next part, with the pictures at the first one.</summary>
[Scoped]
public sealed class OutgoingContent(Db db, PublicMedia addresses, IServiceScopeFactory scopes)
{
    internal async Task<OutgoingPost> OfAsync(Post post, Variant variant, Publication publication, CancellationToken cancel)
    {
        var part = publication.Parts.Count;
        var text = variant.Parts(post)[part];
        var isFirst = part == 0;
        var takesTitle = NetworkCatalogue.Of(variant.Network).Text.TitleLimit is not null || variant.Network == "webhook";
        return new OutgoingPost(
            publication.Id.ToString(), text, isFirst ? await MediaAsync(variant, cancel) : [],
            Title: takesTitle ? post.Title : null, Link: isFirst ? variant.TrackedLink ?? variant.Link : null,
            Parts: publication.Parts, Segment: part);
    }

    private async Task<IReadOnlyList<OutgoingMedia>> MediaAsync(Variant variant, CancellationToken cancel)
    {
        var media = new List<OutgoingMedia>();
        foreach (var chosen in variant.Media)
        {
            var asset = await db.Set<Asset>().AsNoTracking().FirstOrDefaultAsync(row => row.Id == chosen.Asset, cancel);
            if (asset is not null)
            {
                media.Add(new OutgoingMedia(asset.ContentType, chosen.Decorative ? "" : chosen.Alt ?? asset.Alt ?? "", asset.Width, asset.Height, asset.Bytes, inner => OpenAsync(asset, inner), addresses.AddressOf(asset)));
            }
        }

        return media;
    }

    // On a connection of its own: a file may be opened while what was noted before it is being stored.
    private async Task<Stream> OpenAsync(Asset asset, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Current>().BecomeProgram(asset.WorkspaceKey);
        return new MemoryStream(await scope.ServiceProvider.GetRequiredService<Db>().Set<AssetContent>().Where(row => row.Asset == asset.Id).Select(row => row.Content).FirstAsync(cancel), writable: false);
    }
}
