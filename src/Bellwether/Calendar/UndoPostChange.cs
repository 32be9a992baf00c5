using Bellwether.Kernel;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Calendar;

/// <summary>What taking a change of posts back did.</summary>
/// <param name="Back">How many posts stand again where they stood.</param>
/// <param name="Kept">The others, each with the reason.</param>
public sealed record UndonePostChange(int Back, IReadOnlyList<RefusedPost> Kept);

/// <summary>
/// Takes a change of several posts back: each stands again where it stood. What was changed since, is out, or had a time that
/// has passed meanwhile stays and is listed.
/// </summary>
[Needs(Permission.WritePosts)]
public sealed record UndoPostChange(Id<BulkChange> Change) : ICommand<UndonePostChange>
{
    internal sealed class Handler(Db db, TimeProvider clock, ICurrent current, Journal journal, Scheduling scheduling) : IHandle<UndoPostChange, UndonePostChange>
    {
        public async Task<UndonePostChange> HandleAsync(UndoPostChange request, CancellationToken cancel)
        {
            var change = await db.FindAsync(request.Change, "change", cancel);
            var now = clock.Now();
            change.Undo(current.MemberKey, current.May(Permission.RunPlan), now);
            var ids = change.Posts.Select(item => item.Post).ToList();
            var posts = await db.Set<Post>().Where(post => ids.Contains(post.Id)).ToDictionaryAsync(post => post.Id, cancel);
            var kept = new List<RefusedPost>();
            foreach (var item in change.Posts)
            {
                if (!posts.TryGetValue(item.Post, out var post))
                {
                    continue;
                }

                if (post.Version != item.Version)
                {
                    kept.Add(new RefusedPost(post.Id, post.Title, "changed-meanwhile", "It was changed since."));
                    continue;
                }

                try
                {
                    Back(post, item.Before, now);
                    if (change.Change == BulkVerb.Approve)
                    {
                        await WithdrawAsync(post, change.By, cancel);
                    }
                }
                catch (ProblemException problem)
                {
                    kept.Add(new RefusedPost(post.Id, post.Title, problem.Code, problem.Message));
                }
            }

            journal.Say($"took a change of {change.Posts.Count} posts back" + (kept.Count == 0 ? "" : $"; {kept.Count} stay"), change.Brand.Value, null, change.Id);
            return new UndonePostChange(change.Posts.Count - kept.Count, kept);
        }

        /// <summary>A yes that is taken back is none: the post waits for it again.</summary>
        private async Task WithdrawAsync(Post post, Guid? by, CancellationToken cancel)
        {
            var said = await db.Set<Approval>().Where(row => row.Post == post.Id && row.Revision == post.Revision).ToListAsync(cancel);
            if (said.Where(row => row.Member?.Value == by).MaxBy(row => row.CreatedAt) is { } last)
            {
                db.Remove(last);
            }
        }

        /// <summary>Later steps hear of it as of any other change.</summary>
        private void Back(Post post, PostStanding before, NodaTime.Instant now)
        {
            var (was, from) = (post.Status == PostStatus.Scheduled && post.ArchivedAt is null, post.DueAt);
            post.GoBackTo(before, now);
            var isNow = post.Status == PostStatus.Scheduled && post.ArchivedAt is null;
            if (was && isNow)
            {
                scheduling.TellMoved(post, from!.Value);
            }
            else if (was)
            {
                scheduling.TellUnscheduled(post);
            }
            else if (isNow)
            {
                db.Raise(PostScheduled.Of(post));
            }
        }
    }
}
