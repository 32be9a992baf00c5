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
        var ideas = await db.Set<OperationIdea>().AsNoTracking().Where(idea => idea.Plan == plan.Id).OrderBy(idea => idea.Id).ToListAsync(cancel);
        var rules = await db.Set<PortfolioRules>().AsNoTracking().FirstOrDefaultAsync(row => row.Plan == plan.Id, cancel);
        var cadences = await db.Set<CadencePolicy>().AsNoTracking().Where(policy => policy.Brand == plan.Brand).ToListAsync(cancel);
        if (themes.Count == 0 && channels.Count == 0 && ideas.Count == 0 && rules is null && cadences.Count == 0)
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
                .Select(channel => WrittenChannel.Of(channel, channel.Account is { } id ? keys.GetValueOrDefault(id) : null, highlights[channel.Id], slots[channel.Id], people, nextCycle)).ToList().OrNull(),
            ideas.Where(idea => !nextCycle || idea.State == OperationIdeaState.Open).Select(WrittenIdea.Of).ToList().OrNull(),
            WrittenRules.Of(rules, people),
            cadences.Where(policy => keys.ContainsKey(policy.Account))
                .Select(policy => new WrittenCadence(keys[policy.Account], policy.Cadence.Day, policy.Cadence.Week, policy.Cadence.SpacingMinutes, policy.Cadence.Quiet))
                .OrderBy(cadence => cadence.Account, StringComparer.Ordinal).ToList().OrNull()));
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
        var today = clock.Today((await db.FindAsync(plan.Brand, "brand", cancel)).Zone);
        foreach (var (each, index) in (written.Channels ?? []).Select((each, index) => (each, index)))
        {
            foreach (var thing in PartJson.At($"channels.channels[{index}]", () => each.Make(plan, index + 1, accounts, goals, people, clock.Now(), today).ToList()))
            {
                db.Add(thing);
            }
        }

        db.AddRange((written.Ideas ?? []).Select(idea => idea.Make(plan)));
        if (written.Rules is { } rules)
        {
            db.Add(rules.Make(plan, people));
        }

        await ReadCadencesAsync(plan, written.Cadences ?? [], accounts, cancel);
    }

    /// <summary>A cadence is the account's: one it has already is not overwritten by a file.</summary>
    private async Task ReadCadencesAsync(Plan plan, IReadOnlyList<WrittenCadence> cadences, Dictionary<string, SocialAccount> accounts, CancellationToken cancel)
    {
        var chosen = await db.Set<CadencePolicy>().Where(policy => policy.Brand == plan.Brand).Select(policy => policy.Account).ToListAsync(cancel);
        foreach (var (cadence, place) in cadences.Select((cadence, place) => (cadence, place)))
        {
            var policy = PartJson.At($"channels.cadences[{place}]", () =>
            {
                var account = accounts.GetValueOrDefault(cadence.Account) ?? throw Rule.Broken("part-invalid", $"there is no account “{cadence.Account}” in the file or the brand.", "channels");
                return new CadencePolicy(plan.Brand, account.Id, new Cadence(cadence.Day ?? new HowOften(), cadence.Week ?? new HowOften(), cadence.SpacingMinutes, cadence.Quiet).Checked());
            });
            if (!chosen.Contains(policy.Account))
            {
                db.Add(policy);
            }
        }
    }

    private async Task<Dictionary<Id<Goal>, Goal>> GoalsOfAsync(Plan plan, CancellationToken cancel)
    {
        await db.Set<Goal>().Where(goal => goal.Plan == plan.Id).LoadAsync(cancel);
        return db.Set<Goal>().Local.Where(goal => goal.Plan == plan.Id).ToDictionary(goal => goal.Id);
    }
}
