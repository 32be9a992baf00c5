using System.Collections.Frozen;

namespace Bellwether.Kernel;

/// <summary>
/// The currencies that people pay in, with their decimals: the active alphabetic codes of ISO 4217, list one (SIX, the agency that keeps it, as of
/// January 2026). Left out is what nobody pays with: metals (XAU), funds and units of account (CLF, CHE, UYW, XDR), tests (XTS) and “none” (XXX).
/// BGN and ANG ended lately; files of the years before still have them.
/// </summary>
public static class Currencies
{
    private const string TwoDecimals =
        "AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CNY COP CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD "
        + "HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB "
        + "SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD UYU UZS VED VES WST XCD XCG YER ZAR ZMW ZWG";

    private const string NoDecimals = "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF";

    private const string ThreeDecimals = "BHD IQD JOD KWD LYD OMR TND";

    private static readonly FrozenDictionary<string, int> Known = new[] { (NoDecimals, 0), (TwoDecimals, 2), (ThreeDecimals, 3) }
        .SelectMany(list => list.Item1.Split(' ').Select(code => KeyValuePair.Create(code, list.Item2))).ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> Symbols = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["USD"] = "$", ["EUR"] = "€", ["GBP"] = "£", ["JPY"] = "¥", ["INR"] = "₹", ["KRW"] = "₩", ["BRL"] = "R$", ["CAD"] = "CA$", ["AUD"] = "A$", ["NZD"] = "NZ$",
        ["MXN"] = "MX$", ["CNY"] = "CN¥", ["HKD"] = "HK$", ["TWD"] = "NT$", ["ILS"] = "₪", ["VND"] = "₫", ["PHP"] = "₱",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>All codes with their decimals.</summary>
    public static IReadOnlyDictionary<string, int> All => Known;

    /// <summary>How many decimals a currency has. A code that is none, from before codes were looked at, has two.</summary>
    public static int DecimalsOf(string currency) => Known.GetValueOrDefault(currency, 2);

    /// <summary>What stands for it in sentences and on screen: its sign where it has one that nobody mistakes, else its code.</summary>
    public static string SymbolOf(string currency) => Symbols.GetValueOrDefault(currency, currency);

    /// <summary>The code as somebody tells it; 422 beside the field when nobody pays with that.</summary>
    public static string Checked(string? currency, string field = "currency")
    {
        Rule.Require(currency is not null && Known.ContainsKey(currency), "currency-unknown", $"“{Excerpt.Of(currency ?? "", 20)}” is no currency. Use one of the codes of ISO 4217, three capital letters such as EUR.", field);
        return currency!;
    }
}
