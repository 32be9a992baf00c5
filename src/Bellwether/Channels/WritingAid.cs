using Bellwether.Audits;
using Bellwether.Brands;
using Bellwether.Goals;
using Bellwether.Kernel;
using Bellwether.Networks;
using Bellwether.Plans;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Channels;

/// <summary>What whoever writes for a plan should have at hand.</summary>
/// <param name="Voice">How the brand speaks.</param>
/// <param name="Words">The brand's words to use and to avoid.</param>
/// <param name="Guide">Content to promote and to avoid, and friends.</param>
/// <param name="Starters">Words that open conversations.</param>
public sealed record WritingAidView(string? Voice, BrandWords Words, ContentGuide Guide, IReadOnlyList<ConversationStarterView> Starters);

/// <summary>What whoever writes for a plan should have at hand: voice, words, what to promote and to avoid, conversation starters.</summary>
[Needs(Permission.Read)]
public sealed record WritingAid(Id<Plan> Plan) : IQuery<WritingAidView>
{
    internal sealed class Handler(PlanFinder plans, PositioningDesk desk) : IHandle<WritingAid, WritingAidView>
    {
        public async Task<WritingAidView> HandleAsync(WritingAid request, CancellationToken cancel)
        {
            var (plan, brand) = await plans.FindWithBrandAsync(request.Plan, cancel);
            var position = await desk.ReadAsync(plan, cancel);
            return new WritingAidView(position.Voice, brand.Words, position.Guide, [.. (await desk.StartersAsync(plan.Id, cancel)).Select(ConversationStarterView.Of)]);
        }
    }
}

/// <summary>Whether what is said on one channel fits its mission.</summary>
/// <param name="Fits">Null for a channel without a mission.</param>
/// <param name="Why">In a sentence.</param>
public sealed record MissionFit(Id<Channel> Channel, Id<SocialAccount>? Account, string NetworkLabel, string? Mission, bool? Fits, string Why);

/// <summary>For each channel in use whether a post that serves a goal and belongs to a theme fits its mission: it serves the mission's goal, or the theme carries the mission.</summary>
/// <param name="Goal">The goal the post serves.</param>
/// <param name="Theme">The theme it belongs to.</param>
[Needs(Permission.Read)]
public sealed record MissionFits(Id<Plan> Plan, Id<Goal>? Goal = null, Id<ContentPillar>? Theme = null) : IQuery<IReadOnlyList<MissionFit>>
{
    internal sealed class Handler(Db db, PlanFinder plans) : IHandle<MissionFits, IReadOnlyList<MissionFit>>
    {
        public async Task<IReadOnlyList<MissionFit>> HandleAsync(MissionFits request, CancellationToken cancel)
        {
            var plan = await plans.FindAsync(request.Plan, cancel);
            var channels = await db.Set<Channel>().AsNoTracking().Where(row => row.Plan == plan.Id && row.Status == ChannelStatus.Active).OrderBy(row => row.Rank).ThenBy(row => row.Id).ToListAsync(cancel);
            return [.. channels.Select(channel => Fit(channel, request))];
        }

        private static MissionFit Fit(Channel channel, MissionFits request)
        {
            var name = NetworkCatalogue.Of(channel.Network).Name;
            var (fits, why) = channel switch
            {
                { Mission: null } => ((bool?)null, $"{name} has no mission yet."),
                _ when request.Goal is not null && request.Goal == channel.PrimaryGoal => (true, "It serves the goal of the mission."),
                _ when channel.Fits(request.Goal, request.Theme) => (true, "Its theme carries the mission."),
                _ => (false, "It serves another goal, and its theme does not carry the mission."),
            };
            return new MissionFit(channel.Id, channel.Account, name, channel.Mission, fits, why);
        }
    }
}
