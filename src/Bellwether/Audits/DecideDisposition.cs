using Bellwether.Kernel;
using Bellwether.Storage;

namespace Bellwether.Audits;

/// <summary>Decides what becomes of an account: keep, update, merge, park or delete. It is a decision on paper; the program touches nothing on the network.</summary>
[Needs(Permission.EditPlan)]
public sealed record DecideDisposition(Id<SocialAccount> Account, Disposition Disposition, string? Reason = null) : ICommand<SocialAccountView>
{
    internal sealed class Handler(AccountFinder accounts, TimeProvider clock, Journal journal) : IHandle<DecideDisposition, SocialAccountView>
    {
        public async Task<SocialAccountView> HandleAsync(DecideDisposition request, CancellationToken cancel)
        {
            var account = await accounts.FindAsync(request.Account, cancel);
            account.Decide(request.Disposition, request.Reason);
            journal.Say($"decided “{request.Disposition}” for the account “{account.Handle}”", account.Brand.Value, null, account.Id, account.DispositionReason);
            return SocialAccountView.Of(account, clock.Now());
        }
    }
}
