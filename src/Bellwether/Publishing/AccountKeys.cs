using System.Text.Json;
using Bellwether.Kernel;
using Bellwether.Networks;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bellwether.Publishing;

/// <summary>Opens the credentials of an account for its connector, and stores rotated ones before they are used.</summary>
[Single]
public sealed class AccountKeys(IServiceScopeFactory scopes, Secrets secrets)
{
    private const int Tries = 5;

    /// <summary>What a connector may use to speak for the account.</summary>
    public AccountAccess Open(Connection connection) =>
        new(connection.Account.ToString(), connection.Settings, Read(connection.Encrypted), (changed, cancel) => StoreAsync(connection, changed, cancel), cancel => ReadAsync(connection, cancel));

    /// <summary>The secrets as they are stored.</summary>
    public string Seal(IReadOnlyDictionary<string, string> open) => secrets.Protect(JsonSerializer.Serialize(open));

    private Dictionary<string, string> Read(string stored) => JsonSerializer.Deserialize<Dictionary<string, string>>(secrets.Unprotect(stored))!;

    private async Task<IReadOnlyDictionary<string, string>?> ReadAsync(Connection connection, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Current>().BecomeProgram(connection.WorkspaceKey);
        var stored = await scope.ServiceProvider.GetRequiredService<Db>().Set<Connection>().AsNoTracking().FirstOrDefaultAsync(row => row.Id == connection.Id, cancel);
        return stored is null ? null : Read(stored.Encrypted);
    }

    // In a transaction of its own: a rotated token that is lost locks the account out.
    private async Task StoreAsync(Connection connection, IReadOnlyDictionary<string, string> changed, CancellationToken cancel)
    {
        for (var tried = 1; ; tried++)
        {
            await using var scope = scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<Current>().BecomeProgram(connection.WorkspaceKey);
            var db = scope.ServiceProvider.GetRequiredService<Db>();
            if (await db.Set<Connection>().FirstOrDefaultAsync(row => row.Id == connection.Id, cancel) is not { } stored)
            {
                return;
            }

            stored.Reseal(Seal(changed), TokenLife.At(changed, TokenLife.SignInEnds));
            try
            {
                await db.SaveAsync(cancel);
                return;
            }
            catch (ProblemException busy) when (busy.Kind == ProblemKind.Conflict && tried < Tries)
            {
                // Somebody noted a test result at the same moment; the tokens go on top of it.
            }
        }
    }
}
