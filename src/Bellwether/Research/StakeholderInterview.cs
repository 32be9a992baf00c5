using Bellwether.Kernel;
using Bellwether.People;
using Bellwether.Plans;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Bellwether.Research;

/// <summary>Whom one wants to talk to, when, and with which questions.</summary>
/// <param name="Name">The stakeholder's name.</param>
/// <param name="Department">The department the person speaks for.</param>
/// <param name="Role">What the person does there.</param>
/// <param name="On">The day it is planned for.</param>
/// <param name="Interviewer">Who asks.</param>
/// <param name="Questions">The question set to ask.</param>
public sealed record InterviewSheet(string Name, Id<Department> Department, string? Role = null, LocalDate? On = null, Id<Member>? Interviewer = null, Id<QuestionSet>? Questions = null)
{
    public InterviewSheet Checked() => this with { Name = Rule.Text(Name, "name", 120), Role = Rule.OptionalText(Role, "role", 120) };
}

/// <summary>A question and what was said.</summary>
public sealed record InterviewAnswer(string Question, string? Answer = null);

/// <summary>A talk with somebody whose goals or knowledge matter to the plan.</summary>
public sealed class StakeholderInterview : PlanResearch<StakeholderInterview>
{
    private StakeholderInterview()
    {
    }

    public StakeholderInterview(Plan plan, InterviewSheet sheet)
        : base(plan) => Sheet = sheet.Checked();

    public InterviewSheet Sheet { get; private set; } = null!;

    /// <summary>The day it took place; null while it has not.</summary>
    public LocalDate? HeldOn { get; private set; }

    public IReadOnlyList<InterviewAnswer> Answers { get; private set; } = [];

    public string? Notes { get; private set; }

    /// <summary>What the department needs and wants to reach, line by line.</summary>
    public IReadOnlyList<string> Needs { get; private set; } = [];

    public void Arrange(InterviewSheet sheet) => Sheet = sheet.Checked();

    /// <summary>Writes down what was said; it cannot have happened in the future.</summary>
    public void Hold(LocalDate on, LocalDate today, IEnumerable<InterviewAnswer> answers, string? notes, IEnumerable<string> needs)
    {
        Rule.Require(on <= today, "interview-in-future", "An interview that is still to come has no answers. Plan it for that day.", "heldOn");
        HeldOn = on;
        Answers = [.. answers.Select(answer => new InterviewAnswer(Rule.Text(answer.Question, "answers", 500), Rule.OptionalText(answer.Answer, "answers")))];
        Notes = Rule.OptionalText(notes, "notes", 8000);
        Needs = [.. needs.Select(need => Rule.Text(need, "needs", 300))];
    }
}

/// <summary>Questions to ask, in their order.</summary>
public sealed record QuestionSetSheet(string Title, IReadOnlyList<string> Questions)
{
    public QuestionSetSheet Checked()
    {
        Rule.Require(Questions.Count is > 0 and <= 40, "questions-count", "A set has 1 to 40 questions.", "questions");
        return new QuestionSetSheet(Rule.Text(Title, "title", 120), [.. Questions.Select(question => Rule.Text(question, "questions", 500))]);
    }
}

/// <summary>A list of questions that several interviews share, so that their answers can be compared.</summary>
public sealed class QuestionSet : PlanResearch<QuestionSet>
{
    private QuestionSet()
    {
    }

    public QuestionSet(Plan plan, QuestionSetSheet sheet)
        : base(plan) => Sheet = sheet.Checked();

    /// <summary>What to ask when nobody wrote a set of their own.</summary>
    public static QuestionSetSheet Usual { get; } = new("What your department needs", [
        "What does your department want to reach this year, and how do you know that it did?",
        "Who are the people you serve, and what do they ask you most?",
        "Which of that could be answered or done where people talk already?",
        "What must never be said or shown, and who has to be asked first?",
        "What did you try before, and what came of it?",
        "Who in your department can give words, pictures or time, and how much?",
    ]);

    public QuestionSetSheet Sheet { get; private set; } = null!;

    public void Word(QuestionSetSheet sheet) => Sheet = sheet.Checked();
}

internal sealed class StakeholderInterviewStorage() : ResearchStorage<StakeholderInterview>("stakeholder_interviews")
{
    protected override void Map(EntityTypeBuilder<StakeholderInterview> builder)
    {
        builder.Property(row => row.Sheet).AsJson();
        builder.Property(row => row.Answers).AsJson();
        builder.Property(row => row.Needs).AsJson();
    }
}

internal sealed class QuestionSetStorage() : ResearchStorage<QuestionSet>("question_sets")
{
    protected override void Map(EntityTypeBuilder<QuestionSet> builder) => builder.Property(row => row.Sheet).AsJson();
}
