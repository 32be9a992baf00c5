using Bellwether.Kernel;
using Bellwether.Plans;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Audits;

/// <summary>Lets comments, the journal and search point to accounts.</summary>
internal sealed class AccountNodes(Db db) : INodeSource
{
    public string Prefix => Id<SocialAccount>.Prefix;

    public async Task<PlanNode?> FindAsync(string id, CancellationToken cancel)
    {
        if (!Id<SocialAccount>.TryParse(id, null, out var key))
        {
            return null;
        }

        var account = await db.Set<SocialAccount>().AsNoTracking().FirstOrDefaultAsync(each => each.Id == key, cancel);
        return account is null ? null : new PlanNode(account.Brand, null, $"{account.Handle} on {account.Network}", $"/audit/{account.Id}");
    }
}
