using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Plans;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Calendar;

/// <summary>How many posts expired.</summary>
public sealed record ExpiredPosts(int Count);

/// <summary>
/// Lets posts expire whose slot passed before they were approved, or puts them off where the brand wants that, and those whose time is over: what is not out never goes
/// out, what is out is marked or taken back. Their people see them again as expired.
/// </summary>
[Internal("The timetable sends it every minute.")]
[Needs(Permission.Publish)]
public sealed record ExpirePosts : ICommand<ExpiredPosts>
{
    internal sealed class Handler(Db db, TimeProvider clock, Journal journal, Scheduling scheduling) : IHandle<ExpirePosts, ExpiredPosts>
    {
        public async Task<ExpiredPosts> HandleAsync(ExpirePosts request, CancellationToken cancel)
        {
            var now = clock.Now();
            var late = await db.Set<Post>()
                .Where(post => post.ArchivedAt == null && post.DueAt <= now && (post.Status == PostStatus.Draft || post.Status == PostStatus.InReview))
                .OrderBy(post => post.DueAt).Take(500).ToListAsync(cancel);
            var rules = new Dictionary<(Id<Brand>, Id<Plan>?), CalendarRulesView>();
            foreach (var post in late)
            {
                if (!rules.TryGetValue((post.Brand, post.Plan), out var rule))
                {
                    rules[(post.Brand, post.Plan)] = rule = await CalendarRulesOf.ReadAsync(db, post.Brand, post.Plan, cancel);
                }

                if (post.Status == PostStatus.InReview)
                {
                    db.Raise(new ReviewMoved(post.Id));
                }

                if (post.Status == PostStatus.InReview && rule.IfLate == LateApproval.NextDay && post.PutOff(now) is { } next)
                {
                    journal.Say($"put “{post.Title}” off to {next}: its slot came before its approval", post.Brand.Value, post.Plan?.Value, post.Id);
                    continue;
                }

                post.Expire(now);
                journal.Say($"let “{post.Title}” expire: its slot ({post.Slot}) passed without an approval", post.Brand.Value, post.Plan?.Value, post.Id);
            }

            return new ExpiredPosts(late.Count + await EndAsync(late, now, cancel));
        }

        private async Task<int> EndAsync(List<Post> late, Instant now, CancellationToken cancel)
        {
            var over = await db.Set<Post>().Where(post => post.ArchivedAt == null && post.EndedAt == null && post.ExpiresAt <= now)
                .OrderBy(post => post.ExpiresAt).Take(500).ToListAsync(cancel);
            foreach (var post in over)
            {
                if (post.End(now))
                {
                    scheduling.TellUnscheduled(post);
                }

                db.Raise(new PostEnded(post.Id, post.Brand, post.Plan, post.AtExpiry == AtExpiry.TakeBack));
                journal.Say($"marked “{post.Title}” as over: it held until {post.ExpiresMeant:HH:mm}", post.Brand.Value, post.Plan?.Value, post.Id);
            }

            return over.Except(late).Count();
        }
    }
}
