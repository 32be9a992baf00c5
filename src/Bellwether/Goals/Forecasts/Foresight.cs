using Bellwether.Metrics;
using NodaTime;

namespace Bellwether.Goals.Forecasts;

/// <summary>What may come on a day.</summary>
public sealed record FanPoint(LocalDate Day, decimal Middle, decimal Low, decimal High, decimal InnerLow, decimal InnerHigh);

/// <summary>A target's past, what it says about its end, and the fan from one to the other.</summary>
internal sealed class Foresight
{
    private const int FanPoints = 40;

    private readonly PastWay way;
    private readonly Outlook outlook;
    private readonly decimal shift;

    private Foresight(PastWay way, Outlook outlook, LocalDate end, double ahead, decimal level, decimal shift) =>
        (this.way, this.outlook, End, Ahead, Level, this.shift) = (way, outlook, end, ahead, level, shift);

    /// <summary>The day by which the target is to be reached.</summary>
    public LocalDate End { get; }

    /// <summary>How many steps lie ahead.</summary>
    public double Ahead { get; }

    /// <summary>Where the past's level has to be on that day.</summary>
    public decimal Level { get; }

    public int Known => way.Known;

    public double Step => way.Step;

    public ForecastMethod Method => outlook.Method;

    public bool Damped => outlook.Damped;

    /// <summary>The steps of the past, oldest first.</summary>
    public IReadOnlyList<decimal> Steps => [.. way.Readings.Zip(way.Readings.Skip(1), (one, next) => next.Value - one.Value)];

    /// <summary>How far it is from the last reading.</summary>
    public decimal Needed => Level - way.Last.Value;

    /// <summary>What a target's past says; nothing, and why, where it says nothing.</summary>
    public static (Foresight? Foresight, string Why, PastWay? Way) Of(AssessedTarget assessed, LocalDate today)
    {
        var (aim, way) = (assessed.Aim, PastWay.Of(assessed.Metric, assessed.Aim, assessed.Series, today));
        if (assessed.Target.Target is not { } target || EndOf(aim, today) is not { } end)
        {
            return (null, assessed.Target.Target is null ? "it has no target number" : "it has no deadline", way);
        }

        if (way is null || way.Known < Outlook.Fewest)
        {
            var known = way?.Known ?? Math.Min(assessed.Series.Count, 1);
            return (null, $"{known switch { 0 => "there is no number yet", 1 => "there is only 1 number", _ => $"there are only {known} numbers" }}; {Outlook.Fewest} of them would do", way);
        }

        var ahead = Period.DaysBetween(way.Last.Day, end) / way.Step;
        if (ahead < 1)
        {
            return (null, "the deadline is too near for a forecast", way);
        }

        // A count that begins anew is a part of the running total: the target moves up by what was there before.
        var counts = aim.Type is TargetType.CumulativeInPeriod or TargetType.Cadence;
        var before = counts ? way.Last.Value - (assessed.Pace.Actual ?? 0) : 0;
        return Outlook.Of([.. way.Readings.Select(reading => (double)reading.Value)], way.Daily, ahead) is { } outlook
            ? (new Foresight(way, outlook, end, ahead, target + before, before), "", way)
            : (null, "its numbers do not tell", way);
    }

    /// <summary>Chance that the level is reached, upwards or downwards.</summary>
    public double Chance(bool up) => up ? outlook.AtLeast((double)Level, Ahead) : outlook.AtMost((double)Level, Ahead);

    /// <summary>The same by resampling past steps exactly; nothing when too many steps lie ahead.</summary>
    public double? Check(bool up)
    {
        var sums = Bootstrap.Of(Steps, (int)Math.Min(int.MaxValue, Math.Round(Ahead)));
        return up ? sums?.AtLeast((double)Needed) : sums?.AtMost((double)Needed);
    }

    /// <summary>The fan from the last reading to the end, in the target's own numbers.</summary>
    public IReadOnlyList<FanPoint> Fan()
    {
        var many = (int)Math.Clamp(Math.Floor(Ahead), 1, FanPoints);
        var places = Enumerable.Range(1, many).Select(i => many < FanPoints ? i : Math.Round(1 + ((Ahead - 1) * (i - 1) / (many - 1.0)))).Append(Ahead).Distinct().Order();
        var last = Told(way.Last.Value);
        return [new FanPoint(way.Last.Day, last, last, last, last, last), .. places.Select(place =>
        {
            var spread = outlook.At(place);
            return new FanPoint(way.Last.Day.PlusDays((int)Math.Round(place * way.Step)), Told(spread.Middle), Told(spread.Low), Told(spread.High), Told(spread.InnerLow), Told(spread.InnerHigh));
        })];
    }

    private static LocalDate? EndOf(Aim aim, LocalDate today) => aim.Type switch
    {
        TargetType.IncreaseTo or TargetType.DecreaseTo => aim.Deadline,
        TargetType.CumulativeInPeriod or TargetType.Cadence => aim.Resets ? PeriodDays.LastDay(PeriodDays.StartOf(today, aim.Period, aim.WeekStart), aim.Period) : aim.Deadline,
        _ => null,
    };

    private decimal Told(double level) => Math.Abs(level) > 1e15 ? 0 : Told((decimal)level);

    private decimal Told(decimal level) => decimal.Round(level - shift, 6);
}
