using System.ComponentModel.DataAnnotations;
using Bellwether.Calendar;
using Bellwether.Kernel;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Publishing;

/// <summary>What commands on one publication share: find it, act, log the decision, let the post follow.</summary>
[Scoped]
public sealed class PublicationDecision(Db db, TimeProvider clock, ICurrent current, Journal journal, PublicationLog log)
{
    internal async Task<PublicationView> MakeAsync(Id<Publication> id, int? version, Action<Publication> act, string words, CancellationToken cancel, string? why = null)
    {
        var publication = await db.FindAsync(id, "publication", cancel);
        publication.Expect(version);
        act(publication);
        await log.TellAsync(publication, AttemptKind.Decision, AttemptResult.Decided, $"{current.Name} {words}.", cancel);
        await log.FollowAsync(publication, cancel);
        var view = (await PublicationList.ViewAsync(db, current, [publication], cancel))[0];
        journal.Say($"{words}: “{view.Title}” on @{view.Handle}", publication.Brand.Value, publication.Plan?.Value, publication.Post, why);
        return view;
    }

    internal async Task MustGoAsync(Publication publication, CancellationToken cancel)
    {
        var post = await db.Set<Post>().AsNoTracking().FirstOrDefaultAsync(row => row.Id == publication.Post, cancel);
        if (post is null || !PublicationStep.IsGoing(post, publication, Now))
        {
            throw Rule.Conflict("post-not-scheduled", "Its post is no longer scheduled. Schedule the post again in the calendar.");
        }
    }

    /// <summary>Whether parts follow after the one that is under way.</summary>
    internal async Task<bool> IsMoreAsync(Id<Publication> id, CancellationToken cancel)
    {
        var publication = await db.FindAsync(id, "publication", cancel);
        var post = await db.Set<Post>().AsNoTracking().FirstOrDefaultAsync(row => row.Id == publication.Post, cancel);
        return post?.Variants.FirstOrDefault(row => row.Id == publication.Variant) is { } variant && variant.Parts(post).Count > publication.Parts.Count + 1;
    }

    internal NodaTime.Instant Now => clock.Now();
}

/// <summary>Sends a refused, missed, skipped or waiting-for-somebody publication now, late or not; what is out already never goes out again, so where only the first comment failed, only that is sent.</summary>
[Needs(Permission.Publish)]
public sealed record RetryPublication(Id<Publication> Publication, int? IfVersion = null) : ICommand<PublicationView>, IExpectsVersion
{
    internal sealed class Handler(Db db, PublicationDecision decision) : IHandle<RetryPublication, PublicationView>
    {
        public async Task<PublicationView> HandleAsync(RetryPublication request, CancellationToken cancel)
        {
            var publication = await db.FindAsync(request.Publication, "publication", cancel);
            Rule.Require(!publication.Withdrawn, "post-not-scheduled", "The calendar took it back. Schedule the post again.");
            Rule.Require(!publication.MayBeOut, "may-be-out", "It may be out already. Look at the account and say whether it is.");
            await decision.MustGoAsync(publication, cancel);
            return await decision.MakeAsync(
                request.Publication, request.IfVersion, row => row.SendAgain(decision.Now), publication.IsAtComment ? "asked to send its first comment now" : "asked to send it now", cancel);
        }
    }
}

/// <summary>
/// Settles an unknown outcome, or reports what was published by hand: it is out (with its address), or it is not and goes
/// out again.
/// </summary>
/// <param name="IsOut">Whether it is published.</param>
/// <param name="Url">Where it is, if it is.</param>
[Needs(Permission.Publish)]
public sealed record DecideUnknown(Id<Publication> Publication, bool IsOut, [property: MaxLength(2000)] string? Url = null, int? IfVersion = null) : ICommand<PublicationView>, IExpectsVersion, IChecked
{
    public IEnumerable<FieldProblem> Check()
    {
        if (Url is { Length: > 0 } && !(Uri.TryCreate(Url, UriKind.Absolute, out var address) && address.Scheme is "https" or "http"))
        {
            yield return new FieldProblem("url", "This is no web address. Copy it from the browser, with https:// at the start.");
        }
    }

    internal sealed class Handler(Db db, PublicationDecision decision) : IHandle<DecideUnknown, PublicationView>
    {
        public async Task<PublicationView> HandleAsync(DecideUnknown request, CancellationToken cancel)
        {
            if (request.IsOut)
            {
                var url = string.IsNullOrWhiteSpace(request.Url) ? null : request.Url;
                if ((await db.FindAsync(request.Publication, "publication", cancel)).IsAtComment)
                {
                    return await decision.MakeAsync(request.Publication, request.IfVersion, row => row.ConfirmByHand(url, decision.Now), url is null ? "said that its first comment is out" : $"said that its first comment is out, at {url}", cancel);
                }

                // What was found by a person has no id that the next part could hang at.
                var left = await decision.IsMoreAsync(request.Publication, cancel) ? "What comes after it, further parts or its first comment, was not sent. Write it below the post by hand." : null;
                return await decision.MakeAsync(request.Publication, request.IfVersion, row =>
                {
                    row.ConfirmByHand(url, decision.Now, left);
                    db.Raise(new PublicationConfirmed(row.Id, row.Post, row.Brand, row.Plan, row.Account, row.Network, url ?? "", url, decision.Now));
                }, url is null ? "said that it is out" : $"said that it is out, at {url}", cancel);
            }

            return await decision.MakeAsync(request.Publication, request.IfVersion, row => row.SendAgain(decision.Now), "said that it is not out, so it goes out again", cancel);
        }
    }
}

/// <summary>Leaves a publication out for good; it can be sent after all with a retry. Where only its first comment is open, the post stays out without it.</summary>
[Needs(Permission.Publish)]
public sealed record SkipPublication(Id<Publication> Publication, [property: MaxLength(1000)] string? Why = null, int? IfVersion = null) : ICommand<PublicationView>, IExpectsVersion
{
    internal sealed class Handler(Db db, PublicationDecision decision) : IHandle<SkipPublication, PublicationView>
    {
        public async Task<PublicationView> HandleAsync(SkipPublication request, CancellationToken cancel)
        {
            var publication = await db.FindAsync(request.Publication, "publication", cancel);
            return await decision.MakeAsync(request.Publication, request.IfVersion, row => row.Skip(request.Why), publication.IsAtComment ? "left its first comment out" : "left it out", cancel, request.Why);
        }
    }
}

/// <summary>Takes a published post back from its network, all parts of it; 409 where the network does not allow that.</summary>
[Needs(Permission.Publish)]
public sealed record DeletePublication(Id<Publication> Publication, int? IfVersion = null) : ICommand<PublicationView>, IExpectsVersion
{
    internal sealed class Handler(Db db, PublicationDecision decision, TakingBack taking) : IHandle<DeletePublication, PublicationView>
    {
        public async Task<PublicationView> HandleAsync(DeletePublication request, CancellationToken cancel)
        {
            var publication = await db.FindAsync(request.Publication, "publication", cancel);
            publication.Expect(request.IfVersion);
            publication.MustBeDeletable();
            if (!await taking.CanAsync(publication, cancel))
            {
                throw Rule.Conflict("not-deletable", "It was not published by this program, or the account is no longer connected. Delete it on the network.");
            }

            if (await taking.FromNetworkAsync(publication, cancel) is { } failed)
            {
                throw Rule.Conflict("not-deleted", failed.Message);
            }

            return await decision.MakeAsync(request.Publication, null, row => row.Delete(), "took it back from the network", cancel);
        }
    }
}
