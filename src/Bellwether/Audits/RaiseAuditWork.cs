using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.People;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Audits;

/// <summary>How many owners were asked to confirm an account, and how much in all was put before people for the first time.</summary>
public sealed record RaisedAuditWork(int Asked, int Told);

/// <summary>An owner was asked to confirm an account.</summary>
public sealed record AttestationAsked(Id<SocialAccount> Account, Id<Brand> Brand, Id<Member>? Owner, string Handle, int Days) : IEvent;

/// <summary>
/// Asks owners to confirm accounts that nobody has confirmed for a quarter, each once, until it is confirmed. Puts before people what
/// is due: confirmations, accounts that nobody can explain for thirty days, and reports of fakes without an answer.
/// </summary>
[Internal("The timetable sends it every six hours.")]
[Needs(Permission.EditPlan)]
public sealed record RaiseAuditWork : ICommand<RaisedAuditWork>
{
    internal sealed class Handler(Db db, AuditTicklers ticklers, TimeProvider clock, Journal journal) : IHandle<RaiseAuditWork, RaisedAuditWork>
    {
        public async Task<RaisedAuditWork> HandleAsync(RaiseAuditWork request, CancellationToken cancel)
        {
            var now = clock.Now();
            var rules = await db.Set<AuditRules>().AsNoTracking().ToDictionaryAsync(row => row.Brand, cancel);
            var asked = 0;
            foreach (var account in await db.Set<SocialAccount>().Where(account => account.ArchivedAt == null && account.AskedAt == null && account.Status != AccountStatus.Closed).ToListAsync(cancel))
            {
                var state = AttestationState.Of(account, rules.GetValueOrDefault(account.Brand) ?? new AuditRules(account.Brand), now);
                if (state.Stale)
                {
                    account.Ask(now);
                    db.Raise(new AttestationAsked(account.Id, account.Brand, account.Owner, account.Handle, state.Days));
                    journal.Say($"asked for the account “{account.Handle}” to be confirmed: {state.Days} days without a word", account.Brand.Value, null, account.Id);
                    asked++;
                }
            }

            return new RaisedAuditWork(asked, await ticklers.KeepAsync(cancel));
        }
    }
}

/// <summary>Looks around every workspace that has accounts or reports of fakes.</summary>
[Single]
public sealed class AuditWork(Rounds rounds)
{
    public Task<int> RunAsync(CancellationToken cancel) => rounds.SendAsync(
        db => db.Set<SocialAccount>().IgnoreQueryFilters().Select(account => account.WorkspaceKey)
            .Union(db.Set<ImpersonationCase>().IgnoreQueryFilters().Where(fake => fake.ChaseOn != null).Select(fake => fake.WorkspaceKey)),
        new RaiseAuditWork(), work => work.Asked, cancel);
}
