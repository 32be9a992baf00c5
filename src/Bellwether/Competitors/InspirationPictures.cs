using System.ComponentModel.DataAnnotations;
using System.Security.Cryptography;
using Bellwether.Kernel;
using Bellwether.Media;
using Bellwether.Plans;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Competitors;

/// <summary>Adds a screenshot to an example, to look at; to post it is another matter. More than 10 MB are 413, no picture is 415.</summary>
/// <param name="Content">The picture, in base 64.</param>
[Needs(Permission.TakePart)]
public sealed record ShowInspiration(Id<Inspiration> Inspiration, [property: Required] byte[] Content) : ICommand<InspirationView>
{
    internal sealed class Handler(Db db, PlanFinder plans, Journal journal) : IHandle<ShowInspiration, InspirationView>
    {
        public async Task<InspirationView> HandleAsync(ShowInspiration request, CancellationToken cancel)
        {
            var row = await db.FindAsync(request.Inspiration, "example", cancel);
            await plans.BrandAsync(row.Brand, cancel);
            if (request.Content.Length > 10 * 1024 * 1024)
            {
                throw new ProblemException(ProblemKind.TooLarge, "picture-too-large", "At most 10 MB fit. Make the picture smaller.");
            }

            row.Picture(MediaFacts.Of(request.Content), Convert.ToHexStringLower(SHA256.HashData(request.Content)));
            if (await db.Set<InspirationPicture>().FirstOrDefaultAsync(picture => picture.Inspiration == row.Id, cancel) is { } known)
            {
                known.Replace(request.Content);
            }
            else
            {
                db.Add(new InspirationPicture(row.Id, request.Content));
            }

            journal.Say($"added a picture to the example “{row.Title}”", row.Brand.Value, null, row.Id);
            return InspirationView.Of(row);
        }
    }
}

/// <summary>The screenshot of an example.</summary>
[Needs(Permission.Read)]
public sealed record InspirationPictureFile(Id<Inspiration> Inspiration) : IQuery<FileResult>
{
    internal sealed class Handler(Db db, PlanFinder plans) : IHandle<InspirationPictureFile, FileResult>
    {
        public async Task<FileResult> HandleAsync(InspirationPictureFile request, CancellationToken cancel)
        {
            var row = await db.FindAsync(request.Inspiration, "example", cancel);
            await plans.BrandAsync(row.Brand, cancel);
            var picture = Rule.Found(await db.Set<InspirationPicture>().AsNoTracking().FirstOrDefaultAsync(one => one.Inspiration == row.Id, cancel), "picture");
            return new FileResult($"{row.Id}.{row.PictureType!.Split('/')[^1]}", row.PictureType, picture.Content);
        }
    }
}

/// <summary>Puts the picture of an example into the media library, to be posted. Without its author's permission on file it is 422.</summary>
/// <param name="Alt">What a person who cannot see it should know.</param>
[Needs(Permission.WritePosts)]
public sealed record ReuseInspiration(Id<Inspiration> Inspiration, string? Alt = null) : ICommand<AssetView>
{
    internal sealed class Handler(Db db, PlanFinder plans, MediaStores stores, Journal journal) : IHandle<ReuseInspiration, AssetView>
    {
        public async Task<AssetView> HandleAsync(ReuseInspiration request, CancellationToken cancel)
        {
            var row = await db.FindAsync(request.Inspiration, "example", cancel);
            await plans.BrandAsync(row.Brand, cancel);
            var picture = Rule.Found(await db.Set<InspirationPicture>().AsNoTracking().FirstOrDefaultAsync(one => one.Inspiration == row.Id, cancel), "picture");
            row.RequirePermission();
            var asset = await db.Set<Asset>().FirstOrDefaultAsync(known => known.Brand == row.Brand && known.Hash == row.PictureHash, cancel);
            if (asset is null)
            {
                asset = new Asset(row.Brand, row.Title, MediaFacts.Of(picture.Content), row.PictureHash!, picture.Content.Length);
                db.Add(asset);
                await stores.KeepAsync(row.PictureHash!, picture.Content, cancel);
            }

            asset.Restore();
            asset.Describe(asset.Name, request.Alt ?? asset.Alt, asset.UsableUntil);
            journal.Say($"took the picture of “{row.Title}” into the library", row.Brand.Value, null, row.Id, row.Permission ?? "our own");
            return AssetView.Of(asset);
        }
    }
}
