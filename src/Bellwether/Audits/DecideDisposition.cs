using Bellwether.Kernel;
using Bellwether.Storage;

namespace Bellwether.Audits;

/// <summary>
/// Decides what shall become of an account: keep, update, merge, park or delete. It is a decision on paper; the program
/// touches nothing on the network. Deleting one with scheduled posts is 422 and lists them.
/// </summary>
/// <param name="Into">The account it goes into; only for a merge.</param>
[Needs(Permission.EditPlan)]
public sealed record DecideDisposition(Id<SocialAccount> Account, Disposition Disposition, string? Reason = null, Id<SocialAccount>? Into = null) : ICommand<SocialAccountView>
{
    internal sealed class Handler(AccountFinder accounts, AccountBook views, AccountUses uses, AuditTicklers ticklers, Journal journal) : IHandle<DecideDisposition, SocialAccountView>
    {
        public async Task<SocialAccountView> HandleAsync(DecideDisposition request, CancellationToken cancel)
        {
            var account = await accounts.FindAsync(request.Account, cancel);
            if (request.Disposition == Disposition.Delete && account.Disposition != Disposition.Delete)
            {
                await uses.RefuseAsync(account, "deleted", cancel);
            }

            var into = request.Into is { } other ? await accounts.FindAsync(other, cancel) : null;
            account.Decide(request.Disposition, request.Reason, into);
            if (account.Disposition != Disposition.Undecided)
            {
                await ticklers.ExplainedAsync(account.Id, cancel);
            }

            var where = into is null ? "" : $" into “{into.Handle}”";
            journal.Say($"decided “{request.Disposition}”{where} for the account “{account.Handle}”", account.Brand.Value, null, account.Id, account.DispositionReason);
            return await views.OfAsync(account, cancel);
        }
    }
}
