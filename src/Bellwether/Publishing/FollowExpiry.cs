using Bellwether.Calendar;
using Bellwether.Kernel;
using Bellwether.Networks;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Publishing;

/// <summary>A publication says what holds no longer, and is to go from its network.</summary>
public sealed record PublicationOver(Id<Publication> Publication) : IEvent;

/// <summary>
/// Deletes a post that is over from its networks, where it is to be taken back: what is out by then, and what turns out to
/// be out later. Each publication is an event of its own, so a network that fails is asked again without the others.
/// </summary>
internal sealed class FollowExpiry(Db db, TakingBack taking, PublicationLog log) : IReact<PostEnded>, IReact<PublicationConfirmed>, IReact<PublicationOver>
{
    public async Task ReactAsync(PostEnded happened, CancellationToken cancel)
    {
        if (happened.TakeBack)
        {
            var standing = await db.Set<Publication>().Where(row => row.Post == happened.Post && row.ConfirmedAt != null && row.Status != PublicationStatus.Deleted).Select(row => row.Id).ToListAsync(cancel);
            standing.ForEach(publication => db.Raise(new PublicationOver(publication)));
        }
    }

    public async Task ReactAsync(PublicationConfirmed happened, CancellationToken cancel)
    {
        if (await db.Set<Post>().AnyAsync(post => post.Id == happened.Post && post.EndedAt != null && post.AtExpiry == AtExpiry.TakeBack, cancel))
        {
            db.Raise(new PublicationOver(happened.Publication));
        }
    }

    public async Task ReactAsync(PublicationOver happened, CancellationToken cancel)
    {
        var publication = await db.Set<Publication>().FirstOrDefaultAsync(row => row.Id == happened.Publication && row.ConfirmedAt != null && row.Status != PublicationStatus.Deleted, cancel);
        if (publication is null)
        {
            return;
        }

        if (publication.IsAtComment && PublicationMoves.Of(publication.Status, PublicationMove.Finish) is null)
        {
            // The outbox asks again.
            throw new InvalidOperationException("Its first comment is on its way.");
        }

        var failed = !NetworkCatalogue.Of(publication.Network).Posting.Delete ? "The network lets no program delete a post."
            : !await taking.CanAsync(publication, cancel) ? "It was not published by this program, or the account is no longer connected."
            : await AskAsync(publication, cancel);
        if (failed is null)
        {
            publication.Delete();
            await log.TellAsync(publication, AttemptKind.Decision, AttemptResult.Decided, "Its time is over: it was taken back from the network.", cancel);
            await log.FollowAsync(publication, cancel);
        }
        else
        {
            await log.TellAsync(publication, AttemptKind.Decision, AttemptResult.Rejected, $"Its time is over, but it could not be taken back. {failed} Delete it there by hand.", cancel);
        }
    }

    /// <summary>Null when it is gone; why not when asking again is of no use. What may pass is asked again by the outbox.</summary>
    private async Task<string?> AskAsync(Publication publication, CancellationToken cancel) => await taking.FromNetworkAsync(publication, cancel) switch
    {
        null => null,
        { Kind: ErrorKind.NotFound } => null,
        { Kind: ErrorKind.Transient or ErrorKind.RateLimited } passing => throw new InvalidOperationException(passing.Message),
        { } lasting => lasting.Message,
    };
}
