using System.ComponentModel.DataAnnotations;
using Bellwether.Channels;
using Bellwether.Kernel;
using Bellwether.Media;
using Bellwether.Storage;

namespace Bellwether.Tracking;

/// <summary>Says a piece of collateral anew; what is left out is gone. Links that were sent keep leading where they lead.</summary>
[Needs(Permission.WritePosts)]
public sealed record ChangeCollateral(
    Id<Collateral> Collateral, CollateralKind Kind, string Title, [property: MaxLength(20_000)] string? Text = null, Id<Asset>? Asset = null, [property: MaxLength(4000)] string? Link = null, Id<Claim>? Claim = null,
    int? IfVersion = null) : ICommand<CollateralView>, IExpectsVersion
{
    internal sealed class Handler(Db db, CollateralBook book, Journal journal) : IHandle<ChangeCollateral, CollateralView>
    {
        public async Task<CollateralView> HandleAsync(ChangeCollateral request, CancellationToken cancel)
        {
            var item = await db.FindAsync(request.Collateral, "piece of collateral", cancel);
            item.Expect(request.IfVersion);
            await book.WriteAsync(item, request.Kind, request.Title, request.Text, request.Asset, request.Link, request.Claim, cancel);
            journal.Say($"changed “{item.Title}” in the collateral", item.Brand.Value, item.Plan?.Value, item.Id);
            return await book.ViewAsync(item, cancel);
        }
    }
}

/// <summary>Takes a piece out of the library; its links keep counting, its own page closes. Restoring is the undo.</summary>
[Needs(Permission.WritePosts)]
public sealed record ArchiveCollateral(Id<Collateral> Collateral) : ICommand<Done>
{
    internal sealed class Handler(Db db, TimeProvider clock, Journal journal) : IHandle<ArchiveCollateral, Done>
    {
        public async Task<Done> HandleAsync(ArchiveCollateral request, CancellationToken cancel)
        {
            var item = await db.FindAsync(request.Collateral, "piece of collateral", cancel);
            item.Archive(clock.Now());
            journal.Say($"archived “{item.Title}” of the collateral", item.Brand.Value, item.Plan?.Value, item.Id);
            return Done.It;
        }
    }
}

/// <summary>Puts an archived piece back into the library.</summary>
[Needs(Permission.WritePosts)]
public sealed record RestoreCollateral(Id<Collateral> Collateral) : ICommand<Done>
{
    internal sealed class Handler(Db db, Journal journal) : IHandle<RestoreCollateral, Done>
    {
        public async Task<Done> HandleAsync(RestoreCollateral request, CancellationToken cancel)
        {
            var item = await db.FindAsync(request.Collateral, "piece of collateral", cancel);
            item.Restore();
            journal.Say($"restored “{item.Title}” of the collateral", item.Brand.Value, item.Plan?.Value, item.Id);
            return Done.It;
        }
    }
}
