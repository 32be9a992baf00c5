using Bellwether.Actions;
using Bellwether.Audits;
using Bellwether.Brands;
using Bellwether.Calendar;
using Bellwether.Campaigns;
using Bellwether.Channels;
using Bellwether.Goals;
using Bellwether.Inbox;
using Bellwether.Kernel;
using Bellwether.Links;
using Bellwether.Networks;
using Bellwether.Plans;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Returns;

/// <summary>By what money and hours are told apart.</summary>
public enum ReturnsBy
{
    Goal,
    Channel,
    Campaign,
    Theme,
}

/// <summary>Where something belongs: one goal, channel, campaign and theme at most. What belongs to several of a kind belongs to none of them.</summary>
public sealed record WorkPlace(string? Goal = null, string? Channel = null, string? Campaign = null, string? Theme = null)
{
    /// <summary>The plan as a whole.</summary>
    public static WorkPlace Nowhere { get; } = new();

    public string? Of(ReturnsBy by) => by switch { ReturnsBy.Goal => Goal, ReturnsBy.Channel => Channel, ReturnsBy.Campaign => Campaign, _ => Theme };

    /// <summary>This, with what the other one knows where this says nothing.</summary>
    public WorkPlace Or(WorkPlace? other) => other is null ? this : new(Goal ?? other.Goal, Channel ?? other.Channel, Campaign ?? other.Campaign, Theme ?? other.Theme);
}

/// <summary>The places of everything that work, costs and orders of a plan can be about.</summary>
/// <param name="Titles">What each goal, channel, campaign and theme is called.</param>
public sealed record PlacesOfPlan(IReadOnlyDictionary<string, string> Titles, IReadOnlyDictionary<string, WorkPlace> Known, IReadOnlyDictionary<string, string> ChannelOfAccount)
{
    /// <summary>The place of a goal, channel, campaign, theme, action, post or case; nowhere for anything else.</summary>
    public WorkPlace Of(string? work) => work is not null && Known.TryGetValue(work, out var place) ? place : WorkPlace.Nowhere;

    /// <summary>Whether a link or deal is about anything of this plan.</summary>
    public bool Claims(LinkPlace link) => new[] { link.Post, link.Campaign, link.Goal, link.Channel }.Any(id => id is not null && Known.ContainsKey(id));

    /// <summary>The place of what a link or a deal led to: what the link says counts first, then what its post says.</summary>
    public WorkPlace Of(LinkPlace link) =>
        new WorkPlace(Known.ContainsKey(link.Goal ?? "") ? link.Goal : null, Known.ContainsKey(link.Channel ?? "") ? link.Channel : ChannelOfAccount.GetValueOrDefault(link.Account ?? ""), Known.ContainsKey(link.Campaign ?? "") ? link.Campaign : null)
            .Or(Of(link.Post)).Or(Of(link.Campaign)).Or(Of(link.Channel));
}

/// <summary>Finds where work, costs and orders belong. It is looked up each time, so that moving a post to another theme moves its money too.</summary>
[Scoped]
public sealed class WorkPlaces(Db db)
{
    public async Task<PlacesOfPlan> OfAsync(Plan plan, CancellationToken cancel)
    {
        var titles = new Dictionary<string, string>(StringComparer.Ordinal);
        var known = new Dictionary<string, WorkPlace>(StringComparer.Ordinal);
        void Put(string id, string title, WorkPlace place) => (titles[id], known[id]) = (title, place);

        foreach (var goal in await db.Set<Goal>().AsNoTracking().Where(row => row.Plan == plan.Id).Select(row => new { row.Id, row.Title }).ToListAsync(cancel))
        {
            Put(goal.Id.ToString(), goal.Title, new WorkPlace(Goal: goal.Id.ToString()));
        }

        foreach (var theme in await db.Set<ContentPillar>().AsNoTracking().Where(row => row.Plan == plan.Id).Select(row => new { row.Id, row.Name }).ToListAsync(cancel))
        {
            Put(theme.Id.ToString(), theme.Name, new WorkPlace(Theme: theme.Id.ToString()));
        }

        var channels = await db.Set<Channel>().AsNoTracking().Where(row => row.Plan == plan.Id).ToListAsync(cancel);
        var handles = await db.Set<SocialAccount>().AsNoTracking().Where(row => row.Brand == plan.Brand).ToDictionaryAsync(row => row.Id, row => row.Handle, cancel);
        foreach (var channel in channels)
        {
            var handle = channel.Account is { } account ? handles.GetValueOrDefault(account) : null;
            Put(channel.Id.ToString(), $"{NetworkCatalogue.Of(channel.Network).Name} {handle}".TrimEnd(), new WorkPlace(channel.PrimaryGoal?.ToString(), channel.Id.ToString()));
        }

        foreach (var campaign in await db.Set<Campaign>().AsNoTracking().Where(row => row.Plan == plan.Id).ToListAsync(cancel))
        {
            Put(campaign.Id.ToString(), campaign.Name, new WorkPlace(Only(campaign.Goals.Select(goal => goal.ToString())), Only(campaign.Channels.Select(channel => channel.ToString())), campaign.Id.ToString()));
        }

        var accounts = channels.Where(channel => channel.Account is not null).GroupBy(channel => channel.Account!.Value.ToString()).ToDictionary(group => group.Key, group => group.First().Id.ToString(), StringComparer.Ordinal);
        await ActionsAsync(plan, known, cancel);
        await PostsAsync(plan, known, accounts, cancel);
        foreach (var one in await db.Set<Case>().AsNoTracking().Where(row => row.Brand == plan.Brand).Select(row => new { row.Id, row.Account }).ToListAsync(cancel))
        {
            known[one.Id.ToString()] = new WorkPlace(Channel: accounts.GetValueOrDefault(one.Account?.ToString() ?? ""));
        }

        return new PlacesOfPlan(titles, known, accounts);
    }

