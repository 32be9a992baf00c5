using Bellwether.Kernel;
using Bellwether.People;
using Bellwether.Plans;
using Bellwether.Storage;

namespace Bellwether.Returns.Hours;

/// <summary>The timer of whoever asks.</summary>
/// <param name="Timer">Null while none runs.</param>
public sealed record MyTimerView(TimerView? Timer);

/// <summary>The timer of whoever asks, wherever it runs.</summary>
[Needs(Permission.TakePart)]
public sealed record MyTimer : IQuery<MyTimerView>
{
    internal sealed class Handler(TimerDesk desk) : IHandle<MyTimer, MyTimerView>
    {
        public async Task<MyTimerView> HandleAsync(MyTimer request, CancellationToken cancel) => new(await desk.MineAsync(cancel));
    }
}

/// <summary>Starts a timer. Each member has one at most: 409 while another runs.</summary>
/// <param name="Work">The id of what it is for; none is the plan as a whole.</param>
[Needs(Permission.TakePart)]
public sealed record StartTimer(Id<Plan> Plan, string? Work = null, string? Note = null) : ICommand<TimerView>
{
    internal sealed class Handler(Db db, TimeDesk desk, TimerDesk timers, TimeProvider clock) : IHandle<StartTimer, TimerView>
    {
        public async Task<TimerView> HandleAsync(StartTimer request, CancellationToken cancel)
        {
            var (plan, _, _) = await desk.SceneAsync(request.Plan, cancel);
            if (await timers.MineAsync(cancel) is { } running)
            {
                throw Rule.Conflict("timer-runs", $"A timer runs already, for “{running.WorkTitle}”. Stop that one first.");
            }

            await desk.TitleAsync(request.Work, plan, cancel);
            var timer = new RunningTimer(plan, desk.Me, request.Work, request.Note, clock.Now());
            db.Add(timer);
            return await timers.ViewAsync(timer, cancel);
        }
    }
}

/// <summary>What came of a timer that was stopped.</summary>
/// <param name="Entry">The time that was entered; null when the timer ran for less than a minute.</param>
/// <param name="Why">Why nothing was entered; null when something was.</param>
public sealed record StoppedTimer(TimeEntryView? Entry, string? Why);

/// <summary>Stops the timer and enters its time on the day it was started; of one that ran for less than a minute nothing is kept. One that ran over night or longer than ten hours is not believed: say how long it was.</summary>
/// <param name="Time">How long it was: 1:30, 1.5 or 90m; as long as the timer ran when left out.</param>
[Needs(Permission.TakePart)]
public sealed record StopTimer(string? Time = null, string? Note = null) : ICommand<StoppedTimer>
{
    internal sealed class Handler(Db db, TimeDesk desk, TimerDesk timers, Journal journal, TimeProvider clock) : IHandle<StopTimer, StoppedTimer>
    {
        public async Task<StoppedTimer> HandleAsync(StopTimer request, CancellationToken cancel)
        {
            var timer = await timers.FindAsync(cancel) ?? throw Rule.Conflict("timer-stopped", "No timer runs. Perhaps it was stopped in another window.");
            if (request.Time is null && timer.IsSlip(clock.Now()))
            {
                db.Remove(timer);
                return new StoppedTimer(null, "The timer ran for less than a minute, so no time was kept. If you worked longer, enter it into the week.");
            }

            var (plan, brand, today) = await desk.SceneAsync(timer.Plan, cancel);
            Rule.Require(
                request.Time is not null || !timer.IsDoubtful(clock.Now(), brand.Zone), "timer-forgotten",
                $"The timer ran since {timer.DayIn(brand.Zone):uuuu-MM-dd}, {HoursText.Say(timer.MinutesUntil(clock.Now()))} h. Say how long you worked.", "time");
            var minutes = request.Time is { } time ? LogTime.Read(time) : timer.MinutesUntil(clock.Now());
            var entry = new TimeEntry(plan, timer.Member, new TimeSheet(timer.DayIn(brand.Zone), minutes, timer.Work, request.Note ?? timer.Note), today);
            var who = await db.FindAsync<Member>(timer.Member, "member", cancel);
            await desk.RoomAsync(who, entry.Day, entry.Minutes, cancel);
            db.Add(entry);
            db.Remove(timer);
            var title = await desk.TitleAsync(timer.Work, plan, cancel);
            journal.Say($"entered {HoursText.Say(entry.Minutes)} h{(title is null ? "" : $" for “{title}”")}", plan.Brand.Value, plan.Id.Value, entry.Id);
            return new StoppedTimer(desk.View(entry, who.Name, title), null);
        }
    }
}

/// <summary>Drops the timer that runs; no time is entered.</summary>
[Needs(Permission.TakePart)]
public sealed record DropTimer : ICommand<Done>
{
    internal sealed class Handler(Db db, TimerDesk timers) : IHandle<DropTimer, Done>
    {
        public async Task<Done> HandleAsync(DropTimer request, CancellationToken cancel)
        {
            if (await timers.FindAsync(cancel) is { } timer)
            {
                db.Remove(timer);
            }

            return Done.It;
        }
    }
}
