using Bellwether.Kernel;
using NodaTime;

namespace Bellwether.Returns.Costs;

/// <summary>One known rate.</summary>
public sealed record KnownRate(string From, string To, LocalDate Day, decimal Rate);

/// <summary>
/// Turns money into another currency at the rate of its day: the newest that is known on that day, no older than a month. It
/// never guesses.
/// </summary>
public sealed class MoneyChanger(IEnumerable<KnownRate> rates)
{
    /// <summary>A rate holds for so many days, so that one a month is enough.</summary>
    public const int Days = 31;

    private readonly Dictionary<(string From, string To), List<KnownRate>> known = rates.GroupBy(rate => (rate.From, rate.To)).ToDictionary(group => group.Key, group => group.OrderBy(rate => rate.Day).ToList());

    /// <summary>The money in the other currency, rounded half to even; null where no rate is known for the day.</summary>
    public Money? Change(Money money, string to, LocalDate day)
    {
        if (money.Currency == to || money.Minor == 0)
        {
            return money.Currency == to ? money : Money.Zero(to);
        }

        if (Find(money.Currency, to, day) is { } straight)
        {
            return Money.Of(money.Amount * straight, to);
        }

        if (Find(to, money.Currency, day) is { } inverse)
        {
            return Money.Of(money.Amount / inverse, to);
        }

        return null;
    }

    private decimal? Find(string from, string to, LocalDate day) =>
        known.GetValueOrDefault((from, to))?.FindLast(rate => rate.Day <= day) is { } rate && rate.Day.PlusDays(Days) > day ? rate.Rate : null;
}
