using System.Security.Cryptography;
using System.Text;

namespace Bellwether.People;

/// <summary>Secret codes (tokens, invitations, share links): made from 32 random bytes, stored as SHA-256 only.</summary>
public static class Codes
{
    /// <summary>A fresh code of 43 characters that fit into a URL.</summary>
    public static string New(string prefix = "") =>
        prefix + Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    /// <summary>What is stored of a code. The code has 256 random bits, so a plain hash cannot be guessed back.</summary>
    public static string Hash(string code) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(code)));
}
