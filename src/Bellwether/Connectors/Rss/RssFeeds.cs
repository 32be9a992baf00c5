using Bellwether.Audits;
using Bellwether.Kernel;
using Bellwether.Networks;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Bellwether.Connectors.Rss;

/// <summary>Keeps the entries of feeds, each change in a transaction of its own: what the caller has open is not stored with it.</summary>
[Single]
public sealed class RssFeeds(IServiceScopeFactory scopes)
{
    /// <summary>Does something with the account's entries, as the program within its workspace; null where there is no such account.</summary>
    internal async Task<T?> WithAsync<T>(AccountAccess access, Func<Db, SocialAccount, Task<T?>> act, CancellationToken cancel)
        where T : class
    {
        await using var scope = scopes.CreateAsyncScope();
        var (current, db) = (scope.ServiceProvider.GetRequiredService<Current>(), scope.ServiceProvider.GetRequiredService<Db>());
        current.BecomeProgram(Guid.Empty);
        var key = access.Key.StartsWith("new:", StringComparison.Ordinal) ? access.Key["new:".Length..] : access.Key;
        if (!Id<SocialAccount>.TryParse(key, null, out var id) || await db.Set<SocialAccount>().IgnoreQueryFilters().AsNoTracking().FirstOrDefaultAsync(row => row.Id == id, cancel) is not { } account)
        {
            return null;
        }

        current.BecomeProgram(account.WorkspaceKey);
        return await act(db, account);
    }

    /// <summary>Stores an entry unless there is one with its key: whoever comes second finds the first one's.</summary>
    internal async Task<FeedEntry?> AddAsync(AccountAccess access, Func<SocialAccount, (FeedEntry Entry, IReadOnlyList<FeedPicture> Pictures)> make, string key, CancellationToken cancel)
    {
        try
        {
            return await WithAsync(
                access, async (db, account) =>
                {
                    if (await FindAsync(db, account, key, cancel) is { } known)
                    {
                        return known;
                    }

                    var (entry, pictures) = make(account);
                    db.Add(entry);
                    db.AddRange(pictures);
                    await db.SaveAsync(cancel);
                    return entry;
                }, cancel);
        }
        catch (ProblemException taken) when (taken.Kind == ProblemKind.Conflict)
        {
            return await WithAsync(access, (db, account) => FindAsync(db, account, key, cancel), cancel);
        }
    }

    internal static Task<FeedEntry?> FindAsync(Db db, SocialAccount account, string key, CancellationToken cancel) =>
        db.Set<FeedEntry>().FirstOrDefaultAsync(row => row.Account == account.Id && row.Key == key, cancel);
}
