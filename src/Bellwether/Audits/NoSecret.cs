using System.Text.RegularExpressions;
using Bellwether.Kernel;

namespace Bellwether.Audits;

/// <summary>The inventory is read by many: text that plainly carries a password is refused.</summary>
public static partial class NoSecret
{
    public static string? Check(string? text, string field)
    {
        Rule.Require(
            text is null || !Password().IsMatch(text),
            "secret-refused",
            "This looks like a password. Keep it in a vault and write here only where it lies.",
            field);
        return text;
    }

    [GeneratedRegex(@"\b(password|passwort|passphrase|mot de passe|contraseña|pwd|pw|pin|secret|token|api[ -]?key|recovery code)\s*[:=]\s*\S+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Searching.LongestMilliseconds)]
    private static partial Regex Password();
}
