using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Bellwether.Kernel;

namespace Bellwether.Networks;

/// <summary>
/// Port: signs an account in at its network by OAuth 2.0 (RFC 6749 section 4.1, RFC 7636), in the name of an application that
/// the account's owner registered there. Tokens are kept among the account's secrets before they are used.
/// </summary>
[Port]
public interface ISignIn
{
    /// <summary>Where every network leads back to, below the program's own address.</summary>
    const string BackPath = "/settings/networks/back";

    /// <summary>The network it serves, as in <see cref="Network.Key"/>.</summary>
    string Network { get; }

    /// <summary>Whether one sign-in reaches several places to post to, so that a person says which one is meant.</summary>
    bool ChoosesPlace => false;

    /// <summary>The address at the network where a person allows it.</summary>
    string Address(AccountAccess app, SignInAsk ask);

    /// <summary>Redeems the code that came back.</summary>
    Task<SignInOutcome> RedeemAsync(AccountAccess app, SignInAsk ask, string code, CancellationToken cancel);

    /// <summary>Gets new tokens, one such call for an account at a time.</summary>
    /// <param name="access">The account.</param>
    /// <param name="over">The access token that shall be replaced; where another one is there meanwhile, nothing is done.</param>
    /// <param name="cancel">Ends it.</param>
    Task<SignInOutcome> RefreshAsync(AccountAccess access, string? over, CancellationToken cancel);

    /// <summary>The places that the sign-in reaches: pages, organisations, boards.</summary>
    Task<PlacesOutcome> PlacesAsync(AccountAccess access, CancellationToken cancel);
}

/// <summary>One way to the network and back.</summary>
/// <param name="Redirect">Where the network leads back to, exactly as registered there.</param>
/// <param name="State">Tells our own way back from a forged one; used once.</param>
/// <param name="Verifier">Known here only; the network sees its hash first and itself at the end (RFC 7636).</param>
public sealed record SignInAsk(string Redirect, string State, string Verifier)
{
    /// <summary>The S256 challenge of <see cref="Verifier"/>.</summary>
    public string Challenge => Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(Verifier)));
}

/// <summary>What came of signing in or of asking for new tokens.</summary>
public abstract record SignInOutcome
{
    /// <summary>The tokens are kept.</summary>
    public sealed record Worked : SignInOutcome;

    /// <summary>There are none; <see cref="ErrorKind.Transient"/> is weather, everything else needs a person.</summary>
    public sealed record Refused(ErrorKind Kind, string Message) : SignInOutcome;
}

/// <summary>A place that a sign-in reaches.</summary>
/// <param name="Id">The network's own id of it.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Hint">What tells it from others of that name.</param>
public sealed record SignInPlace(string Id, string Name, string? Hint = null)
{
    /// <summary>The setting that holds the chosen place's id.</summary>
    public const string Key = "place";

    /// <summary>The setting that holds its name.</summary>
    public const string NameKey = "placeName";

    /// <summary>Secrets that belong to this place alone, such as a page's own token.</summary>
    internal IReadOnlyDictionary<string, string?> Secrets { get; init; } = new Dictionary<string, string?>(StringComparer.Ordinal);
}

/// <summary>What came of asking for the places.</summary>
public abstract record PlacesOutcome
{
    /// <summary>These; an empty list when the person may post nowhere.</summary>
    public sealed record Found(IReadOnlyList<SignInPlace> Places) : PlacesOutcome;

    /// <summary>They could not be read.</summary>
    public sealed record Failed(ErrorKind Kind, string Message) : PlacesOutcome;
}
