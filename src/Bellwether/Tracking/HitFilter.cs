using System.Buffers;

namespace Bellwether.Tracking;

/// <summary>What a hit on a short link brings along, as far as counting needs it.</summary>
public readonly record struct HitHeaders(string Method, string? Agent, string? Purpose = null, string? SecPurpose = null, string? Moz = null, string? XPurpose = null);

/// <summary>Decides whether a hit is a person's click, and why not.</summary>
public static class HitFilter
{
    private static readonly SearchValues<string> PreviewAgents =
        SearchValues.Create([.. ShippedData.Lines("previews.txt")], StringComparison.OrdinalIgnoreCase);

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
            : BotPatterns.Shipped.Matches(hit.Agent) ? HitOutcome.Bot
            : HitOutcome.Counted;
    }

    private static bool Says(string? header, string word) => header?.Contains(word, StringComparison.OrdinalIgnoreCase) == true;
}
