using Bellwether.Audits;
using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Networks;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Publishing;

/// <summary>The network sign-ins: each account whose sign-in is dead, about to end or paused is named, with the way to mend it.</summary>
internal sealed class ConnectionExamination(Db db, ICurrent current, TimeProvider clock, IEnumerable<IConnector> connectors) : IExamine
{
    public async Task<IReadOnlyList<Examined>> ExamineAsync(CancellationToken cancel)
    {
        if (!await db.Database.CanConnectAsync(cancel) || (await db.Database.GetPendingMigrationsAsync(cancel)).Any())
        {
            return [];
        }

        var now = clock.Now();
        var networks = connectors.Select(connector => connector.Network).ToHashSet(StringComparer.Ordinal);
        var connections = await All<Connection>().ToDictionaryAsync(row => row.Account, cancel);
        var lanes = await All<Lane>().ToDictionaryAsync(row => row.Account, cancel);
        var paused = await All<PublishingRules>().Where(row => row.PausedAt != null).ToDictionaryAsync(row => row.Brand, cancel);
        var brands = await All<Brand>().ToDictionaryAsync(row => row.Id, row => row.Name, cancel);
        var waiting = (await All<Publication>().Where(row => row.Status == PublicationStatus.Queued).Select(row => row.Account).Distinct().ToListAsync(cancel)).ToHashSet();
        var accounts = await All<SocialAccount>().Where(row => row.ArchivedAt == null).OrderBy(row => row.Network).ThenBy(row => row.Handle).ToListAsync(cancel);
        var found = new List<Examined>();
        var well = 0;
        foreach (var account in accounts.Where(account => connections.ContainsKey(account.Id) || waiting.Contains(account.Id)))
        {
            var standing = new AccountStanding(account, connections.GetValueOrDefault(account.Id), lanes.GetValueOrDefault(account.Id), paused.GetValueOrDefault(account.Brand), networks.Contains(account.Network));
            if (standing.Trouble(now) is { Severity: not Severity.Fine } trouble)
            {
                found.Add(new Examined($"sign-in of {standing.Name} ({brands.GetValueOrDefault(account.Brand)})", trouble.Severity, trouble.Found, trouble.Mend));
            }
            else
            {
                well++;
            }
        }

        if (well > 0 || found.Count == 0)
        {
            found.Add(new Examined("network sign-ins", Severity.Fine, connections.Count == 0 ? "No account is connected." : $"{well} {(well == 1 ? "account is" : "accounts are")} well."));
        }

        return found;
    }

    /// <summary>The program itself looks at every workspace, a member at their own.</summary>
    private IQueryable<T> All<T>()
        where T : Entity =>
        current.WorkspaceKey == Guid.Empty ? db.Set<T>().IgnoreQueryFilters().IgnoreAutoIncludes().AsNoTracking() : db.Set<T>().AsNoTracking();
}
