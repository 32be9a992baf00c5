using Bellwether.Kernel;
using Bellwether.Storage;

namespace Bellwether.Audits;

/// <summary>Takes an account back from the archive.</summary>
[Needs(Permission.EditPlan)]
public sealed record RestoreSocialAccount(Id<SocialAccount> Account) : ICommand<SocialAccountView>
{
    internal sealed class Handler(Db db, TimeProvider clock, Journal journal) : IHandle<RestoreSocialAccount, SocialAccountView>
    {
        public async Task<SocialAccountView> HandleAsync(RestoreSocialAccount request, CancellationToken cancel)
        {
            var account = await db.FindAsync(request.Account, "account", cancel);
            account.Restore();
            journal.Say($"restored the {account.Network} account “{account.Handle}”", account.Brand.Value, null, account.Id);
            return SocialAccountView.Of(account, clock.Now());
        }
    }
}
