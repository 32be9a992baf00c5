using System.ComponentModel.DataAnnotations;
using Bellwether.Kernel;
using Bellwether.Storage;
using NodaTime;

namespace Bellwether.Calendar;

/// <summary>Notes that a link for review was opened for the first time.</summary>
[Internal("Sent by the public page in the name of whoever received the link.")]
public sealed record NoteReviewOpened(Id<ReviewLink> Link) : ICommand<Done>
{
    internal sealed class Handler(Db db, TimeProvider clock, Journal journal) : IHandle<NoteReviewOpened, Done>
    {
        public async Task<Done> HandleAsync(NoteReviewOpened request, CancellationToken cancel)
        {
            var link = await db.FindAsync(request.Link, "link", cancel);
            if (link.OpenedAt is null)
            {
                link.Open(clock.Now());
                journal.Say($"{link.To} opened the link for review", link.Brand.Value, null, link.Id);
            }

            return Done.It;
        }
    }
}

/// <summary>
/// Takes what a reviewer without an account says to a post: a yes to the very version they saw, changes they ask for, words,
/// or a stop. A stop that is taken wins: from then on nothing of the post goes out; when it is too late for one, that is
/// said (409).
/// </summary>
/// <param name="Revision">The version they saw; when it is another one by now, only words are taken (409).</param>
/// <param name="Name">Who says it.</param>
[Internal("Sent by the public page in the name of whoever received the link.")]
public sealed record AnswerReview(Id<ReviewLink> Link, Id<Post> Post, int Revision, ReviewVerdict Verdict, [property: MaxLength(120)] string Name, [property: MaxLength(ReviewRemark.Longest)] string? Words = null) : ICommand<Done>
{
    internal sealed class Handler(Db db, TimeProvider clock, Journal journal, Scheduling scheduling, ApprovalDesk desk) : IHandle<AnswerReview, Done>
    {
        public async Task<Done> HandleAsync(AnswerReview request, CancellationToken cancel)
        {
            var link = await db.FindAsync(request.Link, "link", cancel);
            Rule.Require(link.IsOpen(clock.Now()), "review-ended", "This link has ended or was revoked. Ask whoever sent it for a new one.");
            Rule.Require(link.Posts.Contains(request.Post), "post-unknown", "This post is not part of what you were sent.");
            var post = await db.FindAsync(request.Post, "post", cancel);
            Rule.Require(post.ArchivedAt is null, "archived", "This post was put away. Nothing of it goes out.");
            var remark = new ReviewRemark(post, link.Id, request.Name, request.Verdict, request.Words);
            db.Add(remark);
            var outcome = await ActAsync(request, post, link, remark, cancel);
            db.Raise(new ReviewerSpoke(post.Id, remark.Id, outcome));
            db.Raise(new ReviewMoved(post.Id));
            journal.Say($"{remark.By}, by the link for {link.To}, {Said(request.Verdict)} “{post.Title}”{(outcome is null ? "" : $". {outcome}")}", post.Brand.Value, post.Plan?.Value, post.Id, remark.Words.Length == 0 ? null : remark.Words);
            return Done.It;
        }

        /// <summary>What follows from it; the words say what stands against it, if anything.</summary>
        private async Task<string?> ActAsync(AnswerReview request, Post post, ReviewLink link, ReviewRemark remark, CancellationToken cancel)
        {
            if (request.Verdict == ReviewVerdict.Comment)
            {
                return null;
            }

            if (request.Verdict == ReviewVerdict.Hold)
            {
                Rule.Require(PostMoves.Of(post.Status, PostMove.Hold) is not null, "too-late", $"It is {PostMoves.Words(post.Status)}: it can no longer be stopped here. Call whoever sent you the link.");
                Unschedule(post, () => post.Hold($"{remark.By}: {(remark.Words.Length == 0 ? "stopped it" : remark.Words)}"));
                return null;
            }

            if (request.Revision != post.Revision)
            {
                throw Rule.Conflict("changed-meanwhile", "It was changed since you opened this page. Look at it as it is now, then answer.");
            }

            if (request.Verdict == ReviewVerdict.AskForChanges)
            {
                if (PostMoves.Of(post.Status, PostMove.SendBack) is not null)
                {
                    Unschedule(post, () => post.SendBack($"{remark.By}: {remark.Words}"[..Math.Min(1_000, remark.By.Length + 2 + remark.Words.Length)]));
                }

                return null;
            }

            return await ApproveAsync(post, link, remark, cancel);
        }

        private async Task<string?> ApproveAsync(Post post, ReviewLink link, ReviewRemark remark, CancellationToken cancel)
        {
            if (post.Status != PostStatus.InReview || (await desk.FlowAsync(post, cancel)).Outside is not { } step)
            {
                return null;
            }

            db.Add(new Approval(post, step.Name, null, link.Id, remark.By, remark.Words));
            post.Wait();
            return (await desk.FlowAsync(post, cancel)).Current is null ? await desk.ApproveFromOutsideAsync(post, cancel) : null;
        }

        private void Unschedule(Post post, Action move)
        {
            var waited = post.Status == PostStatus.Scheduled;
            move();
            if (waited)
            {
                scheduling.TellUnscheduled(post);
            }
        }

        private static string Said(ReviewVerdict verdict) => verdict switch
        {
            ReviewVerdict.Approve => "said yes to",
            ReviewVerdict.AskForChanges => "asked for changes to",
            ReviewVerdict.Hold => "stopped",
            _ => "commented on",
        };
    }
}

/// <summary>A reviewer outside said something to a post.</summary>
/// <param name="Outcome">What keeps it from going out although it is approved, if anything.</param>
public sealed record ReviewerSpoke(Id<Post> Post, Id<ReviewRemark> Remark, string? Outcome) : IEvent;
