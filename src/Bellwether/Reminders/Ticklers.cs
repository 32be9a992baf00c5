using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.People;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Reminders;

/// <summary>Something a person should look at.</summary>
/// <param name="Key">What it is about; each member is told once for each key.</param>
/// <param name="Path">Where it is looked at.</param>
/// <param name="Plan">The key of the plan it is about; whoever does not see that plan is not told.</param>
/// <param name="ForOwners">Whether it goes to the brand's owners where nobody is named, and not to everybody who may run a plan.</param>
public sealed record Notice(Id<Brand> Brand, string Key, string Words, string Path, Guid? Plan = null, bool ForOwners = false);

/// <summary>Something that is due: told to a member, or to whoever the notice falls to where nobody is named.</summary>
/// <param name="Notice">Its key begins with the kind and says what is due, for when and for whom, so that the next time it is due is told again.</param>
public sealed record DueTickler(Notice Notice, Id<Member>? Member);

/// <summary>Raises ticklers for whatever a step finds that a person should look at.</summary>
[Scoped]
public sealed class Ticklers(Db db, TimeProvider clock)
{
    /// <summary>
    /// Tells a member. With nobody named, or when whoever is named has left or does not see what it is about, everybody who
    /// may run the plan is told, or the owners where it is for them: what nobody owns must not go unseen.
    /// </summary>
    public async Task RaiseAsync(Notice notice, Id<Member>? member, CancellationToken cancel)
    {
        var all = await WhoSeesAsync(notice, cancel);
        var told = all.Where(one => one.Id == member).ToList();
        var owners = all.Where(one => one.Role.May(Permission.Own)).ToList();
        var others = notice.ForOwners && owners.Count > 0 ? owners : [.. all.Where(one => one.Role.May(Permission.RunPlan))];
        await RaiseAsync(notice, told.Count > 0 ? told : others, cancel);
    }

    /// <summary>Tells these members and nobody in their place; who does not see what it is about is left out.</summary>
    public async Task TellAsync(Notice notice, IReadOnlyCollection<Id<Member>> members, CancellationToken cancel) =>
        await RaiseAsync(notice, [.. (await WhoSeesAsync(notice, cancel)).Where(one => members.Contains(one.Id))], cancel);

    /// <summary>Ends what is open under keys that begin so: the thing itself is done.</summary>
    public async Task SettleAsync(string keyStart, CancellationToken cancel)
    {
        foreach (var tickler in await db.Set<Tickler>().Where(row => row.DoneAt == null && row.Key.StartsWith(keyStart)).ToListAsync(cancel))
        {
            tickler.Finish(clock.Now());
        }
    }

    /// <summary>
    /// Tells what is due now, each once under its own key, and ends what was told before under a key of this kind and is no longer
    /// due: it was done elsewhere, or is somebody else's now.
    /// </summary>
    /// <param name="kind">The word that all keys of the kind begin with.</param>
    /// <param name="standing">True where the words say how something stands: they follow it, and when it is due again after it was not, that is news.</param>
    /// <returns>How much was told for the first time.</returns>
    public async Task<int> KeepAsync(string kind, IReadOnlyCollection<DueTickler> due, CancellationToken cancel, bool standing = false)
    {
        var start = kind + " ";
        var told = await db.Set<Tickler>().Where(row => row.Key.StartsWith(start)).ToListAsync(cancel);
        var keys = due.Select(one => one.Notice.Key).ToHashSet(StringComparer.Ordinal);
        foreach (var over in told.Where(row => row.DoneAt is null && !keys.Contains(row.Key)))
        {
            over.Finish(clock.Now());
        }

        if (standing)
        {
            db.RemoveRange(told.Where(row => !keys.Contains(row.Key)));
            foreach (var row in told.Where(row => row.DoneAt is null && keys.Contains(row.Key)))
            {
                row.Say(Excerpt.Of(due.First(one => one.Notice.Key == row.Key).Notice.Words, 400));
            }
        }

        var known = told.Select(row => row.Key).ToHashSet(StringComparer.Ordinal);
        var fresh = due.Where(one => !known.Contains(one.Notice.Key)).ToList();
        foreach (var one in fresh)
        {
            await RaiseAsync(one.Notice, one.Member, cancel);
        }

        return fresh.Count;
    }

    private async Task<List<Member>> WhoSeesAsync(Notice notice, CancellationToken cancel) =>
        [.. (await db.Set<Member>().AsNoTracking().ToListAsync(cancel)).Where(one => one.IsActive(clock.Now()) && one.Sight.Covers(notice.Brand.Value) && (notice.Plan is not { } plan || one.Sight.CoversPlan(plan)))];

    private async Task RaiseAsync(Notice notice, List<Member> members, CancellationToken cancel)
    {
        if (await db.Set<Brand>().AsNoTracking().FirstOrDefaultAsync(row => row.Id == notice.Brand, cancel) is not { } brand)
        {
            return;
        }

        var ids = members.Select(member => member.Id).ToList();
        var have = await db.Set<Tickler>().AsNoTracking().Where(row => row.Key == notice.Key && ids.Contains(row.Member)).Select(row => row.Member).ToListAsync(cancel);
        var words = Excerpt.Of(notice.Words, 400);
        foreach (var member in members.Where(member => !have.Contains(member.Id)))
        {
            db.Add(new Tickler(brand, member, notice.Key, words, notice.Path, clock.Today(brand.Zone)));
        }
    }
}
