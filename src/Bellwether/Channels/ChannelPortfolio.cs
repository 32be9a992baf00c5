using System.Globalization;
using Bellwether.Goals;
using Bellwether.Kernel;
using Bellwether.Networks;
using Bellwether.Plans;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Channels;

/// <summary>One channel of the portfolio: what it takes and what it brings.</summary>
/// <param name="PostsAWeek">Posts a week its cadence asks for.</param>
/// <param name="HoursAWeek">Hours a week it is planned to take.</param>
/// <param name="Hours">Hours in the span.</param>
/// <param name="HoursRecorded">Whether those hours were recorded; otherwise they are the planned ones.</param>
/// <param name="Spent">Money in the span beside hours, in the brand's currency; null when none is known.</param>
/// <param name="SpentRecorded">Whether that money was recorded; otherwise it is the planned money.</param>
/// <param name="Cost">Hours and money together; null when an hour has no price.</param>
/// <param name="Contribution">Its share of what all channels brought to the goals, 0 to 1; null without a number.</param>
/// <param name="CostPerPoint">What one per cent of all results cost here; null where it cannot be told.</param>
/// <param name="Fits">Whether its hours fit, the channels that bring most per hour first.</param>
public sealed record PortfolioRow(
    Id<Channel> Channel, string Network, string NetworkLabel, int PostsAWeek, decimal HoursAWeek, decimal Hours, bool HoursRecorded, Money? Spent, bool SpentRecorded, Money? Cost,
    decimal? Contribution, decimal? EffortShare, decimal? PerHour, Money? CostPerPoint, FocusAdvice? Advice, string Reason, bool Fits, RelevanceScore Relevance, IReadOnlyList<ChannelGoalResult> Results);

/// <summary>The channels in use: effort in hours and money against results, and what to do with each.</summary>
/// <param name="Channels">By contribution per hour, the best first.</param>
public sealed record PortfolioView(LocalDate From, LocalDate To, Capacity Capacity, PortfolioRulesView Rules, IReadOnlyList<PortfolioRow> Channels);

/// <summary>Effort against results of the channels in use, with the advice to grow, keep, trim or leave each, and whether the hours are there.</summary>
/// <param name="From">First day; twelve weeks ago when absent.</param>
/// <param name="To">Last day; today when absent.</param>
[Needs(Permission.Read)]
public sealed record ChannelPortfolio(Id<Plan> Plan, LocalDate? From = null, LocalDate? To = null) : IQuery<PortfolioView>
{
    internal sealed class Handler(Db db, PlanFinder plans, PortfolioReader reader, AudiencePresences presences, TimeProvider clock) : IHandle<ChannelPortfolio, PortfolioView>
    {
        public async Task<PortfolioView> HandleAsync(ChannelPortfolio request, CancellationToken cancel)
        {
            var (plan, brand) = await plans.FindWithBrandAsync(request.Plan, cancel);
            var today = clock.Today(brand.Zone);
            var to = request.To ?? today;
            var span = new PortfolioSpan(request.From ?? to.PlusDays(1 - (12 * 7)), to, brand.Zone);
            Rule.Require(span.From <= span.To, "span-reversed", "The first day is after the last one. Swap them.", "to");
            var rules = await SetPortfolioRules.ReadAsync(db, plan, cancel);
            var channels = await db.Set<Channel>().AsNoTracking().Where(channel => channel.Plan == plan.Id && channel.Status == ChannelStatus.Active).OrderBy(channel => channel.Rank).ThenBy(channel => channel.Id).ToListAsync(cancel);
            var scene = new Scene(
                span, rules, brand.Currency, today, await reader.PostsAWeekAsync(channels, cancel), await reader.RecordedAsync(channels, "hours_spent", span, cancel),
                await reader.RecordedAsync(channels, "cost_total", span, cancel), await reader.ResultsAsync(plan, channels, span, cancel),
                await presences.OfPlanAsync(plan.Id, today, cancel));
            var contributions = Contribution.Of([.. channels.SelectMany(channel => scene.Results[channel.Id].Select(result => new GoalResult(result.Goal.ToString(), channel.Id.ToString(), result.Value)))]);
            var findings = Focus.Of([.. channels.Select(channel => new FocusFacts(channel.Id.ToString(), scene.HoursOf(channel), contributions.GetValueOrDefault(channel.Id.ToString())))]);
            var byKey = channels.ToDictionary(channel => channel.Id.ToString(), StringComparer.Ordinal);
            var capacity = Capacity.Of([.. findings.Select(finding => new CapacityNeed(finding.Key, scene.PlannedAWeek(byKey[finding.Key])))], rules.HoursAvailable ?? await OfPlanAsync(plan.Id, cancel));
            return new PortfolioView(
                span.From, span.To, capacity, PortfolioRulesView.Of(rules),
                [.. findings.Select(finding => scene.Row(byKey[finding.Key], finding, contributions.GetValueOrDefault(finding.Key), capacity))]);
        }

