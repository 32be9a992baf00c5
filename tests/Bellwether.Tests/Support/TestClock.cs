namespace Bellwether.Tests.Support;

/// <summary>A clock that stands still until a test moves it; delays and timers that fall due on the way fire in order.</summary>
public sealed class TestClock(DateTimeOffset start) : TimeProvider
{
    private readonly Lock gate = new();
    private readonly List<Alarm> alarms = [];
    private long elapsed;
    private long made;

    /// <summary>Starts on a Thursday morning that is the same in every run: 2026-03-26 08:00 UTC.</summary>
    public TestClock()
        : this(new DateTimeOffset(2026, 3, 26, 8, 0, 0, TimeSpan.Zero))
    {
    }

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => Interlocked.Read(ref elapsed);

    public override DateTimeOffset GetUtcNow() => start.AddTicks(GetTimestamp()).ToUniversalTime();

    /// <summary>Moves the clock forward; each timer sees the instant it was due at.</summary>
    public void Advance(TimeSpan by)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(by, TimeSpan.Zero);
        var target = GetTimestamp() + by.Ticks;
        while (NextDue(target) is { } alarm)
            alarm.Ring();
        Interlocked.Exchange(ref elapsed, target);
    }

    /// <summary>Moves the clock forward to an instant; the past is refused.</summary>
    public void AdvanceTo(DateTimeOffset instant) => Advance(instant - GetUtcNow());

    /// <summary>Whether somebody waits for a moment at least so far ahead: then what they do before waiting is done.</summary>
    public bool IsAwaited(TimeSpan ahead)
    {
        lock (gate)
            return alarms.Exists(alarm => alarm.Due >= GetTimestamp() + ahead.Ticks);
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var alarm = new Alarm(this, () => callback(state), Interlocked.Increment(ref made));
        alarm.Change(dueTime, period);
        return alarm;
    }

    private Alarm? NextDue(long target)
    {
        lock (gate)
        {
            var next = alarms.Where(alarm => alarm.Due <= target).OrderBy(alarm => alarm.Due).ThenBy(alarm => alarm.Number).FirstOrDefault();
            if (next is null)
                return null;
            Interlocked.Exchange(ref elapsed, Math.Max(next.Due, elapsed));
            if (next.Period > 0)
                next.Due += next.Period;
            else
                alarms.Remove(next);
            return next;
        }
    }

    private sealed class Alarm(TestClock clock, Action ring, long number) : ITimer
    {
        public long Number => number;

        public long Due { get; set; }

        public long Period { get; private set; }

        public void Ring() => ring();

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            bool now;
            lock (clock.gate)
            {
                clock.alarms.Remove(this);
                Period = period == Timeout.InfiniteTimeSpan ? 0 : period.Ticks;
                Due = clock.GetTimestamp() + dueTime.Ticks;
                now = dueTime == TimeSpan.Zero;
                if (now)
                    Due += Period;
                if (dueTime != Timeout.InfiniteTimeSpan && (!now || Period > 0))
                    clock.alarms.Add(this);
            }
            if (now)
                ThreadPool.QueueUserWorkItem(_ => ring());
            return true;
        }

        public void Dispose()
        {
            lock (clock.gate)
                clock.alarms.Remove(this);
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
