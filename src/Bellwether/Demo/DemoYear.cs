using Bellwether.Actions;
using Bellwether.Audits;
using Bellwether.Goals;
using Bellwether.Kernel;
using Bellwether.Plans;
using Bellwether.Returns.Attribution;
using Bellwether.Storage;
using Bellwether.Tracking;
using NodaTime;

namespace Bellwether.Demo;

/// <summary>
/// Plays the year from review to review: posts go out and are clicked, orders come in, numbers are written down, work is
/// done, goals are looked at. The same every time.
/// </summary>
internal sealed class DemoYear(DemoStage stage, DemoScene scene, DemoSize size, IClickLog clicks, DemoProgress progress)
{
    // Seeded, so that screenshots and tests see the same year.
    private readonly Random chance = new(20_261_122);

    public async Task<(int Posts, int Numbers, int Clicks)> PlayAsync(ReviewSchedule schedule, CancellationToken cancel)
    {
        var posts = new DemoPosts(stage, scene, size, clicks, chance);
        var numbers = new DemoNumbers(stage, scene, chance);
        var reviews = DemoReviews.Past(scene, schedule, stage.Present);
        var from = scene.From;
        for (var turn = 0; turn <= reviews.Count; turn++)
        {
            progress.Tell(turn < reviews.Count ? $"the weeks until the review of {reviews[turn].InZone(scene.Brand.Zone).Date:d MMMM uuuu}" : "the last days", (double)turn / (reviews.Count + 1));
            // A minute is left for what comes to light after the credits of the last month were kept.
            stage.MoveTo(turn < reviews.Count ? reviews[turn] : stage.Present - Duration.FromMinutes(1));
            var until = stage.Now.InZone(scene.Brand.Zone).Date;
            await posts.PublishAsync(from, until, cancel);
            await numbers.WriteDownAsync(from, until, posts.Days, cancel);
            await stage.AskAsync(new RollTracking(scene.Brand.Id, Period.DaysBetween(from, until) + 1), cancel);
            await stage.AskAsync(new KeepCredits(scene.Brand.Id), cancel);
            await WorkAsync(until, cancel);
            await LookAtGoalsAsync(turn, cancel);
            if (turn < reviews.Count)
            {
                await DemoReviews.HoldAsync(stage, scene, turn, turn == reviews.Count - 1, cancel);
            }

            from = until.PlusDays(1);
        }

        stage.MoveTo(stage.Present);
        await CalledOffAsync(cancel);
        await NextWeekAsync(cancel);
        await posts.PlanAheadAsync(cancel);
        await DemoCare.PlayAsync(stage, scene, cancel);
        await DemoReturns.PlayAsync(stage, scene, cancel);
        await DemoRivals.CompareAsync(stage, scene, cancel);
        foreach (var account in new[] { scene.Bluesky, scene.Instagram })
        {
            await stage.AskAsync(scene.Cast.Ben, new ChangeSocialAccount(account.Id, LastPost: posts.Days.Count > 0 ? posts.Days.Keys.Max() : null), cancel);
        }

        return (posts.Published, numbers.Written, posts.Clicks);
    }

    /// <summary>One order of a month that was reported already is called off: what was reported stays, and a revision says why it differs.</summary>
    private async Task CalledOffAsync(CancellationToken cancel)
    {
        if (await stage.AskAsync(new CreditRevisionList(scene.Brand.Id), cancel) is not [var kept, ..])
        {
            return;
        }

        var orders = (await stage.AskAsync(new ConversionList(scene.Brand.Id, Take: 200), cancel)).Items;
        if (orders.FirstOrDefault(one => one.At.InZone(scene.Brand.Zone).Date is var day && day >= kept.Month && day < kept.Month.PlusMonths(1)) is { } order)
        {
            await stage.AskAsync(scene.Cast.Cleo, new VoidConversion(order.Id, "The office called the tray off."), cancel);
            await stage.AskAsync(new RollTracking(scene.Brand.Id, 93), cancel);
            await stage.AskAsync(new KeepCredits(scene.Brand.Id), cancel);
        }
    }

    /// <summary>Whoever is accountable ticks off what was due; one thing stays open, as it does.</summary>
    private async Task WorkAsync(LocalDate until, CancellationToken cancel)
    {
        var (ana, ben, cleo) = scene.Cast;
        var due = (await stage.AskAsync(new ActionOutline(scene.Plan), cancel)).Rows
            .Where(work => work is { Kind: WorkKind.ActionItem, State: not WorkState.Done } && work.DueAtLatest < until).ToList();
        foreach (var work in due)
        {
            var who = new[] { ana, ben, cleo }.FirstOrDefault(person => person.Id == work.Owner);
            await (who is null ? stage.AskAsync(new TickWork(work.Id), cancel) : stage.AskAsync(who, new TickWork(work.Id), cancel));
        }
    }

    /// <summary>The owners say how sure they are, a little surer each time.</summary>
    private async Task LookAtGoalsAsync(int turn, CancellationToken cancel)
    {
        string[] notes = ["As expected so far.", "A good month: the posts in the morning are read.", "Slower than I hoped, but steady.", "I would bet on it now."];
        foreach (var (goal, place) in scene.Goals.Select((goal, place) => (goal, place)))
        {
            var checkIn = new CheckInGoal(goal.Id, Confidence: Math.Min(0.9m, 0.45m + (0.04m * turn) + (0.05m * place)), Note: notes[(turn + place) % notes.Length]);
            var who = new[] { scene.Cast.Ana, scene.Cast.Ben }.FirstOrDefault(person => person.Id == goal.Owner);
            await (who is null ? stage.AskAsync(checkIn, cancel) : stage.AskAsync(who, checkIn, cancel));
        }
    }

    /// <summary>Something is due for everybody within the week, and one thing is late.</summary>
    private async Task NextWeekAsync(CancellationToken cancel)
    {
        var (ana, ben, cleo) = scene.Cast;
        var tactics = (await stage.AskAsync(new ActionOutline(scene.Plan), cancel)).Rows.Where(work => work.Kind == WorkKind.Tactic).ToList();
        var orders = Id<Tactic>.Parse(tactics.First(work => work.Title.Contains("order", StringComparison.Ordinal)).Id);
        var mornings = Id<Tactic>.Parse(tactics.First(work => work.Title.Contains("morning", StringComparison.Ordinal)).Id);
        AddActionItem Add(string title, Id<Tactic> tactic, Id<People.Member> who, int days, string done) =>
            new(scene.Plan, title, tactic, Accountable: who, Due: scene.Today.PlusDays(days), DoneWhen: done);
        await stage.AskAsync(ana, Add("Agree on the price of a tray for twelve", orders, ana.Id, 6, "The price is on the menu page"), cancel);
        await stage.AskAsync(ana, Add("Take a picture of each dish in daylight", mornings, ben.Id, 4, "Seven dishes are in the library with alternative texts"), cancel);
        await stage.AskAsync(ana, Add("Write last week's numbers into the grid", mornings, cleo.Id, 1, "No week of the grid is empty"), cancel);
        await stage.AskAsync(ana, Add("Bring the card with the code TACO2 to ten more offices", orders, scene.Owner, 2, "Ten names and dates on the list"), cancel);
        await stage.AskAsync(ana, Add("Answer the question of the library about a standing order", orders, scene.Owner, -1, "They have an answer"), cancel);
    }
}
