using Bellwether.Kernel;

namespace Bellwether.Channels;

/// <summary>What a channel is planned to cost.</summary>
/// <param name="MinutesPerPost">Minutes that one post takes, from idea to published; null takes the plan's usual number.</param>
/// <param name="HoursBeside">Hours a week beside posting: answering, listening, looking after people.</param>
/// <param name="MoneyPerMonth">Money a month: tools, pictures, advertising.</param>
public sealed record ChannelEffort(int? MinutesPerPost = null, decimal HoursBeside = 0, Money? MoneyPerMonth = null)
{
    /// <summary>The plan's usual minutes, nothing beside.</summary>
    public static ChannelEffort Usual { get; } = new();

    public ChannelEffort Checked()
    {
        Rule.Require(MinutesPerPost is null or (> 0 and <= 2400), "minutes-out-of-range", "A post takes from 1 minute to 40 hours (2400 minutes).", "minutesPerPost");
        Rule.Require(HoursBeside is >= 0 and <= 168, "hours-out-of-range", "A week has 0 to 168 hours.", "hoursBeside");
        Rule.Require(MoneyPerMonth is null or { Minor: >= 0 }, "money-negative", "Money spent is zero or more.", "moneyPerMonth");
        return this;
    }

    /// <summary>Hours a week for so many posts.</summary>
    public decimal HoursAWeek(decimal postsAWeek, int usualMinutes) => (postsAWeek * (MinutesPerPost ?? usualMinutes) / 60) + HoursBeside;
}
