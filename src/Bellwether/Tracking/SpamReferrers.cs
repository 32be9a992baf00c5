namespace Bellwether.Tracking;

/// <summary>Sites that send visits nobody made; the list is Data/spam.txt.</summary>
internal static class SpamReferrers
{
    private static readonly HashSet<string> Hosts = new(ShippedData.Lines("spam.txt"), StringComparer.Ordinal);
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Below = Hosts.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether a bare host is one of them or lies below one.</summary>
    public static bool Has(string host)
    {
        for (var rest = host.AsSpan(); rest.Length > 0;)
        {
            if (Below.Contains(rest))
            {
                return true;
            }

            var dot = rest.IndexOf('.');
            if (dot < 0)
            {
                return false;
            }

            rest = rest[(dot + 1)..];
        }

        return false;
    }
}
