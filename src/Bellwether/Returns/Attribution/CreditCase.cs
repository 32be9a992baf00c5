using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Returns.Costs;
using NodaTime;

namespace Bellwether.Returns.Attribution;

/// <summary>Which conversions are credited, to what and how.</summary>
/// <param name="Plan">Only conversions that a touch of this plan was on the way to; null for all of the brand.</param>
/// <param name="WithOthers">Whether paths that led to no conversion are read too; models that learn how paths convert need them.</param>
/// <param name="WithIds">Whether it is kept which path belongs to which conversion.</param>
internal sealed record CreditQuestion(Brand Brand, LocalDate From, LocalDate Until, CreditBy By, AttributionRules Rules, string? Plan = null, bool WithOthers = false, bool WithIds = false)
{
    /// <summary>The longest span of a report.</summary>
    public const int MostDays = 800;

    public Instant Start => From.AtStartOfDayInZone(Brand.Zone).ToInstant();

    public Instant End => Until.PlusDays(1).AtStartOfDayInZone(Brand.Zone).ToInstant();

    /// <summary>The question, or what is wrong with it.</summary>
    public CreditQuestion Checked()
    {
        Rule.Require(From <= Until, "range-reversed", "The range ends before it begins. Put the earlier day first.", "from");
        Rule.Require(Period.DaysBetween(From, Until) <= MostDays, "range-too-long", "The range is longer than 800 days. Choose a shorter one.", "from");
        return this;
    }
}

/// <summary>The paths that answer a question, ready to be credited under any model.</summary>
internal sealed class CreditCase(CreditQuestion question, MoneyChanger changer)
{
    private readonly SortedDictionary<string, long> foreign = new(StringComparer.Ordinal);

    public CreditQuestion Question => question;

    public Journeys Journeys { get; } = new(question.Rules);

    /// <summary>By the place of its path: the conversion. Only where it was asked for.</summary>
    public List<Guid> Conversions { get; } = [];

    /// <summary>How many visitors clicked and did not convert; their paths stand after all others.</summary>
    public double Others { get; set; }

    /// <summary>How many paths with a conversion there are; they stand first.</summary>
    public int Count { get; set; }

    /// <summary>Of a plan: how many conversions of the brand nothing known led to.</summary>
    public int Nothing { get; set; }

    /// <summary>Of a plan: how many conversions of the brand came by themselves, whatever plan holds.</summary>
    public int Direct { get; set; }

    /// <summary>What conversions were worth in currencies without a rate for their day: shown, never added.</summary>
    public IReadOnlyList<Money> Foreign => [.. foreign.Select(sum => new Money(sum.Value, sum.Key))];

    /// <summary>What all conversions were worth in the brand's currency, in minor units; exact, where the models count in fractions.</summary>
    public long Minor { get; private set; }

    /// <summary>The value of one conversion in the brand's currency, by the rate of its day; a currency without one is added up apart.</summary>
    public double Worth(long? minor, string? currency, long at)
    {
        if (minor is not { } some || currency is null)
        {
            return 0;
        }

        var worth = currency == question.Brand.Currency ? some
            : changer.Change(new Money(some, currency), question.Brand.Currency, Instant.FromUnixTimeTicks(at).InZone(question.Brand.Zone).Date)?.Minor;
        if (worth is { } known)
        {
            Minor += known;
            return known;
        }

        foreign[currency] = foreign.GetValueOrDefault(currency) + some;
        return 0;
    }
}
