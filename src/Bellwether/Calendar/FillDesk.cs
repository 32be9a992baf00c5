using Bellwether.Audits;
using Bellwether.Brands;
using Bellwether.Channels;
using Bellwether.Kernel;
using Bellwether.Networks;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Calendar;

/// <summary>Gathers what the <see cref="FillPlanner"/> needs and asks it: for the dry run and for the real one the same.</summary>
[Scoped]
public sealed class FillDesk(Db db, Prechecker prechecker)
{
    /// <summary>The most days filled at once.</summary>
    public const int MostDays = 92;

    /// <summary>The most slots filled at once.</summary>
    public const int MostSlots = 400;

    /// <summary>What filling does in a span of the brand's days, both included; 422 for a span that is reversed or too long.</summary>
    internal async Task<IReadOnlyList<FillSlot>> PlanAsync(PostTemplate template, Brand brand, LocalDate from, LocalDate to, Instant now, CancellationToken cancel)
    {
        Rule.Require(from <= to, "span-reversed", "The first day is after the last one. Swap them.", "to");
        Rule.Require(NodaTime.Period.DaysBetween(from, to) < MostDays, "span-too-long", $"The calendar is filled for at most {MostDays} days at once. Choose fewer.", "to");
        Rule.Require(template.ArchivedAt is null, "template-archived", "The template is archived. Restore it first.");
        var filled = await db.Set<FilledPost>().Where(row => row.Template == template.Id && row.Day >= from && row.Day <= to).ToListAsync(cancel);
        var ids = filled.Select(row => row.Post).ToList();
        var posts = await db.Set<Post>().Where(post => ids.Contains(post.Id)).ToDictionaryAsync(post => post.Id, cancel);
        var targets = await TargetsAsync(template, cancel);
        var slots = FillPlanner.Of(new FillFacts(template, targets, from, to, brand.Zone, now, [.. filled.Select(row => (row, posts.GetValueOrDefault(row.Post)))]));
        Rule.Require(slots.Count <= MostSlots, "slots-too-many", $"That would be {slots.Count} posts. Fill fewer days at once.", "to");
        return [.. slots.Select(slot => slot.Step is FillStep.Make or FillStep.Change ? slot with { Warnings = Warnings(slot.Content!) } : slot)];
    }

    /// <summary>Where a template goes out: its accounts, and the accounts that its channels have by now.</summary>
    internal async Task<IReadOnlyList<TellingTarget>> TargetsAsync(PostTemplate template, CancellationToken cancel)
    {
        var channelIds = template.Tellings.Where(told => told.Channel is not null).Select(told => told.Channel!.Value).ToList();
        var channels = await db.Set<Channel>().AsNoTracking().Where(row => channelIds.Contains(row.Id)).ToDictionaryAsync(row => row.Id, cancel);
        var accountIds = template.Tellings.Select(told => told.Account).Concat(channels.Values.Select(channel => channel.Account)).OfType<Id<SocialAccount>>().ToList();
        var accounts = await db.Set<SocialAccount>().AsNoTracking().Where(row => accountIds.Contains(row.Id) && row.ArchivedAt == null).ToDictionaryAsync(row => row.Id, cancel);
        var targets = new List<TellingTarget>();
        foreach (var told in template.Tellings)
        {
            var channel = told.Channel is { } id ? channels.GetValueOrDefault(id) : null;
            var account = (told.Account ?? channel?.Account) is { } wanted ? accounts.GetValueOrDefault(wanted) : null;
            if (account is null && channel is null && told.Channel is not null)
            {
                // The channel was removed from the plan: nothing goes out there any more.
                continue;
            }

            var network = account?.Network ?? channel?.Network ?? "";
            targets.Add(new TellingTarget(told, account?.Id, network, network.Length == 0 ? "An archived account" : NetworkCatalogue.Of(network).Name));
        }

        return [.. targets.GroupBy(target => target.Account?.ToString() ?? target.Told.Channel?.ToString() ?? "").Select(same => same.First())];
    }

    private List<string> Warnings(FilledContent content) =>
    [
        .. from variant in content.Variants
           let network = NetworkCatalogue.Of(variant.Network)
           from part in ThreadText.Parts(prechecker.Sent(variant.Text ?? content.Text, variant.Network, Mentions.None))
           from fit in TextFit.Of(network, part)
           where !fit.Fits
           select fit.Problem,
    ];
}
