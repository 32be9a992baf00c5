using Bellwether.Kernel;
using Bellwether.People;
using Bellwether.Storage;

namespace Bellwether.Audits;

/// <summary>Makes one person accountable for an account, or nobody when no owner is given.</summary>
[Needs(Permission.EditPlan)]
public sealed record AssignAccountOwner(Id<SocialAccount> Account, Id<Member>? Owner = null) : ICommand<SocialAccountView>
{
    internal sealed class Handler(Db db, AccountFinder accounts, AccountBook views, Journal journal) : IHandle<AssignAccountOwner, SocialAccountView>
    {
        public async Task<SocialAccountView> HandleAsync(AssignAccountOwner request, CancellationToken cancel)
        {
            var account = await accounts.FindAsync(request.Account, cancel);
            var owner = request.Owner is { } id ? await db.FindAsync(id, "member", cancel) : null;
            account.Own(owner?.Id);
            journal.Say(
                owner is null ? $"took the owner from the account “{account.Handle}”" : $"made {owner.Name} accountable for the account “{account.Handle}”",
                account.Brand.Value, null, account.Id);
            return await views.OfAsync(account, cancel);
        }
    }
}
