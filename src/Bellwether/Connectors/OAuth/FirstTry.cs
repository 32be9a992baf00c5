using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Bellwether.Kernel;
using Bellwether.Networks;
using NodaTime;

namespace Bellwether.Connectors.OAuth;

/// <summary>
/// For networks without a key of their own: our key carries the moment of the first try, so that what is found there later can be
/// told from an older post with the same words.
/// </summary>
internal static partial class FirstTry
{
    // How far a network's clock and ours may be apart.
    private static readonly Duration Drift = Duration.FromMinutes(2);

    /// <summary>The key of a call; the one of an earlier try is kept.</summary>
    public static string Key(OutgoingPost post, string? key, Instant now) =>
        key ?? string.Create(CultureInfo.InvariantCulture, $"{post.Key}-{post.Segment + 1}@{now.ToUnixTimeMilliseconds()}");

    /// <summary>Nothing that was made before this can be the call's post.</summary>
    public static Instant Earliest(PlannedCall call) =>
        (long.TryParse(call.ClientKey[(call.ClientKey.LastIndexOf('@') + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var at) ? Instant.FromUnixTimeMilliseconds(at) : call.PlannedAt) - Drift;

    /// <summary>Whether two texts read the same: composed alike, white space made one.</summary>
    public static bool ReadsSame(string? one, string? other) => Plain(one) == Plain(other);

    private static string Plain(string? text) => Space().Replace((text ?? "").Normalize(NormalizationForm.FormC), " ").Trim();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: Searching.LongestMilliseconds)]
    private static partial Regex Space();
}
