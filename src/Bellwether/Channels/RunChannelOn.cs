using Bellwether.Audits;
using Bellwether.Kernel;
using Bellwether.Storage;

namespace Bellwether.Channels;

/// <summary>Says which account a channel runs on; none given takes it away.</summary>
[Needs(Permission.EditPlan)]
public sealed record RunChannelOn(Id<Channel> Channel, Id<SocialAccount>? Account = null) : ICommand<ChannelView>
{
    internal sealed class Handler(Db db, ChannelFinder finder, ChannelSheets sheets, Journal journal) : IHandle<RunChannelOn, ChannelView>
    {
        public async Task<ChannelView> HandleAsync(RunChannelOn request, CancellationToken cancel)
        {
            var channel = await finder.EditAsync(request.Channel, cancel);
            var account = request.Account is { } id ? await db.FindAsync(id, "account", cancel) : null;
            channel.RunOn(account);
            await Twins.RefuseAsync(db, channel, cancel);
            journal.Say(account is null ? $"took the account from the channel {channel.Network}" : $"put the channel {channel.Network} on the account “{account.Handle}”", channel.Brand.Value, channel.Plan.Value, channel.Id);
            return await sheets.OfAsync(channel, cancel);
        }
    }
}
