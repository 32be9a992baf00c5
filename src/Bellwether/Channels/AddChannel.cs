using Bellwether.Audits;
using Bellwether.Kernel;
using Bellwether.Plans;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Channels;

/// <summary>Adds a network to the plan, as a candidate or already in use; the account may follow.</summary>
/// <param name="Network">The network's key; left out, it is the account's.</param>
[Needs(Permission.EditPlan)]
public sealed record AddChannel(Id<Plan> Plan, string? Network = null, Id<SocialAccount>? Account = null, ChannelStatus Status = ChannelStatus.Active) : ICommand<ChannelView>
{
    internal sealed class Handler(Db db, ChannelFinder finder, ChannelSheets sheets, Journal journal) : IHandle<AddChannel, ChannelView>
    {
        public async Task<ChannelView> HandleAsync(AddChannel request, CancellationToken cancel)
        {
            var plan = await finder.EditAsync(request.Plan, cancel);
            var account = request.Account is { } id ? await db.FindAsync(id, "account", cancel) : null;
            Rule.Require(account is not null || request.Network is not null, "network-missing", "Say which network it is.", "network");
            var last = await db.Set<Channel>().Where(other => other.Plan == plan.Id).MaxAsync(other => (int?)other.Rank, cancel) ?? 0;
            var channel = new Channel(plan, request.Network ?? account!.Network, last + 1);
            channel.RunOn(account);
            channel.Decide(request.Status, null);
            await Twins.RefuseAsync(db, channel, cancel);
            db.Add(channel);
            journal.Say($"added the channel {channel.Network}", channel.Brand.Value, channel.Plan.Value, channel.Id);
            return await sheets.OfAsync(channel, cancel);
        }
    }
}

/// <summary>One account is one channel of a plan; a network without an account stands there once.</summary>
internal static class Twins
{
    public static async Task RefuseAsync(Db db, Channel channel, CancellationToken cancel)
    {
        var there = await db.Set<Channel>().AsNoTracking()
            .AnyAsync(other => other.Plan == channel.Plan && other.Id != channel.Id && other.Network == channel.Network && other.Account == channel.Account, cancel);
        if (there)
        {
            throw Rule.Conflict("channel-known", $"{channel.Network} is in the plan already{(channel.Account is null ? "" : " with this account")}. Open that channel instead.", "network");
        }
    }
}
