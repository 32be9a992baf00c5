using System.Globalization;

namespace Bellwether.Tracking;

/// <summary>Reads a content security policy as far as one asks whether our address may be used.</summary>
internal static class ContentPolicy
{
    /// <summary>Whether a directive, or the default in its place, lets a page use an address. What we cannot tell is taken for allowed.</summary>
    public static bool Allows(string policy, string directive, Uri page, Uri asked)
    {
        var directives = policy.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Where(words => words.Length > 0)
            .GroupBy(words => words[0], StringComparer.OrdinalIgnoreCase).ToDictionary(group => group.Key, group => group.First()[1..], StringComparer.OrdinalIgnoreCase);
        var sources = (directive == "script-src" ? directives.GetValueOrDefault("script-src-elem") : null) ?? directives.GetValueOrDefault(directive) ?? directives.GetValueOrDefault("default-src");
        return sources is null || sources.Any(source => Matches(source, page, asked));
    }

    private static bool Matches(string source, Uri page, Uri asked)
    {
        if (source.StartsWith('\''))
        {
            // A nonce or hash, or what trusted scripts load: the page's own business.
            return source is "'self'" ? page.GetLeftPart(UriPartial.Authority) == asked.GetLeftPart(UriPartial.Authority) : source is not ("'none'" or "'unsafe-inline'" or "'unsafe-eval'");
        }

        if (source == "*" || string.Equals(source, asked.Scheme + ":", StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        var scheme = source.Contains("://", StringComparison.Ordinal) ? source.Split("://")[0] : asked.Scheme;
        var rest = source.Contains("://", StringComparison.Ordinal) ? source.Split("://")[1] : source;
        var authority = rest.Split('/')[0];
        var host = authority.Split(':')[0];
        var named = authority.Contains(':', StringComparison.Ordinal) ? authority.Split(':')[1] : null;
        return string.Equals(scheme, asked.Scheme, StringComparison.OrdinalIgnoreCase)
            && (named is null ? asked.IsDefaultPort : named == "*" || named == asked.Port.ToString(CultureInfo.InvariantCulture))
            && (string.Equals(host, asked.Host, StringComparison.OrdinalIgnoreCase) || (host.StartsWith("*.", StringComparison.Ordinal) && asked.Host.EndsWith(host[1..], StringComparison.OrdinalIgnoreCase)));
    }
}
