using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.People;
using Bellwether.Plans;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Audits;

/// <summary>
/// Copies a brand's set of accounts for a new branch: each that stays becomes a planned account of the branch, with its network
/// and purpose, a handle that ends in the branch's name, and nobody's keys. A branch that has accounts already is 409.
/// </summary>
/// <param name="Branch">The new place or unit: “Hamburg”.</param>
/// <param name="From">The branch whose set is copied; the brand's own unless given.</param>
/// <param name="Owner">Who answers for the new ones.</param>
[Needs(Permission.EditPlan)]
public sealed record CopyAccounts(Id<Brand> Brand, string Branch, string? From = null, Id<Member>? Owner = null) : ICommand<IReadOnlyList<SocialAccountView>>
{
    internal sealed class Handler(Db db, PlanFinder plans, AccountBook views, TimeProvider clock, Journal journal) : IHandle<CopyAccounts, IReadOnlyList<SocialAccountView>>
    {
        public async Task<IReadOnlyList<SocialAccountView>> HandleAsync(CopyAccounts request, CancellationToken cancel)
        {
            var brand = await plans.BrandAsync(request.Brand, cancel);
            var branch = Rule.Text(request.Branch, "branch", 80);
            var owner = request.Owner is { } id ? (await db.FindAsync(id, "member", cancel)).Id : (Id<Member>?)null;
            var known = await db.Set<SocialAccount>().AsNoTracking().Where(account => account.Brand == brand.Id).ToListAsync(cancel);
            if (known.Exists(account => string.Equals(account.Branch, branch, StringComparison.OrdinalIgnoreCase)))
            {
                throw Rule.Conflict("branch-known", $"“{branch}” has accounts already. Add the missing ones by hand.", "branch");
            }

            var set = known.Where(account => string.Equals(account.Branch, request.From, StringComparison.OrdinalIgnoreCase) && Stays(account)).OrderBy(account => account.Id).ToList();
            Rule.Require(set.Count > 0, "nothing-to-copy", "There is no account to copy. List the first set by hand.", "from");
            var copies = set.Select(account => Copy(account, branch, owner)).ToList();
            foreach (var copy in copies)
            {
                await AccountTwins.RefuseAsync(db, copy, cancel);
                db.Add(copy);
            }

            journal.Say($"copied {copies.Count} accounts for {branch}", brand.Id.Value);
            return await views.OfAsync(brand.Id, copies, cancel);
        }

        private static bool Stays(SocialAccount account) =>
            account.ArchivedAt is null && account.Status != AccountStatus.Closed && account.Disposition is not (Disposition.Delete or Disposition.Merge or Disposition.Park);

        private SocialAccount Copy(SocialAccount account, string branch, Id<Member>? owner)
        {
            var now = clock.Now();
            var ending = string.Concat(branch.ToLowerInvariant().Where(char.IsLetterOrDigit));
            var copy = new SocialAccount(account.Brand, account.Network, AccountAddress.Ending(account.Network, account.Handle, ending), null, now, asWritten: true);
            copy.SpeakFor(branch);
            copy.Own(owner);
            copy.Serve(account.Purpose, now);
            copy.Answer(account.BusinessGoal);
            copy.Judge(account.Kpis);
            copy.Become(AccountStatus.Planned);
            return copy;
        }
    }
}
