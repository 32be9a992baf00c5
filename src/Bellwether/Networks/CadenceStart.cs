namespace Bellwether.Networks;

/// <summary>The span that a number of posts is meant for.</summary>
public enum CadencePeriod
{
    Day,
    Week,
    Month,
}

/// <summary>So many posts in a day, a week or a month.</summary>
public sealed record PostRate(int Times, CadencePeriod Per)
{
    /// <summary>The same rate in posts a week of seven days; a month counts as 30.</summary>
    public decimal PerWeek => Per switch
    {
        CadencePeriod.Day => Times * 7m,
        CadencePeriod.Month => Times * 7m / 30m,
        _ => Times,
    };
}

/// <summary>How often to post while one's own data cannot tell: least, aim and most. Always to be changed by what one learns.</summary>
public sealed record CadenceStart(string Format, PostRate? Min, PostRate Target, PostRate Max);
