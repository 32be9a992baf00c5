using Bellwether.Kernel;
using NodaTime;

namespace Bellwether.Networks;

/// <summary>
/// Port: reads what a network counts at posts of a connected account, and at the account itself. What it does not tell stays
/// absent, for unknown is not zero.
/// </summary>
[Port]
public interface IReadFigures
{
    /// <summary>The network it reads, as in <see cref="Network.Key"/>.</summary>
    string Network { get; }

    /// <summary>Reads posts by the ids they were confirmed with; a post that is gone is left out of the answer.</summary>
    Task<FiguresOutcome> ReadAsync(AccountAccess access, IReadOnlyList<RemotePost> posts, CancellationToken cancel);
}

/// <summary>What came of reading figures.</summary>
public abstract record FiguresOutcome
{
    /// <summary>They were read.</summary>
    /// <param name="Posts">By the id of the post.</param>
    /// <param name="Account">The account's own, where the network tells them.</param>
    public sealed record Found(IReadOnlyDictionary<string, PostFigures> Posts, AccountFigures? Account = null) : FiguresOutcome;

    /// <summary>They could not be read.</summary>
    /// <param name="Until">When the network may be asked again, where it says so.</param>
    public sealed record Failed(ErrorKind Kind, string Message, Instant? Until = null) : FiguresOutcome;
}

/// <summary>What a network counts at one post, from its beginning until now. Null is what it does not tell.</summary>
/// <param name="Impressions">How often it was shown.</param>
/// <param name="Reach">To how many people.</param>
/// <param name="Likes">Reactions of every kind.</param>
/// <param name="Comments">Answers and comments.</param>
/// <param name="Shares">Shares and quotes.</param>
/// <param name="LinkClicks">Clicks on its link, as the network counts them.</param>
/// <param name="Saves">Bookmarks.</param>
/// <param name="VideoViews">Views of its video.</param>
/// <param name="Raw">The network's own answer about it, at most 2,000 characters.</param>
public sealed record PostFigures(
    long? Impressions = null, long? Reach = null, long? Likes = null, long? Comments = null, long? Shares = null, long? LinkClicks = null, long? Saves = null,
    long? VideoViews = null, string? Raw = null);

/// <summary>What a network counts at an account now. Null is what it does not tell.</summary>
public sealed record AccountFigures(long? Followers = null, long? Following = null, long? Posts = null);
