using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Storage;
using NodaTime;

namespace Bellwether.Calendar;

/// <summary>Writes what a filling wants into posts, and brings their schedules along.</summary>
[Scoped]
public sealed class FilledPosts(Db db, TimeProvider clock, ICurrent current, Scheduling scheduling, Prechecker prechecker)
{
    /// <summary>A new draft in its slot.</summary>
    internal Post Make(PostTemplate template, Brand brand, FilledContent content)
    {
        var post = new Post(brand.Id, content.Title, content.Text, current.MemberKey);
        post.Serve(template.Plan, template.Goal, template.Unguided, null, template.Theme);
        Write(post, brand, content);
        db.Add(post);
        return post;
    }

    /// <summary>Makes a post say something else; one that waited to go out is taken back to a draft first. Says whether it was on its way to its people.</summary>
    internal bool Change(Post post, Brand brand, FilledContent content)
    {
        var before = post.Status;
        post.Reopen();
        if (before == PostStatus.Scheduled)
        {
            scheduling.TellUnscheduled(post);
        }

        Write(post, brand, content);
        return before is PostStatus.InReview or PostStatus.Approved or PostStatus.Scheduled;
    }

    /// <summary>Takes a post out of the calendar; the archive keeps it.</summary>
    internal void TakeOut(Post post)
    {
        var waited = post.Status == PostStatus.Scheduled;
        post.Reopen();
        post.Archive(clock.Now());
        if (waited)
        {
            scheduling.TellUnscheduled(post);
        }
    }

    /// <summary>
    /// Lets it go out by itself, or puts it up for approval where its brand or its plan asks for one. What the precheck blocks stays a
    /// draft; the first reason comes back.
    /// </summary>
    internal async Task<string?> SendOnAsync(Post post, CancellationToken cancel)
    {
        if (post.Status != PostStatus.Draft)
        {
            return $"It is {PostMoves.Words(post.Status)}. Take it up again first.";
        }

        var now = clock.Now();
        var findings = await prechecker.CheckAsync(post, post.Id, now, cancel);
        if (findings.FirstOrDefault(finding => finding.Blocks && finding.Code != "approval-missing") is { } blocks)
        {
            return blocks.Message;
        }

        if ((await CalendarRulesOf.ReadAsync(db, post.Brand, post.Plan, cancel)).ApprovalNeeded)
        {
            post.Submit(current.MemberKey);
            return null;
        }

        await scheduling.PassReviewAsync(post, now, cancel);
        await scheduling.ScheduleAsync(post, now, null, cancel);
        return null;
    }

    private void Write(Post post, Brand brand, FilledContent content)
    {
        post.Write(content.Title, content.Text);
        post.Tell(content.Variants);
        // A limit of before may lie ahead of the new slot.
        post.LimitTo(null, null, AtExpiry.Mark);
        if (content.At is { } at)
        {
            post.MoveTo(Slot.Of(at, brand.Zone), clock.Now());
        }

        if (content.Until is { } until)
        {
            post.HoldUntil(until, brand.Zone, content.Then, clock.Now());
        }
    }
}
