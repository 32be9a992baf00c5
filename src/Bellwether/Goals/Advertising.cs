using Bellwether.Brands;
using System.ComponentModel.DataAnnotations;
using Bellwether.Kernel;
using Bellwether.Metrics;
using Bellwether.Plans;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Bellwether.Goals;

/// <summary>Whether the plan uses paid advertising.</summary>
public enum AdvertisingChoice
{
    /// <summary>With a ceiling that spending is held against.</summary>
    Yes,

    /// <summary>Nothing paid; what is paid cannot be planned without deciding anew.</summary>
    No,

    /// <summary>Decided on a later day.</summary>
    Later,
}

/// <summary>A decision about advertising as it stood.</summary>
public sealed record AdvertisingDecision(AdvertisingChoice Choice, string Reason, string By, Instant At, decimal? Ceiling = null, LocalDate? LookAgainOn = null);

/// <summary>The decisions about advertising in a plan; the last one holds.</summary>
public sealed class Advertising : Entity<Advertising>
{
    private Advertising()
    {
    }

    public Advertising(Id<Plan> plan) => Plan = plan;

    public Id<Plan> Plan { get; private set; }

    public IReadOnlyList<AdvertisingDecision> Decisions { get; private set; } = [];

    public AdvertisingDecision? Current => Decisions.Count == 0 ? null : Decisions[^1];

    /// <summary>Yes needs a ceiling, later needs a day; each needs its reason.</summary>
    public void Decide(AdvertisingChoice choice, decimal? ceiling, LocalDate? lookAgainOn, string reason, string by, LocalDate today, Instant now)
    {
        Rule.Require(ceiling is not < 0, "budget-negative", "A budget cannot be negative.", "ceiling");
        Rule.Require(choice != AdvertisingChoice.Yes || ceiling > 0, "ceiling-missing", "Say how much may be spent at most.", "ceiling");
        Rule.Require(choice != AdvertisingChoice.Later || lookAgainOn > today, "day-missing", "Say on which day to decide; it has to lie ahead.", "lookAgainOn");
        Decisions =
        [
            .. Decisions,
            new AdvertisingDecision(choice, Rule.Text(reason, "reason", 1000), by, now, choice == AdvertisingChoice.Yes ? ceiling : null, choice == AdvertisingChoice.Later ? lookAgainOn : null),
        ];
    }

    internal void Restore(IReadOnlyList<AdvertisingDecision> decisions) => Decisions = decisions;
}

internal sealed class AdvertisingStorage : IEntityTypeConfiguration<Advertising>
{
    public void Configure(EntityTypeBuilder<Advertising> builder)
    {
        builder.ToTable("advertising");
        builder.Ignore(row => row.Current);
        builder.Property(row => row.Decisions).AsJson();
        builder.HasIndex(row => row.Plan).IsUnique();
    }
}

/// <summary>What was decided about advertising, and what has been spent.</summary>
/// <param name="Current">The decision that holds; null while nobody has decided.</param>
/// <param name="Spent">Ad spend recorded since the plan began.</param>
/// <param name="Used">Share of the ceiling.</param>
/// <param name="Warning">From 80 % of the ceiling, or where money goes out though the decision was no.</param>
/// <param name="LookAgain">Whether the day to decide has come.</param>
/// <param name="History">Every decision, the newest first.</param>
public sealed record AdvertisingView(AdvertisingDecision? Current, string Currency, decimal Spent, decimal? Used, string? Warning, bool LookAgain, IReadOnlyList<AdvertisingDecision> History);

/// <summary>Reads the decision and what has been spent; later steps ask it before anything paid is planned.</summary>
[Scoped]
public sealed class AdvertisingBook(Db db, ObservationBook book, TimeProvider clock)
{
    /// <summary>422 unless paid advertising was decided for.</summary>
    public async Task RequireAllowedAsync(Id<Plan> plan, CancellationToken cancel)
    {
        var row = await db.Set<Advertising>().AsNoTracking().FirstOrDefaultAsync(one => one.Plan == plan, cancel);
        var stands = row?.Current?.Choice switch
        {
            AdvertisingChoice.No => "This plan decided against paid advertising.",
            AdvertisingChoice.Later => "This plan decides about paid advertising later.",
            _ => "Nobody has decided yet whether this plan pays for reach.",
        };
        Rule.Require(row?.Current?.Choice == AdvertisingChoice.Yes, "advertising-not-decided", $"{stands} Decide for it under Goals, Ground rules, first.", "paid");
    }

