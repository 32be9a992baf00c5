using Bellwether.Kernel;

namespace Bellwether.Channels;

/// <summary>A channel's mission: exactly one sentence.</summary>
public static class Mission
{
    /// <summary>Characters beyond which a mission is hard to remember; more is allowed, with a warning.</summary>
    public const int Suggested = 160;

    /// <summary>The sentence, trimmed; 422 when there is none or more than one.</summary>
    public static string Of(string? text)
    {
        var mission = Rule.Text(text, "mission", 600);
        var sentences = OneSentence.Count(mission);
        Rule.Require(sentences > 0, "mission-empty", "The mission has no words. Say in one sentence what this channel is for.", "mission");
        Rule.Require(sentences == 1, "mission-not-one-sentence", $"A mission is exactly one sentence; this has {sentences}. Keep the one that matters.", "mission");
        return mission;
    }

    /// <summary>What is worth knowing about a mission that is allowed all the same.</summary>
    public static string? Warning(string? mission) =>
        mission is { Length: > Suggested } ? $"This has {mission.Length} characters. Up to {Suggested} are easy to remember." : null;
}
