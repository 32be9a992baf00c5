using System.ComponentModel.DataAnnotations;
using Bellwether.Kernel;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Calendar;

/// <summary>One yes that a post got.</summary>
/// <param name="Counts">Whether it is for the words as they are; one for other words is void.</param>
public sealed record ApprovalView(string By, Instant At, string Step, int Revision, string? Note, bool Outside, bool Counts);

/// <summary>Something said between the team and a reviewer outside.</summary>
/// <param name="Outside">Whether it came by a link.</param>
/// <param name="Revision">The version of the post it was said to.</param>
public sealed record RemarkView(Id<ReviewRemark> Id, string By, bool Outside, ReviewVerdict Verdict, string Words, Instant At, int Revision)
{
    internal static RemarkView Of(ReviewRemark remark) => new(remark.Id, remark.By, remark.Link is not null, remark.Verdict, remark.Words, remark.CreatedAt, remark.Revision);
}

/// <summary>How a post's approval stands.</summary>
/// <param name="Steps">The steps in their order.</param>
/// <param name="Current">The place of the step it waits at, from 0; null when all have said yes.</param>
/// <param name="Approvals">Every yes it got, the newest first; void ones too.</param>
/// <param name="Since">What changed since the last yes that is void now; empty where none is.</param>
/// <param name="Remarks">What was said with reviewers outside, the oldest first.</param>
/// <param name="Links">The links through which it is reviewed, the newest first.</param>
public sealed record PostReviewView(
    ApprovalMode Mode, IReadOnlyList<ApprovalStepState> Steps, int? Current, IReadOnlyList<ApprovalView> Approvals, IReadOnlyList<PostChange> Since, IReadOnlyList<RemarkView> Remarks, IReadOnlyList<ReviewLinkView> Links);

/// <summary>How far a post's approval is, who keeps it waiting, what changed since a yes that is void, and what reviewers outside said.</summary>
[Needs(Permission.Read)]
public sealed record PostReview(Id<Post> Post) : IQuery<PostReviewView>
{
    internal sealed class Handler(Db db, TimeProvider clock, ApprovalDesk desk) : IHandle<PostReview, PostReviewView>
    {
        public async Task<PostReviewView> HandleAsync(PostReview request, CancellationToken cancel)
        {
            var post = await db.FindAsync(request.Post, "post", cancel);
            var rules = await CalendarRulesOf.ReadAsync(db, post.Brand, post.Plan, cancel);
            var flow = await desk.FlowAsync(post, cancel);
            var given = await db.Set<Approval>().AsNoTracking().Where(row => row.Post == post.Id).OrderByDescending(row => row.Id).Take(100).ToListAsync(cancel);
            var remarks = await db.Set<ReviewRemark>().AsNoTracking().Where(row => row.Post == post.Id).OrderBy(row => row.Id).Take(500).ToListAsync(cancel);
            var links = await db.Set<ReviewLink>().AsNoTracking().Where(row => row.Brand == post.Brand).OrderByDescending(row => row.Id).Take(500).ToListAsync(cancel);
            var place = flow.Current is { } current ? flow.Steps.ToList().IndexOf(current) : (int?)null;
            return new PostReviewView(
                rules.Approval, flow.Steps, place,
                [.. given.Select(one => new ApprovalView(one.By, one.CreatedAt, one.Step, one.Revision, one.Note, one.Link is not null, one.Revision == post.Revision))],
                await SinceAsync(post, given.FirstOrDefault(one => one.Revision != post.Revision)?.Revision, cancel),
                [.. remarks.Select(RemarkView.Of)],
                [.. links.Where(link => link.Posts.Contains(post.Id)).Select(link => ReviewLinkView.Of(link, clock.Now()))]);
        }

        private async Task<IReadOnlyList<PostChange>> SinceAsync(Post post, int? approved, CancellationToken cancel) =>
            approved is { } number && await db.Set<PostVersion>().AsNoTracking().FirstOrDefaultAsync(row => row.Post == post.Id && row.Number == number, cancel) is { } then
                ? PostWording.Of(post).Since(then.Wording)
                : [];
    }
}

/// <summary>Says something to a post's reviewers outside: they read it behind their link. The team's own comments are another list.</summary>
[Needs(Permission.WritePosts)]
public sealed record AnswerReviewers(Id<Post> Post, [property: Required, MaxLength(ReviewRemark.Longest)] string Words) : ICommand<RemarkView>
{
    internal sealed class Handler(Db db, ICurrent current, TimeProvider clock, Journal journal) : IHandle<AnswerReviewers, RemarkView>
    {
        public async Task<RemarkView> HandleAsync(AnswerReviewers request, CancellationToken cancel)
        {
            var post = await db.FindAsync(request.Post, "post", cancel);
            var remark = new ReviewRemark(post, null, current.Name, ReviewVerdict.Comment, request.Words) { CreatedAt = clock.Now() };
            db.Add(remark);
            journal.Say($"answered the reviewers of “{post.Title}”", post.Brand.Value, post.Plan?.Value, post.Id);
            return RemarkView.Of(remark);
        }
    }
}
