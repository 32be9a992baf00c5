using Bellwether.Kernel;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Audits;

/// <summary>Refuses a second row for one profile; the unique index stands behind it for two people at once.</summary>
internal static class AccountTwins
{
    public static async Task RefuseAsync(Db db, SocialAccount account, CancellationToken cancel)
    {
        var twin = await db.Set<SocialAccount>().AsNoTracking()
            .FirstOrDefaultAsync(other => other.Brand == account.Brand && other.Key == account.Key && other.Id != account.Id, cancel);
        if (twin is not null)
        {
            throw Rule.Conflict(
                "account-known",
                twin.ArchivedAt is null
                    ? $"This profile is in the inventory already, as “{twin.Handle}” on {twin.Network}. Change that row instead."
                    : $"This profile is in the archive, as “{twin.Handle}” on {twin.Network}. Restore it instead.",
                "url");
        }
    }
}
