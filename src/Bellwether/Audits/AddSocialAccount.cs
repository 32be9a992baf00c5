using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.People;
using Bellwether.Plans;
using Bellwether.Storage;

namespace Bellwether.Audits;

/// <summary>
/// Puts an account into the inventory. One that is in use says for what purpose; without, it is 422 unless it is listed as
/// unexplained, planned, dormant or closed. The same profile twice is 409, however its address was spelled.
/// </summary>
/// <param name="Network">The network's key, such as “instagram”; an unknown one is taken as it is.</param>
/// <param name="Handle">The name on the network, with or without @; no spaces.</param>
/// <param name="Purpose">What it is for, in a sentence.</param>
/// <param name="Status">In use when left out.</param>
/// <param name="BusinessGoal">Which business goal it helps to reach, in a sentence.</param>
/// <param name="Owner">The one accountable person.</param>
[Needs(Permission.EditPlan)]
public sealed record AddSocialAccount(
    Id<Brand> Brand,
    string Network,
    string Handle,
    string? Url = null,
    string? Purpose = null,
    Id<Member>? Owner = null,
    AccountStatus? Status = null,
    string? BusinessGoal = null) : ICommand<SocialAccountView>
{
    internal sealed class Handler(Db db, PlanFinder plans, AccountBook views, TimeProvider clock, Journal journal) : IHandle<AddSocialAccount, SocialAccountView>
    {
        public async Task<SocialAccountView> HandleAsync(AddSocialAccount request, CancellationToken cancel)
        {
            var brand = await plans.BrandAsync(request.Brand, cancel);
            var now = clock.Now();
            var account = new SocialAccount(brand.Id, request.Network, request.Handle, request.Url, now);
            await AccountTwins.RefuseAsync(db, account, cancel);
            if (request.Owner is { } owner)
            {
                account.Own((await db.FindAsync(owner, "member", cancel)).Id);
            }

            account.Serve(request.Purpose, now);
            account.Answer(request.BusinessGoal);
            account.Become(request.Status ?? AccountStatus.Active);
            db.Add(account);
            journal.Say($"added the {account.Network} account “{account.Handle}” to the inventory", brand.Id.Value, null, account.Id);
            return await views.OfAsync(account, cancel);
        }
    }
}
