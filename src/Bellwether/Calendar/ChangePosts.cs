using System.ComponentModel.DataAnnotations;
using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Calendar;

/// <summary>A post that a change was refused for, and why.</summary>
public sealed record RefusedPost(Id<Post> Post, string Title, string Code, string Why);

/// <summary>What came of a change of several posts.</summary>
/// <param name="Change">What takes it back; null when nothing changed.</param>
/// <param name="Changed">How many posts changed.</param>
/// <param name="Refused">The others, each with the reason.</param>
public sealed record ChangedPosts(Id<BulkChange>? Change, int Changed, IReadOnlyList<RefusedPost> Refused);

/// <summary>
/// Does one thing to several posts. Each is changed under the same rules and rights as if it were alone; what is refused
/// stays as it is and is listed with the reason.
/// </summary>
/// <param name="Posts">At most 500.</param>
/// <param name="Days">For Shift: by how many days, negative is earlier.</param>
/// <param name="Time">For SetTime: the time of day in the brand's zone. For SetDay: the time of posts that have none; 10:00 when absent.</param>
/// <param name="Day">For SetDay: the day.</param>
[Needs(Permission.WritePosts)]
public sealed record ChangePosts(
    Id<Brand> Brand, [property: MinLength(1), MaxLength(500)] IReadOnlyList<Id<Post>> Posts, BulkVerb Change, [property: Range(-366, 366)] int? Days = null, LocalTime? Time = null,
    LocalDate? Day = null) : ICommand<ChangedPosts>
{
    internal sealed class Handler(Db db, Runner runner, ICurrent current, Journal journal) : IHandle<ChangePosts, ChangedPosts>
    {
        private static readonly LocalTime Usual = new(10, 0);

        public async Task<ChangedPosts> HandleAsync(ChangePosts request, CancellationToken cancel)
        {
            Rule.Require(request.Change != BulkVerb.Shift || request.Days is not null, "days-missing", "By how many days?", "days");
            Rule.Require(request.Change != BulkVerb.SetTime || request.Time is not null, "time-missing", "To which time of day?", "time");
            Rule.Require(request.Change != BulkVerb.SetDay || request.Day is not null, "day-missing", "To which day?", "day");
            var brand = await db.FindAsync(request.Brand, "brand", cancel);
            var ids = request.Posts.Distinct().ToList();
            var posts = await db.Set<Post>().AsNoTracking().Where(post => post.Brand == brand.Id && ids.Contains(post.Id)).ToDictionaryAsync(post => post.Id, cancel);
            var changed = new List<ChangedPost>();
            var refused = new List<RefusedPost>();
            foreach (var id in ids)
            {
                var post = Rule.Found(posts.GetValueOrDefault(id), "post");
                try
                {
                    var after = await ChangeAsync(request, post, cancel);
                    changed.Add(new ChangedPost(id, PostStanding.Of(post), after.Version));
                }
                catch (ProblemException problem)
                {
                    refused.Add(new RefusedPost(id, post.Title, problem.Code, problem.Message));
                }
            }

            if (changed.Count == 0)
            {
                return new ChangedPosts(null, 0, refused);
            }

            var change = new BulkChange(brand.Id, request.Change, current.MemberKey, changed);
            db.Add(change);
            journal.Say($"{Words(request)} {(changed.Count == 1 ? "a post" : $"{changed.Count} posts")}" + (refused.Count == 0 ? "" : $"; {refused.Count} were refused"), brand.Id.Value, null, change.Id);
            return new ChangedPosts(change.Id, changed.Count, refused);
        }

        private Task<PostView> ChangeAsync(ChangePosts request, Post post, CancellationToken cancel) => request.Change switch
        {
            BulkVerb.Shift => AskAsync(new MovePost(post.Id, Slotted(post).PlusDays(request.Days!.Value)), cancel),
            BulkVerb.SetTime => AskAsync(new MovePost(post.Id, Slotted(post).Date.At(request.Time!.Value)), cancel),
            BulkVerb.SetDay => AskAsync(new MovePost(post.Id, request.Day!.Value.At(post.Meant?.TimeOfDay ?? request.Time ?? Usual)), cancel),
            BulkVerb.Submit => AskAsync(new SubmitPost(post.Id), cancel),
            BulkVerb.Approve => AskAsync(new ApprovePost(post.Id), cancel),
            BulkVerb.Schedule => AskAsync(new SchedulePost(post.Id), cancel),
            BulkVerb.Unschedule => AskAsync(new UnschedulePost(post.Id), cancel),
            BulkVerb.Hold => AskAsync(new HoldPost(post.Id), cancel),
            BulkVerb.Resume => AskAsync(new ResumePost(post.Id), cancel),
            BulkVerb.TakeOut => TakeOutAsync(post, cancel),
            BulkVerb.Archive => AskAsync(new ArchivePost(post.Id), cancel),
            _ => AskAsync(new RestorePost(post.Id), cancel),
        };

        private async Task<PostView> TakeOutAsync(Post post, CancellationToken cancel)
        {
            Rule.Require(post.Meant is not null, "no-slot", "It has no day.");
            if (post.Status == PostStatus.Scheduled)
            {
                await AskAsync(new UnschedulePost(post.Id), cancel);
            }

            return await AskAsync(new MovePost(post.Id), cancel);
        }

        // A scope of its own for each: what one refuses leaves no trace in the others.
        private Task<PostView> AskAsync(ICommand<PostView> command, CancellationToken cancel) => runner.RunAsync(command, asker => asker.Become(current), cancel);

        private static LocalDateTime Slotted(Post post)
        {
            Rule.Require(post.Meant is not null, "no-slot", "It has no day yet. Give it one first.");
            return post.Meant.Value;
        }

        private static string Words(ChangePosts request) => request.Change switch
        {
            BulkVerb.Shift => $"moved by {request.Days} days",
            BulkVerb.SetTime => $"moved to {request.Time:HH:mm}",
            BulkVerb.SetDay => $"moved to {request.Day:d MMM}",
            BulkVerb.Submit => "put up for approval",
            BulkVerb.TakeOut => "took out of the calendar",
            BulkVerb.Hold => "put on hold",
            BulkVerb.Resume => "took up again",
            _ => request.Change.ToString().ToLowerInvariant() + "d",
        };
    }
}
