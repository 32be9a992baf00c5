using Bellwether.Kernel;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Media;

/// <summary>Deletes a picture or video for good, with what was cut from it and with its file; 409 while anything shows it.</summary>
[Needs(Permission.WritePosts)]
public sealed record DeleteAsset(Id<Asset> Asset) : ICommand<Done>
{
    internal sealed class Handler(Db db, MediaUse use, Journal journal) : IHandle<DeleteAsset, Done>
    {
        public async Task<Done> HandleAsync(DeleteAsset request, CancellationToken cancel)
        {
            var asset = await db.FindAsync(request.Asset, "asset", cancel);
            var cuts = await db.Set<Asset>().Where(cut => cut.Original == asset.Id).ToListAsync(cancel);
            if (await use.OfAsync(asset.Brand, cancel) is var used && (used.Contains(asset.Id) || cuts.Exists(cut => used.Contains(cut.Id))))
            {
                throw Rule.Conflict("asset-in-use", $"“{asset.Name}” is shown somewhere: in a post, a template, a profile or a proof. Take it out there first, or take it out of the library, which leaves it where it is shown.");
            }

            foreach (var gone in cuts.Append(asset))
            {
                db.Remove(gone);
                db.Raise(new AssetDeleted(gone.Hash));
            }

            journal.Say($"deleted the {(asset.IsVideo ? "video" : "picture")} “{asset.Name}” for good", asset.Brand.Value, null, asset.Id);
            return Done.It;
        }
    }
}

/// <summary>A picture or video was deleted; its file may be shared with other brands.</summary>
public sealed record AssetDeleted(string Hash) : IEvent;

/// <summary>Takes the file away once nobody's library has it any more.</summary>
internal sealed class RemoveFile(Db db, MediaStores stores) : IReact<AssetDeleted>
{
    public async Task ReactAsync(AssetDeleted happened, CancellationToken cancel)
    {
        // The same file may lie in another workspace's library.
        if (!await db.Set<Asset>().IgnoreQueryFilters().AnyAsync(asset => asset.Hash == happened.Hash, cancel))
        {
            await stores.Current.RemoveAsync(happened.Hash, cancel);
        }
    }
}
