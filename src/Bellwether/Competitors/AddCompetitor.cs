using Bellwether.Audits;
using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Plans;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Competitors;

/// <summary>Puts a rival on file. The same name twice is 409.</summary>
/// <param name="Position">What it claims to be.</param>
[Needs(Permission.EditPlan)]
public sealed record AddCompetitor(Id<Brand> Brand, string Name, RivalKind Kind = RivalKind.Direct, string? Site = null, string? Position = null, string? Notes = null) : ICommand<CompetitorView>
{
    internal sealed class Handler(Db db, PlanFinder plans, RivalBook book, Journal journal) : IHandle<AddCompetitor, CompetitorView>
    {
        public async Task<CompetitorView> HandleAsync(AddCompetitor request, CancellationToken cancel)
        {
            var brand = await plans.BrandAsync(request.Brand, cancel);
            var rival = new Competitor(brand.Id, request.Name);
            await SameName.RefuseAsync(db, rival, cancel);
            rival.Describe(request.Kind, request.Site, request.Position, request.Notes);
            db.Add(rival);
            journal.Say($"put the competitor “{rival.Name}” on file", brand.Id.Value, null, rival.Id);
            return await book.ViewAsync(rival, cancel);
        }
    }
}

/// <summary>Changes what is known of a rival; what is left out stays, an empty text clears.</summary>
[Needs(Permission.EditPlan)]
public sealed record ChangeCompetitor(
    Id<Competitor> Competitor, string? Name = null, RivalKind? Kind = null, string? Site = null, string? Position = null, string? Notes = null, int? IfVersion = null) : ICommand<CompetitorView>, IExpectsVersion
{
    internal sealed class Handler(Db db, RivalBook book, Journal journal) : IHandle<ChangeCompetitor, CompetitorView>
    {
        public async Task<CompetitorView> HandleAsync(ChangeCompetitor request, CancellationToken cancel)
        {
            var rival = await book.FindAsync(request.Competitor, cancel);
            rival.Expect(request.IfVersion);
            if (request.Name is not null)
            {
                rival.Rename(request.Name);
                await SameName.RefuseAsync(db, rival, cancel);
            }

            rival.Describe(request.Kind ?? rival.Kind, request.Site ?? rival.Site, request.Position ?? rival.Position, request.Notes ?? rival.Notes);
            journal.Say($"changed the competitor “{rival.Name}”", rival.Brand.Value, null, rival.Id);
            return await book.ViewAsync(rival, cancel);
        }
    }
}

/// <summary>Adds a profile to a rival. An own account is 422.</summary>
/// <param name="Server">The server it lives on, where that is not the network's usual one.</param>
[Needs(Permission.EditPlan)]
public sealed record FollowRival(Id<Competitor> Competitor, string Network, string Handle, string? Url = null, string? Server = null) : ICommand<CompetitorView>
{
    internal sealed class Handler(Db db, RivalBook book, Journal journal) : IHandle<FollowRival, CompetitorView>
    {
        public async Task<CompetitorView> HandleAsync(FollowRival request, CancellationToken cancel)
        {
            var rival = await book.FindAsync(request.Competitor, cancel);
            var account = RivalAccount.Of(request.Network, request.Handle, request.Url, request.Server);
            var own = await db.Set<SocialAccount>().AsNoTracking().FirstOrDefaultAsync(row => row.Brand == rival.Brand && row.Key == account.Key, cancel);
            Rule.Require(own is null, "this-is-ours", $"This is ours: “{own?.Handle}” stands in the inventory.", "handle");
            rival.Follow(account);
            journal.Say($"follows “{rival.Name}” on {account.Network}", rival.Brand.Value, null, rival.Id);
            return await book.ViewAsync(rival, cancel);
        }
    }
}

/// <summary>Takes a profile away from a rival; figures that were taken of it stay.</summary>
/// <param name="Key">The profile's key, as the rival lists it.</param>
[Needs(Permission.EditPlan)]
public sealed record UnfollowRival(Id<Competitor> Competitor, string Key) : ICommand<CompetitorView>
{
    internal sealed class Handler(RivalBook book, Journal journal) : IHandle<UnfollowRival, CompetitorView>
    {
        public async Task<CompetitorView> HandleAsync(UnfollowRival request, CancellationToken cancel)
        {
            var rival = await book.FindAsync(request.Competitor, cancel);
            rival.Unfollow(request.Key);
            journal.Say($"no longer follows {request.Key} of “{rival.Name}”", rival.Brand.Value, null, rival.Id);
            return await book.ViewAsync(rival, cancel);
        }
    }
}

/// <summary>Puts a rival into the archive; its figures stay and it can be restored.</summary>
[Needs(Permission.EditPlan)]
public sealed record ArchiveCompetitor(Id<Competitor> Competitor) : ICommand<CompetitorView>
{
    internal sealed class Handler(RivalBook book, TimeProvider clock, Journal journal) : IHandle<ArchiveCompetitor, CompetitorView>
    {
        public async Task<CompetitorView> HandleAsync(ArchiveCompetitor request, CancellationToken cancel)
        {
            var rival = await book.FindAsync(request.Competitor, cancel);
            rival.Archive(clock.Now());
            journal.Say($"archived the competitor “{rival.Name}”", rival.Brand.Value, null, rival.Id);
            return await book.ViewAsync(rival, cancel);
        }
    }
}

/// <summary>Takes a rival back from the archive.</summary>
[Needs(Permission.EditPlan)]
public sealed record RestoreCompetitor(Id<Competitor> Competitor) : ICommand<CompetitorView>
{
    internal sealed class Handler(RivalBook book, Journal journal) : IHandle<RestoreCompetitor, CompetitorView>
    {
        public async Task<CompetitorView> HandleAsync(RestoreCompetitor request, CancellationToken cancel)
        {
            var rival = await book.FindAsync(request.Competitor, cancel);
            rival.Restore();
            journal.Say($"restored the competitor “{rival.Name}”", rival.Brand.Value, null, rival.Id);
            return await book.ViewAsync(rival, cancel);
        }
    }
}

/// <summary>Refuses a second rival of the same name.</summary>
internal static class SameName
{
    public static async Task RefuseAsync(Db db, Competitor rival, CancellationToken cancel)
    {
        if (await db.Set<Competitor>().AsNoTracking().FirstOrDefaultAsync(row => row.Brand == rival.Brand && row.Key == rival.Key && row.Id != rival.Id, cancel) is { } twin)
        {
            throw Rule.Conflict("competitor-known", twin.ArchivedAt is null ? $"“{twin.Name}” is on file already." : $"“{twin.Name}” is in the archive. Restore it instead.", "name");
        }
    }
}
