using Bellwether.Audits;
using Bellwether.Kernel;
using Bellwether.Networks;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Publishing;

/// <summary>Opens the credentials of connected accounts for steps that read with them.</summary>
internal sealed class OpenAccounts(Db db, AccountKeys keys) : IOpenAccounts
{
    public async Task<AccountAccess?> OpenAsync(string account, CancellationToken cancel) =>
        Id<SocialAccount>.TryParse(account, null, out var id)
        && await db.Set<Connection>().AsNoTracking().FirstOrDefaultAsync(row => row.Account == id && row.State != ConnectionState.Broken, cancel) is { } connection
            ? keys.Open(connection)
            : null;
}
