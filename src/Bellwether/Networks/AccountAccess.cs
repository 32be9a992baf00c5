using System.Collections.Concurrent;
using NodaTime;

namespace Bellwether.Networks;

/// <summary>
/// What a connector may use to speak for one account: settings, secrets, and a way to keep rotated secrets.
/// New secrets are stored before they are used, so a rotated token is never lost.
/// </summary>
public sealed class AccountAccess(
    string key, IReadOnlyDictionary<string, string> settings, IReadOnlyDictionary<string, string> secrets,
    Func<IReadOnlyDictionary<string, string>, CancellationToken, Task>? keepAsync = null, Func<CancellationToken, Task<IReadOnlyDictionary<string, string>?>>? readAsync = null)
{
    private static readonly ConcurrentDictionary<string, SemaphoreSlim> Gates = new(StringComparer.Ordinal);
    private IReadOnlyDictionary<string, string> secrets = secrets;
    private IReadOnlyDictionary<string, string> said = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Identifies the account within the program.</summary>
    public string Key { get; } = key;

    /// <summary>A setting, or null: “address”, “identifier”. What the post says of itself comes before what the account is set to.</summary>
    public string? Setting(string name) => Said(name) ?? settings.GetValueOrDefault(name);

    /// <summary>What the post that is being sent says itself, or null where the account's setting counts.</summary>
    public string? Said(string name) => said.GetValueOrDefault(name);

    /// <summary>A secret, or null: “password”, “accessToken”.</summary>
    public string? Secret(string name) => secrets.GetValueOrDefault(name);

    /// <summary>All secrets, for whoever stores them.</summary>
    internal IReadOnlyDictionary<string, string> Secrets => secrets;

    /// <summary>All settings, for whoever stores them.</summary>
    internal IReadOnlyDictionary<string, string> Settings => settings;

    /// <summary>Takes over the secrets as they are stored now: another worker, or another node, may have renewed them.</summary>
    public async Task RereadAsync(CancellationToken cancel)
    {
        if (readAsync is not null && await readAsync(cancel) is { } stored)
        {
            secrets = stored;
        }
    }

    /// <summary>Replaces some secrets and stores them at once; null removes one.</summary>
    public async Task KeepAsync(IReadOnlyDictionary<string, string?> changed, CancellationToken cancel)
    {
        var merged = new Dictionary<string, string>(secrets, StringComparer.Ordinal);
        foreach (var (name, value) in changed)
        {
            if (value is null)
            {
                merged.Remove(name);
            }
            else
            {
                merged[name] = value;
            }
        }

        if (keepAsync is not null)
        {
            await keepAsync(merged, cancel);
        }

        secrets = merged;
    }

    /// <summary>The same sign-in for one post, with what the post says of itself.</summary>
    internal AccountAccess For(IReadOnlyDictionary<string, string> options) => options.Count == 0 ? this : new(Key, settings, secrets, keepAsync, readAsync) { said = options };

    /// <summary>The same sign-in, speaking for one of the places it reaches.</summary>
    internal async Task<AccountAccess> AtAsync(SignInPlace place, CancellationToken cancel)
    {
        var there = new Dictionary<string, string>(settings, StringComparer.Ordinal) { [SignInPlace.Key] = place.Id, [SignInPlace.NameKey] = place.Name };
        var access = new AccountAccess(Key, there, secrets);
        await access.KeepAsync(place.Secrets, cancel);
        return access;
    }

    /// <summary>Runs one refresh of this account's tokens at a time.</summary>
    public async Task<T> AloneAsync<T>(Func<Task<T>> refreshAsync, CancellationToken cancel)
    {
        var gate = Gates.GetOrAdd(Key, _ => new SemaphoreSlim(1, 1));
        await gate.WaitAsync(cancel);
        try
        {
            return await refreshAsync();
        }
        finally
        {
            gate.Release();
        }
    }
}

/// <summary>What trying the credentials showed.</summary>
/// <param name="Works">Whether posts can go out.</param>
/// <param name="Message">In words: “Signed in as @tacoloco.bsky.social.”</param>
/// <param name="RemoteId">The account's id on the network, where it tells.</param>
/// <param name="Handle">The account's handle, where it tells.</param>
/// <param name="Kind">Why not, when it does not work.</param>
/// <param name="ExpiresAt">When the credentials end by themselves.</param>
public sealed record CheckOutcome(bool Works, string Message, string? RemoteId = null, string? Handle = null, ErrorKind? Kind = null, Instant? ExpiresAt = null);
