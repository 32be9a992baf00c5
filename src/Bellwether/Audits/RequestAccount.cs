using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.People;
using Bellwether.Plans;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Audits;

/// <summary>A wish for a new account.</summary>
public sealed record AccountRequestView(
    Id<AccountRequest> Id, Id<Brand> Brand, string Network, string Handle, string Audience, string Content, Id<Member>? Responsible, Id<Member>? By, Instant AskedAt,
    RequestStatus Status, string? Reason, string? DecidedBy, Instant? DecidedAt, Id<SocialAccount>? Account)
{
    public static AccountRequestView Of(AccountRequest row, Instant now) => new(
        row.Id, row.Brand, row.Network, row.Handle, row.Audience, row.Content, row.Responsible, row.By, row.CreatedAt == default ? now : row.CreatedAt,
        row.Status, row.Reason, row.DecidedBy, row.DecidedAt, row.Account);
}

/// <summary>Asks for a new account: on which network, for whom, with what content, and who would answer for it.</summary>
/// <param name="Handle">The name it should have.</param>
/// <param name="Audience">For whom it would be.</param>
/// <param name="Content">What would be posted, and how often.</param>
/// <param name="Responsible">Who would answer for it; whoever asks unless given.</param>
[Needs(Permission.TakePart)]
public sealed record RequestAccount(Id<Brand> Brand, string Network, string Handle, string Audience, string Content, Id<Member>? Responsible = null) : ICommand<AccountRequestView>
{
    internal sealed class Handler(Db db, PlanFinder plans, ICurrent current, TimeProvider clock, Journal journal) : IHandle<RequestAccount, AccountRequestView>
    {
        public async Task<AccountRequestView> HandleAsync(RequestAccount request, CancellationToken cancel)
        {
            var brand = await plans.BrandAsync(request.Brand, cancel);
            Id<Member>? me = current.MemberKey is { } key ? new Id<Member>(key) : null;
            var responsible = request.Responsible is { } id ? (await db.FindAsync(id, "member", cancel)).Id : me;
            var row = new AccountRequest(brand.Id, request.Network, request.Handle, request.Audience, request.Content, responsible, me);
            await AccountTwins.RefuseAsync(db, new SocialAccount(brand.Id, row.Network, row.Handle, null, clock.Now()), cancel);
            db.Add(row);
            journal.Say($"asked for a {row.Network} account “{row.Handle}”", brand.Id.Value, null, row.Id, row.Audience);
            return AccountRequestView.Of(row, clock.Now());
        }
    }
}

/// <summary>The wishes for new accounts of a brand, those that wait first.</summary>
[Needs(Permission.Read)]
public sealed record AccountRequestList(Id<Brand> Brand) : IQuery<IReadOnlyList<AccountRequestView>>
{
    internal sealed class Handler(Db db, PlanFinder plans, TimeProvider clock) : IHandle<AccountRequestList, IReadOnlyList<AccountRequestView>>
    {
        public async Task<IReadOnlyList<AccountRequestView>> HandleAsync(AccountRequestList request, CancellationToken cancel)
        {
            var brand = await plans.BrandAsync(request.Brand, cancel);
            var rows = await db.Set<AccountRequest>().AsNoTracking().Where(row => row.Brand == brand.Id).ToListAsync(cancel);
            return [.. rows.OrderBy(row => row.Status != RequestStatus.Waiting).ThenByDescending(row => row.Id).Select(row => AccountRequestView.Of(row, clock.Now()))];
        }
    }
}

/// <summary>Grants a wish as a planned account with its owner and purpose, or declines it with a reason. Decided already is 409.</summary>
[Needs(Permission.EditPlan)]
public sealed record DecideAccountRequest(Id<AccountRequest> Request, bool Grant, string? Reason = null) : ICommand<AccountRequestView>
{
    internal sealed class Handler(Db db, PlanFinder plans, ICurrent current, TimeProvider clock, Journal journal) : IHandle<DecideAccountRequest, AccountRequestView>
    {
        public async Task<AccountRequestView> HandleAsync(DecideAccountRequest request, CancellationToken cancel)
        {
            var row = await db.FindAsync(request.Request, "request", cancel);
            var brand = await plans.BrandAsync(row.Brand, cancel);
            var now = clock.Now();
            SocialAccount? account = null;
            if (request.Grant && row.Status == RequestStatus.Waiting)
            {
                account = new SocialAccount(brand.Id, row.Network, row.Handle, null, now);
                await AccountTwins.RefuseAsync(db, account, cancel);
                account.Own(row.Responsible);
                account.Serve($"For {row.Audience}: {row.Content}" is { Length: <= 400 } whole ? whole : row.Content, now);
                account.Become(AccountStatus.Planned);
                db.Add(account);
            }

            row.Decide(account, request.Reason, current.Name, now);
            journal.Say($"{row.Status.ToString().ToLowerInvariant()} the {row.Network} account “{row.Handle}”", brand.Id.Value, null, row.Id, row.Reason);
            return AccountRequestView.Of(row, now);
        }
    }
}