    /// <summary>The places of each plan of a brand, the newest plan first.</summary>
    public async Task<IReadOnlyList<(string Plan, PlacesOfPlan Places)>> OfBrandAsync(Id<Brand> brand, CancellationToken cancel)
    {
        var all = new List<(string Plan, PlacesOfPlan Places)>();
        foreach (var plan in await db.Set<Plan>().AsNoTracking().Where(plan => plan.Brand == brand).OrderByDescending(plan => plan.Id).ToListAsync(cancel))
        {
            all.Add((plan.Id.ToString(), await OfAsync(plan, cancel)));
        }

        return all;
    }

    private async Task ActionsAsync(Plan plan, Dictionary<string, WorkPlace> known, CancellationToken cancel)
    {
        WorkPlace Place(Id<Goal>? goal, Id<Channel>? channel, Id<Campaign>? campaign, string? above) =>
            new WorkPlace(goal?.ToString(), channel?.ToString(), campaign?.ToString()).Or(known.GetValueOrDefault(above ?? "")).Or(known.GetValueOrDefault(campaign?.ToString() ?? ""));
        foreach (var tactic in await db.Set<Tactic>().AsNoTracking().Where(row => row.Plan == plan.Id).ToListAsync(cancel))
        {
            known[tactic.Key] = Place(tactic.Goal, tactic.Channel, tactic.Campaign, null);
        }

        foreach (var action in await db.Set<ActionItem>().AsNoTracking().Where(row => row.Plan == plan.Id).ToListAsync(cancel))
        {
            known[action.Key] = Place(action.Goal, action.Channel, action.Campaign, action.ParentKey);
        }

        foreach (var step in await db.Set<Step>().AsNoTracking().Where(row => row.Plan == plan.Id).ToListAsync(cancel))
        {
            known[step.Key] = known.GetValueOrDefault(step.ActionItem.ToString()) ?? WorkPlace.Nowhere;
        }
    }

    private async Task PostsAsync(Plan plan, Dictionary<string, WorkPlace> known, Dictionary<string, string> accounts, CancellationToken cancel)
    {
        var on = (await db.Set<PostPlace>().AsNoTracking().Join(db.Set<Post>().Where(row => row.Plan == plan.Id), place => place.Post, post => post.Id, (place, _) => place).ToListAsync(cancel)).ToLookup(place => place.Post, place => accounts.GetValueOrDefault(place.Account.ToString()));
        foreach (var post in await db.Set<Post>().AsNoTracking().IgnoreAutoIncludes().Where(row => row.Plan == plan.Id).Select(row => new { row.Id, row.Goal, row.Campaign, row.Theme, row.Action }).ToListAsync(cancel))
        {
            known[post.Id.ToString()] = new WorkPlace(post.Goal?.ToString(), Only(on[post.Id].OfType<string>()), post.Campaign?.ToString(), post.Theme?.ToString())
                .Or(known.GetValueOrDefault(post.Action?.ToString() ?? "")).Or(known.GetValueOrDefault(post.Campaign?.ToString() ?? ""));
        }
    }

    private static string? Only(IEnumerable<string> some) => some.Distinct(StringComparer.Ordinal).Take(2).ToList() is [var only] ? only : null;
}
