using System.Collections;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;

namespace Bellwether.Kernel;

/// <summary>Checks the shape of a request: its attributes, its texts, and what it checks itself.</summary>
internal static class RequestCheck
{
    /// <summary>The longest text any field takes unless its attribute says otherwise.</summary>
    public const int LongestText = 20_000;

    public static void Check(object request)
    {
        var problems = new List<FieldProblem>();
        foreach (var property in request.GetType().GetProperties())
        {
            var value = property.GetValue(request);
            if (property.GetCustomAttributes<ValidationAttribute>(inherit: true).OrderBy(rule => rule is not RequiredAttribute).FirstOrDefault(rule => !rule.IsValid(value)) is { } broken)
            {
                problems.Add(new FieldProblem(Camel(property.Name), Words(broken, value)));
            }

            if (value is not string text)
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

    /// <summary>What a rule asks for, as a person says it; the library's own words name types and attributes.</summary>
    private static string Words(ValidationAttribute rule, object? value)
    {
        var (size, unit) = value is string text ? (text.Length, " characters") : (value as ICollection)?.Count is { } count ? (count, "") : (0, "");
        return rule switch
        {
            { ErrorMessage: { } own } => own,
            RequiredAttribute => "This is missing. Write something.",
            MaxLengthAttribute most => $"This has {size}{unit}; at most {most.Length} fit.",
            MinLengthAttribute least => $"This has {size}{unit}; it takes at least {least.Length}.",
            RangeAttribute range => string.Create(CultureInfo.InvariantCulture, $"Write a number from {range.Minimum} to {range.Maximum}."),
            _ => rule.FormatErrorMessage("This"),
        };
    }

    private static string Camel(string name) => name.Length == 0 ? name : char.ToLowerInvariant(name[0]) + name[1..];
}
