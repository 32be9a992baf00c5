using Bellwether.Kernel;
using Bellwether.Storage;

namespace Bellwether.Audits;

/// <summary>One account of the inventory with everything known about it.</summary>
[Needs(Permission.Read)]
public sealed record AccountDetail(Id<SocialAccount> Account) : IQuery<SocialAccountView>
{
    internal sealed class Handler(Db db, TimeProvider clock) : IHandle<AccountDetail, SocialAccountView>
    {
        public async Task<SocialAccountView> HandleAsync(AccountDetail request, CancellationToken cancel) =>
            SocialAccountView.Of(await db.FindAsync(request.Account, "account", cancel), clock.Now());
    }
}
