using Bellwether.Kernel;
using Bellwether.People;
using Bellwether.Plans;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Channels;

/// <summary>What a plan judges its channels by.</summary>
/// <param name="LeastRelevance">The relevance below which opening a channel needs a reason.</param>
/// <param name="MinutesPerPost">Minutes a post takes where a channel does not say otherwise.</param>
/// <param name="Hours">Who has how many hours a week for channels.</param>
/// <param name="HoursAvailable">All of them together; null while nobody has said.</param>
/// <param name="HourCost">What an hour costs; null when hours are not turned into money.</param>
public sealed record PortfolioRulesView(Id<Plan> Plan, decimal LeastRelevance, int MinutesPerPost, IReadOnlyList<PersonHours> Hours, decimal? HoursAvailable, Money? HourCost)
{
    public static PortfolioRulesView Of(PortfolioRules rules) => new(rules.Plan, rules.LeastRelevance, rules.MinutesPerPost, rules.Hours, rules.HoursAvailable, rules.HourCost);
}

/// <summary>Says how many hours a week people have for channels, how long a post takes, what an hour costs and how relevant a network must be; what is left out stays.</summary>
[Needs(Permission.EditPlan)]
public sealed record SetPortfolioRules(
    Id<Plan> Plan, decimal? LeastRelevance = null, int? MinutesPerPost = null, IReadOnlyList<PersonHours>? Hours = null, Money? HourCost = null, bool NoHourCost = false) : ICommand<PortfolioRulesView>
{
    internal sealed class Handler(Db db, ChannelFinder finder, Journal journal) : IHandle<SetPortfolioRules, PortfolioRulesView>
    {
        public async Task<PortfolioRulesView> HandleAsync(SetPortfolioRules request, CancellationToken cancel)
        {
            var plan = await finder.EditAsync(request.Plan, cancel);
            var rules = await db.Set<PortfolioRules>().FirstOrDefaultAsync(row => row.Plan == plan.Id, cancel);
            if (rules is null)
            {
                db.Add(rules = new PortfolioRules(plan));
            }

            foreach (var person in request.Hours ?? [])
            {
                await db.FindAsync(person.Person, "member", cancel);
            }

            await CheckCurrencyAsync(db, plan, request.HourCost, "hourCost", cancel);
            rules.Judge(request.LeastRelevance ?? rules.LeastRelevance, request.MinutesPerPost ?? rules.MinutesPerPost);
            rules.Have(request.Hours ?? rules.Hours);
            rules.Pay(request.NoHourCost ? null : request.HourCost ?? rules.HourCost);
            journal.Say("changed what channels are judged by", plan.Brand.Value, plan.Id.Value, rules.Id);
            return PortfolioRulesView.Of(rules);
        }
    }

    /// <summary>Effort is compared in one currency: the brand's.</summary>
    internal static async Task CheckCurrencyAsync(Db db, Plan plan, Money? money, string field, CancellationToken cancel)
    {
        if (money is { } given)
        {
            var brand = await db.FindAsync(plan.Brand, "brand", cancel);
            Rule.Require(given.Currency == brand.Currency, "currency-of-another-brand", $"The brand reports in {brand.Currency}. Give the amount in {brand.Currency}.", field);
        }
    }

    /// <summary>The rules of a plan; the usual ones where none were chosen.</summary>
    internal static async Task<PortfolioRules> ReadAsync(Db db, Plan plan, CancellationToken cancel) =>
        db.Set<PortfolioRules>().Local.FirstOrDefault(row => row.Plan == plan.Id)
        ?? await db.Set<PortfolioRules>().AsNoTracking().FirstOrDefaultAsync(row => row.Plan == plan.Id, cancel)
        ?? new PortfolioRules(plan);
}
