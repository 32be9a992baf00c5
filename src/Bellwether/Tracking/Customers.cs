using System.Security.Cryptography;
using System.Text;
using Bellwether.Kernel;

namespace Bellwether.Tracking;

/// <summary>Customers are known by the shop's own id or a hash; an e-mail address is hashed before anything is stored.</summary>
internal static class Customers
{
    /// <summary>The text under which a customer is stored; null for none.</summary>
    public static string? KeyOf(string? customer, string field = "customer")
    {
        var text = Rule.OptionalText(customer, field, 254);
        return text is null ? null
            : text.Contains('@', StringComparison.Ordinal) ? Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToLowerInvariant())))
            : text.Length <= 128 ? text
            : throw Rule.Broken("customer-too-long", "The customer's id has more than 128 characters. Send a shorter id or a hash.", field);
    }
}
