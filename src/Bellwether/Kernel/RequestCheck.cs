using System.ComponentModel.DataAnnotations;

namespace Bellwether.Kernel;

/// <summary>Checks the shape of a request: its attributes, its texts, and what it checks itself.</summary>
internal static class RequestCheck
{
    /// <summary>The longest text any field takes unless its attribute says otherwise.</summary>
    public const int LongestText = 20_000;

    public static void Check(object request)
    {
        var problems = new List<FieldProblem>();
        var results = new List<ValidationResult>();
        if (!Validator.TryValidateObject(request, new ValidationContext(request), results, validateAllProperties: true))
        {
            problems.AddRange(results.Select(result => new FieldProblem(Camel(result.MemberNames.FirstOrDefault() ?? ""), result.ErrorMessage ?? "This is not allowed.")));
        }

        foreach (var property in request.GetType().GetProperties().Where(property => property.PropertyType == typeof(string)))
        {
            if (property.GetValue(request) is not string text)
            {
                continue;
            }

            if (text.Contains('\0'))
            {
                problems.Add(new FieldProblem(Camel(property.Name), "This contains a character that no text has (NUL). Remove it."));
            }
            else if (text.Length > LongestText && !property.IsDefined(typeof(MaxLengthAttribute), true))
            {
                problems.Add(new FieldProblem(Camel(property.Name), $"This has {text.Length} characters; at most {LongestText} fit."));
            }
        }

        if (request is IChecked own)
        {
            problems.AddRange(own.Check());
        }

        if (problems.Count > 0)
        {
            throw new ProblemException(ProblemKind.Rule, "fields-invalid", problems[0].Message, [.. problems]);
        }
    }

    private static string Camel(string name) => name.Length == 0 ? name : char.ToLowerInvariant(name[0]) + name[1..];
}
