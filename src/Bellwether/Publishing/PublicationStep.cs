using Bellwether.Brands;
using Bellwether.Calendar;
using Bellwether.Kernel;
using Bellwether.Networks;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Publishing;

/// <summary>A publication whose attempt is noted, ready to be stored and then sent.</summary>
internal sealed record Armed(Publication Publication, Attempt Attempt, IConnector Connector, AccountAccess Access, PlannedCall Call, IReadOnlyList<OutgoingMedia> Media, PartCount Parts);

/// <summary>A call that was made, and what came of it.</summary>
internal sealed record Sent(Armed Armed, SendOutcome Outcome);

/// <summary>Brings a due publication to the point where only the visible call is missing, or says why not.</summary>
[Scoped]
public sealed class PublicationStep(Db db, TimeProvider clock, Milestones milestones, IEnumerable<IConnector> connectors, AccountKeys keys, OutgoingContent content, MediaRights rights, PublicationLog log, IEnumerable<ISpending> spending)
{
    // Behind by more than this, a backlog is let out one by one instead of all at once.
    private static readonly Duration Backlog = Duration.FromMinutes(5);
    private static readonly Duration BacklogRest = Duration.FromSeconds(20);

    /// <summary>Arms a publication; null when it does not go out now. What is slow happens after <paramref name="storeFirst"/>.</summary>
    internal async Task<Armed?> ArmAsync(Publication publication, Lane lane, Func<CancellationToken, Task<bool>> storeFirst, CancellationToken cancel)
    {
        var now = clock.Now();
        var post = await db.Set<Post>().FirstOrDefaultAsync(row => row.Id == publication.Post, cancel);
        var variant = post?.Variants.FirstOrDefault(row => row.Id == publication.Variant);
        if (post is null || variant is null || !IsGoing(post, publication, now))
        {
            publication.Withdraw();
            return null;
        }

        var parts = variant.Parts(post);
        if (publication.IsAtComment && publication.Parts.Count >= parts.Count)
        {
            // Nothing is left to say below it.
            publication.Finish();
            await log.FollowAsync(publication, cancel);
            return null;
        }

        var connector = await ConnectorAsync(publication, now, cancel);
        if (connector is not var (speaks, access))
        {
            await log.FollowAsync(publication, cancel);
            return null;
        }

        access = access.For(variant.OptionsToSend);
        if (publication.Parts.Count == 0 && !publication.MayBeOut && await BarredAsync(post, variant, now, cancel) is { } barred)
        {
            publication.Ask(ErrorKind.PermissionMissing, barred);
            await log.TellAsync(publication, AttemptKind.Decision, AttemptResult.NotSent, barred, cancel);
            await log.FollowAsync(publication, cancel);
            return null;
        }

        if (!publication.MayBeOut && await TooDearAsync(publication, parts, variant.Link, now, cancel) is { } dear)
        {
            publication.Ask(ErrorKind.PolicyBlocked, dear);
            await log.TellAsync(publication, AttemptKind.Decision, AttemptResult.NotSent, dear, cancel);
            await log.FollowAsync(publication, cancel);
            return null;
        }

        publication.Claim(now);
        await log.FollowAsync(publication, cancel);
        var call = publication.Call;
        var outgoing = await content.OfAsync(post, variant, publication, cancel);
        if (!publication.MayBeOut || call is null)
        {
            var preparing = PrepareAsync(speaks, access, outgoing, cancel);
            var stored = preparing.IsCompleted || await storeFirst(cancel);
            var prepared = await preparing;
            if (!stored)
            {
                return null;
            }

            if (prepared is PrepareOutcome.Failed failed)
            {
                await FailAsync(publication, lane, failed, now, cancel);
                return null;
            }

            call = speaks.Plan(access, outgoing, ((PrepareOutcome.Ready)prepared).Post, call?.ClientKey, now);
        }

        publication.Prepare();
        publication.Arm(call);
        var attempt = new Attempt(publication, call, now);
        db.Add(attempt);
        if (now - publication.DueAt > Backlog && !publication.EvenLate)
        {
            lane.Rest(now + BacklogRest);
        }

        milestones.Reach(Milestones.BeforeArm);
        return new Armed(publication, attempt, speaks, access, call, outgoing.Media, new PartCount(variant.PartsOfPost(post), parts.Count));
    }

    /// <summary>Prepares, once its files can really be read: nothing is begun at a network that could not be finished.</summary>
    private static async Task<PrepareOutcome> PrepareAsync(IConnector connector, AccountAccess access, OutgoingPost outgoing, CancellationToken cancel)
    {
        try
        {
            foreach (var media in outgoing.Media)
            {
                await using var file = await media.OpenAsync(cancel);
            }

            return await connector.PrepareAsync(access, outgoing, cancel);
        }
        catch (ProblemException unreadable) when (unreadable.Kind is ProblemKind.Unavailable or ProblemKind.NotFound)
        {
            return new PrepareOutcome.Failed(unreadable.Kind == ProblemKind.Unavailable ? ErrorKind.Transient : ErrorKind.MediaInvalid, unreadable.Message);
        }
    }

