using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.People;
using Bellwether.Plans;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Audits;

/// <summary>What kind of thing the accounts need from somebody.</summary>
public enum AuditTodoKind
{
    /// <summary>The owner confirms an account; one click.</summary>
    Attest,

    /// <summary>An account is overdue and has no owner.</summary>
    FindOwner,

    /// <summary>A report of a fake was not answered.</summary>
    Chase,

    /// <summary>A network is searched for strangers.</summary>
    Search,

    /// <summary>A wish for an account waits for a decision.</summary>
    Decide,
}

/// <summary>One thing to do.</summary>
/// <param name="Subject">The id of the account, case or wish, or the network's key.</param>
/// <param name="Title">What it is about.</param>
/// <param name="Sentence">Why now.</param>
/// <param name="Mine">Whether whoever asks can do it from here.</param>
/// <param name="Days">Days it is overdue.</param>
/// <param name="Path">Where it is done.</param>
public sealed record AuditTodoItem(AuditTodoKind Kind, string Subject, string Title, string Sentence, bool Mine, int Days, string Path);

/// <summary>What a brand's accounts need from whoever asks: confirmations, reports to chase, searches, wishes to decide. The longest overdue first.</summary>
[Needs(Permission.Read)]
public sealed record AuditTodo(Id<Brand> Brand) : IQuery<IReadOnlyList<AuditTodoItem>>
{
    internal sealed class Handler(Db db, PlanFinder plans, Runner runner, ICurrent current, TimeProvider clock) : IHandle<AuditTodo, IReadOnlyList<AuditTodoItem>>
    {
        public async Task<IReadOnlyList<AuditTodoItem>> HandleAsync(AuditTodo request, CancellationToken cancel)
        {
            var brand = await plans.BrandAsync(request.Brand, cancel);
            var today = clock.Today(brand.Zone);
            var items = await AccountsAsync(brand, cancel);
            var cases = await db.Set<ImpersonationCase>().AsNoTracking().Where(row => row.Brand == brand.Id && row.ChaseOn <= today).ToListAsync(cancel);
            items.AddRange(cases.Select(row => new AuditTodoItem(
                AuditTodoKind.Chase, row.Id.ToString(), row.Handle ?? row.Url, $"{row.Status} on {row.History[^1].At.InZone(brand.Zone).Date:uuuu-MM-dd}, no answer since. Ask again.", current.May(Permission.TakePart), Period.DaysBetween(row.ChaseOn!.Value, today), $"/audit/cases?case={row.Id}")));
            var searches = await runner.RunAsync(new SearchTaskList(brand.Id), asker => asker.Become(current), cancel);
            // A first search is an offer on its page; only a promised one that is late is news.
            items.AddRange(searches.Where(task => task.Overdue && task.Last is not null).Select(task => new AuditTodoItem(
                AuditTodoKind.Search, task.Network, task.Network, $"Last searched on {task.Last!.At.InZone(brand.Zone).Date:uuuu-MM-dd}.", current.May(Permission.TakePart), Period.DaysBetween(task.Due, today), "/audit/cases")));
            var wishes = await db.Set<AccountRequest>().AsNoTracking().Where(row => row.Brand == brand.Id && row.Status == RequestStatus.Waiting).ToListAsync(cancel);
            items.AddRange(wishes.Select(row => new AuditTodoItem(
                AuditTodoKind.Decide, row.Id.ToString(), $"{row.Handle} on {row.Network}", $"For {row.Audience}.", current.May(Permission.EditPlan), (int)(clock.Now() - row.CreatedAt).TotalDays, "/audit")));
            return [.. items.OrderByDescending(item => item.Mine).ThenByDescending(item => item.Days).ThenBy(item => item.Title, StringComparer.OrdinalIgnoreCase)];
        }

        private async Task<List<AuditTodoItem>> AccountsAsync(Brand brand, CancellationToken cancel)
        {
            var rules = await RulesOf.BrandAsync(db, brand.Id, cancel);
            var now = clock.Now();
            var me = current.MemberKey is { } key ? new Id<Member>(key) : (Id<Member>?)null;
            var accounts = await db.Set<SocialAccount>().AsNoTracking().Where(account => account.Brand == brand.Id && account.ArchivedAt == null).ToListAsync(cancel);
            return
            [
                .. accounts.Select(account => (Account: account, State: AttestationState.Of(account, rules, now))).Where(pair => pair.State.Stale).Select(pair => new AuditTodoItem(
                    pair.Account.Owner is null ? AuditTodoKind.FindOwner : AuditTodoKind.Attest, pair.Account.Id.ToString(), $"{pair.Account.Handle} on {pair.Account.Network}",
                    pair.Account.Owner is null ? $"Nobody has confirmed it for {pair.State.Days} days, and nobody answers for it." : $"Not confirmed for {pair.State.Days} days.",
                    pair.Account.Owner is { } owner ? owner == me : current.May(Permission.EditPlan), pair.State.Days - rules.AttestEvery, $"/audit?account={pair.Account.Id}")),
            ];
        }
    }
}
