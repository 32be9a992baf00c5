using Bellwether.Campaigns;
using Bellwether.Channels;
using Bellwether.Kernel;
using Bellwether.Links;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Calendar;

/// <summary>What scheduling means, whoever does it: the precheck has nothing against it, links are tracked, later steps are told.</summary>
[Scoped]
public sealed class Scheduling(Db db, TimeProvider clock, ICurrent current, Prechecker prechecker, LinkShortener links, LinksOfPost placed, MentionBook book)
{
    /// <summary>Schedules an approved post that has a slot. Identical texts that the brand forbids need the plan owner's reason.</summary>
    /// <param name="post">The post.</param>
    /// <param name="now">The moment of asking; a slot of just now is in time, however long the checks take.</param>
    /// <param name="overrideReason">Why identical texts may go out all the same.</param>
    /// <param name="cancel">Stops it.</param>
    public async Task ScheduleAsync(Post post, Instant now, string? overrideReason, CancellationToken cancel)
    {
        await MustPassAsync(post, now, overrideReason, cancel);
        await LinkAsync(post, cancel);
        post.Schedule(now, overrideReason);
        db.Raise(PostScheduled.Of(post));
    }

    /// <summary>Where the brand needs no approval, going out takes the steps before it along.</summary>
    public async Task PassReviewAsync(Post post, Instant now, CancellationToken cancel)
    {
        if ((await CalendarRulesOf.ReadAsync(db, post.Brand, post.Plan, cancel)).ApprovalNeeded)
        {
            return;
        }

        if (post.Status == PostStatus.Draft)
        {
            post.Submit(current.MemberKey);
        }

        if (post.Status == PostStatus.InReview)
        {
            post.Approve(current.MemberKey, fourEyes: false, now);
        }
    }

    /// <summary>Brings a changed post's schedule up to date: it needs a new approval, or goes out as it is now. Gives the words for the journal.</summary>
    public async Task<string> AfterChangeAsync(Post post, CancellationToken cancel)
    {
        var before = post.Status;
        if (!post.IsReworded)
        {
            if (before == PostStatus.Scheduled)
            {
                await LinkAsync(post, cancel);
            }

            return "";
        }

        var rules = await CalendarRulesOf.ReadAsync(db, post.Brand, post.Plan, cancel);
        // What somebody said yes to was these words; other words need another yes, also where nobody had to be asked.
        if ((rules.ApprovalNeeded || post.ApprovedRevision is not null) && before is PostStatus.InReview or PostStatus.Approved or PostStatus.Scheduled)
        {
            post.Reopen();
            db.Raise(new ReviewMoved(post.Id));
            if (before == PostStatus.Scheduled)
            {
                db.Raise(new PostUnscheduled(post.Id, post.Brand, post.Plan));
            }

            return "; it needs an approval again";
        }

        if (before == PostStatus.Scheduled)
        {
            await MustPassAsync(post, clock.Now(), post.Note, cancel);
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
    private async Task MustPassAsync(Post post, Instant now, string? overrideReason, CancellationToken cancel)
    {
        var findings = await prechecker.CheckAsync(post, post.Id, now, cancel);
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

    /// <summary>Lets the links a post has already count for what it is for now.</summary>
    public async Task CountLinksAsync(Post post, CancellationToken cancel)
    {
        if (post.Variants.Any(variant => variant.LinkedText is not null))
        {
            await placed.FollowAsync(
                post.Brand, post.Id.ToString(), place => place with { Plan = post.Plan?.ToString(), Goal = post.Goal?.ToString(), Campaign = post.Campaign?.ToString() }, await TagAsync(post, cancel), cancel);
        }
    }

    /// <summary>Every variant's links become short tracked ones, of that variant alone, so that a click tells which account brought it.</summary>
    private async Task LinkAsync(Post post, CancellationToken cancel)
    {
        var channels = await db.Set<Channel>().AsNoTracking().Where(row => row.Plan == post.Plan && row.Account != null).Select(row => new { row.Id, row.Account }).ToListAsync(cancel);
        var campaign = await TagAsync(post, cancel);
        var mentions = await book.OfAsync(post.Brand, cancel);
        foreach (var variant in post.Variants)
        {
            var channel = channels.Find(row => row.Account == variant.Account)?.Id.ToString();
            var place = new LinkPlace(post.Plan?.ToString(), post.Id.ToString(), variant.Id.ToString(), channel, variant.Account.ToString(), post.Goal?.ToString(), post.Campaign?.ToString());
            var context = new LinkContext(post.Brand, variant.Network, campaign, place);
            var text = await links.ShortenAsync(mentions.Fill(variant.Written(post), variant.Network), context, cancel);
            var beside = variant.Link is null ? null : (await links.ShortenAsync(variant.Link, context, cancel)).Text;
            var comment = variant.FirstComment is null ? null : (await links.ShortenAsync(mentions.Fill(variant.FirstComment, variant.Network), context, cancel)).Text;
            var options = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var (key, target) in Variant.LinksAmong(variant.Network, variant.Options))
            {
                options[key] = (await links.ShortenAsync(target, context, cancel)).Text;
            }

            variant.LinkAs(text.Text, beside, comment, options);
        }
    }

    /// <summary>utm_campaign: the campaign's own tag; the post by its title where it belongs to none.</summary>
    private async Task<string> TagAsync(Post post, CancellationToken cancel) =>
        post.Campaign is { } campaign && await db.Set<Campaign>().AsNoTracking().FirstOrDefaultAsync(row => row.Id == campaign, cancel) is { } found ? found.Tag : post.Title;
}
