using Bellwether.Audits;
using Bellwether.Calendar;
using Bellwether.Kernel;
using Bellwether.Networks;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Publishing;

/// <summary>Tells the calendar what a connected account does where a post says nothing else.</summary>
internal sealed class AccountSettings(Db db) : IAccountSettings
{
    public async Task<IReadOnlyDictionary<Id<SocialAccount>, IReadOnlyDictionary<string, string>>> OfAsync(IReadOnlyCollection<Id<SocialAccount>> accounts, CancellationToken cancel)
    {
        var connections = await db.Set<Connection>().AsNoTracking().Where(row => accounts.Contains(row.Account)).Select(row => new { row.Account, row.Network, row.Settings }).ToListAsync(cancel);
        return connections.ToDictionary(row => row.Account, IReadOnlyDictionary<string, string> (row) =>
        {
            var options = NetworkCatalogue.Of(row.Network).Posting.Options.Where(option => option.FromAccount).Select(option => option.Key).ToHashSet(StringComparer.Ordinal);
            return row.Settings.Where(setting => options.Contains(setting.Key)).ToDictionary(StringComparer.Ordinal);
        });
    }
}
