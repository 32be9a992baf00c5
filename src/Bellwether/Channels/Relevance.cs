using System.Globalization;
using Bellwether.Kernel;
using NodaTime;

namespace Bellwether.Channels;

/// <summary>What is known about a network for this plan. Each number is 0 to 100 per cent; unknown is left out and never counts as zero.</summary>
/// <param name="Presence">How much of the audience uses it.</param>
/// <param name="Evidence">Who says so: a survey, a study, the own numbers.</param>
/// <param name="EvidenceOn">The day of that evidence.</param>
/// <param name="GoalFit">How far it can serve the plan's goals.</param>
/// <param name="Capability">How far people, skills and material for it are there.</param>
/// <param name="Cost">What it costs, as a share of what could be spent on channels at all.</param>
public sealed record Relevance(decimal? Presence = null, string? Evidence = null, LocalDate? EvidenceOn = null, decimal? GoalFit = null, decimal? Capability = null, decimal? Cost = null)
{
    /// <summary>Evidence older than this many months is stale.</summary>
    public const int FreshMonths = 18;

    /// <summary>The same once it is in order: shares from 0 to 100, a presence with its evidence, nothing dated ahead.</summary>
    public Relevance Checked(LocalDate today)
    {
        foreach (var (share, field) in new[] { (Presence, "presence"), (GoalFit, "goalFit"), (Capability, "capability"), (Cost, "cost") })
        {
            Rule.Require(share is null or (>= 0 and <= 100), "share-out-of-range", "Give a number from 0 to 100 per cent.", field);
        }

        var evidence = Rule.OptionalText(Evidence, "evidence", 400);
        Rule.Require(Presence is null || (evidence is not null && EvidenceOn is not null), "evidence-missing", "Say where the presence of the audience was read, and when. A guess is evidence too, if it is called one.", "evidence");
        Rule.Require(EvidenceOn is null || EvidenceOn <= today, "evidence-from-future", "The evidence is dated ahead of today. Give the day it was found.", "evidenceOn");
        return this with { Evidence = evidence };
    }
}

/// <summary>One factor of a relevance score.</summary>
/// <param name="Name">“presence”, “goal fit”, “capability”, “cost”.</param>
/// <param name="Value">0 to 1; null where nobody knows it.</param>
/// <param name="Why">Where it comes from.</param>
public sealed record RelevanceFactor(string Name, decimal? Value, string? Why = null);

/// <summary>How relevant a network is: presence × goal fit × capability − cost.</summary>
/// <param name="Score">−1 to 1; null while a factor is unknown.</param>
/// <param name="Least">The score below which opening the channel needs a reason.</param>
/// <param name="Below">Whether it is below that; null while it cannot be told.</param>
/// <param name="Stale">Whether the evidence is older than 18 months.</param>
/// <param name="Explanation">The sum in words, or what is missing.</param>
public sealed record RelevanceScore(decimal? Score, decimal Least, bool? Below, bool Stale, string Explanation, IReadOnlyList<RelevanceFactor> Factors)
{
    public static RelevanceScore Of(Relevance? known, decimal least, LocalDate today)
    {
        var said = known ?? new Relevance();
        RelevanceFactor[] factors =
        [
            new("presence", said.Presence / 100, said.Evidence is null ? null : $"{said.Evidence}, {said.EvidenceOn:uuuu-MM-dd}"), new("goal fit", said.GoalFit / 100), new("capability", said.Capability / 100), new("cost", said.Cost / 100),
        ];
        var stale = said.EvidenceOn?.PlusMonths(Relevance.FreshMonths) < today;
        var missing = factors.Where(factor => factor.Value is null).Select(factor => factor.Name).ToList();
        if (missing.Count > 0)
        {
            return new RelevanceScore(null, least, null, stale, $"It cannot be told yet: {string.Join(", ", missing)} {(missing.Count == 1 ? "is" : "are")} missing.", factors);
        }

        var score = decimal.Round((factors[0].Value!.Value * factors[1].Value!.Value * factors[2].Value!.Value) - factors[3].Value!.Value, 4, MidpointRounding.ToEven);
        var words = string.Create(CultureInfo.InvariantCulture,
            $"{said.Presence:0.##} % of the audience × {said.GoalFit:0.##} % goal fit × {said.Capability:0.##} % capability − {said.Cost:0.##} % cost = {score:0.00##}; {(score < least ? "below" : "at least")} {least:0.00##}.");
        return new RelevanceScore(score, least, score < least, stale, stale ? $"{words} The evidence is older than {Relevance.FreshMonths} months." : words, factors);
    }
}
