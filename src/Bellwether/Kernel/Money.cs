namespace Bellwether.Kernel;

/// <summary>An amount in minor units (cents) of one currency (ISO 4217). Two currencies never add.</summary>
public readonly record struct Money(long Minor, string Currency) : IComparable<Money>
{
    /// <summary>The largest amount in major units; thousands of them still add up without overflow.</summary>
    public const decimal Largest = 1_000_000_000_000m;

    private static readonly Dictionary<string, int> Decimals = new(StringComparer.Ordinal)
    {
        ["JPY"] = 0, ["KRW"] = 0, ["CLP"] = 0, ["ISK"] = 0, ["VND"] = 0, ["UGX"] = 0, ["XAF"] = 0, ["XOF"] = 0,
        ["BHD"] = 3, ["KWD"] = 3, ["OMR"] = 3, ["JOD"] = 3, ["TND"] = 3,
    };

    private static readonly Dictionary<string, string> Symbols = new(StringComparer.Ordinal)
    {
        ["USD"] = "$", ["EUR"] = "€", ["GBP"] = "£", ["JPY"] = "¥", ["INR"] = "₹", ["KRW"] = "₩", ["BRL"] = "R$", ["CAD"] = "CA$", ["AUD"] = "A$", ["NZD"] = "NZ$",
        ["MXN"] = "MX$", ["CNY"] = "CN¥", ["HKD"] = "HK$", ["TWD"] = "NT$", ["ILS"] = "₪", ["VND"] = "₫", ["PHP"] = "₱",
    };

    /// <summary>How many decimals the currency has: 2 for most.</summary>
    public static int DecimalsOf(string currency) => Decimals.GetValueOrDefault(currency, 2);

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
        var symbol = Symbols.GetValueOrDefault(currency, currency);
        // A code before the number keeps a space; “$” stands right before it.
        format.CurrencySymbol = format.CurrencyPositivePattern == 0 && char.IsAsciiLetter(symbol[^1]) ? symbol + " " : symbol;
        format.CurrencyDecimalDigits = Math.Max(DecimalsOf(currency), Math.Min(has, most ?? 0));
        format.CurrencyGroupSizes = [3];
        format.NegativeSign = "\u2212";
        // An amount is never parted from its currency at the end of a line.
        return amount.ToString("C", format).Replace(' ', '\u00a0');
    }

    private static decimal Scale(string currency) => DecimalsOf(currency) switch { 0 => 1m, 3 => 1000m, _ => 100m };

    private static Money Same(Money left, Money right) =>
        left.Currency == right.Currency
            ? right
            : throw Rule.Broken("currencies-differ", $"{left.Currency} and {right.Currency} cannot be added. Convert one of them at a dated rate first.");
}