    public async Task<AdvertisingView> ViewAsync(Advertising? row, Plan plan, Brand brand, CancellationToken cancel)
    {
        var today = clock.Today(brand.Zone);
        var spent = (await book.SeriesAsync(new SeriesKey(brand.Id.ToString(), "ad_spend"), plan.Start ?? LocalDate.MinIsoValue, today, cancel)).Where(point => point.Length != PeriodLength.ToDate).Sum(point => point.Value);
        var current = row?.Current;
        var used = current?.Ceiling is > 0 and var ceiling ? spent / ceiling : (decimal?)null;
        var warning = used >= 1 ? $"The ceiling is reached: {Money.Say(spent, brand.Currency)} of {Money.Say(current!.Ceiling ?? 0, brand.Currency)} are spent."
            : used >= 0.8m ? $"{used * 100:0} % of the ceiling are spent."
            : current?.Choice == AdvertisingChoice.No && spent > 0 ? $"{Money.Say(spent, brand.Currency)} were spent though the decision was no."
            : null;
        return new AdvertisingView(current, brand.Currency, spent, used, warning, current?.LookAgainOn <= today, [.. (row?.Decisions ?? []).Reverse()]);
    }
}

/// <summary>What was decided about paid advertising in a plan, and what has been spent of it.</summary>
[Needs(Permission.Read)]
public sealed record AdvertisingOf(Id<Plan> Plan) : IQuery<AdvertisingView>
{
    internal sealed class Handler(Db db, PlanFinder plans, AdvertisingBook book) : IHandle<AdvertisingOf, AdvertisingView>
    {
        public async Task<AdvertisingView> HandleAsync(AdvertisingOf request, CancellationToken cancel)
        {
            var (plan, brand) = await plans.FindWithBrandAsync(request.Plan, cancel);
            return await book.ViewAsync(await db.Set<Advertising>().AsNoTracking().FirstOrDefaultAsync(row => row.Plan == plan.Id, cancel), plan, brand, cancel);
        }
    }
}

/// <summary>Decides whether the plan uses paid advertising: yes with a ceiling in the brand's currency, no, or later on a day. Older decisions are kept.</summary>
[Needs(Permission.RunPlan)]
public sealed record DecideAdvertising(Id<Plan> Plan, AdvertisingChoice Choice, [property: MaxLength(1000)] string Reason, decimal? Ceiling = null, string? Currency = null, LocalDate? LookAgainOn = null)
    : ICommand<AdvertisingView>
{
    internal sealed class Handler(Db db, PlanFinder plans, AdvertisingBook book, ICurrent current, TimeProvider clock, Journal journal) : IHandle<DecideAdvertising, AdvertisingView>
    {
        public async Task<AdvertisingView> HandleAsync(DecideAdvertising request, CancellationToken cancel)
        {
            var (plan, brand) = await plans.EditWithBrandAsync(request.Plan, cancel);
            Rule.Require(request.Currency is null || request.Currency == brand.Currency, "currency-mixed", $"The brand reports in {brand.Currency}, and there is no rate for {request.Currency}. Say the ceiling in {brand.Currency}.", "currency");
            var row = await db.Set<Advertising>().FirstOrDefaultAsync(one => one.Plan == plan.Id, cancel);
            if (row is null)
            {
                db.Add(row = new Advertising(plan.Id));
            }

            var ceiling = request.Ceiling is { } most ? Money.Told(most, brand.Currency, "ceiling").Amount : (decimal?)null;
            row.Decide(request.Choice, ceiling, request.LookAgainOn, request.Reason, current.Name, clock.Today(brand.Zone), clock.Now());
            journal.Say($"decided about paid advertising: {request.Choice.ToString().ToLowerInvariant()}", plan.Brand.Value, plan.Id.Value, plan.Id, request.Reason);
            return await book.ViewAsync(row, plan, brand, cancel);
        }
    }
}
