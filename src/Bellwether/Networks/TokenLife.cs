using NodaTime;
using NodaTime.Text;

namespace Bellwether.Networks;

/// <summary>How long tokens live: under which names their times lie among an account's secrets, and when they are renewed.</summary>
public static class TokenLife
{
    /// <summary>The token that calls carry.</summary>
    public const string Access = "accessToken";

    /// <summary>The token that new ones are asked for with; many networks change it each time.</summary>
    public const string Refresh = "refreshToken";

    /// <summary>When the tokens were given.</summary>
    public const string Since = "tokensAt";

    /// <summary>When the access token ends.</summary>
    public const string AccessEnds = "accessEnds";

    /// <summary>When nothing helps any more but a new sign-in; absent where the network does not say.</summary>
    public const string SignInEnds = "signInEnds";

    private const double Share = 0.8;

    // Networks that tell no end forget tokens that are not used for months.
    private static readonly Duration Unused = Duration.FromDays(30);

    /// <summary>A moment as it lies among secrets.</summary>
    public static string Text(Instant at) => InstantPattern.ExtendedIso.Format(at);

    /// <summary>A moment among secrets; null where there is none.</summary>
    public static Instant? At(IReadOnlyDictionary<string, string> secrets, string name) =>
        InstantPattern.ExtendedIso.Parse(secrets.GetValueOrDefault(name) ?? "").TryGetValue(default, out var at) ? at : null;

    /// <summary>When only a new sign-in helps; null where nobody knows.</summary>
    public static Instant? End(AccountAccess access) => At(access.Secrets, SignInEnds);

    /// <summary>Whether four fifths of the access token's life are over, so that it is renewed before it fails.</summary>
    public static bool IsOld(AccountAccess access, Instant now) => IsPast(access, AccessEnds, now);

    /// <summary>Whether the access token certainly no longer works.</summary>
    public static bool IsOver(AccountAccess access, Instant now) => At(access.Secrets, AccessEnds) <= now;

    /// <summary>Whether tokens that nobody uses should be renewed, so that the sign-in itself stays alive.</summary>
    public static bool WantsKeeping(AccountAccess access, Instant now) =>
        IsPast(access, SignInEnds, now) || At(access.Secrets, Since) + Unused <= now;

    private static bool IsPast(AccountAccess access, string end, Instant now) =>
        At(access.Secrets, end) is { } over && (At(access.Secrets, Since) is { } since && over > since ? since + ((over - since) * Share) <= now : over <= now);
}
