using Bellwether.Kernel;
using Bellwether.Returns.Costs;

namespace Bellwether.Returns;

/// <summary>What something cost in money and hours, what came back, and how the two compare. All money is in the brand's currency.</summary>
/// <param name="Id">The goal, channel, campaign or theme; null for the whole, or for what belongs to none.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Minutes">Time worked.</param>
/// <param name="Labour">What that time cost by the rates of people; null where a rate is missing, or for whoever may not see it.</param>
/// <param name="Paid">Money that went out as far as it is known: everything but labour.</param>
/// <param name="Advertising">Of that, what went to paid reach.</param>
/// <param name="Cost">Labour and money together, the full cost; null while a part of it is not known.</param>
/// <param name="Conversions">How many orders, leads and sign-ups it is credited with: the n of every figure here; a part of one is part of it.</param>
/// <param name="Value">What they were worth together.</param>
/// <param name="Margin">What is left of that after what was sold is paid for; null while no margin is known for some of it.</param>
/// <param name="Roi">(value − full cost) ÷ full cost, as a fraction.</param>
/// <param name="RoiOnMargin">(margin − full cost) ÷ full cost.</param>
/// <param name="Roas">Value ÷ ad spend.</param>
/// <param name="CostPerLead">Money that went out ÷ leads.</param>
/// <param name="CostPerCustomer">Full cost ÷ new customers.</param>
/// <param name="ValuePerHour">Value ÷ hours.</param>
/// <param name="MarginPerHour">Margin ÷ hours.</param>
/// <param name="Missing">What of its costs and of what came back nobody can tell yet, in sentences; no ratio that such a part belongs to is told.</param>
public sealed record ReturnSum(
    string? Id, string? Title, int Minutes, Money? Labour, Money Paid, Money Advertising, Money? Cost, decimal Conversions, decimal Sales, decimal Leads, decimal NewCustomers, Money Value, Money? Margin,
    decimal? Roi, decimal? RoiOnMargin, decimal? Roas, Money? CostPerLead, Money? CostPerCustomer, Money? ValuePerHour, Money? MarginPerHour, IReadOnlyList<string> Missing)
{
    /// <summary>Adds up pieces. Sums are exact; only the ratios at the end are rounded: fractions to six decimals, money to its minor unit.</summary>
    public static ReturnSum Of(
        string? id, string? title, string currency, IReadOnlyCollection<CostPiece> costs, IReadOnlyCollection<HoursPiece> hours, IReadOnlyCollection<ReturnPiece> returns, IReadOnlyCollection<UnknownCost>? unknown = null) =>
        Of(id, title, currency, costs, hours, Returned.Of([returns], currency)[0], unknown ?? []);

    /// <summary>The same of returns that are added up already.</summary>
    public static ReturnSum Of(string? id, string? title, string currency, IReadOnlyCollection<CostPiece> costs, IReadOnlyCollection<HoursPiece> hours, Returned returned, IReadOnlyCollection<UnknownCost> unknown)
    {
        var spent = costs.Where(cost => cost.State == CostState.Spent).ToList();
        var paid = Sum(spent.Select(cost => cost.Amount), currency);
        var ads = Sum(spent.Where(cost => cost.Kind == CostKind.Advertising).Select(cost => cost.Amount), currency);
        var labour = hours.Any(piece => piece.Cost is null) ? (Money?)null : Sum(hours.Select(piece => piece.Cost!.Value), currency);
        var lacking = unknown.Where(cost => cost.State == CostState.Spent).ToList();
        var money = lacking.TrueForAll(cost => cost.Kind == CostKind.Labour) ? paid : (Money?)null;
        var cost = lacking.Count == 0 ? labour + paid : null;
        // A part of the value in a currency without a rate makes every ratio of the value too small: none is told.
        var all = returned.Foreign.Count == 0;
        var (worth, value, margin, minutes) = (returned.IsWorth && all, returned.Value, returned.Margin, hours.Sum(piece => piece.Minutes));
        return new ReturnSum(
            id, title, minutes, labour, paid, ads, cost, returned.Conversions, returned.Sales, returned.Leads, returned.NewCustomers, value, margin,
            worth ? Gain(value, cost) : null, all && margin is { } left ? Gain(left, cost) : null, worth && !lacking.Exists(cost => cost.Kind == CostKind.Advertising) ? Share(value, ads) : null,
            Each(money is { Minor: 0 } ? null : money, returned.Leads), Each(cost is { Minor: 0 } ? null : cost, returned.NewCustomers), worth ? Each(value, minutes / 60m) : null, all ? Each(margin, minutes / 60m) : null,
            [.. UnknownCost.Say(lacking), .. all ? [] : new[] { ReturnWords.WithoutRate(returned.Foreign) }]);
    }

    /// <summary>The same for whoever may not see what people cost: neither labour nor anything it could be reckoned from.</summary>
    public ReturnSum WithoutLabour() => Minutes == 0 ? this : this with { Labour = null, Cost = null, Roi = null, RoiOnMargin = null, CostPerCustomer = null };

    private static Money Sum(IEnumerable<Money> amounts, string currency) => amounts.Aggregate(Money.Zero(currency), (sum, amount) => sum + amount);

    private static decimal? Gain(Money back, Money? cost) => cost is { Minor: > 0 } some ? decimal.Round((back - some).Amount / some.Amount, 6, MidpointRounding.ToEven) : null;

    private static decimal? Share(Money some, Money of) => of.Minor > 0 ? decimal.Round(some.Amount / of.Amount, 6, MidpointRounding.ToEven) : null;

    private static Money? Each(Money? whole, decimal by) => whole is { } some && by > 0 ? Money.Of(some.Amount / by, some.Currency) : null;
}
