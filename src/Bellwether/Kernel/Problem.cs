namespace Bellwether.Kernel;

/// <summary>What kind of no this is; every door translates it once.</summary>
public enum ProblemKind
{
    /// <summary>The request itself is malformed (400).</summary>
    Malformed,

    /// <summary>Nobody is signed in (401).</summary>
    SignInNeeded,

    /// <summary>The member may not do this (403).</summary>
    Forbidden,

    /// <summary>Not there, or not visible to this workspace (404).</summary>
    NotFound,

    /// <summary>Somebody else changed it first, or it already exists (409).</summary>
    Conflict,

    /// <summary>The file or body is larger than allowed (413).</summary>
    TooLarge,

    /// <summary>The file is of a kind that cannot be used (415).</summary>
    Unsupported,

    /// <summary>Well formed, but a rule forbids it (422).</summary>
    Rule,

    /// <summary>Too many requests (429).</summary>
    TooMany,

    /// <summary>Something this program needs does not answer for now (503).</summary>
    Unavailable,
}

/// <summary>One sentence about one field of a request: which field, and the way out.</summary>
public sealed record FieldProblem(string Field, string Message);

/// <summary>
/// The one way a rule says no. The code is stable (kebab-case) and becomes the problem's type;
/// the message is for people: it names the field and the way out.
/// </summary>
public sealed class ProblemException(ProblemKind kind, string code, string message, params FieldProblem[] fields)
    : Exception(message)
{
    public ProblemKind Kind { get; } = kind;

    public string Code { get; } = code;

    /// <summary>Messages to show beside fields; empty when the problem is about no single field.</summary>
    public IReadOnlyList<FieldProblem> Fields { get; } = fields;

    /// <summary>Anything a program may want to know besides the words, such as the gates that are still open.</summary>
    public object? Details { get; init; }

    /// <summary>Whether nothing but another change at the same moment stood in the way: the same request, run anew on what is there now, may pass.</summary>
    public bool MayPassAnew { get; init; }
}
