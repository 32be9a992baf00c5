using Bellwether.Kernel;
using Bellwether.Storage;

namespace Bellwether.Audits;

/// <summary>Puts an account into the archive; nothing is lost and it can be restored. With scheduled posts it is 422 and names them.</summary>
[Needs(Permission.EditPlan)]
public sealed record ArchiveSocialAccount(Id<SocialAccount> Account) : ICommand<SocialAccountView>
{
    internal sealed class Handler(AccountFinder accounts, AccountBook views, AccountUses uses, AuditTicklers ticklers, TimeProvider clock, Journal journal) : IHandle<ArchiveSocialAccount, SocialAccountView>
    {
        public async Task<SocialAccountView> HandleAsync(ArchiveSocialAccount request, CancellationToken cancel)
        {
            var account = await accounts.FindAsync(request.Account, cancel);
            await uses.RefuseAsync(account, "archived", cancel);
            account.Archive(clock.Now());
            await ticklers.AttestedAsync(account.Id, cancel);
            await ticklers.ExplainedAsync(account.Id, cancel);
            journal.Say($"archived the {account.Network} account “{account.Handle}”", account.Brand.Value, null, account.Id);
            return await views.OfAsync(account, cancel);
        }
    }
}
