using System.Text.RegularExpressions;
using Bellwether.Kernel;

namespace Bellwether.Goals;

/// <summary>Which parts make a wish checkable, and which of them a text lacks. It flags; it never blocks.</summary>
/// <param name="IsGoodThought">Whether nobody could tell success from failure.</param>
/// <param name="Missing">The missing parts in words: “no number”.</param>
public sealed partial record Vagueness(bool IsGoodThought, IReadOnlyList<string> Missing)
{
    private static readonly string[] Measured =
    [
        "post", "photo", "video", "reel", "stor", "tweet", "pin", "article", "newsletter", "follower", "subscriber", "fan", "like", "comment", "share", "repost", "retweet",
        "save", "click", "visit", "session", "view", "reach", "impression", "lead", "sign-up", "signup", "registration", "download", "enquir", "inquir", "order", "sale",
        "revenue", "turnover", "booking", "reservation", "guest", "customer", "conversion", "repl", "answer", "mention", "review", "rating", "complaint", "member", "attendee",
        "participant", "applica", "donation", "donor", "volunteer", "hour", "minute", "day", "percent", "euro", "dollar", "pound", "cost", "rate",
    ];

    /// <summary>Looks at a text, and at what is known besides it.</summary>
    public static Vagueness Of(string text, bool hasNumber = false, bool hasMetric = false, bool hasDate = false, bool hasDoneWhen = false)
    {
        // Dates go first, so that the 30 of “30 Jun” is not taken for the number.
        var rest = Date().Replace(text, " ");
        var dated = hasDate || rest.Length != text.Length;
        var numbered = hasNumber || Number().IsMatch(rest);
        var measured = hasMetric || Unit().IsMatch(rest) || Measured.Any(word => Regex.IsMatch(rest, $@"\b{word}", RegexOptions.IgnoreCase, Searching.Longest));
        var missing = new List<string>();
        if (!hasDoneWhen)
        {
            if (!measured)
            {
                missing.Add("no metric");
            }

            if (!numbered)
            {
                missing.Add("no number");
            }
        }

        if (!dated)
        {
            missing.Add("no date");
        }

        return new Vagueness(missing.Count > 0, missing);
    }

    [GeneratedRegex(@"\d{4}-\d{2}-\d{2}|\b\d{1,2}\.\s?\d{1,2}\.(\s?\d{2,4})?|\b(\d{1,2}(st|nd|rd|th)?\.?\s+)?(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|jän|mär|mai|okt|dez)[a-zä]*\.?(\s+\d{1,2}(st|nd|rd|th)?\b)?,?(\s+\d{4})?\b|\bq[1-4](\s*/?\s*\d{4})?\b|\b(by|until|till|before|bis|ende|end of)\s+(the\s+)?(next\s+|this\s+)?(20\d{2}|year|quarter|month|week|summer|spring|autumn|fall|winter|christmas|easter|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b|\b(this|next)\s+(year|quarter|month|week)\b|\bwithin\s+\w+\s+(days?|weeks?|months?|years?)\b|\bin\s+20\d{2}\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, Searching.LongestMilliseconds)]
    private static partial Regex Date();

    [GeneratedRegex(@"\d|\b(one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|fifty|hundred|thousand|double|twice|half|every|each|daily|weekly|monthly)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, Searching.LongestMilliseconds)]
    private static partial Regex Number();

    [GeneratedRegex(@"[%€$£]|\b(EUR|USD|GBP|CHF)\b", RegexOptions.ExplicitCapture, Searching.LongestMilliseconds)]
    private static partial Regex Unit();
}
