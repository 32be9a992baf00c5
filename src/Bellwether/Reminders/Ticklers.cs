using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.People;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Reminders;

/// <summary>Raises ticklers for whatever a step finds that a person should look at.</summary>
[Scoped]
public sealed class Ticklers(Db db, TimeProvider clock)
{
    /// <summary>
    /// Tells a member, once for each key. With nobody named, or when whoever is named has left or does not see the brand,
    /// everybody who may run the plan is told: what nobody owns must not go unseen.
    /// </summary>
    public async Task RaiseAsync(Id<Brand> brand, Id<Member>? member, string key, string words, string path, CancellationToken cancel)
    {
        var all = (await db.Set<Member>().AsNoTracking().ToListAsync(cancel)).Where(one => one.IsActive(clock.Now()) && one.Sight.Covers(brand.Value)).ToList();
        var told = all.Where(one => one.Id == member).ToList();
        await RaiseAsync(brand, told.Count > 0 ? told : [.. all.Where(one => one.Role.May(Permission.RunPlan))], key, words, path, cancel);
    }

    /// <summary>Tells these members and nobody in their place; who does not see the brand is left out.</summary>
    public async Task TellAsync(Id<Brand> brand, IReadOnlyCollection<Id<Member>> members, string key, string words, string path, CancellationToken cancel)
    {
        var told = (await db.Set<Member>().AsNoTracking().ToListAsync(cancel)).Where(one => members.Contains(one.Id) && one.IsActive(clock.Now()) && one.Sight.Covers(brand.Value)).ToList();
        await RaiseAsync(brand, told, key, words, path, cancel);
    }

    private async Task RaiseAsync(Id<Brand> id, List<Member> members, string key, string words, string path, CancellationToken cancel)
    {
        if (await db.Set<Brand>().AsNoTracking().FirstOrDefaultAsync(row => row.Id == id, cancel) is not { } brand)
        {
            return;
        }

        var ids = members.Select(member => member.Id).ToList();
        var have = await db.Set<Tickler>().AsNoTracking().Where(row => row.Key == key && ids.Contains(row.Member)).Select(row => row.Member).ToListAsync(cancel);
        foreach (var member in members.Where(member => !have.Contains(member.Id)))
        {
            db.Add(new Tickler(brand, member, key, words.Length > 400 ? words[..399] + "…" : words, path, clock.Today(brand.Zone)));
        }
    }
}
