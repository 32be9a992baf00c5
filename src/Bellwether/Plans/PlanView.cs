using Bellwether.Brands;
using Bellwether.Kernel;
using NodaTime;

namespace Bellwether.Plans;

/// <summary>A plan's review schedule in words, with its next dates.</summary>
public sealed record ReviewScheduleView(string Rule, string Words, LocalTime Time, DayOffMove Move, IReadOnlyList<LocalDate> DaysOff, IReadOnlyList<ReviewDate> Next, IReadOnlyList<string> Warnings);

/// <summary>A plan as it is shown.</summary>
/// <param name="Number">The version in force.</param>
/// <param name="NextStep">What comes next in the cycle: activate, review, revise or reimplement.</param>
/// <param name="Hints">What is worth a second look; nothing here blocks.</param>
public sealed record PlanView(
    Id<Plan> Id, Id<Brand> Brand, string Title, PlanStatus Status, int Number, int Cycle, Id<Plan>? Predecessor, Id<Plan>? Successor, string? Template,
    LocalDate? Start, LocalDate? End, string? Picture, LocalDate? PictureBy, string? Problem, string? GoalStatement, PlanSituation Situation,
    BusinessFunction? Function, string? FunctionName, ReviewScheduleView? Reviews, bool GoalFirstSkipped, string NextStep, IReadOnlyList<string> Hints,
    Instant? ActivatedAt, Instant? ClosedAt, int Version) : IVersioned
{
    /// <summary>Which of its texts still stand as the template wrote them: “picture”, “customers”. Only a plan read by itself says so.</summary>
    public IReadOnlyList<string> FromTemplate { get; init; } = [];

    private const int DatesShown = 12;

    public static PlanView Of(Plan plan, Brand brand, Instant now, Id<Plan>? successor = null)
    {
        var today = now.InZone(brand.Zone).Date;
        var from = plan.Start is { } start && start > today ? start : today;
        var schedule = plan.Reviews is not { } reviews ? null : new ReviewScheduleView(
            reviews.Rule, reviews.InWords(), reviews.Time, reviews.Move, reviews.DaysOff,
            [.. reviews.Occurrences(brand, from, plan.End).Take(DatesShown)], reviews.Warnings(from.Year));
        return new(
            plan.Id, plan.Brand, plan.Title, plan.Status, plan.Number, plan.Cycle, plan.Predecessor, successor, plan.Template,
            plan.Start, plan.End, plan.Picture, plan.PictureBy, plan.Problem, plan.GoalStatement, plan.Situation,
            plan.Function, plan.FunctionName, schedule, plan.GoalFirstSkipped, plan.Status.NextStep(), HintsOf(plan),
            plan.ActivatedAt, plan.ClosedAt, plan.Version);
    }

    private static List<string> HintsOf(Plan plan)
    {
        var hints = new List<string>();
        if (plan.Problem is { } problem && plan.GoalStatement is { } goal && Same(problem, goal))
        {
            hints.Add("The goal repeats the problem. Say what will be true once the problem is solved.");
        }

        return hints;
    }

    private static bool Same(string left, string right) => Letters(left).Equals(Letters(right), StringComparison.OrdinalIgnoreCase);

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit));
}
