using Bellwether.Kernel;
using Bellwether.Storage;

namespace Bellwether.Audits;

/// <summary>Puts an account into the archive; nothing is lost and it can be restored.</summary>
[Needs(Permission.EditPlan)]
public sealed record ArchiveSocialAccount(Id<SocialAccount> Account) : ICommand<SocialAccountView>
{
    internal sealed class Handler(AccountFinder accounts, TimeProvider clock, Journal journal) : IHandle<ArchiveSocialAccount, SocialAccountView>
    {
        public async Task<SocialAccountView> HandleAsync(ArchiveSocialAccount request, CancellationToken cancel)
        {
            var account = await accounts.FindAsync(request.Account, cancel);
            account.Archive(clock.Now());
            journal.Say($"archived the {account.Network} account “{account.Handle}”", account.Brand.Value, null, account.Id);
            return SocialAccountView.Of(account, clock.Now());
        }
    }
}
