using System.Buffers;

namespace Bellwether.Tracking;

/// <summary>What a hit brings along, as far as counting needs it.</summary>
public readonly record struct HitHeaders(string Method, string? Agent, string? Purpose = null, string? SecPurpose = null, string? Moz = null, string? XPurpose = null);

/// <summary>Decides whether a hit is a person's click, and why not.</summary>
public static class HitFilter
{
    /// <summary>As much of a dropped hit's user agent is kept to explain why.</summary>
    public const int LongestAgent = 300;

    private static readonly SearchValues<string> PreviewAgents =
        SearchValues.Create([.. ShippedData.Lines("previews.txt")], StringComparison.OrdinalIgnoreCase);

    private static readonly SearchValues<string> ScannerAgents =
        SearchValues.Create([.. ShippedData.Lines("scanners.txt")], StringComparison.OrdinalIgnoreCase);

    /// <summary>A click, or the first reason that fits not to count it.</summary>
    public static HitOutcome Judge(in HitHeaders hit)
    {
        if (string.Equals(hit.Method, "HEAD", StringComparison.OrdinalIgnoreCase))
        {
            return HitOutcome.Head;
        }

        if (Says(hit.SecPurpose, "prefetch") || Says(hit.SecPurpose, "prerender") || Says(hit.Purpose, "prefetch") || Says(hit.Moz, "prefetch"))
        {
            return HitOutcome.Prefetch;
        }

        if (Says(hit.XPurpose, "preview") || Says(hit.Purpose, "preview"))
        {
            return HitOutcome.Preview;
        }

        if (string.IsNullOrWhiteSpace(hit.Agent) || hit.Agent == "-")
        {
            return HitOutcome.NoAgent;
        }

        return hit.Agent.AsSpan().ContainsAny(PreviewAgents) ? HitOutcome.Preview
            : hit.Agent.AsSpan().ContainsAny(ScannerAgents) ? HitOutcome.MailScanner
            : BotPatterns.Shipped.Matches(hit.Agent) ? HitOutcome.Bot
            : HitOutcome.Counted;
    }

    /// <summary>What is kept of the agent: nothing when the hit counts or was a person's on a link that had ended.</summary>
    public static string? Kept(HitOutcome outcome, string? agent) =>
        outcome is HitOutcome.Counted or HitOutcome.Expired || string.IsNullOrWhiteSpace(agent) ? null
        : Shortened.To(agent, LongestAgent);

    private static bool Says(string? header, string word) => header?.Contains(word, StringComparison.OrdinalIgnoreCase) == true;
}
