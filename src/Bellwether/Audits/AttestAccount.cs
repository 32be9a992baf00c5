using Bellwether.Kernel;
using Bellwether.People;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Audits;

/// <summary>The owner confirms that an account stands as it is written. Anybody else is 403; an account without an owner is 422.</summary>
[Needs(Permission.TakePart)]
public sealed record AttestAccount(Id<SocialAccount> Account, string? Note = null) : ICommand<SocialAccountView>
{
    internal sealed class Handler(Db db, AccountFinder accounts, AccountBook views, AuditTicklers ticklers, ICurrent current, TimeProvider clock, Journal journal) : IHandle<AttestAccount, SocialAccountView>
    {
        public async Task<SocialAccountView> HandleAsync(AttestAccount request, CancellationToken cancel)
        {
            var account = await accounts.FindAsync(request.Account, cancel);
            var now = clock.Now();
            Id<Member>? me = current.MemberKey is { } key ? new Id<Member>(key) : null;
            account.Attest(me, now);
            db.Add(new Attestation(account, me!.Value, request.Note, now));
            await ticklers.AttestedAsync(account.Id, cancel);
            journal.Say($"confirmed the {account.Network} account “{account.Handle}”", account.Brand.Value, null, account.Id, request.Note);
            return await views.OfAsync(account, cancel);
        }
    }
}

/// <summary>One confirmation of an account.</summary>
public sealed record AttestationView(Id<Member> By, Instant At, string? Note);

/// <summary>Who confirmed an account and when, the newest first.</summary>
[Needs(Permission.Read)]
public sealed record AttestationList(Id<SocialAccount> Account) : IQuery<IReadOnlyList<AttestationView>>
{
    internal sealed class Handler(Db db, AccountFinder accounts) : IHandle<AttestationList, IReadOnlyList<AttestationView>>
    {
        public async Task<IReadOnlyList<AttestationView>> HandleAsync(AttestationList request, CancellationToken cancel)
        {
            var account = await accounts.FindAsync(request.Account, cancel);
            var rows = await db.Set<Attestation>().AsNoTracking().Where(row => row.Account == account.Id).OrderByDescending(row => row.At).ToListAsync(cancel);
            return [.. rows.Select(row => new AttestationView(row.By, row.At, row.Note))];
        }
    }
}
