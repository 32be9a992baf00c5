using System.Text.Json.Nodes;
using Bellwether.Actions;
using Bellwether.Audits;
using Bellwether.Campaigns;
using Bellwether.Channels;
using Bellwether.Goals;
using Bellwether.Kernel;
using Bellwether.Plans;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Calendar;

/// <summary>What is planned as a part of the plan: templates with their tables, and posts that are not out yet.</summary>
internal sealed class CalendarPart(Db db, WrittenAccounts known, TimeProvider clock) : IPlanPart
{
    private static readonly PostStatus[] Open = [PostStatus.Draft, PostStatus.InReview, PostStatus.Approved, PostStatus.Scheduled, PostStatus.OnHold, PostStatus.Expired];

    public string Name => "calendar";

    public int Order => 1400;

    public IReadOnlyList<string> Flow => ["posts"];

    /// <summary>The next cycle takes the templates and the ideas along, not the times of posts.</summary>
    public async Task<JsonNode?> WriteAsync(Plan plan, bool nextCycle, CancellationToken cancel)
    {
        var accounts = await db.Set<SocialAccount>().AsNoTracking().Where(account => account.Brand == plan.Brand && account.ArchivedAt == null).ToDictionaryAsync(account => account.Id, account => account.Key, cancel);
        var posts = await db.Set<Post>().AsNoTracking().Where(post => post.Plan == plan.Id && post.ArchivedAt == null && Open.Contains(post.Status)).OrderBy(post => post.Id).ToListAsync(cancel);
        var templates = await db.Set<PostTemplate>().AsNoTracking().Where(row => row.Plan == plan.Id && row.ArchivedAt == null).OrderBy(row => row.Id).ToListAsync(cancel);
        var kept = templates.Select(template => template.Id).ToList();
        var filled = await db.Set<FilledPost>().AsNoTracking().Where(row => kept.Contains(row.Template) && !row.IsOut).ToDictionaryAsync(row => row.Post, cancel);
        if (nextCycle)
        {
            // The next cycle fills its days from the templates again.
            posts.RemoveAll(post => filled.ContainsKey(post.Id));
        }

        return posts.Count + templates.Count == 0 ? null : PartJson.Write(new WrittenCalendar(
            posts.Select(post => WrittenPost.Of(post, nextCycle, accounts, filled.GetValueOrDefault(post.Id))).ToList().OrNull(), templates.Select(template => WrittenPostTemplate.Of(template, accounts)).ToList().OrNull()));
    }

    /// <summary>Posts come back as drafts with their slots: an imported file never publishes anything by itself.</summary>
    public async Task ReadAsync(Plan plan, JsonNode part, CancellationToken cancel)
    {
        var written = PartJson.Read<WrittenCalendar>(Name, part);
        var accounts = await known.ByKeyAsync(plan.Brand, cancel);
        var zone = (await db.FindAsync(plan.Brand, "brand", cancel)).Zone;
        var campaigns = await CampaignsOf.PlanAsync(db, plan, cancel);
        foreach (var (template, place) in (written.Templates ?? []).Select((template, place) => (template, place)))
        {
            db.Add(PartJson.At($"calendar.templates[{place}]", () => template.Make(plan, accounts, clock.Today(zone))));
        }

        foreach (var (post, place) in (written.Posts ?? []).Select((post, place) => (post, place)))
        {
            var made = PartJson.At($"calendar.posts[{place}]", () => post.Make(plan, accounts, campaigns, zone));
            db.Add(made);
            if (post.From is { } from)
            {
                db.Add(new FilledPost(from.Template, from.Row, from.Day, made));
            }
        }
    }

    internal static SocialAccount Account(Dictionary<string, SocialAccount> accounts, string key) =>
        accounts.GetValueOrDefault(key) ?? throw Rule.Broken("part-invalid", $"there is no account “{key}” in the file or the brand.", "calendar");
}

internal sealed record WrittenCalendar(IReadOnlyList<WrittenPost>? Posts = null, IReadOnlyList<WrittenPostTemplate>? Templates = null);

internal sealed record WrittenVariant(Id<Variant> Id, string Account, string? Text = null, IReadOnlyList<VariantMedia>? Media = null, string? Link = null, string? FirstComment = null, IReadOnlyDictionary<string, string>? Options = null);

/// <summary>Which row of which template a post stands for, so that filling again makes no second one.</summary>
internal sealed record WrittenFilled(Id<PostTemplate> Template, Id<TemplateRow> Row, LocalDate Day);

internal sealed record WrittenPost(
    Id<Post> Id, string Title, string? Text = null, LocalDateTime? At = null, Id<Goal>? Goal = null, bool? Unguided = null, Id<ActionItem>? Action = null, Id<ContentPillar>? Theme = null,
    IReadOnlyList<WrittenVariant>? Variants = null, LocalDateTime? Until = null, AtExpiry? Then = null, WrittenFilled? From = null,
    Id<Campaign>? Campaign = null)
{
    public static WrittenPost Of(Post post, bool nextCycle, Dictionary<Id<SocialAccount>, string> accounts, FilledPost? filled)
    {
        var variants = post.Variants.OrderBy(variant => variant.Place).Where(variant => accounts.ContainsKey(variant.Account))
            .Select(variant => new WrittenVariant(variant.Id, accounts[variant.Account], variant.OwnText, variant.Media.Count == 0 ? null : variant.Media, variant.Link, variant.FirstComment, variant.Options.Count == 0 ? null : variant.Options)).ToList();
        return new WrittenPost(
            post.Id, post.Title, post.Text.Length == 0 ? null : post.Text, nextCycle ? null : post.Meant, post.Goal, post.Unguided ? true : null, post.Action, post.Theme, variants.Count == 0 ? null : variants,
            nextCycle ? null : post.ExpiresMeant, nextCycle || post.ExpiresMeant is null ? null : post.AtExpiry, filled is null ? null : new WrittenFilled(filled.Template, filled.Row, filled.Day), post.Campaign);
    }

    public Post Make(Plan plan, Dictionary<string, SocialAccount> accounts, HashSet<Id<Campaign>> campaigns, DateTimeZone zone)
    {
        var post = new Post(plan.Brand, Title, Text, null) { Id = Id };
        post.Serve(plan.Id, Goal, Unguided ?? false, Action, Theme, Campaign is { } campaign && campaigns.Contains(campaign) ? campaign : null);
        post.Tell([.. (Variants ?? []).Select(variant =>
        {
            var account = CalendarPart.Account(accounts, variant.Account);
            return new VariantDraft(account.Id, account.Network, variant.Text, variant.Media ?? [], variant.Link, variant.Id, variant.FirstComment, variant.Options);
        })]);
        if (At is { } at)
        {
            // A slot that has passed is kept as it was written; the timetable lets the draft expire.
            post.Preview(Slot.Of(at, zone), PostStatus.Draft);
        }

        post.LimitTo(Until, Until is { } until ? Clock.Resolve(until, zone) : null, Then ?? AtExpiry.Mark);
        return post;
    }
}