    /// <summary>Whether the calendar still wants it out. What is half out, or was asked for by a person, goes on.</summary>
    internal static bool IsGoing(Post post, Publication publication, Instant now) =>
        publication.Parts.Count > 0 || publication.MayBeOut
        || (post.ArchivedAt is null && !post.IsOver(now) && post.Status is PostStatus.Scheduled or PostStatus.Publishing or PostStatus.Published or PostStatus.Partial
            or PostStatus.Failed or PostStatus.Missed or PostStatus.Unknown);

    /// <summary>Why it would cost more than the owner allows in this month; null where it fits, or posting is free. A ceiling may have been lowered since.</summary>
    private async Task<string?> TooDearAsync(Publication publication, IReadOnlyList<string> parts, string? link, Instant now, CancellationToken cancel) =>
        NetworkCatalogue.Of(publication.Network) is { Posting.Cost: { } cost } network && (await spending.Single().OfAsync([publication.Account], publication.Post, now, cancel)).GetValueOrDefault(publication.Account) is { } month
            // What waits behind it is not spent yet.
            ? (month with { Planned = 0 }).Against(PostCosts.Of(cost, parts.Skip(publication.Parts.Count), publication.Parts.Count == 0 ? link : null), network.Name)
            : null;

    /// <summary>Why a picture of it may not go out, such as a permission that was taken back after the post was planned.</summary>
    private async Task<string?> BarredAsync(Post post, Variant variant, Instant now, CancellationToken cancel)
    {
        if (variant.Media.Count == 0)
        {
            return null;
        }

        var zone = (await db.Set<Brand>().AsNoTracking().FirstAsync(row => row.Id == post.Brand, cancel)).Zone;
        return (await rights.BarredAsync(post.Brand, [.. variant.Media.Select(media => media.Asset)], now.InZone(zone).Date, cancel)).Values.FirstOrDefault();
    }

    /// <summary>The connector and the credentials; null when it is too late or nobody can send, which is noted.</summary>
    private async Task<(IConnector Connector, AccountAccess Access)?> ConnectorAsync(Publication publication, Instant now, CancellationToken cancel)
    {
        var rules = await db.Set<PublishingRules>().AsNoTracking().FirstOrDefaultAsync(row => row.Brand == publication.Brand, cancel);
        var late = Duration.FromMinutes(rules?.LateMinutes ?? PublishingRules.UsualLateMinutes);
        if (now - publication.DueAt > late && !publication.EvenLate)
        {
            var why = $"It is more than {late.TotalMinutes:0} minutes late. Say whether it shall still go out.";
            if (publication.MayBeOut)
            {
                publication.Ask(ErrorKind.UnknownOutcome, $"{why} An earlier try may have arrived: look at the account first.");
            }
            else
            {
                publication.Miss(why);
            }

            await log.TellAsync(publication, AttemptKind.Decision, AttemptResult.Decided, why, cancel);
            return null;
        }

        var connector = connectors.FirstOrDefault(one => one.Network == publication.Network);
        var connection = await db.Set<Connection>().AsNoTracking().FirstOrDefaultAsync(row => row.Account == publication.Account, cancel);
        var missing = connector is null ? $"This version cannot post to {NetworkCatalogue.Of(publication.Network).Name} by itself. Post it by hand, then say where it is."
            : connection is null ? "The account is not connected. Connect it and retry, or post it by hand and say where it is."
            : connection.State == ConnectionState.Broken ? $"The account has to be connected again. {connection.Message}"
            : null;
        if (missing is null)
        {
            try
            {
                return (connector!, keys.Open(connection!));
            }
            catch (ProblemException unreadable)
            {
                missing = unreadable.Message;
            }
        }

        publication.Ask(connector is null ? ErrorKind.PermissionMissing : ErrorKind.AuthRevoked, missing);
        await log.TellAsync(publication, AttemptKind.Decision, AttemptResult.NotSent, missing, cancel);
        return null;
    }

    private async Task FailAsync(Publication publication, Lane lane, PrepareOutcome.Failed failed, Instant now, CancellationToken cancel)
    {
        if (failed.Kind.MayRetry() && !Backoff.IsEnough(publication, now))
        {
            var at = failed.Until is { } until ? Backoff.Until(until, log.Chance()) : now + Backoff.After(publication.Tries, log.Chance());
            publication.TryAgain(at, failed.Kind, failed.Message);
            lane.Rest(at);
            await log.TellAsync(publication, AttemptKind.Send, AttemptResult.NotSent, $"Preparing failed: {failed.Message}", cancel, failed.Raw);
            return;
        }

        publication.Reject(failed.Kind, failed.Message);
        await log.BreakIfStoppedAsync(publication, failed.Kind, failed.Message, cancel);
        await log.TellAsync(publication, AttemptKind.Send, AttemptResult.Rejected, $"Preparing failed: {failed.Message}", cancel, failed.Raw);
        await log.FollowAsync(publication, cancel);
    }
}
