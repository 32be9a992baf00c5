using Bellwether.Brands;
using Bellwether.Kernel;
using NodaTime;

namespace Bellwether.Plans;

/// <summary>
/// A social media marketing plan of one brand: one cycle, one or more versions. Goals, channels and actions keep their
/// ids across versions; a version is a frozen picture of them.
/// </summary>
public sealed class Plan : Entity<Plan>
{
    /// <summary>The longest picture of success; longer ones are asked to be shortened.</summary>
    public const int LongestPicture = 500;

    private Plan()
    {
    }

    /// <summary>A new plan is an outline.</summary>
    public Plan(Id<Brand> brand, string title)
    {
        Brand = brand;
        Rename(title);
    }

    public Id<Brand> Brand { get; private set; }

    public string Title { get; private set; } = "";

    public PlanStatus Status { get; private set; } = PlanStatus.Outline;

    /// <summary>The number of the version in force: 1 until the first revision.</summary>
    public int Number { get; private set; } = 1;

    /// <summary>Which round this is: 1 for a plan without a predecessor.</summary>
    public int Cycle { get; private set; } = 1;

    /// <summary>The plan of the cycle before.</summary>
    public Id<Plan>? Predecessor { get; private set; }

    /// <summary>Key of the template it began with.</summary>
    public string? Template { get; private set; }

    public LocalDate? Start { get; private set; }

    public LocalDate? End { get; private set; }

    /// <summary>What success will look like, in plain words.</summary>
    public string? Picture { get; private set; }

    /// <summary>By when the picture should be true.</summary>
    public LocalDate? PictureBy { get; private set; }

    public string? Problem { get; private set; }

    public string? GoalStatement { get; private set; }

    public PlanSituation Situation { get; private set; } = PlanSituation.Unwritten;

    public BusinessFunction? Function { get; private set; }

    /// <summary>The function in own words when it is none of the usual ones.</summary>
    public string? FunctionName { get; private set; }

    /// <summary>When reviews take place; null until decided.</summary>
    public ReviewSchedule? Reviews { get; private set; }

    /// <summary>Somebody chose to go on without stating a goal first.</summary>
    public bool GoalFirstSkipped { get; private set; }

    /// <summary>Which gates block that otherwise only warn.</summary>
    public IReadOnlyList<GateChoice> Insists { get; private set; } = [];

    public Instant? ActivatedAt { get; private set; }

    public Instant? ClosedAt { get; private set; }

    public void Rename(string title) => Title = Rule.Text(title, "title", 120);

    /// <summary>Sets when the plan runs; its reviews must still find a day.</summary>
    public void Run(LocalDate? start, LocalDate? end)
    {
        Rule.Require(start is null || end is null || end >= start, "end-before-start", "The plan ends before it starts. Put the later date last.", "end");
        (Start, End) = (start, end);
        RequireReviews();
    }

    /// <summary>Sets when reviews take place; at least one must fall within the plan's time.</summary>
    public void ReviewBy(ReviewSchedule? schedule)
    {
        Reviews = schedule;
        RequireReviews();
    }

    public void Imagine(string? picture, LocalDate? by)
    {
        var text = string.IsNullOrWhiteSpace(picture) ? null : picture.Trim();
        Rule.Require(text is null || text.Length <= LongestPicture, "picture-too-long", $"The picture of success has {text?.Length} characters; {LongestPicture} are enough for a picture. Shorten it to what one would see.", "picture");
        (Picture, PictureBy) = (text, by);
    }

    public void State(string? problem, string? goal) =>
        (Problem, GoalStatement) = (Rule.OptionalText(problem, "problem"), Rule.OptionalText(goal, "goalStatement"));

    public void Describe(PlanSituation situation) => Situation = situation.Checked();

    public void Serve(BusinessFunction? function, string? name)
    {
        Function = function;
        FunctionName = function == BusinessFunction.Other ? Rule.Text(name, "functionName", 80) : null;
    }

    /// <summary>Chooses which gates block; the others warn.</summary>
    public void InsistOn(IReadOnlyList<GateChoice> gates) => Insists = [.. gates.Distinct().Order()];

    public void SkipGoalFirst() => GoalFirstSkipped = true;

    public void BeginWith(string template) => Template = template;

    /// <summary>This plan is the next round of another one.</summary>
    public void Follow(Plan predecessor) => (Predecessor, Cycle) = (predecessor.Id, predecessor.Cycle + 1);

    /// <summary>In force from now on, as its first version.</summary>
    public void Activate(Instant now)
    {
        Rule.Require(Status == PlanStatus.Outline, "plan-move-illegal", "Only an outline is activated. This plan is past that.", "status");
        Status = Status.Become(PlanStatus.Active);
        ActivatedAt = now;
    }

    /// <summary>A review was opened.</summary>
    public void BeginReview() => Status = Status.Become(PlanStatus.UnderReview);

    /// <summary>The review ended without a change to the plan: the same version stays in force.</summary>
    public void Continue() => Status = Status.Become(PlanStatus.Active);

    /// <summary>Corrections are in force as the next version. A plan that is active may be revised between reviews too.</summary>
    public void Revise()
    {
        Rule.Require(Status is PlanStatus.Active or PlanStatus.UnderReview, "plan-move-illegal", "Only a plan in force is revised. Activate the outline first.", "status");
        Status = PlanStatus.Active;
        Number++;
    }

    public void Close(Instant now)
    {
        Status = Status.Become(PlanStatus.Closed);
        ClosedAt = now;
    }

    /// <summary>409 when somebody edits from a version that is no longer in force, 422 when the plan is closed.</summary>
    public void RequireEditable(int? number = null)
    {
        if (number is { } seen && seen != Number)
        {
            throw Rule.Conflict("version-superseded", $"Version {seen} is frozen; version {Number} is in force. Change that one.");
        }

        Rule.Require(Status != PlanStatus.Closed, "plan-closed", "This plan is closed. Start its next cycle to go on.");
    }

    private void RequireReviews()
    {
        if (Reviews is { } schedule && Start is { } start)
        {
            Rule.Require(schedule.ByRule(start, End).Any(), "no-review-ever", "No review would ever happen: the rule has no day between the plan's start and end. Choose a shorter rhythm or a later end.", "reviewRule");
        }
    }
}
