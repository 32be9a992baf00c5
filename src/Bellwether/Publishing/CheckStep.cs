using Bellwether.Calendar;
using Bellwether.Kernel;
using Bellwether.Networks;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Publishing;

/// <summary>Finds out what became of a call with an unknown outcome. Reading is harmless; a repetition only where it cannot double.</summary>
[Scoped]
public sealed class CheckStep(Db db, TimeProvider clock, IEnumerable<IConnector> connectors, AccountKeys keys, OutcomeStep outcomes, PublicationLog log)
{
    private const int MostChecks = 3;

    internal async Task CheckAsync(Publication publication, CancellationToken cancel)
    {
        publication.Check();
        var connector = connectors.FirstOrDefault(one => one.Network == publication.Network);
        var connection = await db.Set<Connection>().AsNoTracking().FirstOrDefaultAsync(row => row.Account == publication.Account, cancel);
        if (connector is null || connection is null || publication.Call is not { } call)
        {
            await AskAsync(publication, "The account is no longer connected, so nobody but you can look.", null, cancel);
        }
        else
        {
            var found = await ReadAsync(connector, connection, call, cancel);
            await DecideAsync(publication, connector.RepeatsSafely(call), found, cancel);
        }

        await log.FollowAsync(publication, cancel);
    }

    private async Task<ReconcileOutcome> ReadAsync(IConnector connector, Connection connection, PlannedCall call, CancellationToken cancel)
    {
        try
        {
            return await connector.ReconcileAsync(keys.Open(connection), call, cancel);
        }
        catch (ProblemException unreadable)
        {
            return new ReconcileOutcome.CannotTell(unreadable.Message, Never: true);
        }
    }

    private async Task DecideAsync(Publication publication, bool repeats, ReconcileOutcome found, CancellationToken cancel)
    {
        var now = clock.Now();
        switch (found)
        {
            case ReconcileOutcome.Found there:
                await log.TellAsync(publication, AttemptKind.Check, AttemptResult.Confirmed, $"Looked it up. {OutcomeStep.Where(there.Post)}", cancel, found.Raw);
                outcomes.Confirm(publication, there.Post, await PartsAsync(publication, cancel), now);
                break;
            case ReconcileOutcome.NotThere when publication.Tries < Backoff.MostTries:
                await log.TellAsync(publication, AttemptKind.Check, AttemptResult.NotSent, "Looked it up: it is not there. The same post goes out again.", cancel, found.Raw);
                // Where a repetition is harmless, exactly the same call is repeated, even if the first one still arrives late.
                publication.Repeat(certainlyNotOut: !repeats, now);
                break;
            case ReconcileOutcome.NotThere:
                await AskAsync(publication, $"{publication.Tries} tries did not get through, and the network has no such post.", found.Raw, cancel);
                break;
            case ReconcileOutcome.CannotTell { AtWork: true } atWork when !Backoff.IsEnough(publication, now):
                await log.TellAsync(publication, AttemptKind.Check, AttemptResult.Unknown, atWork.Why, cancel, found.Raw);
                publication.Lose(atWork.Why, now + Backoff.WhileAtWork(publication.Checks));
                break;
            case ReconcileOutcome.CannotTell cannot when repeats && cannot.Never && publication.Tries < Backoff.MostTries:
                await log.TellAsync(publication, AttemptKind.Check, AttemptResult.Unknown, cannot.Why, cancel, found.Raw);
                publication.Repeat(certainlyNotOut: false, now + (publication.Checks > 1 ? Backoff.After(publication.Tries, log.Chance()) : NodaTime.Duration.Zero));
                break;
            case ReconcileOutcome.CannotTell cannot when !cannot.Never && publication.Checks < MostChecks:
                await log.TellAsync(publication, AttemptKind.Check, AttemptResult.Unknown, $"The network could not be asked: {cannot.Why}", cancel, found.Raw);
                publication.Lose(cannot.Why, now + Backoff.BeforeCheck(publication.Checks, repeats));
                break;
            case ReconcileOutcome.CannotTell cannot:
                await AskAsync(publication, cannot.Why, found.Raw, cancel);
                break;
        }
    }

    private async Task AskAsync(Publication publication, string why, string? raw, CancellationToken cancel)
    {
        var words = publication.IsAtComment ? $"{why} Look at the post and say whether the comment is below it." : $"{why} Look at the account and say whether it is there.";
        publication.Ask(ErrorKind.UnknownOutcome, words);
        await log.TellAsync(publication, AttemptKind.Check, AttemptResult.Unknown, words, cancel, raw);
        log.Journal(publication, $"does not know whether {(publication.IsAtComment ? "the first comment of a post" : "a post")} on {NetworkCatalogue.Of(publication.Network).Name} is out");
    }

    private async Task<PartCount> PartsAsync(Publication publication, CancellationToken cancel)
    {
        var post = await db.Set<Post>().FirstOrDefaultAsync(row => row.Id == publication.Post, cancel);
        var variant = post?.Variants.FirstOrDefault(row => row.Id == publication.Variant);
        return variant is null ? new PartCount(publication.Parts.Count + 1, publication.Parts.Count + 1) : new PartCount(variant.PartsOfPost(post!), variant.Parts(post!).Count);
    }
}
