using Bellwether.Channels;
using Bellwether.Kernel;
using Bellwether.Links;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Calendar;

/// <summary>What scheduling means, whoever does it: the precheck has nothing against it, links are tracked, later steps are told.</summary>
[Scoped]
public sealed class Scheduling(Db db, TimeProvider clock, ICurrent current, Prechecker prechecker, LinkShortener links)
{
    /// <summary>Schedules an approved post that has a slot. Identical texts that the brand forbids need the plan owner's reason.</summary>
    public async Task ScheduleAsync(Post post, string? overrideReason, CancellationToken cancel)
    {
        await MustPassAsync(post, overrideReason, cancel);
        await LinkAsync(post, cancel);
        post.Schedule(clock.Now(), overrideReason);
        db.Raise(PostScheduled.Of(post));
    }

    /// <summary>Brings a changed post's schedule up to date: it needs a new approval, or goes out as it is now. Gives the words for the journal.</summary>
    public async Task<string> AfterChangeAsync(Post post, CancellationToken cancel)
    {
        var before = post.Status;
        var rules = await CalendarRulesOf.ReadAsync(db, post.Brand, cancel);
        if (rules.ApprovalNeeded && before is PostStatus.InReview or PostStatus.Approved or PostStatus.Scheduled)
        {
            post.Reopen();
            if (before == PostStatus.Scheduled)
            {
                db.Raise(new PostUnscheduled(post.Id, post.Brand, post.Plan));
            }

            return "; it needs an approval again";
        }

        if (before == PostStatus.Scheduled)
        {
            await MustPassAsync(post, post.Note, cancel);
            await LinkAsync(post, cancel);
            db.Raise(PostScheduled.Of(post));
        }

        return "";
    }

    /// <summary>Tells later steps that a scheduled post has moved.</summary>
    public void TellMoved(Post post, Instant from) =>
        db.Raise(new PostMoved(post.Id, post.Brand, post.Plan, from, post.DueAt!.Value, PostScheduled.Planned(post)));

    /// <summary>Tells later steps that nothing of a post may go out.</summary>
    public void TellUnscheduled(Post post) => db.Raise(new PostUnscheduled(post.Id, post.Brand, post.Plan));

    /// <summary>422 with every finding when one of them blocks.</summary>
    public async Task MustPassAsync(Post post, string? overrideReason, CancellationToken cancel)
    {
        var findings = await prechecker.CheckAsync(post, post.Id, cancel);
        var blocking = findings.Where(finding => finding.Blocks).ToList();
        if (blocking.Count > 0 && !string.IsNullOrWhiteSpace(overrideReason) && blocking.TrueForAll(finding => finding.Code == "same-text"))
        {
            if (!current.May(Permission.RunPlan))
            {
                throw Rule.Forbidden("Only somebody who runs the plan may let identical texts go out. Ask them, or give each account words of its own.");
            }

            return;
        }

        if (blocking.Count > 0)
        {
            throw new ProblemException(ProblemKind.Rule, blocking[0].Code, blocking[0].Message, [.. blocking.Select(finding => new FieldProblem(finding.Field ?? "post", finding.Message))])
            {
                Details = findings,
            };
        }
    }

    /// <summary>Every variant's links become short tracked ones, of that variant alone, so that a click tells which account brought it.</summary>
    private async Task LinkAsync(Post post, CancellationToken cancel)
    {
        var channels = await db.Set<Channel>().AsNoTracking().Where(row => row.Plan == post.Plan && row.Account != null).Select(row => new { row.Id, row.Account }).ToListAsync(cancel);
        foreach (var variant in post.Variants)
        {
            var channel = channels.Find(row => row.Account == variant.Account)?.Id.ToString();
            var place = new LinkPlace(post.Plan?.ToString(), post.Id.ToString(), variant.Id.ToString(), channel, variant.Account.ToString(), post.Goal?.ToString());
            var context = new LinkContext(post.Brand, variant.Network, post.Title, place);
            var text = await links.ShortenAsync(variant.Written(post), context, cancel);
            var beside = variant.Link is null ? null : (await links.ShortenAsync(variant.Link, context, cancel)).Text;
            variant.LinkAs(text.Text, beside);
        }
    }
}
