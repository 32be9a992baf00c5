using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.People;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Plans;

/// <summary>A sponsor's word as it is shown.</summary>
/// <param name="Number">The version it was given for.</param>
/// <param name="AsOutline">Given before the first version was in force.</param>
/// <param name="Older">Whether it was given for an older version than the one in force, or for the outline of it.</param>
/// <param name="SelfApproved">Whether nobody but the approver had written the plan.</param>
public sealed record SignOffView(
    Id<SignOff> Id, int Number, bool AsOutline, bool Older, SignOffDecision Decision, Money? Amount, LocalDate On, string? Reason, string By, bool SelfApproved, Instant At, int Turn)
{
    public static SignOffView Of(SignOff row, Plan plan, Instant now) => new(
        row.Id, row.Number, row.AsOutline, row.Number < plan.Number || (row.AsOutline && plan.Status != PlanStatus.Outline), row.Decision, row.Amount, row.On, row.Reason, row.By,
        row.SelfApproved, row.CreatedAt == default ? now : row.CreatedAt, row.Turn);
}

/// <summary>What the plan asks for.</summary>
public sealed record BudgetAskView(Money Amount, LocalDate? NeededBy, string? Why);

/// <summary>What was asked for and what sponsors said to it.</summary>
/// <param name="Ask">What the plan asks for; none while it asks for nothing.</param>
/// <param name="Last">The last word.</param>
/// <param name="Approved">The approval that stands: the last one that no later word on the same version took back.</param>
/// <param name="All">Every word, the newest first.</param>
public sealed record SignOffsView(string Currency, BudgetAskView? Ask, SignOffView? Last, SignOffView? Approved, IReadOnlyList<SignOffView> All);

/// <summary>What a plan asks its sponsors for, and every approval and refusal.</summary>
[Needs(Permission.Read)]
public sealed record SignOffs(Id<Plan> Plan) : IQuery<SignOffsView>
{
    internal sealed class Handler(PlanFinder plans, SignOffBook book) : IHandle<SignOffs, SignOffsView>
    {
        public async Task<SignOffsView> HandleAsync(SignOffs request, CancellationToken cancel)
        {
            var (plan, brand) = await plans.FindWithBrandAsync(request.Plan, cancel);
            return await book.OfAsync(plan, brand, cancel);
        }
    }
}

/// <summary>Lets the journal and the agenda of a review point to approvals and refusals.</summary>
internal sealed class SignOffNodes(Db db) : NodesOf<SignOff>(db, row => new PlanNode(
    row.Brand, row.Plan, row.Decision == SignOffDecision.Approved ? $"The approval of version {row.Number}" : $"The refusal of version {row.Number}", "/plan/executive"));

/// <summary>Reads what was asked for and signed.</summary>
[Scoped]
public sealed class SignOffBook(Db db, ICurrent current, TimeProvider clock)
{
    // What people say to a plan is not the plan: comments, what was seen, and the sign-offs themselves make nobody an author.
    private static readonly string[] NoAuthorship = [Id<Comment>.Prefix, Id<PlanNotice>.Prefix, Id<SignOff>.Prefix];

    /// <summary>What was asked for and signed, with what is only about to be stored.</summary>
    public async Task<SignOffsView> OfAsync(Plan plan, Brand brand, CancellationToken cancel, SignOff? signed = null)
    {
        var rows = await AllAsync(plan.Id, cancel);
        if (signed is not null)
        {
            rows.Insert(0, signed);
        }

        var ask = await db.Set<BudgetAsk>().AsNoTracking().FirstOrDefaultAsync(row => row.Plan == plan.Id, cancel);
        var all = rows.Select(row => SignOffView.Of(row, plan, clock.Now())).ToList();
        return new SignOffsView(
            brand.Currency, ask is null ? null : new BudgetAskView(ask.Amount, ask.NeededBy, ask.Why), all.FirstOrDefault(),
            all.FirstOrDefault(one => one.Decision == SignOffDecision.Approved && !all.Exists(later => later.Turn > one.Turn && later.Number == one.Number && later.Decision == SignOffDecision.Refused)), all);
    }

    /// <summary>Every word on a plan, the newest first.</summary>
    public Task<List<SignOff>> AllAsync(Id<Plan> plan, CancellationToken cancel) =>
        db.Set<SignOff>().AsNoTracking().Where(row => row.Plan == plan).OrderByDescending(row => row.Turn).ToListAsync(cancel);

    /// <summary>Whoever asks, and whether nobody else has written the plan.</summary>
    public async Task<SignedBy> SignerAsync(Plan plan, CancellationToken cancel)
    {
        if (current.MemberKey is not { } key)
        {
            return new SignedBy(null, current.Name, SoleAuthor: false);
        }

        var lines = await db.Set<JournalEntry>().AsNoTracking().Where(entry => entry.Plan == plan.Id && entry.Member != null && !entry.IsWritten)
            .Select(entry => new { entry.Member, entry.Subject }).Distinct().ToListAsync(cancel);
        var authors = lines.Where(line => !NoAuthorship.Any(prefix => line.Subject?.StartsWith(prefix + "_", StringComparison.Ordinal) == true)).Select(line => line.Member!.Value).Distinct().ToList();
        var me = new Id<Member>(key);
        return new SignedBy(me, current.Name, authors is [var only] && only == me);
    }
}
