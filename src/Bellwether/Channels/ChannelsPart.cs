using System.Text.Json.Nodes;
using Bellwether.Audits;
using Bellwether.Goals;
using Bellwether.Kernel;
using Bellwether.Plans;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Channels;

/// <summary>Themes and channels with their sheets as a part of the plan. Accounts are named by their key.</summary>
internal sealed class ChannelsPart(Db db, MembersByEmail people, WrittenAccounts known, TimeProvider clock) : IPlanPart
{
    public string Name => "channels";

    public int Order => 1100;

    public async Task<JsonNode?> WriteAsync(Plan plan, bool nextCycle, CancellationToken cancel)
    {
        await people.LoadAsync(cancel);
        var themes = await db.Set<ContentPillar>().AsNoTracking().Where(pillar => pillar.Plan == plan.Id).OrderBy(pillar => pillar.Rank).ThenBy(pillar => pillar.Id).ToListAsync(cancel);
        var channels = await db.Set<Channel>().AsNoTracking().Where(channel => channel.Plan == plan.Id).OrderBy(channel => channel.Rank).ThenBy(channel => channel.Id).ToListAsync(cancel);
        if (themes.Count == 0 && channels.Count == 0)
        {
            return null;
        }

        var keys = await db.Set<SocialAccount>().AsNoTracking().Where(account => account.Brand == plan.Brand && account.ArchivedAt == null).ToDictionaryAsync(account => account.Id, account => account.Key, cancel);
        // Dated highlights are over when the cycle is; those that come every year come again.
        var highlights = (await db.Set<Activation>().AsNoTracking().Where(each => each.Plan == plan.Id).ToListAsync(cancel))
            .Where(each => !nextCycle || each.Kind == ActivationKind.Seasonal).ToLookup(each => each.Channel);
        var slots = (await db.Set<ConversationSlot>().AsNoTracking().Where(each => each.Plan == plan.Id).ToListAsync(cancel)).ToLookup(each => each.Channel);
        return PartJson.Write(new WrittenChannels(
            themes.Select(WrittenTheme.Of).ToList().OrNull(),
            channels.Where(channel => !nextCycle || channel.Status != ChannelStatus.Rejected)
                .Select(channel => WrittenChannel.Of(channel, channel.Account is { } id ? keys.GetValueOrDefault(id) : null, highlights[channel.Id], slots[channel.Id], people, nextCycle)).ToList().OrNull()));
    }

    public async Task ReadAsync(Plan plan, JsonNode part, CancellationToken cancel)
    {
        await people.LoadAsync(cancel);
        var written = PartJson.Read<WrittenChannels>(Name, part);
        foreach (var (theme, index) in (written.Themes ?? []).Select((theme, index) => (theme, index)))
        {
            db.Add(PartJson.At($"channels.themes[{index}]", () => theme.Make(plan, index + 1)));
        }

        var accounts = await known.ByKeyAsync(plan.Brand, cancel);
        var goals = await GoalsOfAsync(plan, cancel);
        foreach (var (each, index) in (written.Channels ?? []).Select((each, index) => (each, index)))
        {
            foreach (var thing in PartJson.At($"channels.channels[{index}]", () => each.Make(plan, index + 1, accounts, goals, people, clock.Now()).ToList()))
            {
                db.Add(thing);
            }
        }
    }

    private async Task<Dictionary<Id<Goal>, Goal>> GoalsOfAsync(Plan plan, CancellationToken cancel)
    {
        await db.Set<Goal>().Where(goal => goal.Plan == plan.Id).LoadAsync(cancel);
        return db.Set<Goal>().Local.Where(goal => goal.Plan == plan.Id).ToDictionary(goal => goal.Id);
    }
}
