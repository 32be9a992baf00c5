using Bellwether.Kernel;
using Bellwether.Storage;
using NodaTime;

namespace Bellwether.Channels;

/// <summary>A channel's content mix: what went out and what is planned, each against the shares.</summary>
/// <param name="IsWhole">Whether the shares are 100 % together; otherwise no distance can be told.</param>
/// <param name="Out">What went out in the span.</param>
/// <param name="Planned">What is planned in the four weeks after it.</param>
public sealed record ChannelMixView(Id<Channel> Channel, LocalDate From, LocalDate To, bool IsWhole, ContentMix Out, ContentMix Planned);

/// <summary>The actual and the planned mix of a channel against its shares, the distance between them, and the theme the next post should have.</summary>
/// <param name="From">First day; 90 days ago when absent.</param>
/// <param name="To">Last day; today when absent.</param>
[Needs(Permission.Read)]
public sealed record ChannelMix(Id<Channel> Channel, LocalDate? From = null, LocalDate? To = null) : IQuery<ChannelMixView>
{
    internal sealed class Handler(Db db, ChannelFinder finder, ChannelPosts posts, TimeProvider clock) : IHandle<ChannelMix, ChannelMixView>
    {
        public async Task<ChannelMixView> HandleAsync(ChannelMix request, CancellationToken cancel)
        {
            var channel = await finder.FindAsync(request.Channel, cancel);
            var zone = (await db.FindAsync(channel.Brand, "brand", cancel)).Zone;
            var to = request.To ?? clock.Today(zone);
            var from = request.From ?? to.PlusDays(-90);
            Rule.Require(from <= to, "span-reversed", "The first day is after the last one. Swap them.", "to");
            var (start, end) = (zone.AtStartOfDay(from).ToInstant(), zone.AtStartOfDay(to.PlusDays(1)).ToInstant());
            var found = channel.Account is { } account ? await posts.FindAsync(channel.Brand, [account], start, end + Duration.FromDays(28), cancel) : [];
            return new ChannelMixView(
                channel.Id, from, to, channel.Themes.Sum(theme => theme.Share) == 100,
                ContentMix.Of(channel.Themes, [.. found.Where(post => post.IsOut && post.At < end).Select(post => post.Theme)]),
                ContentMix.Of(channel.Themes, [.. found.Where(post => !post.IsOut).Select(post => post.Theme)]));
        }
    }
}
