namespace Bellwether.Kernel;

/// <summary>An amount in minor units (cents) of one currency (ISO 4217). Two currencies never add.</summary>
public readonly record struct Money(long Minor, string Currency) : IComparable<Money>
{
    /// <summary>The largest amount in major units; thousands of them still add up without overflow.</summary>
    public const decimal Largest = 1_000_000_000_000m;

    /// <summary>More than anybody is paid for an hour, in any currency.</summary>
    public const decimal LargestPerHour = 1_000_000_000m;

    /// <summary>How many decimals the currency has: 2 for most.</summary>
    public static int DecimalsOf(string currency) => Currencies.DecimalsOf(currency);

    /// <summary>Whether this looks like an ISO 4217 code: three capital letters.</summary>
    public static bool IsCurrency(string? currency) => currency is { Length: 3 } && currency.All(char.IsAsciiLetterUpper);

    /// <summary>Zero in a currency.</summary>
    public static Money Zero(string currency) => new(0, currency);

    /// <summary>From an amount in major units, rounded half to even to the currency's decimals.</summary>
    public static Money Of(decimal amount, string currency)
    {
        Rule.Require(IsCurrency(currency), "currency-unknown", $"“{currency}” is no currency code. Use three letters such as EUR.", "currency");
        Rule.Require(Math.Abs(amount) <= Largest, "amount-too-large", "That is more money than there is. Look for a digit too many.", "amount");
        var scale = Scale(currency);
        return new Money(decimal.ToInt64(decimal.Round(amount * scale, 0, MidpointRounding.ToEven)), currency);
    }

    /// <summary>An amount as somebody tells it: of a currency that there is, and with no more decimals than that has; 422 beside the field.</summary>
    /// <param name="field">The field of the amount.</param>
    /// <param name="currencyField">The field of the currency.</param>
    public static Money Told(decimal amount, string? currency, string field = "amount", string currencyField = "currency")
    {
        var code = Currencies.Checked(currency, currencyField);
        Rule.Require(Math.Abs(amount) <= Largest, "amount-too-large", "That is more money than there is. Look for a digit too many.", field);
        var (decimals, low) = (DecimalsOf(code), Floor(amount, code));
        Rule.Require(low == amount, "amount-too-fine", $"{Plain(amount)} has more decimals than {code} has: {(decimals == 0 ? "none" : decimals)}. Write {Plain(low, decimals)} or {Plain(low + (1 / Scale(code)), decimals)}.", field);
        return Of(amount, code);
    }

    /// <summary>What an hour costs: nothing or more, and no more than anybody is paid; 422 beside the field.</summary>
    public static Money PerHour(Money cost, string field)
    {
        Rule.Require(cost.Minor >= 0, "rate-negative", "An hour costs something or nothing, never less.", field);
        Rule.Require(cost.Amount <= LargestPerHour, "rate-too-large", $"Nobody is paid {cost.Say()} for an hour. Look for a digit too many.", field);
        return cost;
    }

    /// <summary>The amount in major units.</summary>
    public decimal Amount => Minor / Scale(Currency);

    public static Money operator +(Money left, Money right) => new(checked(left.Minor + Same(left, right).Minor), left.Currency);

    public static Money operator -(Money left, Money right) => new(checked(left.Minor - Same(left, right).Minor), left.Currency);

    public int CompareTo(Money other) => Minor.CompareTo(Same(this, other).Minor);

    public override string ToString() => $"{Amount.ToString("F" + DecimalsOf(Currency), System.Globalization.CultureInfo.InvariantCulture)} {Currency}";

    /// <summary>The amount as the screen writes it for a reader: “€1,234.50”, “$10.00”, in German “1.234,50 €”. For sentences; <see cref="ToString"/> is what programs read.</summary>
    public string Say(string locale = "en-US") => Say(Amount, Currency, locale);

    /// <summary>An amount as the screen writes it; with more decimals than the currency has where it is a price of parts of a cent.</summary>
    /// <param name="amount">In major units.</param>
    /// <param name="currency">Three letters.</param>
    /// <param name="locale">The reader's language and country.</param>
    /// <param name="most">The most decimals.</param>
    public static string Say(decimal amount, string currency, string locale = "en-US", int? most = null)
    {
        var format = (System.Globalization.NumberFormatInfo)Locale.Of(locale).NumberFormat.Clone();
        var written = decimal.Abs(amount).ToString(System.Globalization.CultureInfo.InvariantCulture).TrimEnd('0');
        var has = written.IndexOf('.', StringComparison.Ordinal) is >= 0 and var point ? written.Length - point - 1 : 0;
        var symbol = Currencies.SymbolOf(currency);
        // A code before the number keeps a space; “$” stands right before it.
        format.CurrencySymbol = format.CurrencyPositivePattern == 0 && char.IsAsciiLetter(symbol[^1]) ? symbol + " " : symbol;
        format.CurrencyDecimalDigits = Math.Max(DecimalsOf(currency), Math.Min(has, most ?? 0));
        format.CurrencyGroupSizes = [3];
        format.NegativeSign = "\u2212";
        // An amount is never parted from its currency at the end of a line.
        return amount.ToString("C", format).Replace(' ', '\u00a0');
    }

    private static decimal Scale(string currency) => DecimalsOf(currency) switch { 0 => 1m, 3 => 1000m, _ => 100m };

    private static decimal Floor(decimal amount, string currency) => decimal.Floor(amount * Scale(currency)) / Scale(currency);

    private static string Plain(decimal amount, int? decimals = null) =>
        amount.ToString(decimals is { } most ? "F" + most : "0.############################", System.Globalization.CultureInfo.InvariantCulture);

    private static Money Same(Money left, Money right) =>
        left.Currency == right.Currency
            ? right
            : throw Rule.Broken("currencies-differ", $"{left.Currency} and {right.Currency} cannot be added. Convert one of them at a dated rate first.");
}
