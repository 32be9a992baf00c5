using System.Globalization;
using Bellwether.Audits;
using Bellwether.Goals;
using Bellwether.Kernel;
using Bellwether.Networks;
using Bellwether.Plans;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Channels;

/// <summary>A post that does not fit the channel's mission.</summary>
/// <param name="Post">The post's id.</param>
public sealed record DeviatingPost(string Post, string Title, Instant At, bool IsOut);

/// <summary>How a channel keeps to its mission.</summary>
/// <param name="Fitting">How many of the last posts fit: they serve the mission's goal, or belong to a theme that carries it.</param>
/// <param name="Looked">How many were looked at: the last ten that went out in 90 days.</param>
/// <param name="Reasons">Why it is worth a look, in sentences; empty while it keeps to its mission.</param>
/// <param name="Deviating">Which of them do not fit, and what is planned that does not.</param>
/// <param name="Openings">Times in the next two weeks that would bring it back, local times of the brand.</param>
/// <param name="Mix">The mix of those 90 days against the shares.</param>
public sealed record MissionKeeping(
    Id<Channel> Channel, string Network, string NetworkLabel, string Mission, Id<Goal>? Goal, GoalStatus? GoalStatus, int Fitting, int Looked,
    IReadOnlyList<string> Reasons, IReadOnlyList<DeviatingPost> Deviating, IReadOnlyList<LocalDateTime> Openings, ContentMix Mix);

/// <summary>
/// Each channel in use beside its mission: whether its last posts fit, its goal keeps pace and its mix keeps to the shares.
/// Where one of them slips, the mission is shown with the posts that deviate and times to make up for it.
/// </summary>
[Needs(Permission.Read)]
public sealed record MissionWatch(Id<Plan> Plan) : IQuery<IReadOnlyList<MissionKeeping>>
{
    /// <summary>How many of the last posts are looked at.</summary>
    public const int Last = 10;

    // Fewer posts say more about the start than about the course. Half off the mission, or a fifth off the mix, is a drift; the bounds are ours.
    private const int Few = 5;
    private const decimal MixDrift = 0.2m;

    internal sealed class Handler(Db db, PlanFinder plans, ChannelPosts posts, CadenceBook cadences, GoalAssessments assessments, TimeProvider clock) : IHandle<MissionWatch, IReadOnlyList<MissionKeeping>>
    {
        public async Task<IReadOnlyList<MissionKeeping>> HandleAsync(MissionWatch request, CancellationToken cancel)
        {
            var (plan, brand) = await plans.FindWithBrandAsync(request.Plan, cancel);
            var channels = await db.Set<Channel>().AsNoTracking().Where(row => row.Plan == plan.Id && row.Status == ChannelStatus.Active && row.Mission != null).OrderBy(row => row.Rank).ThenBy(row => row.Id).ToListAsync(cancel);
            var ids = channels.Select(channel => channel.Account).OfType<Id<SocialAccount>>().ToList();
            var accounts = await db.Set<SocialAccount>().AsNoTracking().Where(account => ids.Contains(account.Id)).ToListAsync(cancel);
            var rhythm = await cadences.OfAsync(accounts, cancel);
            var now = clock.Now();
            var all = (await posts.FindAsync(brand.Id, ids, now - Duration.FromDays(90), now + Duration.FromDays(21), cancel)).ToLookup(post => post.Account);
            var themes = await db.Set<ContentPillar>().AsNoTracking().Where(pillar => pillar.Plan == plan.Id).ToDictionaryAsync(pillar => pillar.Id, pillar => pillar.Name, cancel);
            var goals = (await assessments.AllAsync(plan, brand, cancel)).ToDictionary(assessed => assessed.Goal.Id);
            return [.. channels.Select(channel => Keep(
                channel, channel.Account is { } account ? [.. all[account]] : [], channel.Account is { } of ? rhythm[of].Cadence : Cadence.Free,
                channel.PrimaryGoal is { } goal ? goals.GetValueOrDefault(goal) : null, themes, now.InZone(brand.Zone).LocalDateTime, brand.Zone, brand.WeekStart))];
        }

        private static MissionKeeping Keep(
            Channel channel, List<ChannelPost> found, Cadence cadence, AssessedGoal? goal, Dictionary<Id<ContentPillar>, string> themes, LocalDateTime now, DateTimeZone zone, IsoDayOfWeek weekStart)
        {
            var last = found.Where(post => post.IsOut).TakeLast(Last).ToList();
            var fitting = last.Count(post => channel.Fits(post.Goal, post.Theme));
            var mix = ContentMix.Of(channel.Themes, [.. found.Where(post => post.IsOut).Select(post => post.Theme)]);
            var reasons = Reasons(channel, goal, last.Count, fitting, mix, themes).ToList();
            var off = last.Concat(found.Where(post => !post.IsOut)).Where(post => !channel.Fits(post.Goal, post.Theme));
            var planned = found.Select(post => post.At.InZone(zone).LocalDateTime).ToList();
            var weeks = reasons.Count == 0 ? [] : CadenceGaps.Of(cadence, planned, now.Date, now.Date.PlusDays(13), weekStart, now);
            return new MissionKeeping(
                channel.Id, channel.Network, NetworkCatalogue.Of(channel.Network).Name, channel.Mission!, channel.PrimaryGoal, goal?.Status, fitting, last.Count, reasons,
                reasons.Count == 0 ? [] : [.. off.Select(post => new DeviatingPost(post.Post, post.Title, post.At, post.IsOut))],
                [.. weeks.SelectMany(week => week.Openings).Take(6)], mix);
        }

        private static IEnumerable<string> Reasons(Channel channel, AssessedGoal? goal, int looked, int fitting, ContentMix mix, Dictionary<Id<ContentPillar>, string> themes)
        {
            if (looked >= Few && fitting * 2 < looked)
            {
                yield return $"{fitting} of the last {looked} posts fit the mission.";
            }

            if (goal?.Status is GoalStatus.Lagging or GoalStatus.AtRisk)
            {
                yield return $"“{goal.Goal.Title}” is {(goal.Status == GoalStatus.AtRisk ? "at risk" : "lagging")}.";
            }

            if (mix.Posts >= Few && mix.Distance > MixDrift)
            {
                var next = mix.Next is { } theme && themes.TryGetValue(theme, out var name) ? $" The next post should be “{name}”." : "";
                yield return string.Create(CultureInfo.InvariantCulture, $"The mix is {mix.Distance:0.00} away from its shares (0 is as planned).{next}");
            }
        }
    }
}
