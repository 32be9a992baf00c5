using System.Globalization;

namespace Bellwether.Kernel;

/// <summary>How people write numbers where they live.</summary>
internal static class Locale
{
    /// <summary>The culture of a tag such as de-DE, or 422 in words.</summary>
    public static CultureInfo Of(string tag)
    {
        try
        {
            return CultureInfo.GetCultureInfo(tag, predefinedOnly: true);
        }
        catch (CultureNotFoundException)
        {
            throw Rule.Broken("locale-unknown", $"“{tag}” is no language and country. Use a tag such as en-US or de-DE.", "locale");
        }
    }
}
