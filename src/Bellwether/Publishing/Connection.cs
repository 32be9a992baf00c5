using Bellwether.Audits;
using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Networks;
using NodaTime;

namespace Bellwether.Publishing;

/// <summary>Whether an account can be posted to.</summary>
public enum ConnectionState
{
    /// <summary>Stored, and nothing was tried yet.</summary>
    Untested,

    /// <summary>Stored and tried, but never with success.</summary>
    Failing,

    /// <summary>The last call or test went well.</summary>
    Working,

    /// <summary>The network no longer accepts it; a person has to connect it again.</summary>
    Broken,
}

/// <summary>The credentials of one account. Secrets lie encrypted, are never shown again and never logged.</summary>
public sealed class Connection : Entity<Connection>
{
    private Connection()
    {
    }

    public Connection(SocialAccount account) => (Account, Brand, Network) = (account.Id, account.Brand, account.Network);

    public Id<SocialAccount> Account { get; private set; }

    public Id<Brand> Brand { get; private set; }

    public string Network { get; private set; } = "";

    /// <summary>What is not secret: the server's address, the handle.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; private set; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The secrets, encrypted together.</summary>
    public string Encrypted { get; private set; } = "";

    public ConnectionState State { get; private set; }

    /// <summary>What the last test or call said.</summary>
    public string? Message { get; private set; }

    /// <summary>The account's id on the network.</summary>
    public string? RemoteId { get; private set; }

    /// <summary>The handle the network itself names.</summary>
    public string? Handle { get; private set; }

    public Instant ConnectedAt { get; private set; }

    public Instant? CheckedAt { get; private set; }

    /// <summary>When the credentials end by themselves.</summary>
    public Instant? ExpiresAt { get; private set; }

    /// <summary>Replaces the credentials.</summary>
    public void Connect(IReadOnlyDictionary<string, string> settings, string sealedSecrets, Instant now) =>
        (Settings, Encrypted, State, Message, ConnectedAt, CheckedAt, ExpiresAt) = (settings, sealedSecrets, ConnectionState.Untested, null, now, null, null);

    /// <summary>Keeps rotated secrets; where they say when they end, that is the new end.</summary>
    public void Reseal(string sealedSecrets, Instant? expiresAt = null) => (Encrypted, ExpiresAt) = (sealedSecrets, expiresAt ?? ExpiresAt);

    /// <summary>Somebody has signed in, and has yet to say which of the places it reaches is meant.</summary>
    public void AskForPlace(Instant now) => (Message, CheckedAt) = ("Signed in. Choose where posts shall go.", now);

    /// <summary>Notes what trying them showed. Weather does not break a connection.</summary>
    public void Note(CheckOutcome outcome, Instant now)
    {
        (Message, CheckedAt) = (outcome.Message, now);
        if (outcome.Works)
        {
            (State, RemoteId, Handle, ExpiresAt) = (ConnectionState.Working, outcome.RemoteId ?? RemoteId, outcome.Handle ?? Handle, outcome.ExpiresAt ?? ExpiresAt);
        }
        else if (outcome.Kind is { } kind && kind.StopsAccount())
        {
            State = ConnectionState.Broken;
        }
        else if (State == ConnectionState.Untested)
        {
            State = ConnectionState.Failing;
        }
    }

    /// <summary>The network no longer accepts it.</summary>
    public void Break(string why, Instant now) => (State, Message, CheckedAt) = (ConnectionState.Broken, why, now);

    /// <summary>A post went out.</summary>
    public void Prove(Instant now)
    {
        if (State != ConnectionState.Working)
        {
            (State, Message, CheckedAt) = (ConnectionState.Working, "A post went out.", now);
        }
    }
}
