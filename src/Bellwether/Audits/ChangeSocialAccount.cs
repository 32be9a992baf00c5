using Bellwether.Kernel;
using Bellwether.People;
using Bellwether.Storage;
using NodaTime;

namespace Bellwether.Audits;

/// <summary>Changes what is known of an account; what is left out stays, an empty text clears. Never write a secret here.</summary>
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
    int? IfVersion = null) : ICommand<SocialAccountView>, IExpectsVersion
{
    internal sealed class Handler(Db db, AccountFinder accounts, TimeProvider clock, Journal journal) : IHandle<ChangeSocialAccount, SocialAccountView>
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

            foreach (var member in request.Operators ?? [])
            {
                await db.FindAsync(member, "member", cancel);
            }

            Apply(request, account, now);
            journal.Say($"changed the {account.Network} account “{account.Handle}”", account.Brand.Value, null, account.Id);
            return SocialAccountView.Of(account, now);
        }

        private static void Apply(ChangeSocialAccount request, SocialAccount account, Instant now)
        {
            if (request.Purpose is { } purpose)
            {
                account.Serve(purpose, now);
            }

            account.Become(request.Status ?? account.Status);
            account.Protect(request.TwoFactor ?? account.TwoFactor);
            account.Operate(request.Operators ?? account.Operators);
            account.Verify(request.Verified ?? account.Verified);
            account.SawPost(request.LastPost ?? account.LastPost);
            if (request.Custody is { } custody)
            {
                account.Keep(custody);
            }

            if (request.Notes is { } notes)
            {
                account.Note(notes);
            }
        }
    }
}
