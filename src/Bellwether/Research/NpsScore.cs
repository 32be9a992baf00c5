using Bellwether.Kernel;

namespace Bellwether.Research;

/// <summary>
/// Net promoter score: per cent who give 9 or 10 less per cent who give 0 to 6, from −100 to 100. Its interval is the adjusted
/// Wald interval for the difference of two shares of one sample: ¾ is added to promoters and to detractors and 3 to the sample
/// (B. Rocks, Interval Estimation for the “Net Promoter Score”, The American Statistician 70(4), 2016), at 95 %.
/// </summary>
/// <param name="Score">The score, −100 to 100.</param>
/// <param name="Low">Lower end of the interval.</param>
/// <param name="High">Upper end of the interval.</param>
/// <param name="Small">Fewer than 30 answers: read the interval, not the score.</param>
public sealed record NpsScore(double Score, double Low, double High, int Promoters, int Passives, int Detractors, bool Small)
{
    /// <summary>Below so many answers the score alone says little.</summary>
    public const int FewAnswers = 30;

    private const double Z = 1.959963984540054;

    public int Answers => Promoters + Passives + Detractors;

    /// <summary>The score of answers from 0 to 10; nothing for no answers, 422 for an answer outside.</summary>
    public static NpsScore? Of(IReadOnlyCollection<int> answers)
    {
        Rule.Require(answers.All(answer => answer is >= 0 and <= 10), "nps-out-of-range", "An answer to “how likely” is a number from 0 to 10.", "answers");
        return Of(answers.Count(answer => answer >= 9), answers.Count(answer => answer is 7 or 8), answers.Count(answer => answer <= 6));
    }

    /// <summary>The score of counted answers; nothing for none.</summary>
    public static NpsScore? Of(int promoters, int passives, int detractors)
    {
        Rule.Require(promoters >= 0 && passives >= 0 && detractors >= 0, "count-negative", "A count is not negative.", "answers");
        double all = promoters + passives + detractors;
        if (all == 0)
        {
            return null;
        }

        var (wider, plus, minus) = (all + 3, promoters + 0.75, detractors + 0.75);
        var middle = (plus - minus) / wider;
        var half = Z * Math.Sqrt((((plus + minus) / wider) - (middle * middle)) / wider);
        // With a handful of answers the adjusted interval leans to the middle so far that it misses the score; it is widened to hold it.
        var score = (promoters - detractors) / all;
        return new NpsScore(100 * score, 100 * Math.Max(-1, Math.Min(score, middle - half)), 100 * Math.Min(1, Math.Max(score, middle + half)), promoters, passives, detractors, all < FewAnswers);
    }
}
