using Bellwether.Audits;
using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Metrics;
using Bellwether.Plans;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Measures;

/// <summary>Something that numbers can be about.</summary>
/// <param name="Id">Its id, as text.</param>
/// <param name="Name">What a person calls it.</param>
/// <param name="Network">The network of an account; null for anything else.</param>
public sealed record MeasureSubject(string Id, string Name, string? Network);

/// <summary>Whose numbers they are: the brand itself, its accounts, and whatever of its plan has numbers already.</summary>
[Scoped]
internal sealed class MeasureSubjects(Db db, Nodes nodes)
{
    public async Task<IReadOnlyList<MeasureSubject>> AllAsync(Brand brand, CancellationToken cancel)
    {
        var found = new List<MeasureSubject> { new(brand.Id.ToString(), brand.Name, null) };
        var accounts = await AccountsAsync(brand.Id, cancel);
        found.AddRange(accounts.Select(account => new MeasureSubject(account.Id.ToString(), $"{account.Handle} on {account.Network}", account.Network)));
        var measured = await db.Set<Observation>().AsNoTracking().Where(row => row.Brand == brand.Id && row.IsCurrent).Select(row => row.Subject).Distinct().Take(200).ToListAsync(cancel);
        foreach (var subject in measured.Where(subject => found.TrueForAll(each => each.Id != subject)))
        {
            if (await nodes.TryFindAsync(subject, cancel) is { } node && node.Brand == brand.Id)
            {
                found.Add(new MeasureSubject(subject, node.Title, null));
            }
        }

        return found;
    }

    /// <summary>The one account of each network that has exactly one.</summary>
    public async Task<IReadOnlyDictionary<string, string>> OfNetworksAsync(Id<Brand> brand, CancellationToken cancel) =>
        (await AccountsAsync(brand, cancel)).GroupBy(account => account.Network).Where(group => group.Count() == 1)
            .ToDictionary(group => group.Key, group => group.First().Id.ToString(), StringComparer.Ordinal);

    /// <summary>422 for an id that is nothing of this brand.</summary>
    /// <param name="remembered">Whether the ids come from an older import, so that the way out is another.</param>
    public async Task CheckAsync(Id<Brand> brand, IReadOnlyList<string> ids, bool remembered, CancellationToken cancel)
    {
        foreach (var id in ids)
        {
            await nodes.RequireAsync(id, brand, "subject", cancel, remembered ? "What these columns were imported for the last time is gone. Choose the account anew." : null);
        }
    }

    private Task<List<SocialAccount>> AccountsAsync(Id<Brand> brand, CancellationToken cancel) =>
        db.Set<SocialAccount>().AsNoTracking().Where(account => account.Brand == brand && account.ArchivedAt == null)
            .OrderBy(account => account.Network).ThenBy(account => account.Handle).ToListAsync(cancel);
}
