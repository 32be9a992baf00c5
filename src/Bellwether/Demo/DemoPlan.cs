using Bellwether.Actions;
using Bellwether.Audits;
using Bellwether.Brands;
using Bellwether.Channels;
using Bellwether.Goals;
using Bellwether.Kernel;
using Bellwether.Metrics;
using Bellwether.People;
using Bellwether.Plans;
using NodaTime;

namespace Bellwether.Demo;

/// <summary>What the demo's year is played on.</summary>
/// <param name="Channel">The channel that its links count for.</param>
/// <param name="From">The first day of its data.</param>
/// <param name="Today">The brand's date.</param>
internal sealed record DemoScene(Brand Brand, PlanView Plan, SocialAccountView Bluesky, SocialAccountView Instagram, ChannelView Channel, IReadOnlyList<GoalRow> Goals, LocalDate From, LocalDate Today);

/// <summary>Makes the demo's plan by the product's own use cases, from the restaurant template.</summary>
[Scoped]
public sealed class DemoPlan(Runner runner, ICurrent current, DemoResearch research, TimeProvider clock)
{
    public const string BrandName = "Taco Loco (demo)";
    private const string Template = "restaurant-information-solo";

    internal async Task<DemoScene> MakeAsync(Brand brand, DemoSize size, CancellationToken cancel)
    {
        var today = clock.Today(brand.Zone);
        var from = size == DemoSize.Small ? today.PlusMonths(-3) : today.PlusYears(-1);
        var me = current.MemberKey is { } key ? new Id<Member>(key) : (Id<Member>?)null;
        var bluesky = await AskAsync(new AddSocialAccount(brand.Id, "bluesky", "tacoloco.example", "https://bsky.app/profile/tacoloco.example", "Tell the neighbourhood where the van stands today.", me), cancel);
        var instagram = await AskAsync(new AddSocialAccount(brand.Id, "instagram", "tacoloco.demo", "https://instagram.com/tacoloco.demo", "Make people nearby hungry before noon.", me), cancel);
        var plan = await AskAsync(new OutlinePlan(brand.Id, "A fuller lunch hour", Start: from, End: today.PlusMonths(6), Template: Template), cancel);
        await AskAsync(new ChangePlan(plan.Id, Picture: "At half past twelve there is a queue, and it knows the dish of the day by name.", PictureBy: today.PlusMonths(6), ReviewRule: "FREQ=MONTHLY;BYDAY=-1TH", ReviewTime: new LocalTime(15, 0), ReviewMove: DayOffMove.Earlier), cancel);
        var followers = await AskAsync(new AddGoal(plan.Id, "The neighbourhood follows us on Bluesky"), cancel);
        await AskAsync(new AddKpiTarget(followers.Id, new KpiSheet("followers", TargetType.IncreaseTo, 2400, 1180, from, Start: from, Deadline: today.PlusMonths(6), Subject: bluesky.Id.ToString(), Source: "Bluesky profile", Collector: me, Frequency: PeriodLength.Week)), cancel);
        foreach (var work in (await AskAsync(new ActionOutline(plan.Id), cancel)).Rows)
        {
            await AskAsync(new AssignWork(work.Id, me), cancel);
            if (work.Kind == WorkKind.ActionItem)
            {
                await AskAsync(new ChangeWork(work.Id, Due: today.PlusDays(3 + (work.Place * 4))), cancel);
            }
        }

        foreach (var known in (await AskAsync(new ChannelList(plan.Id), cancel)).Where(known => known.Network == instagram.Network))
        {
            await AskAsync(new RunChannelOn(known.Id, instagram.Id), cancel);
        }

        var channel = await AskAsync(new AddChannel(plan.Id, Account: bluesky.Id), cancel);
        await research.MakeAsync(brand, plan.Id, followers.Id, today, cancel);
        var goals = await AskAsync(new GoalList(plan.Id), cancel);
        await AskAsync(new WriteMission(channel.Id, "Tell the neighbourhood where lunch is today.", followers.Id), cancel);
        return new DemoScene(brand, plan, bluesky, instagram, channel, goals, from, today);
    }

    private Task<TResult> AskAsync<TResult>(IRequest<TResult> request, CancellationToken cancel) =>
        runner.RunAsync(request, asker => asker.Become(current), cancel);
}
