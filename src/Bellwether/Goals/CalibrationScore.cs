namespace Bellwether.Goals;

/// <summary>How well guesses agree with what came. Nothing to score gives nothing, never zero.</summary>
public static class CalibrationScore
{
    /// <summary>Saying one half always scores this; whoever scores more is worse than a coin.</summary>
    public const double Coin = 0.25;

    /// <summary>Mean of (confidence − outcome)², the Brier score: 0 is perfect.</summary>
    public static double? Brier(IReadOnlyCollection<(double Confidence, bool CameTrue)> guesses) =>
        guesses.Count == 0 ? null : guesses.Average(guess => Math.Pow(guess.Confidence - (guess.CameTrue ? 1 : 0), 2));

    /// <summary>Mean of |guessed − came| / |came|; what came to nothing cannot be compared and is left out.</summary>
    public static double? Mape(IEnumerable<(decimal Guessed, decimal Came)> guesses)
    {
        var errors = guesses.Where(guess => guess.Came != 0).Select(guess => (double)(Math.Abs(guess.Guessed - guess.Came) / Math.Abs(guess.Came))).ToList();
        return errors.Count == 0 ? null : errors.Average();
    }

    /// <summary>Share of ranges that held what came.</summary>
    public static double? HitRate(IReadOnlyCollection<(decimal Low, decimal High, decimal Came)> ranges) =>
        ranges.Count == 0 ? null : (double)ranges.Count(range => range.Came >= range.Low && range.Came <= range.High) / ranges.Count;
}
