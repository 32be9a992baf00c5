using Bellwether.Kernel;
using NodaTime;

namespace Bellwether.Brands;

/// <summary>One working span of a weekday, in local time; the end is not part of it.</summary>
public sealed record WorkingSpan(IsoDayOfWeek Day, LocalTime From, LocalTime Until);

/// <summary>When a brand works: spans by weekday, in its own zone.</summary>
public sealed record WorkingHours(IReadOnlyList<WorkingSpan> Spans)
{
    /// <summary>Monday to Friday, 9:00 to 18:00.</summary>
    public static WorkingHours Usual { get; } = new([.. Enumerable.Range(1, 5).Select(day => new WorkingSpan((IsoDayOfWeek)day, new LocalTime(9, 0), new LocalTime(18, 0)))]);

    /// <summary>The same hours once they are in order: no empty, reversed or overlapping span.</summary>
    public WorkingHours Checked()
    {
        var ordered = Spans.OrderBy(span => span.Day).ThenBy(span => span.From).ToList();
        for (var i = 0; i < ordered.Count; i++)
        {
            var span = ordered[i];
            Rule.Require(span.Day is >= IsoDayOfWeek.Monday and <= IsoDayOfWeek.Sunday, "hours-invalid", "Working hours need a weekday.", "hours");
            Rule.Require(span.From < span.Until, "hours-invalid", $"On {span.Day} the hours end before they start. Put the earlier time first.", "hours");
            Rule.Require(i == 0 || ordered[i - 1].Day != span.Day || ordered[i - 1].Until <= span.From, "hours-invalid", $"On {span.Day} two spans overlap. Join them into one.", "hours");
        }

        return this with { Spans = ordered };
    }

    /// <summary>Whether a local time lies within the hours.</summary>
    public bool Contains(LocalDateTime local) =>
        Spans.Any(span => span.Day == local.DayOfWeek && span.From <= local.TimeOfDay && local.TimeOfDay < span.Until);
}
