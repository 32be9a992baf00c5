using System.Globalization;
using Bellwether.Kernel;
using NodaTime;

namespace Bellwether.Channels;

/// <summary>What is known about a network for this plan. Each number is 0 to 100 per cent; unknown is left out and never counts as zero.</summary>
/// <param name="Presence">How much of the audience uses it; left out, what the plan's research says holds.</param>
/// <param name="Evidence">Who says so: a survey, a study, the own numbers.</param>
/// <param name="EvidenceOn">The day of that evidence.</param>
/// <param name="GoalFit">How far it can serve the plan's goals.</param>
/// <param name="Capability">How far people, skills and material for it are there.</param>
/// <param name="Cost">What it costs, as a share of what could be spent on channels at all.</param>
/// <param name="Instead">Why this presence and not the one of the plan's research.</param>
public sealed record Relevance(
    decimal? Presence = null, string? Evidence = null, LocalDate? EvidenceOn = null, decimal? GoalFit = null, decimal? Capability = null, decimal? Cost = null, string? Instead = null)
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
        return this with { Evidence = evidence, Instead = Presence is null ? null : Rule.OptionalText(Instead, "instead", 400) };
    }

    /// <summary>422 where a presence contradicts what the plan's research says and nobody says why.</summary>
    public void RequireReason(AudiencePresence? proposed) => Rule.Require(
        Presence is null || proposed is null || Presence == proposed.Share || !string.IsNullOrWhiteSpace(Instead), "instead-missing",
        string.Create(CultureInfo.InvariantCulture, $"The research of the plan says {proposed?.Share:0.##} %. Say why {Presence:0.##} % is nearer the truth, or leave the presence out."), "instead");
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
/// <param name="Research">What the plan's research says of the audience's presence; null where it says nothing.</param>
/// <param name="AgeInMonths">How old the evidence of the presence that counts is; null without one.</param>
public sealed record RelevanceScore(
    decimal? Score, decimal Least, bool? Below, bool Stale, string Explanation, IReadOnlyList<RelevanceFactor> Factors, AudiencePresence? Research = null, int? AgeInMonths = null)
{
    // What the fields are called where somebody fills them in.
    private static readonly Dictionary<string, string> Labels = new(StringComparer.Ordinal)
    {
        ["presence"] = "audience there", ["goal fit"] = "serves the goals", ["capability"] = "we can do it", ["cost"] = "share of all we could spend",
    };

    /// <summary>Scores what somebody said; a presence that nobody gave comes from the plan's research.</summary>
    public static RelevanceScore Of(Relevance? known, decimal least, LocalDate today, AudiencePresence? research = null)
    {
        var own = known?.Presence is not null;
        var said = own || research is null ? known ?? new Relevance() : (known ?? new Relevance()) with { Presence = research.Share, Evidence = research.Explanation, EvidenceOn = research.On };
        var score = Of(said, Why(said, own, research), least, today);
        return score with { Research = research, AgeInMonths = said.EvidenceOn is { } on ? Math.Max(0, Period.Between(on, today, PeriodUnits.Months).Months) : null };
    }

    private static string? Why(Relevance said, bool own, AudiencePresence? research)
    {
        if (!own)
        {
            return research?.Explanation;
        }

        var source = $"{said.Evidence}, {said.EvidenceOn:uuuu-MM-dd}";
        return research is null || said.Instead is null ? source : string.Create(CultureInfo.InvariantCulture, $"{source}, instead of {research.Share:0.##} % in the research: {said.Instead}");
    }

    private static RelevanceScore Of(Relevance said, string? why, decimal least, LocalDate today)
    {
        RelevanceFactor[] factors =
        [
            new("presence", said.Presence / 100, why), new("goal fit", said.GoalFit / 100), new("capability", said.Capability / 100), new("cost", said.Cost / 100),
        ];
        var stale = said.EvidenceOn?.PlusMonths(Relevance.FreshMonths) < today;
        var missing = factors.Where(factor => factor.Value is null).Select(factor => $"“{Labels[factor.Name]}”").ToList();
        if (missing.Count > 0)
        {
            return new RelevanceScore(null, least, null, stale, $"It cannot be told yet: {string.Join(", ", missing)} {(missing.Count == 1 ? "is" : "are")} missing.", factors);
        }

        var score = decimal.Round((factors[0].Value!.Value * factors[1].Value!.Value * factors[2].Value!.Value) - factors[3].Value!.Value, 4, MidpointRounding.ToEven);
        var words = string.Create(CultureInfo.InvariantCulture,
            $"{Labels["presence"]} {said.Presence:0.##} % × {Labels["goal fit"]} {said.GoalFit:0.##} % × {Labels["capability"]} {said.Capability:0.##} % − {Labels["cost"]} {said.Cost:0.##} % = {score:0.00##}; {(score < least ? "below" : "at least")} {least:0.00##}.");
        return new RelevanceScore(score, least, score < least, stale, stale ? $"{words} The evidence is older than {Relevance.FreshMonths} months." : words, factors);
    }
}
