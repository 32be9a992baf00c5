using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Bellwether.Connectors.Webhook;

/// <summary>Signs a delivery as the Standard Webhooks specification asks: over its id, its time and its exact bytes.</summary>
internal static class WebhookSignature
{
    public const string SecretPrefix = "whsec_";

    /// <summary>A fresh secret of 32 random bytes, in the form receivers expect.</summary>
    public static string NewSecret() => SecretPrefix + Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));

    public static string Of(string secret, string id, long unixSeconds, byte[] body)
    {
        var key = Convert.FromBase64String(secret[SecretPrefix.Length..]);
        byte[] signed = [.. Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{id}.{unixSeconds}.")), .. body];
        return "v1," + Convert.ToBase64String(HMACSHA256.HashData(key, signed));
    }
}
