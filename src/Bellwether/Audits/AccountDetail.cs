using Bellwether.Kernel;
using Bellwether.Storage;

namespace Bellwether.Audits;

/// <summary>One account of the inventory with everything known about it.</summary>
[Needs(Permission.Read)]
public sealed record AccountDetail(Id<SocialAccount> Account) : IQuery<SocialAccountView>
{
    internal sealed class Handler(AccountFinder accounts, AccountBook views) : IHandle<AccountDetail, SocialAccountView>
    {
        public async Task<SocialAccountView> HandleAsync(AccountDetail request, CancellationToken cancel) =>
            await views.OfAsync(await accounts.FindAsync(request.Account, cancel), cancel);
    }
}
