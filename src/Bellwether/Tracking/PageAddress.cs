namespace Bellwether.Tracking;

/// <summary>A page of a site as it is kept: host, path and campaign tags. The rest of the query is forgotten.</summary>
public sealed record PageAddress(string Host, string Path, string? Source, string? Medium, string? Campaign)
{
    public const int LongestHost = 253;

    public const int LongestPath = 300;

    public const int LongestTag = 120;

    private const int LongestAddress = 4000;

    /// <summary>Reads a web address; null when it is none.</summary>
    public static PageAddress? Of(string? url)
    {
        if (url is null || url.Length > LongestAddress || !Uri.TryCreate(url, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https") || uri.Host.Length is 0 or > 253)
        {
            return null;
        }

        string? source = null, medium = null, campaign = null;
        foreach (var part in uri.Query.AsSpan().TrimStart('?').Split('&'))
        {
            var field = uri.Query.AsSpan().TrimStart('?')[part];
            var equals = field.IndexOf('=');
            if (equals <= 0)
            {
                continue;
            }

            // As the published rules have it, the tag made for the purpose comes before the short ones some sites use.
            switch (field[..equals])
            {
                case "utm_source":
                    source = Tag(field[(equals + 1)..]) ?? source;
                    break;
                case "source" or "ref":
                    source ??= Tag(field[(equals + 1)..]);
                    break;
                case "utm_medium":
                    medium = Tag(field[(equals + 1)..]);
                    break;
                case "utm_campaign":
                    campaign = Tag(field[(equals + 1)..]);
                    break;
            }
        }

        return new PageAddress(Shortened.To(ReferrerHosts.HostOf(uri.IdnHost), LongestHost), PathOf(uri), source, medium, campaign);
    }

    /// <summary>Without a slash at its end; the part behind # only where it is a path of its own, as in #/menu.</summary>
    private static string PathOf(Uri uri)
    {
        var path = uri.AbsolutePath.Length > 1 ? uri.AbsolutePath.TrimEnd('/') : uri.AbsolutePath;
        if (uri.Fragment.StartsWith("#/", StringComparison.Ordinal) || uri.Fragment.StartsWith("#!", StringComparison.Ordinal))
        {
            path += uri.Fragment.Split('?')[0];
        }

        path = path.Length == 0 ? "/" : path;
        return Shortened.To(path, LongestPath);
    }

    private static string? Tag(ReadOnlySpan<char> written)
    {
        var text = Uri.UnescapeDataString(written.ToString().Replace('+', ' ')).Trim().ToLowerInvariant();
        text = Shortened.To(text, LongestTag);
        return text.Length == 0 ? null : text;
    }
}
