using Bellwether.Kernel;
using Bellwether.Networks;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Publishing;

/// <summary>Notes what came of a call: one place decides what each outcome leads to.</summary>
[Scoped]
public sealed class OutcomeStep(Db db, TimeProvider clock, PublicationLog log)
{
    /// <summary>Notes the outcome on the things in memory.</summary>
    internal async Task ApplyAsync(Sent sent, Lane lane, CancellationToken cancel)
    {
        var (publication, attempt) = (sent.Armed.Publication, sent.Armed.Attempt);
        var now = clock.Now();
        publication.Send();
        if (sent.Outcome.RestUntil is { } rest && rest > now)
        {
            lane.Rest(rest);
        }

        switch (sent.Outcome)
        {
            case SendOutcome.Confirmed confirmed:
                attempt.End(AttemptResult.Confirmed, Where(confirmed.Post), now, sent.Outcome.Raw);
                Confirm(publication, confirmed.Post, sent.Armed.Parts, now);
                break;
            case SendOutcome.NotSent not:
                attempt.End(AttemptResult.NotSent, $"It did not leave: {not.Why}", now, sent.Outcome.Raw);
                Again(publication, lane, ErrorKind.Transient, not.Why, null, now);
                break;
            case SendOutcome.Throttled throttled:
                attempt.End(AttemptResult.Throttled, "The network takes no more posts for now.", now, sent.Outcome.Raw);
                Again(publication, lane, throttled.Kind, "The network takes no more posts for now.", throttled.Until, now);
                break;
            case SendOutcome.Rejected rejected:
                attempt.End(AttemptResult.Rejected, rejected.Message, now, sent.Outcome.Raw);
                await log.BreakIfStoppedAsync(publication, rejected.Kind, rejected.Message, cancel);
                if (publication.MayBeOut)
                {
                    // This call was refused, but an earlier one with the same content may have arrived.
                    publication.Lose(rejected.Message, now + Backoff.BeforeCheck(publication.Checks, sent.Armed.Connector.RepeatsSafely(sent.Armed.Call)));
                    break;
                }

                publication.Reject(rejected.Kind, rejected.Message);
                log.Journal(publication, $"could not {Doing(publication)}: {rejected.Message}");
                break;
            case SendOutcome.Unknown unknown:
                attempt.End(AttemptResult.Unknown, $"Nobody can tell yet whether it arrived: {unknown.Why}", now, sent.Outcome.Raw);
                publication.Lose(unknown.Why, now + Backoff.BeforeCheck(publication.Checks, sent.Armed.Connector.RepeatsSafely(sent.Armed.Call)));
                break;
        }

        await log.FollowAsync(publication, cancel);
    }

    /// <summary>Notes the outcome on things read anew, when a person changed something at the same moment.</summary>
    internal async Task ApplyAnewAsync(Sent sent, Lane lane, CancellationToken cancel)
    {
        var publication = await db.Set<Publication>().FirstAsync(row => row.Id == sent.Armed.Publication.Id, cancel);
        var attempt = await db.Set<Attempt>().FirstAsync(row => row.Id == sent.Armed.Attempt.Id, cancel);
        if (publication.Status == PublicationStatus.Armed && attempt.Result == AttemptResult.Pending)
        {
            await ApplyAsync(sent with { Armed = sent.Armed with { Publication = publication, Attempt = attempt } }, lane, cancel);
        }
    }

    /// <summary>Looks after what a dead worker left: before arming nothing can be out, afterwards nobody knows.</summary>
    internal async Task RecoverAsync(Publication publication, CancellationToken cancel)
    {
        var now = clock.Now();
        if (publication.Status is PublicationStatus.Claimed or PublicationStatus.MediaReady)
        {
            publication.Return();
        }
        else
        {
            const string why = "The program stopped while it was sending.";
            publication.Lose(why, now);
            foreach (var attempt in await db.Set<Attempt>().Where(row => row.Publication == publication.Id && row.Result == AttemptResult.Pending).ToListAsync(cancel))
            {
                attempt.End(AttemptResult.Unknown, why, now);
            }
        }

        await log.FollowAsync(publication, cancel);
    }

    internal void Confirm(Publication publication, RemotePost post, PartCount parts, Instant now)
    {
        var wasOut = publication.ConfirmedAt is not null;
        if (Spending.Of(publication, now) is { } charge)
        {
            db.Add(charge);
        }

        publication.Confirm(post, parts, now);
        if (wasOut)
        {
            log.Journal(publication, $"added the first comment to a post on {Name(publication)}");
        }
        else if (publication.ConfirmedAt is not null)
        {
            db.Raise(new PublicationConfirmed(publication.Id, publication.Post, publication.Brand, publication.Plan, publication.Account, publication.Network, publication.Parts[0].Id, publication.Url, now));
            log.Journal(publication, $"published on {Name(publication)}");
        }
    }

    internal static string Where(RemotePost post) => post.Url is null ? $"It is out, as {post.Id}." : $"It is out: {post.Url}";

    private void Again(Publication publication, Lane lane, ErrorKind kind, string why, Instant? stated, Instant now)
    {
        if (Backoff.IsEnough(publication, now))
        {
            var gaveUp = $"{publication.Tries} tries did not get through. {why}";
            if (publication.MayBeOut)
            {
                publication.Lose(gaveUp, now + Backoff.BeforeCheck(1, true));
                return;
            }

            publication.Reject(kind, gaveUp);
            log.Journal(publication, $"gave up trying to {Doing(publication)}: {why}");
            return;
        }

        var at = stated is { } until ? Backoff.Until(until, log.Chance()) : now + Backoff.After(publication.Tries, log.Chance());
        publication.TryAgain(at, kind, why);
        // The whole account waits: what stopped one post stops the next as well.
        lane.Rest(at);
    }

    private static string Doing(Publication publication) => publication.IsAtComment ? $"add the first comment to a post on {Name(publication)}" : $"publish on {Name(publication)}";

    private static string Name(Publication publication) => NetworkCatalogue.Of(publication.Network).Name;
}
