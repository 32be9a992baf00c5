using System.Security.Cryptography;
using System.Text;
using Bellwether.Audits;
using Bellwether.Kernel;
using Bellwether.Networks;
using NodaTime;

namespace Bellwether.Publishing;

/// <summary>What one line of a publication's log tells.</summary>
public enum AttemptKind
{
    /// <summary>A try to publish.</summary>
    Send,

    /// <summary>A look at the network after an unknown outcome.</summary>
    Check,

    /// <summary>What a person decided.</summary>
    Decision,
}

/// <summary>How a line of the log ended.</summary>
public enum AttemptResult
{
    /// <summary>Stored before the call; still here after a crash it means: unknown.</summary>
    Pending,

    /// <summary>It is out.</summary>
    Confirmed,

    /// <summary>Certainly not out; will be repeated.</summary>
    NotSent,

    /// <summary>The network takes nothing now.</summary>
    Throttled,

    /// <summary>Refused for good.</summary>
    Rejected,

    /// <summary>Nobody can tell.</summary>
    Unknown,

    /// <summary>A person's word.</summary>
    Decided,
}

/// <summary>One line of a publication's log. A try is stored, and committed, before its call is made.</summary>
public sealed class Attempt : Entity<Attempt>
{
    private Attempt()
    {
    }

    /// <summary>A try that is about to be made.</summary>
    public Attempt(Publication publication, PlannedCall call, Instant now)
        : this(publication, AttemptKind.Send, now)
    {
        ClientKey = call.ClientKey;
        Fingerprint = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(call.Payload)));
    }

    private Attempt(Publication publication, AttemptKind kind, Instant now) =>
        (Publication, Account, Part, Kind, StartedAt) = (publication.Id, publication.Account, publication.Parts.Count + 1, kind, now);

    public Id<Publication> Publication { get; private set; }

    public Id<SocialAccount> Account { get; private set; }

    /// <summary>The part of a thread, from 1.</summary>
    public int Part { get; private set; }

    public AttemptKind Kind { get; private set; }

    public AttemptResult Result { get; private set; }

    /// <summary>The key by which the call is recognised.</summary>
    public string? ClientKey { get; private set; }

    /// <summary>SHA-256 of the exact content.</summary>
    public string? Fingerprint { get; private set; }

    public Instant StartedAt { get; private set; }

    public Instant? EndedAt { get; private set; }

    /// <summary>What happened, in words.</summary>
    public string Words { get; private set; } = "";

    /// <summary>The network's answer as it came, shortened.</summary>
    public string? Raw { get; private set; }

    /// <summary>A line that is complete when it is written.</summary>
    public static Attempt Told(Publication publication, AttemptKind kind, AttemptResult result, string words, Instant now, string? raw = null)
    {
        var line = new Attempt(publication, kind, now);
        line.End(result, words, now, raw);
        return line;
    }

    public void End(AttemptResult result, string words, Instant now, string? raw = null) =>
        (Result, Words, EndedAt, Raw) = (result, words, now, raw);
}
