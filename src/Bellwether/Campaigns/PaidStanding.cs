using Bellwether.Brands;
using Bellwether.Goals;
using Bellwether.Kernel;
using Bellwether.Plans;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Campaigns;

/// <summary>What the plan's decision about paid advertising means for its campaigns.</summary>
/// <param name="Choice">What was decided; null while nobody has.</param>
/// <param name="Allowed">Whether anything paid may be planned; otherwise its fields stay hidden.</param>
/// <param name="LookAgainOn">For “later”: the day on which it is decided.</param>
/// <param name="Ceiling">The most that may be spent.</param>
/// <param name="Planned">The budgets of all campaigns that count, together.</param>
/// <param name="Spent">Ad spend recorded since the plan began.</param>
/// <param name="Warning">Budgets beyond the ceiling, or the ceiling used to 80 % or more.</param>
public sealed record PaidStanding(AdvertisingChoice? Choice, bool Allowed, LocalDate? LookAgainOn, string Currency, Money? Ceiling, Money Planned, Money Spent, string? Warning);

/// <summary>Holds the budgets of campaigns against the ceiling.</summary>
[Scoped]
public sealed class PaidBook(Db db, AdvertisingBook advertising)
{
    public async Task<PaidStanding> OfAsync(Plan plan, Brand brand, IEnumerable<Campaign> campaigns, CancellationToken cancel)
    {
        var view = await advertising.ViewAsync(await db.Set<Advertising>().AsNoTracking().FirstOrDefaultAsync(row => row.Plan == plan.Id, cancel), plan, brand, cancel);
        var ceiling = view.Current?.Ceiling is { } most ? Money.Of(most, brand.Currency) : (Money?)null;
        // A brand may have changed its currency since; what was planned in the old one is not added.
        var planned = campaigns.Where(campaign => campaign.Counts).Select(campaign => campaign.Budget).OfType<Money>().Where(budget => budget.Currency == brand.Currency)
            .Aggregate(Money.Zero(brand.Currency), (sum, budget) => sum + budget);
        return new PaidStanding(
            view.Current?.Choice, view.Current?.Choice == AdvertisingChoice.Yes, view.Current?.LookAgainOn, brand.Currency, ceiling, planned, Money.Of(view.Spent, brand.Currency), Warn(view, ceiling, planned));
    }

    private static string? Warn(AdvertisingView view, Money? ceiling, Money planned)
    {
        if (ceiling is { } most && planned.Minor > most.Minor)
        {
            return $"The budgets of the campaigns come to {planned.Say()}, {(planned - most).Say()} more than the ceiling of {most.Say()}.";
        }

        return view.Current?.Choice != AdvertisingChoice.Yes && planned.Minor > 0
            ? $"{planned.Say()} are planned for campaigns, though paid advertising is not decided for."
            : view.Warning;
    }
}
