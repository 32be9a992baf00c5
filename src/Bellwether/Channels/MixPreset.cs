namespace Bellwether.Channels;

/// <summary>A mix of themes to start from.</summary>
public enum MixPreset
{
    /// <summary>A third each: promote, share others' ideas, talk with people.</summary>
    Thirds,

    /// <summary>Four of five posts help or entertain, one promotes.</summary>
    EightyTwenty,

    /// <summary>Of six posts four share others' content, one is one's own, one sells.</summary>
    FourOneOne,
}

/// <summary>The themes of the presets with their shares, which are 100 % together.</summary>
public static class MixPresets
{
    public static IReadOnlyList<(string Theme, decimal Share)> Of(MixPreset preset) => preset switch
    {
        MixPreset.Thirds => [("Promote", 33.34m), ("Share others’ ideas", 33.33m), ("Talk with people", 33.33m)],
        MixPreset.EightyTwenty => [("Help and entertain", 80m), ("Promote", 20m)],
        MixPreset.FourOneOne => [("Share others’ ideas", 66.66m), ("Our own content", 16.67m), ("Promote", 16.67m)],
        _ => throw new ArgumentOutOfRangeException(nameof(preset), preset, null),
    };
}
