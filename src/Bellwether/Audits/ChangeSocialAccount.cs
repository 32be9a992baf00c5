using Bellwether.Kernel;
using Bellwether.Metrics;
using Bellwether.People;
using Bellwether.Storage;
using NodaTime;

namespace Bellwether.Audits;

/// <summary>Changes what is known of an account; what is left out stays, an empty text clears. Never write a secret here. Taking one into use without a purpose is 422. Closing one with scheduled posts is 422 and names them.</summary>
/// <param name="Purpose">What it is for; an account in use whose purpose is emptied counts as unexplained.</param>
/// <param name="BusinessGoal">Which business goal it helps to reach.</param>
/// <param name="Kpis">Keys of the metrics it is judged by.</param>
/// <param name="Branch">The place or unit it speaks for.</param>
[Needs(Permission.EditPlan)]
public sealed record ChangeSocialAccount(
    Id<SocialAccount> Account,
    string? Handle = null,
    string? Url = null,
    string? Purpose = null,
    AccountStatus? Status = null,
    TwoFactor? TwoFactor = null,
    Custody? Custody = null,
    IReadOnlyList<Id<Member>>? Operators = null,
    bool? Verified = null,
    LocalDate? LastPost = null,
    string? Notes = null,
    string? Branch = null,
    string? TopContent = null,
    IReadOnlyList<string>? Kpis = null,
    string? BusinessGoal = null,
    bool? Internal = null,
    int? IfVersion = null) : ICommand<SocialAccountView>, IExpectsVersion
{
    internal sealed class Handler(Db db, AccountFinder accounts, AccountUses uses, AccountBook views, MetricCatalogue metrics, AuditTicklers ticklers, TimeProvider clock, Journal journal) : IHandle<ChangeSocialAccount, SocialAccountView>
    {
        public async Task<SocialAccountView> HandleAsync(ChangeSocialAccount request, CancellationToken cancel)
        {
            var account = await accounts.FindAsync(request.Account, cancel);
            account.Expect(request.IfVersion);
            var now = clock.Now();
            if (request.Handle is not null || request.Url is not null)
            {
                account.Locate(request.Handle ?? account.Handle, request.Url ?? account.Url);
                await AccountTwins.RefuseAsync(db, account, cancel);
            }

            if (request.Status == AccountStatus.Closed && account.Status != AccountStatus.Closed)
            {
                await uses.RefuseAsync(account, "closed", cancel);
            }

            foreach (var key in request.Kpis ?? [])
            {
                await metrics.NeedAsync(key, cancel, "kpis");
            }

            foreach (var member in request.Operators ?? [])
            {
                await db.FindAsync(member, "member", cancel);
            }

            Apply(request, account, now);
            if (account.Purpose is not null)
            {
                await ticklers.ExplainedAsync(account.Id, cancel);
            }

            if (account.Status == AccountStatus.Closed)
            {
                await ticklers.AttestedAsync(account.Id, cancel);
            }

            journal.Say($"changed the {account.Network} account “{account.Handle}”", account.Brand.Value, null, account.Id);
            return await views.OfAsync(account, cancel);
        }

        private static void Apply(ChangeSocialAccount request, SocialAccount account, Instant now)
        {
            if (request.Purpose is { } purpose)
            {
                account.Serve(purpose, now);
            }

            account.Answer(request.BusinessGoal ?? account.BusinessGoal);
            account.Become(request.Status ?? account.Status);
            account.Protect(request.TwoFactor ?? account.TwoFactor);
            account.Operate(request.Operators ?? account.Operators);
            account.Verify(request.Verified ?? account.Verified);
            account.Restrict(request.Internal ?? account.Internal);
            account.SawPost(request.LastPost ?? account.LastPost);
            if (request.Custody is { } custody)
            {
                account.Keep(custody);
            }

            account.SpeakFor(request.Branch ?? account.Branch);
            account.Remember(request.TopContent ?? account.TopContent);
            account.Judge(request.Kpis ?? account.Kpis);
            if (request.Notes is { } notes)
            {
                account.Note(notes);
            }
        }
    }
}
