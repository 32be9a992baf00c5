using Bellwether.Kernel;
using NodaTime;

namespace Bellwether.Goals;

/// <summary>How a target is judged, fixed before its numbers are known.</summary>
/// <param name="OnTrack">The least share of what was expected that counts as on track.</param>
/// <param name="Lagging">The least share that counts as lagging; below it the target is at risk.</param>
/// <param name="MinimumPoints">How many numbers there must be before it is judged.</param>
/// <param name="StaleAfterDays">After so many days without a number it is called stale.</param>
public sealed record Judging(decimal OnTrack = 0.95m, decimal Lagging = 0.75m, int MinimumPoints = 1, int StaleAfterDays = 14)
{
    /// <summary>On track from 95 %, lagging from 75 %.</summary>
    public static readonly Judging Usual = new();

    /// <summary>The same, or 422 when the bands overlap.</summary>
    public Judging Checked()
    {
        Rule.Require(Lagging > 0 && OnTrack <= 2, "judging-out-of-range", "The shares lie above 0 and at most at 2.", "lagging");
        Rule.Require(Lagging < OnTrack, "judging-overlaps", "Lagging must begin below on track; otherwise the two overlap.", "lagging");
        Rule.Require(MinimumPoints is >= 1 and <= 365, "judging-minimum", "Between 1 and 365 numbers can be asked for.", "minimumPoints");
        Rule.Require(StaleAfterDays is >= 1 and <= 730, "judging-stale", "Between 1 and 730 days.", "staleAfterDays");
        return this;
    }

    internal GoalStatus Band(decimal share) =>
        share >= OnTrack ? GoalStatus.OnTrack : share >= Lagging ? GoalStatus.Lagging : GoalStatus.AtRisk;
}

/// <summary>Judging rules as they held from a day on; older ones stay, so past judgements keep their colour.</summary>
/// <param name="Revision">1 for the first.</param>
/// <param name="From">The first day they hold.</param>
/// <param name="Rules">The rules.</param>
/// <param name="Why">Why they were changed.</param>
public sealed record JudgingRevision(int Revision, LocalDate From, Judging Rules, string? Why);
