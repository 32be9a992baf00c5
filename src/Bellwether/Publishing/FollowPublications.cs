using Bellwether.Calendar;
using Bellwether.Kernel;

namespace Bellwether.Publishing;

/// <summary>A publication of a post changed how it stands.</summary>
public sealed record PublicationMoved(Id<Post> Post) : IEvent;

/// <summary>
/// Derives the post's status once more after the commit: two accounts that finish at the same moment do not see each
/// other's outcome before.
/// </summary>
internal sealed class FollowPublications(PublicationLog log) : IReact<PublicationMoved>
{
    public Task ReactAsync(PublicationMoved happened, CancellationToken cancel) => log.FollowAsync(happened.Post, cancel);
}
