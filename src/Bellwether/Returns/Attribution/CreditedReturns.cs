using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Returns.Attribution;

/// <summary>What came back in a span, under one model. What is credited and what nothing known led to add up to the total.</summary>
/// <param name="Of">By the id of a goal, channel, campaign, theme … (or the name of a channel group): what it is credited with.</param>
/// <param name="Unattributed">Conversions without a touch within the look-back window.</param>
/// <param name="Others">What conversions were worth in other currencies: shown, never added.</param>
public sealed record CreditedReturn(
    AttributionModel Model, int LookBackDays, IReadOnlyDictionary<string, CreditSum> Of, CreditSum Unattributed, CreditSum Total, IReadOnlyList<Money> Others);

/// <summary>Tells other parts of the product what goals, channels, campaigns, themes and posts are credited with, under the model the brand chose.</summary>
[Scoped]
public sealed class CreditedReturns(Db db, PathReader reader)
{
    /// <summary>How the brand gives credit.</summary>
    public async Task<CreditRules> RulesAsync(Id<Brand> brand, CancellationToken cancel) =>
        await db.Set<CreditRules>().AsNoTracking().FirstOrDefaultAsync(rules => rules.Brand == brand, cancel) ?? new CreditRules(brand);

    /// <summary>The credits of the brand's days from the first to the last, both of them counted.</summary>
    /// <param name="model">Another model than the one the brand chose.</param>
    /// <param name="plan">Only conversions that a touch of this plan led to; touches outside it stand under “elsewhere”.</param>
    public async Task<CreditedReturn> OfAsync(Brand brand, LocalDate from, LocalDate until, CreditBy by, AttributionModel? model = null, string? plan = null, CancellationToken cancel = default)
    {
        var rules = await RulesAsync(brand.Id, cancel);
        var chosen = model ?? rules.Model;
        var read = await reader.ReadAsync(new CreditQuestion(brand, from, until, by, rules.Attribution, plan, WithOthers: LearnsFromOthers(chosen)).Checked(), cancel);
        var (column, credits) = CreditColumn.Of(chosen, read);
        if (credits is null)
        {
            // Too many different paths for the model: the last touch is what every shop counts by.
            chosen = AttributionModel.LastNonDirect;
            (column, credits) = CreditColumn.Of(chosen, read);
        }

        var of = new Dictionary<string, CreditSum>(StringComparer.Ordinal);
        foreach (var (row, sum) in credits!.Channels.Zip(column.Credits).Where(pair => pair.Second.Conversions != 0 || pair.Second.Value.Minor != 0))
        {
            of[row.Channel] = sum;
        }

        return new CreditedReturn(
            chosen, rules.LookBackDays, of, CreditColumn.Unattributed(credits, read), new CreditSum((decimal)credits.Total.Conversions, new Money(read.Minor, brand.Currency)), read.Foreign);
    }

    /// <summary>
    /// What each link and deal of a plan, by keys of one's own, has of each conversion that a touch of the plan led to. Under a model that looks
    /// at each path by itself these add up to the report of credits whatever they are told apart by; a model that learns from all paths learns from these keys.
    /// </summary>
    internal async Task<SharedConversions> SharesAsync(Brand brand, string plan, LocalDate from, LocalDate until, IReadOnlyDictionary<Guid, CreditSource> keys, CancellationToken cancel)
    {
        var rules = await RulesAsync(brand.Id, cancel);
        var read = await reader.ReadAsync(new CreditQuestion(brand, from, until, CreditBy.Link, rules.Attribution, plan, LearnsFromOthers(rules.Model), WithIds: true), keys, cancel);
        return SharedConversions.Of(rules.Model, rules.LookBackDays, read);
    }

    /// <summary>Whether a model needs the paths that led to nothing.</summary>
    internal static bool LearnsFromOthers(AttributionModel model) => model is AttributionModel.Markov or AttributionModel.Shapley or AttributionModel.Counterfactual;
}
