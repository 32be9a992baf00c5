using Bellwether.Audits;
using Bellwether.Networks;

namespace Bellwether.Calendar;

/// <summary>Accounts as a file names them: “bluesky @tacoloco; x @tacoloco”, or a network and a handle in columns of their own.</summary>
internal static class SheetAccounts
{
    private static readonly char[] Between = [';', ',', '\n', '|'];

    public static IReadOnlyList<SocialAccount> Of(string accounts, string network, string handle, IReadOnlyList<SocialAccount> known, List<string> problems)
    {
        var named = accounts.Length > 0
            ? accounts.Split(Between, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(one => Parts(one, known))
            : handle.Length > 0 || network.Length > 0
                ? network.Split(Between, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).DefaultIfEmpty("").Select(one => (Network: one, Handle: handle))
                : [];
        var found = new List<SocialAccount>();
        foreach (var (where, who) in named)
        {
            var fits = known.Where(account => (where.Length == 0 || Is(account.Network, where)) && (who.Length == 0 || string.Equals(account.Handle, who.TrimStart('@'), StringComparison.OrdinalIgnoreCase))).ToList();
            var said = string.Join(' ', new[] { where, who }.Where(part => part.Length > 0));
            if (fits.Count == 1)
            {
                if (!found.Contains(fits[0]))
                {
                    found.Add(fits[0]);
                }
            }
            else
            {
                problems.Add(fits.Count == 0 ? $"There is no account “{said}” in the inventory.{Known(known)}" : $"“{said}” fits {fits.Count} accounts. Name network and handle.");
            }
        }

        return found;
    }

    /// <summary>How the accounts that are there are written.</summary>
    private static string Known(IReadOnlyList<SocialAccount> known) =>
        known.Count == 0 ? " Add it in Audit first." : $" Write it like {string.Join(" or ", known.Take(3).Select(account => $"{account.Network} @{account.Handle}"))}, or add it in Audit.";

    /// <summary>“bluesky @taco”, “bluesky:taco”, “taco@mastodon.example” or “bluesky”.</summary>
    private static (string Network, string Handle) Parts(string said, IReadOnlyList<SocialAccount> known)
    {
        bool IsNetwork(string text) => known.Any(account => Is(account.Network, text)) || NetworkCatalogue.All.Any(network => Is(network.Key, text));
        var at = said.IndexOfAny(['@', ':', ' ']);
        return at > 0 && IsNetwork(said[..at]) ? (said[..at], said[at..].TrimStart(' ', '@', ':'))
            : Array.Find([' ', ':'], mark => said.LastIndexOf(mark) is > 0 and var place && IsNetwork(said[..place].Trim())) is var found && found != default ? (said[..said.LastIndexOf(found)].Trim(), said[(said.LastIndexOf(found) + 1)..].Trim().TrimStart('@'))
            : IsNetwork(said) ? (said, "")
            : ("", said.TrimStart('@'));
    }

    private static bool Is(string key, string said) =>
        string.Equals(key, said, StringComparison.OrdinalIgnoreCase) || string.Equals(NetworkCatalogue.Of(key).Name, said, StringComparison.OrdinalIgnoreCase);
}
