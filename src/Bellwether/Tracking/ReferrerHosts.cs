namespace Bellwether.Tracking;

/// <summary>What kind of site a visit came from.</summary>
public enum HostKind
{
    Social,
    Video,
    Search,
    Assistant,
    Shopping,
    Email,

    /// <summary>Where people pay and come back from; it brought nobody.</summary>
    Payment,
}

/// <summary>A known site: its kind and the name people use.</summary>
public sealed record KnownHost(HostKind Kind, string Name);

/// <summary>Looks up where a visit came from, by referrer or by campaign source, in the lists of Data/hosts*.tsv.</summary>
public sealed class ReferrerHosts
{
    // Second-level labels that belong to a country's top level: co.uk, com.br.
    private static readonly HashSet<string> SecondLevels = ["com", "org", "net", "co", "it", "edu"];

    private readonly Dictionary<string, KnownHost> hosts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<(string Path, KnownHost Known)>> paths = new(StringComparer.Ordinal);

    /// <summary>Reads lines of kind, name and host between tabs; the first line for a host wins.</summary>
    public ReferrerHosts(IEnumerable<string> lines)
    {
        foreach (var line in lines)
        {
            var parts = line.Split('\t');
            var known = new KnownHost(Enum.Parse<HostKind>(parts[0], ignoreCase: true), parts[1]);
            var slash = parts[2].IndexOf('/', StringComparison.Ordinal);
            if (slash < 0)
            {
                hosts.TryAdd(parts[2], known);
                continue;
            }

            var host = parts[2][..slash];
            if (!paths.TryGetValue(host, out var list))
            {
                paths[host] = list = [];
            }

            list.Add((parts[2][slash..], known));
        }
    }

    /// <summary>The lists that come with the program; the program's own lines go first.</summary>
    public static ReferrerHosts Shipped { get; } = new([.. ShippedData.Lines("hosts-own.tsv"), .. ShippedData.Lines("hosts.tsv")]);

    /// <summary>The site a referrer (a full address) or a bare host belongs to; null when no list knows it.</summary>
    public KnownHost? OfReferrer(string? referrer)
    {
        var (host, path) = Split(referrer);
        if (host.Length == 0)
        {
            return null;
        }

        return Paths(host, path) ?? Exact(host) ?? Above(host);
    }

    /// <summary>The site that a campaign source names: “facebook”, “t.co”.</summary>
    public KnownHost? OfSource(string source) =>
        hosts.TryGetValue(source, out var known) ? known : source.Contains('.', StringComparison.Ordinal) ? OfReferrer(source) : null;

    /// <summary>The host of an address, in lower case without www. and port; empty when there is none.</summary>
    public static string HostOf(string? address) => Split(address).Host;

    /// <summary>
    /// What is kept of a referrer so that it can be looked up again: its host, and of its path only what a list tells it apart by.
    /// Null when there is none.
    /// </summary>
    public string? KeyOf(string? referrer)
    {
        var (host, path) = Split(referrer);
        return host.Length is 0 or > PageAddress.LongestHost || host.Any(char.IsControl) ? null
            : PathEntry(host, path) is { } entry && host.Length + entry.Path.Length <= PageAddress.LongestHost ? host + entry.Path
            : host;
    }

    private KnownHost? Paths(string host, string path) => PathEntry(host, path)?.Known;

    private (string Path, KnownHost Known)? PathEntry(string host, string path)
    {
        foreach (var form in Forms(host))
        {
            if (paths.TryGetValue(form, out var list) && list.Find(entry => path.StartsWith(entry.Path, StringComparison.Ordinal)) is { Known: not null } found)
            {
                return found;
            }
        }

        return null;
    }

    private KnownHost? Exact(string host) =>
        Forms(host).Select(form => hosts.GetValueOrDefault(form)).FirstOrDefault(found => found is not null);

    /// <summary>A subdomain belongs to its site, but not for search: mail.google.com is no search.</summary>
    private KnownHost? Above(string host)
    {
        for (var dot = host.IndexOf('.', StringComparison.Ordinal); dot >= 0; dot = host.IndexOf('.', dot + 1))
        {
            var above = host[(dot + 1)..];
            if (above.Contains('.', StringComparison.Ordinal) && hosts.TryGetValue(above, out var known))
            {
                return known.Kind == HostKind.Search ? null : known;
            }
        }

        return null;
    }

    /// <summary>The host as it is, with www., with any country at its end, and with any country in front.</summary>
    private static IEnumerable<string> Forms(string host)
    {
        yield return host;
        yield return "www." + host;
        var labels = host.Split('.');
        if (labels.Length >= 2 && labels[^1].Length == 2)
        {
            var keep = labels.Length >= 3 && SecondLevels.Contains(labels[^2]) ? labels.Length - 2 : labels.Length - 1;
            yield return string.Join('.', labels[..keep]) + ".{}";
        }

        if (labels.Length >= 3 && labels[0].Length == 2)
        {
            yield return "{}." + string.Join('.', labels[1..]);
        }
    }

    private static (string Host, string Path) Split(string? address)
    {
        if (string.IsNullOrWhiteSpace(address))
        {
            return ("", "");
        }

        var text = address.Trim();
        var scheme = text.IndexOf("://", StringComparison.Ordinal);
        var rest = scheme < 0 ? text : text[(scheme + 3)..];
        var end = rest.AsSpan().IndexOfAny('/', '?', '#');
        var host = (end < 0 ? rest : rest[..end]).ToLowerInvariant();
        host = host[(host.LastIndexOf('@') + 1)..];
        var port = host.IndexOf(':', StringComparison.Ordinal);
        host = port < 0 ? host : host[..port];
        host = host.StartsWith("www.", StringComparison.Ordinal) ? host[4..] : host;
        return (host.TrimEnd('.'), end < 0 ? "/" : rest[end..]);
    }
}
