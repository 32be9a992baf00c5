using System.Diagnostics.CodeAnalysis;

namespace Bellwether.Kernel;

/// <summary>Short ways to refuse: each throws a <see cref="ProblemException"/> when what it states does not hold.</summary>
public static class Rule
{
    /// <summary>A rule of the field: 422 with a message beside the field where one is named.</summary>
    public static void Require([DoesNotReturnIf(false)] bool holds, string code, string message, string? field = null)
    {
        if (!holds)
        {
            throw Broken(code, message, field);
        }
    }

    /// <summary>The exception for a broken rule, to throw where a condition alone does not read well.</summary>
    public static ProblemException Broken(string code, string message, string? field = null) =>
        new(ProblemKind.Rule, code, message, field is null ? [] : [new FieldProblem(field, message)]);

    /// <summary>What was asked for, or 404 in words. Never tells whether it exists in another workspace.</summary>
    public static T Found<T>([NotNull] T? thing, string what)
        where T : class => thing ?? throw Missing(what);

    /// <summary>404: the thing is not there, or not there for this workspace.</summary>
    public static ProblemException Missing(string what) =>
        new(ProblemKind.NotFound, "not-found", $"There is no such {what}, or it is not yours to see.");

    /// <summary>409 with the reason.</summary>
    public static ProblemException Conflict(string code, string message, string? field = null) =>
        new(ProblemKind.Conflict, code, message, field is null ? [] : [new FieldProblem(field, message)]);

    /// <summary>A rule of how something stands: 409 with the reason where it stands so no longer, such as what was taken back already.</summary>
    public static void Stands([DoesNotReturnIf(false)] bool so, string code, string message)
    {
        if (!so)
        {
            throw Conflict(code, message);
        }
    }

    /// <summary>403 with the reason.</summary>
    public static ProblemException Forbidden(string message) => new(ProblemKind.Forbidden, "forbidden", message);

    /// <summary>Text that must not be empty nor longer than <paramref name="most"/> characters; returns it trimmed.</summary>
    /// <param name="want">What is to be written where it is empty.</param>
    public static string Text(string? text, string field, int most = 200, string want = "at least a word")
    {
        var trimmed = text?.Trim() ?? "";
        Require(trimmed.Length > 0, $"{Code(field)}-empty", $"{Label(field)} is empty. Write {want}.", field);
        Require(trimmed.Length <= most, $"{Code(field)}-too-long", $"{Label(field)} has {trimmed.Length} characters; at most {most} fit. Shorten it.", field);
        return trimmed;
    }

    /// <summary>Text that may be absent, but not longer than <paramref name="most"/> characters; empty becomes null.</summary>
    public static string? OptionalText(string? text, string field, int most = 4000) =>
        string.IsNullOrWhiteSpace(text) ? null : Text(text, field, most);

    private static string Code(string field) => IdText.KebabCase(char.ToUpperInvariant(field[0]) + field[1..]);

    private static string Label(string field)
    {
        var words = IdText.KebabCase(field).Replace('-', ' ');
        return char.ToUpperInvariant(words[0]) + words[1..];
    }
}
