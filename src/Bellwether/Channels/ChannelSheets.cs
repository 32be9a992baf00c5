using Bellwether.Audits;
using Bellwether.Competitors;
using Bellwether.Kernel;
using Bellwether.Plans;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Channels;

/// <summary>Reads channels together with what belongs to their sheets, changes of the running command included.</summary>
[Scoped]
public sealed class ChannelSheets(Db db, AudiencePresences presences, TimeProvider clock)
{
    /// <summary>One channel's sheet.</summary>
    public async Task<ChannelView> OfAsync(Channel channel, CancellationToken cancel)
    {
        var account = channel.Account is { } id ? await db.Set<SocialAccount>().AsNoTracking().FirstOrDefaultAsync(each => each.Id == id, cancel) : null;
        await db.Set<Activation>().Where(each => each.Channel == channel.Id).LoadAsync(cancel);
        await db.Set<ConversationSlot>().Where(each => each.Channel == channel.Id).LoadAsync(cancel);
        var (least, today, research) = await JudgedByAsync(channel.Plan, cancel);
        return ChannelView.Of(
            channel,
            account,
            [.. db.Set<Activation>().Local.Where(each => each.Channel == channel.Id)],
            [.. db.Set<ConversationSlot>().Local.Where(each => each.Channel == channel.Id)],
            RelevanceScore.Of(channel.Relevance, least, today, research.GetValueOrDefault(channel.Network)),
            On(channel, await RivalsAsync(channel.Plan, cancel)));
    }

    /// <summary>Every channel of a plan, in its order.</summary>
    public async Task<IReadOnlyList<ChannelView>> OfPlanAsync(Id<Plan> plan, CancellationToken cancel)
    {
        var channels = await db.Set<Channel>().AsNoTracking().Where(channel => channel.Plan == plan).OrderBy(channel => channel.Rank).ThenBy(channel => channel.Id).ToListAsync(cancel);
        var highlights = (await db.Set<Activation>().AsNoTracking().Where(each => each.Plan == plan).ToListAsync(cancel)).ToLookup(each => each.Channel);
        var slots = (await db.Set<ConversationSlot>().AsNoTracking().Where(each => each.Plan == plan).ToListAsync(cancel)).ToLookup(each => each.Channel);
        var wanted = channels.Select(channel => channel.Account).OfType<Id<SocialAccount>>().ToList();
        var accounts = await db.Set<SocialAccount>().AsNoTracking().Where(account => wanted.Contains(account.Id)).ToDictionaryAsync(account => account.Id, cancel);
        var (least, today, research) = await JudgedByAsync(plan, cancel);
        var rivals = await RivalsAsync(plan, cancel);
        return [.. channels.Select(channel => ChannelView.Of(
            channel,
            channel.Account is { } id ? accounts.GetValueOrDefault(id) : null,
            [.. highlights[channel.Id]],
            [.. slots[channel.Id]],
            RelevanceScore.Of(channel.Relevance, least, today, research.GetValueOrDefault(channel.Network)),
            On(channel, rivals)))];
    }

    private async Task<IReadOnlyList<Competitor>> RivalsAsync(Id<Plan> id, CancellationToken cancel)
    {
        var brand = (await db.FindAsync(id, "plan", cancel)).Brand;
        return await db.Set<Competitor>().AsNoTracking().Where(rival => rival.Brand == brand && rival.ArchivedAt == null).OrderBy(rival => rival.Key).ToListAsync(cancel);
    }

    private static List<string> On(Channel channel, IReadOnlyList<Competitor> rivals) =>
        [.. rivals.Where(rival => rival.Accounts.Any(account => account.Network == channel.Network)).Select(rival => rival.Name)];

    private async Task<(decimal Least, LocalDate Today, IReadOnlyDictionary<string, AudiencePresence> Research)> JudgedByAsync(Id<Plan> id, CancellationToken cancel)
    {
        var plan = await db.FindAsync(id, "plan", cancel);
        var brand = await db.FindAsync(plan.Brand, "brand", cancel);
        var today = clock.Today(brand.Zone);
        return ((await SetPortfolioRules.ReadAsync(db, plan, cancel)).LeastRelevance, today, await presences.OfPlanAsync(plan.Id, today, cancel));
    }
}
