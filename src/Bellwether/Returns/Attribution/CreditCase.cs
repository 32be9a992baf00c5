using Bellwether.Brands;
using Bellwether.Kernel;
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
internal sealed class CreditCase(CreditQuestion question)
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

    /// <summary>What conversions were worth in other currencies: shown, never added.</summary>
    public IReadOnlyList<Money> Foreign => [.. foreign.Select(sum => new Money(sum.Value, sum.Key))];

    /// <summary>What all conversions were worth in the brand's currency, in minor units; exact, where the models count in fractions.</summary>
    public long Minor { get; private set; }

    /// <summary>The value of one conversion in the brand's currency; another currency is added up apart.</summary>
    public double Worth(long? minor, string? currency)
    {
        if (minor is not { } some || currency is null)
        {
            return 0;
        }

        if (currency == question.Brand.Currency)
        {
            Minor += some;
            return some;
        }

        foreign[currency] = foreign.GetValueOrDefault(currency) + some;
        return 0;
    }
}
