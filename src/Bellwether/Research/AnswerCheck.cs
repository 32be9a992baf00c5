using System.Globalization;
using Bellwether.Kernel;

namespace Bellwether.Research;

/// <summary>Checks what was filled in against the questions: nothing that was not asked for is kept.</summary>
public static class AnswerCheck
{
    /// <summary>The longest answer in own words.</summary>
    public const int LongestText = 2000;

    /// <summary>The answers that are kept; 422 with one message per question that is not answered as asked.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Check(SurveySheet survey, IReadOnlyDictionary<string, IReadOnlyList<string>> filled, bool consent)
    {
        var kept = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        var problems = new List<FieldProblem>();
        foreach (var question in survey.Questions)
        {
            var given = filled.TryGetValue(question.Key!, out var values) ? values.Select(value => value.Trim()).Where(value => value.Length > 0).Distinct(StringComparer.Ordinal).ToList() : [];
            if (given.Count == 0)
            {
                if (question.Required)
                {
                    problems.Add(new FieldProblem(question.Key!, "Please answer this question."));
                }
            }
            else if (Wrong(question, given) is { } wrong)
            {
                problems.Add(new FieldProblem(question.Key!, wrong));
            }
            else if (question.Personal && !consent)
            {
                problems.Add(new FieldProblem("consent", "You told us something that says who you are. Agree below, or leave that field empty."));
            }
            else
            {
                kept[question.Key!] = given;
            }
        }

        if (problems.Count == 0 && kept.Count == 0)
        {
            problems.Add(new FieldProblem(survey.Questions[0].Key!, "Nothing is answered yet. Answer at least one question."));
        }

        return problems.Count == 0 ? kept : throw new ProblemException(ProblemKind.Rule, "answers-invalid", "Some answers need another look.", [.. problems.DistinctBy(problem => problem.Field)]);
    }

    /// <summary>The segment that an answer tells; null where it was not asked.</summary>
    public static CustomerSegment? SegmentIn(SurveySheet survey, IReadOnlyDictionary<string, IReadOnlyList<string>> given) =>
        survey.Questions.FirstOrDefault(question => question.Kind == QuestionKind.Segment) is { } question && given.TryGetValue(question.Key!, out var values)
            ? values[0] == "yes" ? CustomerSegment.Current : CustomerSegment.Potential
            : null;

    private static string? Wrong(SurveyQuestion question, List<string> given) => question.Kind switch
    {
        QuestionKind.Choices when given.TrueForAll(question.Options!.Contains) => null,
        QuestionKind.Choice or QuestionKind.Origin when given.Count == 1 && question.Options!.Contains(given[0]) => null,
        QuestionKind.YesNo or QuestionKind.Segment when given is ["yes" or "no"] => null,
        QuestionKind.Nps when given.Count == 1 && Whole(given[0]) is >= 0 and <= 10 => null,
        QuestionKind.Csat when given.Count == 1 && Whole(given[0]) is >= 1 and <= 5 => null,
        QuestionKind.Text when given.Count == 1 && given[0].Length <= LongestText && !given[0].Contains('\0', StringComparison.Ordinal) => null,
        QuestionKind.Nps => "Choose a number from 0 to 10.",
        QuestionKind.Csat => "Choose a number from 1 to 5.",
        QuestionKind.Text => $"This is too long. At most {LongestText} characters fit.",
        _ => "Choose one of the answers.",
    };

    private static int? Whole(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && text.Length <= 2 ? number : null;
}
