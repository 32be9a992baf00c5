using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bellwether.Links;

/// <summary>
/// A brand named other sites as its own: its links, archived ones too, get or lose their tags from now on. What was served before stays on
/// record. It follows the sites as they stand now, some links at a time in transactions of their own, so the event may come twice.
/// </summary>
internal sealed class FollowHosts(IServiceScopeFactory scopes, ICurrent current, TimeProvider clock, Db db) : IReact<OwnHostsNamed>
{
    private const int AtOnce = 500;

    public async Task ReactAsync(OwnHostsNamed happened, CancellationToken cancel)
    {
        for (Id<TrackedLink>? after = default(Id<TrackedLink>); after is { } last;)
        {
            after = await SomeAsync(happened.Brand, last, cancel);
        }

        db.Raise(new ManyLinksChanged(happened.Brand));
    }

    /// <summary>The last link it looked at; null when there are no more.</summary>
    private async Task<Id<TrackedLink>?> SomeAsync(Id<Brand> id, Id<TrackedLink> after, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Current>().BecomeProgram(current.WorkspaceKey);
        var some = scope.ServiceProvider.GetRequiredService<Db>();
        if (await some.Set<Brand>().AsNoTracking().FirstOrDefaultAsync(row => row.Id == id, cancel) is not { } brand)
        {
            return null;
        }

        var links = await some.Set<TrackedLink>().Where(link => link.Brand == id && link.Id.CompareTo(after) > 0).OrderBy(link => link.Id).Take(AtOnce).ToListAsync(cancel);
        links.ForEach(link => link.Follow(brand.OwnHosts, clock.Now()));
        await some.SaveAsync(cancel);

        return links.Count < AtOnce ? null : links[^1].Id;
    }
}
