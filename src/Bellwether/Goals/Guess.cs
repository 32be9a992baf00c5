using Bellwether.Kernel;
using Bellwether.People;
using NodaTime;

namespace Bellwether.Goals;

/// <summary>What the numbers said about a guess.</summary>
public enum AssumptionVerdict
{
    /// <summary>What was observed lies in the range.</summary>
    Held,

    /// <summary>What was observed lies outside the range, and so does everything it leaves open.</summary>
    Broken,

    /// <summary>There is no number, or too little of it to tell.</summary>
    Untestable,
}

/// <summary>What came of a guess on its day.</summary>
/// <param name="Verdict">In one word.</param>
/// <param name="On">The day it was judged.</param>
/// <param name="Words">In one sentence.</param>
/// <param name="Observed">The number that came.</param>
/// <param name="Low">The least that the observed rate may truly be (Wilson, 95 %).</param>
/// <param name="High">The most that it may truly be.</param>
/// <param name="Trials">How many trials a rate rests on.</param>
public sealed record GuessOutcome(AssumptionVerdict Verdict, LocalDate On, string Words, decimal? Observed = null, decimal? Low = null, decimal? High = null, long? Trials = null);

/// <summary>A number with a range by a day, and how sure one is.</summary>
/// <param name="Revision">1 for the first; older ones are kept.</param>
/// <param name="StatedOn">The day it was said.</param>
/// <param name="By">Who said it.</param>
/// <param name="Value">The number guessed; a rate as a fraction.</param>
/// <param name="Low">The lower end of the range.</param>
/// <param name="High">The upper end of the range.</param>
/// <param name="Confidence">How sure one is that it will lie in the range, above 0 and below 1.</param>
/// <param name="From">The first day that counts.</param>
/// <param name="TestDate">The last day that counts; afterwards it is judged.</param>
/// <param name="AfterTheFact">Whether the number was there already when it was said; such a guess teaches nothing about guessing.</param>
/// <param name="Why">Why it was revised.</param>
/// <param name="Outcome">What came of it; null while its day has not come.</param>
public sealed record Guess(
    int Revision, LocalDate StatedOn, Id<Member>? By, decimal Value, decimal Low, decimal High, decimal Confidence, LocalDate From, LocalDate TestDate, bool AfterTheFact = false,
    string? Why = null, GuessOutcome? Outcome = null)
{
    /// <summary>The same, or 422 where it could not be tested.</summary>
    public Guess Checked()
    {
        Rule.Require(Low < High, "range-empty", "The range needs two ends, the lower one first.", "high");
        Rule.Require(Value >= Low && Value <= High, "guess-outside-range", "The number guessed lies outside its own range.", "value");
        Rule.Require(Confidence is > 0 and < 1, "confidence-out-of-range", "Nobody is never or always right: confidence lies between 0 and 1 (80 % is 0.8).", "confidence");
        Rule.Require(TestDate >= StatedOn, "test-date-before-creation", "The test date lies before today. A guess is about what has not come yet.", "testDate");
        Rule.Require(From <= TestDate, "window-empty", "The first day that counts lies after the test date.", "from");
        return this with { Why = Rule.OptionalText(Why, "why", 500) };
    }
}
