using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.People;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bellwether.Audits;

/// <summary>How many owners were asked.</summary>
public sealed record RaisedAuditWork(int Asked);

/// <summary>An owner was asked to confirm an account.</summary>
public sealed record AttestationAsked(Id<SocialAccount> Account, Id<Brand> Brand, Id<Member>? Owner, string Handle, int Days) : IEvent;

/// <summary>Asks owners to confirm accounts that nobody has confirmed for a quarter; each once, until it is confirmed.</summary>
[Internal("The timetable sends it every six hours.")]
[Needs(Permission.EditPlan)]
public sealed record RaiseAuditWork : ICommand<RaisedAuditWork>
{
    internal sealed class Handler(Db db, TimeProvider clock, Journal journal) : IHandle<RaiseAuditWork, RaisedAuditWork>
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

            return new RaisedAuditWork(asked);
        }
    }
}

/// <summary>Asks in every workspace that has accounts, one after the other.</summary>
[Single]
public sealed class AuditWork(IServiceScopeFactory scopes, Runner runner)
{
    public async Task<int> RunAsync(CancellationToken cancel)
    {
        var asked = 0;
        foreach (var workspace in await WorkspacesAsync(cancel))
        {
            asked += (await runner.RunAsync(new RaiseAuditWork(), current => current.BecomeProgram(workspace), cancel)).Asked;
        }

        return asked;
    }

    private async Task<List<Guid>> WorkspacesAsync(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<Db>().Set<SocialAccount>().IgnoreQueryFilters().AsNoTracking()
            .Where(account => account.ArchivedAt == null && account.AskedAt == null).Select(account => account.WorkspaceKey).Distinct().ToListAsync(cancel);
    }
}
