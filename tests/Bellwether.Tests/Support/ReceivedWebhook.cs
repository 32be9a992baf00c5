using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Bellwether.Tests.Support;

/// <summary>One request as it came off the wire.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">The path with its query.</param>
/// <param name="Headers">Headers by name, in any case.</param>
/// <param name="Body">The untouched bytes.</param>
public sealed record ReceivedWebhook(string Method, string Path, IReadOnlyDictionary<string, string> Headers, byte[] Body)
{
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);

    public string Text => Encoding.UTF8.GetString(Body);

    /// <summary>
    /// Checks the Standard Webhooks signature: HMAC-SHA256 over "id.timestamp.body" with the key behind "whsec_",
    /// one match among the space-separated "v1,..." signatures, a timestamp (Unix seconds) at most five minutes off.
    /// Shares no code with the product.
    /// </summary>
    public bool IsSignedWith(string secret, DateTimeOffset now)
    {
        if (!Headers.TryGetValue("webhook-id", out var id)
            || !Headers.TryGetValue("webhook-timestamp", out var stamp)
            || !Headers.TryGetValue("webhook-signature", out var signatures)
            || !long.TryParse(stamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
            return false;
        if ((now - DateTimeOffset.FromUnixTimeSeconds(seconds)).Duration() > Tolerance)
            return false;

        var key = Convert.FromBase64String(secret.StartsWith("whsec_", StringComparison.Ordinal) ? secret["whsec_".Length..] : secret);
        byte[] signed = [.. Encoding.UTF8.GetBytes($"{id}.{stamp}."), .. Body];
        var expected = Encoding.UTF8.GetBytes("v1," + Convert.ToBase64String(HMACSHA256.HashData(key, signed)));
        return signatures.Split(' ').Any(given => CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given), expected));
    }
}
