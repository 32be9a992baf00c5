using System.Globalization;
using Bellwether.Kernel;
using NodaTime;

namespace Bellwether.Channels;

/// <summary>The hours of the day in which nothing goes out, in the brand's zone; they may run past midnight. The end is not part of them.</summary>
public sealed record QuietHours(LocalTime From, LocalTime Until)
{
    /// <summary>Whether a time of day lies within them.</summary>
    public bool Contain(LocalTime time) =>
        From <= Until ? From <= time && time < Until : time >= From || time < Until;

    /// <summary>The same hours once they are in order: they are not empty.</summary>
    public QuietHours Checked()
    {
        Rule.Require(From != Until, "quiet-hours-empty", "Quiet hours start and end at the same time. Choose two different times, or none at all.", "quiet");
        return this;
    }

    public override string ToString() =>
        $"{From.ToString("HH:mm", CultureInfo.InvariantCulture)} to {Until.ToString("HH:mm", CultureInfo.InvariantCulture)}";
}
