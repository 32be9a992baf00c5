using System.ComponentModel.DataAnnotations;
using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Media;

/// <summary>A picture or video of a brand.</summary>
/// <param name="Bytes">Size in bytes.</param>
/// <param name="Address">Where its content is, for who is signed in.</param>
/// <param name="Original">The picture it was cut from; null for one that was added as it is.</param>
/// <param name="FocalX">Where its point lies, from 0 at the left to 1.</param>
/// <param name="FocalY">Where its point lies, from 0 at the top to 1.</param>
public sealed record AssetView(
    Id<Asset> Id, Id<Brand> Brand, string Name, string ContentType, int? Width, int? Height, long Bytes, string? Alt, LocalDate? UsableUntil, string Address, string? Folder, IReadOnlyList<string> Tags,
    Id<Asset>? Original, double FocalX, double FocalY, Instant? ArchivedAt, int Version) : IVersioned
{
    public static AssetView Of(Asset asset) => new(
        asset.Id, asset.Brand, asset.Name, asset.ContentType, asset.Width, asset.Height, asset.Bytes, asset.Alt, asset.UsableUntil, $"/api/v1/media/{asset.Id}/content", asset.Folder, asset.Tags,
        asset.Original, asset.FocalX, asset.FocalY, asset.ArchivedAt, asset.Version);
}

/// <summary>
/// Adds a picture or video. The same content again gives the asset that is there. An empty or unknown file is 415, more
/// than 20 MB are 413.
/// </summary>
/// <param name="Name">A name people find it by.</param>
/// <param name="Content">The file, in base 64.</param>
/// <param name="Alt">What a person who cannot see it should know.</param>
/// <param name="Folder">The folder to put it into.</param>
/// <param name="Original">The picture it was cut from, whose last day of use it shares.</param>
[Needs(Permission.WritePosts)]
public sealed record AddAsset(Id<Brand> Brand, string Name, [property: Required] byte[] Content, string? Alt = null, LocalDate? UsableUntil = null, string? Folder = null, Id<Asset>? Original = null) : ICommand<AssetView>
{
    /// <summary>The largest file that is taken, in bytes.</summary>
    public const int Most = 20 * 1024 * 1024;

    internal sealed class Handler(Db db, MediaStores stores, Journal journal) : IHandle<AddAsset, AssetView>
    {
        public async Task<AssetView> HandleAsync(AddAsset request, CancellationToken cancel)
        {
            var brand = await db.FindAsync(request.Brand, "brand", cancel);
            if (request.Content.Length > Most)
            {
                throw new ProblemException(ProblemKind.TooLarge, "media-too-large", $"The file has {request.Content.Length / (1024 * 1024)} MB; at most 20 fit. Make it smaller.");
            }

            var facts = MediaFacts.Of(request.Content);
            var hash = MediaHash.Of(request.Content);
            if (await db.Set<Asset>().FirstOrDefaultAsync(known => known.Brand == brand.Id && known.Hash == hash, cancel) is { } known)
            {
                // Its file too: that mends one that was lost or damaged.
                await stores.KeepAsync(hash, request.Content, cancel);
                known.Restore();
                return AssetView.Of(known);
            }

            var asset = new Asset(brand.Id, request.Name, facts, hash, request.Content.Length);
            asset.Describe(request.Name, request.Alt, request.UsableUntil);
            asset.File(request.Folder, null);
            if (request.Original is { } cut)
            {
                var original = await db.FindAsync(cut, "asset", cancel);
                Rule.Found(original.Brand == brand.Id ? original : null, "asset");
                asset.CutFrom(original);
                asset.Describe(request.Name, request.Alt ?? original.Alt, request.UsableUntil ?? original.UsableUntil);
            }

            // The file first: what is kept for nothing, because the row is refused after all, is harmless.
            await stores.KeepAsync(hash, request.Content, cancel);
            db.Add(asset);
            journal.Say($"added the {(asset.IsVideo ? "video" : "picture")} “{asset.Name}”", brand.Id.Value, null, asset.Id);
            return AssetView.Of(asset);
        }
    }
}

/// <summary>Changes an asset's name, its alternative text and the last day it may be used; folder, tags and point stay where they are left out.</summary>
/// <param name="Folder">The folder it lies in; blank takes it out.</param>
/// <param name="Tags">Words it is found by.</param>
/// <param name="FocalX">Where its point lies, from 0 at the left to 1.</param>
/// <param name="FocalY">Where its point lies, from 0 at the top to 1.</param>
[Needs(Permission.WritePosts)]
public sealed record DescribeAsset(
    Id<Asset> Asset, string Name, string? Alt = null, LocalDate? UsableUntil = null, string? Folder = null, IReadOnlyList<string>? Tags = null, double? FocalX = null, double? FocalY = null, int? IfVersion = null) : ICommand<AssetView>, IExpectsVersion
{
    internal sealed class Handler(Db db, Journal journal) : IHandle<DescribeAsset, AssetView>
    {
        public async Task<AssetView> HandleAsync(DescribeAsset request, CancellationToken cancel)
        {
            var asset = await db.FindAsync(request.Asset, "asset", cancel);
            asset.Expect(request.IfVersion);
            asset.Describe(request.Name, request.Alt, request.UsableUntil);
            asset.File(request.Folder, request.Tags);
            asset.Focus(request.FocalX ?? asset.FocalX, request.FocalY ?? asset.FocalY);
            journal.Say($"described “{asset.Name}”", asset.Brand.Value, null, asset.Id);
            return AssetView.Of(asset);
        }
    }
}

/// <summary>Takes an asset out of the library; posts that use it keep it. Adding it again is the undo.</summary>
[Needs(Permission.WritePosts)]
public sealed record ArchiveAsset(Id<Asset> Asset) : ICommand<AssetView>
{
    internal sealed class Handler(Db db, TimeProvider clock, Journal journal) : IHandle<ArchiveAsset, AssetView>
    {
        public async Task<AssetView> HandleAsync(ArchiveAsset request, CancellationToken cancel)
        {
            var asset = await db.FindAsync(request.Asset, "asset", cancel);
            asset.Archive(clock.Now());
            journal.Say($"archived “{asset.Name}”", asset.Brand.Value, null, asset.Id);
            return AssetView.Of(asset);
        }
    }
}