        /// <summary>The hours that people said they have for the plan as a whole, where nobody said it of the channels.</summary>
        private async Task<decimal?> OfPlanAsync(Id<Plan> plan, CancellationToken cancel)
        {
            var hours = await db.Set<PlanHours>().AsNoTracking().Where(row => row.Plan == plan).Select(row => row.HoursAWeek).ToListAsync(cancel);
            return hours.Count == 0 ? null : hours.Sum();
        }
    }

    /// <summary>Everything the rows are made of.</summary>
    private sealed record Scene(
        PortfolioSpan Span, PortfolioRules Rules, string Currency, LocalDate Today, IReadOnlyDictionary<Id<Channel>, int> Posts, IReadOnlyDictionary<Id<Channel>, decimal?> HoursSpent,
        IReadOnlyDictionary<Id<Channel>, decimal?> MoneySpent, ILookup<Id<Channel>, ChannelGoalResult> Results, IReadOnlyDictionary<string, AudiencePresence> Research)
    {
        public decimal PlannedAWeek(Channel channel) => decimal.Round(channel.Effort.HoursAWeek(Posts[channel.Id], Rules.MinutesPerPost), 4, MidpointRounding.ToEven);

        public decimal HoursOf(Channel channel) => HoursSpent[channel.Id] ?? decimal.Round(PlannedAWeek(channel) * Span.Weeks, 2, MidpointRounding.ToEven);

        public PortfolioRow Row(Channel channel, FocusFinding finding, decimal? contribution, Capacity capacity)
        {
            var fits = capacity.Fitting.Contains(finding.Key);
            var spent = MoneySpent[channel.Id] is { } recorded ? Money.Of(recorded, Currency)
                : channel.Effort.MoneyPerMonth is { } planned ? Money.Of(planned.Amount * Span.Months, Currency) : (Money?)null;
            var cost = Rules.HourCost is { } hour ? Money.Of(HoursOf(channel) * hour.Amount, Currency) + (spent ?? Money.Zero(Currency)) : (Money?)null;
            var perPoint = cost is { } all && contribution is > 0 ? Money.Of(all.Amount / (contribution.Value * 100), Currency) : (Money?)null;
            return new PortfolioRow(
                channel.Id, channel.Network, NetworkCatalogue.Of(channel.Network).Name, Posts[channel.Id], PlannedAWeek(channel), HoursOf(channel), HoursSpent[channel.Id] is not null,
                spent, MoneySpent[channel.Id] is not null, cost, contribution is { } share ? decimal.Round(share, 6, MidpointRounding.ToEven) : null, finding.EffortShare, finding.PerHour, perPoint,
                finding.Advice, fits ? finding.Reason : string.Create(CultureInfo.InvariantCulture, $"{finding.Reason} Its {PlannedAWeek(channel):0.##} hours a week do not fit."), fits,
                RelevanceScore.Of(channel.Relevance, Rules.LeastRelevance, Today, Research.GetValueOrDefault(channel.Network)), [.. Results[channel.Id]]);
        }
    }
}
