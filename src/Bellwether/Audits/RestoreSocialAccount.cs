using Bellwether.Kernel;
using Bellwether.Storage;

namespace Bellwether.Audits;

/// <summary>Takes an account back from the archive.</summary>
[Needs(Permission.EditPlan)]
public sealed record RestoreSocialAccount(Id<SocialAccount> Account) : ICommand<SocialAccountView>
{
    internal sealed class Handler(AccountFinder accounts, AccountBook views, Journal journal) : IHandle<RestoreSocialAccount, SocialAccountView>
    {
        public async Task<SocialAccountView> HandleAsync(RestoreSocialAccount request, CancellationToken cancel)
        {
            var account = await accounts.FindAsync(request.Account, cancel);
            account.Restore();
            journal.Say($"restored the {account.Network} account “{account.Handle}”", account.Brand.Value, null, account.Id);
            return await views.OfAsync(account, cancel);
        }
    }
}
