using System.Globalization;
using Bellwether.Audits;
using Bellwether.Kernel;
using Bellwether.Networks;
using Bellwether.Reminders;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Publishing;

/// <summary>What a look at the sign-ins did.</summary>
/// <param name="Renewed">Tokens that were renewed.</param>
/// <param name="Told">Sign-ins whose end was told for the first time.</param>
public sealed record KeptSignIns(int Renewed, int Told);

/// <summary>
/// Renews tokens of accounts that do not post, so that their sign-in stays alive, and tells the owners of those that end
/// within a week or were taken back.
/// </summary>
[Internal("The timetable sends it every six hours.")]
[Needs(Permission.Administer)]
public sealed record KeepSignIns : ICommand<KeptSignIns>
{
    internal sealed class Handler(Db db, TimeProvider clock, AccountKeys keys, ConnectionTicklers ticklers, IEnumerable<ISignIn> signIns) : IHandle<KeepSignIns, KeptSignIns>
    {
        public async Task<KeptSignIns> HandleAsync(KeepSignIns request, CancellationToken cancel)
        {
            var renewed = 0;
            var byNetwork = signIns.ToDictionary(one => one.Network, StringComparer.Ordinal);
            foreach (var connection in await db.Set<Connection>().AsNoTracking().Where(row => row.State == ConnectionState.Working).ToListAsync(cancel))
            {
                if (byNetwork.TryGetValue(connection.Network, out var signIn) && Opened(connection) is { } access && TokenLife.WantsKeeping(access, clock.Now()))
                {
                    switch (await signIn.RefreshAsync(access, access.Secret(TokenLife.Access), cancel))
                    {
                        case SignInOutcome.Worked:
                            renewed++;
                            break;
                        case SignInOutcome.Refused { Kind: not ErrorKind.Transient } refused when connection.ExpiresAt is null || connection.ExpiresAt <= clock.Now():
                            (await db.Set<Connection>().FirstAsync(row => row.Id == connection.Id, cancel)).Break(refused.Message, clock.Now());
                            break;
                    }
                }
            }

            return new KeptSignIns(renewed, await ticklers.KeepAsync(cancel));
        }

        private AccountAccess? Opened(Connection connection)
        {
            try
            {
                return keys.Open(connection);
            }
            catch (ProblemException)
            {
                // Sealed with another master key: the account says so wherever it is used.
                return null;
            }
        }
    }
}

/// <summary>Puts a sign-in that ends within a week, or that the network took back, before the account's owner.</summary>
[Scoped]
public sealed class ConnectionTicklers(Db db, Ticklers ticklers, TimeProvider clock)
{
    private const string Kind = "network-sign-in";
    private static readonly Duration Ahead = Duration.FromDays(7);

    /// <summary>Tells what is due, each once, and ends what was mended meanwhile.</summary>
    public async Task<int> KeepAsync(CancellationToken cancel)
    {
        var soon = clock.Now() + Ahead;
        // Rows changed in this very command count as they stand in memory.
        var rows = (await db.Set<Connection>().Where(row => row.State == ConnectionState.Broken || row.ExpiresAt != null).ToListAsync(cancel)).Where(row => row.State == ConnectionState.Broken || row.ExpiresAt < soon).ToList();
        var ids = rows.ConvertAll(row => row.Account);
        var accounts = await db.Set<SocialAccount>().AsNoTracking().Where(row => ids.Contains(row.Id) && row.ArchivedAt == null).ToDictionaryAsync(row => row.Id, cancel);
        return await ticklers.KeepAsync(Kind, [.. rows.Where(row => accounts.ContainsKey(row.Account)).Select(row => Due(row, accounts[row.Account]))], cancel);
    }

    /// <summary>The account was connected again, or is no longer.</summary>
    internal Task SettleAsync(Id<SocialAccount> account, CancellationToken cancel) => ticklers.SettleAsync($"{Kind} {account} ", cancel);

    private static DueTickler Due(Connection connection, SocialAccount account)
    {
        var name = $"{account.Handle} on {NetworkCatalogue.Of(account.Network).Name}";
        var (when, words) = connection.State == ConnectionState.Broken
            ? ($"over-since-{connection.ConnectedAt.ToUnixTimeSeconds()}", $"{NetworkCatalogue.Of(account.Network).Name} no longer accepts the sign-in of {account.Handle}. Nothing goes out there until it is connected again.")
            : (Day(connection.ExpiresAt!.Value, "uuuu-MM-dd"), $"The sign-in of {name} ends on {Day(connection.ExpiresAt!.Value, "d MMM uuuu")}, and nobody but you can renew it. Connect it again before that.");
        return new DueTickler(new Notice(account.Brand, $"{Kind} {account.Id} {when} {account.Owner}".TrimEnd(), words, $"/settings/networks?connect={account.Id}"), account.Owner);
    }

    private static string Day(Instant at, string pattern) => at.ToString(pattern, CultureInfo.InvariantCulture);
}

/// <summary>Looks after the sign-ins of every workspace that has any.</summary>
[Single]
public sealed class SignInWatch(Rounds rounds)
{
    public Task<int> RunAsync(CancellationToken cancel) => rounds.SendAsync(
        db => db.Set<Connection>().IgnoreQueryFilters().Select(row => row.WorkspaceKey), new KeepSignIns(), kept => kept.Renewed + kept.Told, cancel);
}
