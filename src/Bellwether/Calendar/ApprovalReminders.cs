using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Plans;
using Bellwether.People;
using Bellwether.Reminders;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Calendar;

/// <summary>How many people were told of a post that waits for them.</summary>
public sealed record RemindedReviewers(int Count);

/// <summary>
/// Tells whoever keeps a post waiting: at once when it comes to them, and once more when its slot is less than a day away.
/// What waits for them no longer leaves their day.
/// </summary>
[Internal("The timetable sends it every hour.")]
[Needs(Permission.Publish)]
public sealed record RemindReviewers : ICommand<RemindedReviewers>
{
    internal sealed class Handler(ApprovalReminders reminders) : IHandle<RemindReviewers, RemindedReviewers>
    {
        public async Task<RemindedReviewers> HandleAsync(RemindReviewers request, CancellationToken cancel) => new(await reminders.KeepAsync(cancel));
    }
}

/// <summary>Works out which posts wait for whom in a workspace and keeps it on their day.</summary>
[Scoped]
public sealed class ApprovalReminders(Db db, TimeProvider clock, Ticklers ticklers, ApprovalDesk desk)
{
    private const string Kind = "approval";
    private const int Most = 500;
    private static readonly Duration Soon = Duration.FromDays(1);

    public async Task<int> KeepAsync(CancellationToken cancel)
    {
        var now = clock.Now();
        var waiting = await db.Set<Post>().AsNoTracking().IgnoreAutoIncludes().Where(post => post.Status == PostStatus.InReview && post.ArchivedAt == null).OrderBy(post => post.Id).Take(Most).ToListAsync(cancel);
        var ids = waiting.Select(post => post.Id).ToList();
        var given = (await db.Set<Approval>().AsNoTracking().Where(row => ids.Contains(row.Post)).ToListAsync(cancel)).ToLookup(row => row.Post);
        var members = await desk.MembersAsync(cancel);
        var rules = new Dictionary<(Id<Brand>, Id<Plan>?), CalendarRulesView>();
        var due = new List<DueTickler>();
        foreach (var post in waiting)
        {
            if (!rules.TryGetValue((post.Brand, post.Plan), out var rule))
            {
                rules[(post.Brand, post.Plan)] = rule = await CalendarRulesOf.ReadAsync(db, post.Brand, post.Plan, cancel);
            }

            // Where nobody is named, the list on Today shows it to everybody who may approve.
            if (ApprovalFlow.Of(rule, post, [.. given[post.Id]], ApprovalDesk.Able(post, members)).Current is { Name.Length: > 0 } step)
            {
                due.AddRange(step.WaitsFor.SelectMany(member => Of(post, step, member, now)));
            }
        }

        return await ticklers.KeepAsync(Kind, due, cancel);
    }

    private static IEnumerable<DueTickler> Of(Post post, ApprovalStepState step, Id<Member> member, Instant now)
    {
        var key = $"{Kind} {post.Id} {post.Revision} {member}";
        var what = $"“{post.Title}” waits for your yes ({step.Name})";
        yield return Due(key, what);
        if (post.DueAt is { } at && at - now < Soon)
        {
            yield return Due($"{key} soon", $"{what}; its slot is {post.Slot}");
        }

        DueTickler Due(string name, string words) => new(new Notice(post.Brand, name, words, $"/calendar/{post.Id}", post.Plan?.Value), member);
    }
}

/// <summary>Whoever a post waits for hears of it as soon as it does.</summary>
internal sealed class FollowReviews(ApprovalReminders reminders) : IReact<ReviewMoved>
{
    public Task ReactAsync(ReviewMoved happened, CancellationToken cancel) => reminders.KeepAsync(cancel);
}

/// <summary>A post's author and whoever sent the link hear what a reviewer outside said.</summary>
internal sealed class TellAuthors(Db db, Ticklers ticklers) : IReact<ReviewerSpoke>
{
    public async Task ReactAsync(ReviewerSpoke happened, CancellationToken cancel)
    {
        if (await db.Set<Post>().AsNoTracking().IgnoreAutoIncludes().FirstOrDefaultAsync(row => row.Id == happened.Post, cancel) is not { } post
            || await db.Set<ReviewRemark>().AsNoTracking().FirstOrDefaultAsync(row => row.Id == happened.Remark, cancel) is not { } remark)
        {
            return;
        }

        var sender = await db.Set<ReviewLink>().AsNoTracking().Where(link => link.Id == remark.Link).Select(link => link.MadeBy).FirstOrDefaultAsync(cancel);
        var words = remark.Verdict switch
        {
            ReviewVerdict.Approve => $"{remark.By} said yes to “{post.Title}”",
            ReviewVerdict.AskForChanges => $"{remark.By} asks for changes to “{post.Title}”: {remark.Words}",
            ReviewVerdict.Hold => $"{remark.By} stopped “{post.Title}”: {remark.Words}",
            _ => $"{remark.By} on “{post.Title}”: {remark.Words}",
        };
        var notice = new Notice(post.Brand, remark.Id.ToString(), happened.Outcome is { } outcome ? $"{words}. {outcome}" : words, $"/calendar/{post.Id}", post.Plan?.Value);
        await ticklers.TellAsync(notice, [.. new[] { post.Author, post.SubmittedBy, sender }.OfType<Guid>().Distinct().Select(key => new Id<Member>(key))], cancel);
    }
}
