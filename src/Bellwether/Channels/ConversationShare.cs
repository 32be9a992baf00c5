using System.Globalization;
using Bellwether.Kernel;
using Bellwether.Metrics;
using Bellwether.Plans;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Channels;

/// <summary>How much some posts are answered.</summary>
/// <param name="Posts">How many posts there are.</param>
/// <param name="Measured">Those whose comments are known; the others count neither way.</param>
/// <param name="Comments">Comments and replies of the measured ones.</param>
/// <param name="Rate">Comments per measured post; null without one.</param>
public sealed record ConversationRate(int Posts, int Measured, decimal Comments, decimal? Rate)
{
    public static ConversationRate Of(IReadOnlyCollection<decimal?> comments)
    {
        var known = comments.OfType<decimal>().ToList();
        return new ConversationRate(comments.Count, known.Count, known.Sum(), Ratio.Of(known.Sum(), known.Count)?.Value);
    }
}

/// <summary>How often a starter was used.</summary>
public sealed record StarterUse(Id<ConversationStarter> Starter, string Text, int Posts);

/// <summary>How many posts start a conversation, and what that brings.</summary>
/// <param name="Posts">Posts that went out in the span.</param>
/// <param name="WithStarter">Those that contain a conversation starter.</param>
/// <param name="Share">Their share; null without posts.</param>
/// <param name="Interval">What the share leaves open; null without posts.</param>
/// <param name="With">Answers to posts with a starter.</param>
/// <param name="Without">Answers to the others.</param>
/// <param name="Message">The finding in a sentence, or what is missing.</param>
public sealed record ConversationShareView(
    LocalDate From, LocalDate To, int Posts, int WithStarter, decimal? Share, Wilson? Interval, ConversationRate With, ConversationRate Without, string Message, IReadOnlyList<StarterUse> Starters);

/// <summary>The share of posts with a conversation starter, and the conversation rate (comments per post) with and without one.</summary>
/// <param name="From">First day; 90 days ago when absent.</param>
/// <param name="To">Last day; today when absent.</param>
[Needs(Permission.Read)]
public sealed record ConversationShare(Id<Plan> Plan, LocalDate? From = null, LocalDate? To = null) : IQuery<ConversationShareView>
{
    // Fewer measured posts on a side say nothing about the difference.
    private const int Few = 5;

    internal sealed class Handler(Db db, PlanFinder plans, PositioningDesk desk, ChannelPosts posts, TimeProvider clock) : IHandle<ConversationShare, ConversationShareView>
    {
        public async Task<ConversationShareView> HandleAsync(ConversationShare request, CancellationToken cancel)
        {
            var plan = await plans.FindAsync(request.Plan, cancel);
            var zone = (await db.FindAsync(plan.Brand, "brand", cancel)).Zone;
            var to = request.To ?? clock.Today(zone);
            var from = request.From ?? to.PlusDays(-90);
            Rule.Require(from <= to, "span-reversed", "The first day is after the last one. Swap them.", "to");
            var starters = await desk.StartersAsync(plan.Id, cancel);
            var accounts = await db.Set<Channel>().AsNoTracking().Where(channel => channel.Plan == plan.Id && channel.Account != null).Select(channel => channel.Account!.Value).ToListAsync(cancel);
            var found = (await posts.FindAsync(plan.Brand, accounts, zone.AtStartOfDay(from).ToInstant(), zone.AtStartOfDay(to.PlusDays(1)).ToInstant(), cancel)).Where(post => post.IsOut).ToList();
            var comments = await posts.NumbersAsync(found, "comments", cancel);
            return Sum(from, to, found, comments, starters);
        }

        private static ConversationShareView Sum(LocalDate from, LocalDate to, List<ChannelPost> found, IReadOnlyList<decimal?> comments, IReadOnlyList<ConversationStarter> starters)
        {
            var used = found.Select(post => starters.Where(starter => SaidIn.Says(post.Text, starter.Text)).Select(starter => starter.Id).ToHashSet()).ToList();
            var count = used.Count(some => some.Count > 0);
            var with = ConversationRate.Of([.. comments.Where((_, i) => used[i].Count > 0)]);
            var without = ConversationRate.Of([.. comments.Where((_, i) => used[i].Count == 0)]);
            return new ConversationShareView(
                from, to, found.Count, count, Ratio.Of(count, found.Count)?.Value, Wilson.Of(count, found.Count), with, without, Say(found.Count, count, with, without, starters.Count),
                [.. starters.Select(starter => new StarterUse(starter.Id, starter.Text, used.Count(some => some.Contains(starter.Id)))).OrderByDescending(use => use.Posts)]);
        }

        private static string Say(int posts, int count, ConversationRate with, ConversationRate without, int starters)
        {
            var said = (starters, posts) switch
            {
                (0, _) => "There is no conversation starter yet, so none can be found in posts.",
                (_, 0) => "Nothing went out on the plan's channels in this span.",
                _ => string.Create(CultureInfo.InvariantCulture, $"{count} of {posts} posts start a conversation ({100m * count / posts:0.#} %)."),
            };
            if (starters == 0 || posts == 0)
            {
                return said;
            }

            return with.Measured < Few || without.Measured < Few
                ? $"{said} Too few posts with counted comments to compare: {with.Measured} with a starter, {without.Measured} without; at least {Few} of each are needed."
                : string.Create(CultureInfo.InvariantCulture, $"{said} They get {with.Rate:0.##} comments each, the others {without.Rate:0.##}.");
        }
    }
}
