using Bellwether.Networks;

namespace Bellwether.Connectors.OAuth;

/// <summary>What a network's sign-in looks like, as its documentation states it.</summary>
/// <param name="Name">What people call the network.</param>
/// <param name="Authorize">Where a person allows it.</param>
/// <param name="Token">Where codes and refresh tokens are redeemed.</param>
/// <param name="Scopes">The rights that are asked for.</param>
internal sealed record OAuthNetwork(string Name, string Authorize, string Token, IReadOnlyList<string> Scopes)
{
    /// <summary>What stands between two scopes.</summary>
    public string Separator { get; init; } = " ";

    /// <summary>The name of the application's id in addresses and forms.</summary>
    public string ClientId { get; init; } = "client_id";

    /// <summary>Whether the application names itself in the Authorization header (RFC 6749 section 2.3.1), not in the form.</summary>
    public bool Basic { get; init; }

    /// <summary>Whether the network takes a proof key (RFC 7636); others refuse or ignore it.</summary>
    public bool Proof { get; init; } = true;

    /// <summary>What else the address says.</summary>
    public IReadOnlyDictionary<string, string> Extra { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>What else the form says that asks for tokens.</summary>
    public IReadOnlyDictionary<string, string> ExtraForm { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Headers that the call for tokens carries.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Whether an answer means that the access token no longer works, so that nothing was done.</summary>
    public Func<HttpAnswer.Answered, bool> IsOver { get; init; } = answer => answer.Status == 401;

    /// <summary>The fields with which an own application is named, the same everywhere.</summary>
    public static IReadOnlyList<ConnectionField> Fields(string id = "Client ID", string secret = "Client secret") =>
    [
        new(Id, id, false, true, "From the page of your application."),
        new(Secret, secret, true, true, "From the same page. Stored encrypted and never shown again."),
    ];

    /// <summary>The key of the application's id.</summary>
    public const string Id = "clientId";

    /// <summary>The key of the application's secret.</summary>
    public const string Secret = "clientSecret";
}
