using System.Text.Json;
using Bellwether.Kernel;
using NodaTime;

namespace Bellwether.Networks;

/// <summary>
/// Port: reads what a network shows to everybody about a profile, the own ones and those of rivals. Never behind a sign-in
/// that is not ours; what the network does not tell stays absent, for unknown is not zero.
/// </summary>
[Port]
public interface IReadProfiles
{
    /// <summary>The network it reads, as in <see cref="Network.Key"/>.</summary>
    string Network { get; }

    /// <summary>Reads a profile and its posts since a moment, at most the newest hundred.</summary>
    /// <param name="address">Which profile.</param>
    /// <param name="access">The account's own credentials, where it is connected; null for what is public.</param>
    /// <param name="since">How far back posts are read.</param>
    Task<ProfileOutcome> ReadAsync(ProfileAddress address, AccountAccess? access, Instant since, CancellationToken cancel);
}

/// <summary>Port: opens the credentials of a connected account for who reads with them. Publishing fulfils it.</summary>
[Port]
public interface IOpenAccounts
{
    /// <summary>The access of an account by its id as text; null while it is not connected or no longer works.</summary>
    Task<AccountAccess?> OpenAsync(string account, CancellationToken cancel);
}

/// <summary>Which profile to read.</summary>
/// <param name="Handle">The name on the network, without the leading @.</param>
/// <param name="Server">The server it lives on, where that is not the network's usual one: “https://pds.example”.</param>
public sealed record ProfileAddress(string Handle, string? Server = null);

/// <summary>What came of reading a profile.</summary>
public abstract record ProfileOutcome
{
    /// <summary>It is there.</summary>
    public sealed record Found(PublicProfile Profile) : ProfileOutcome;

    /// <summary>It could not be read.</summary>
    public sealed record Failed(ErrorKind Kind, string Message) : ProfileOutcome;

    /// <summary>Reads; an answer of another shape than documented could not be read. Anybody may run a server, and it answers what it likes.</summary>
    public static async Task<ProfileOutcome> OfAsync(Func<Task<ProfileOutcome>> read)
    {
        try
        {
            return await read();
        }
        catch (Exception odd) when (odd is InvalidOperationException or FormatException or ArgumentException or OverflowException or JsonException)
        {
            return new Failed(ErrorKind.Transient, "The server’s answer could not be read.");
        }
    }
}

/// <summary>A profile as everybody sees it. Null is what the network did not tell.</summary>
/// <param name="AvatarHash">SHA-256 of the profile picture in hexadecimal, where the network names it.</param>
/// <param name="Source">Who told it: “bsky.app”, “mastodon.social”.</param>
/// <param name="Posts">Own posts since the asked moment, newest first; no replies, no shares of others. Null where they were not told.</param>
public sealed record PublicProfile(
    string Handle, string Source, string? Name = null, string? Bio = null, string? Link = null, bool? Avatar = null, bool? Cover = null, string? AvatarHash = null,
    bool? Verified = null, bool? Pinned = null, long? Followers = null, long? Following = null, long? PostsInAll = null, IReadOnlyList<PublicPost>? Posts = null);

/// <summary>What a public post is made of.</summary>
public enum PublicPostForm
{
    /// <summary>Words alone.</summary>
    Text,

    /// <summary>With pictures.</summary>
    Image,

    /// <summary>With a video.</summary>
    Video,

    /// <summary>With a card that leads elsewhere.</summary>
    Link,
}

/// <summary>A public post. Reactions are null where the network did not tell them.</summary>
/// <param name="At">When it was posted.</param>
public sealed record PublicPost(string Id, Instant At, string Text, PublicPostForm Form, long? Likes = null, long? Shares = null, long? Comments = null, string? Url = null)
{
    /// <summary>Likes, shares and comments together; null unless all three are known.</summary>
    public long? Engagements => Likes + Shares + Comments;
}
