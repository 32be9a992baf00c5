namespace Bellwether.Kernel;

/// <summary>How bad something is that <c>doctor</c> found.</summary>
public enum Severity
{
    /// <summary>In order; said so that one sees it was looked at.</summary>
    Fine,

    /// <summary>Works, but somebody should look.</summary>
    Warning,

    /// <summary>Does not work until it is mended.</summary>
    Broken,
}

/// <summary>One thing that was looked at: what was found and how to mend it.</summary>
/// <param name="What">What was looked at: “data folder”.</param>
/// <param name="Severity">How bad it is.</param>
/// <param name="Found">What was found, in words.</param>
/// <param name="Mend">What to do; null when it is fine.</param>
public sealed record Examined(string What, Severity Severity, string Found, string? Mend = null);

/// <summary>Port: a step looks at its own part of the installation.</summary>
[Port]
public interface IExamine
{
    /// <summary>Looks, and says what it found. It never throws for what it finds.</summary>
    Task<IReadOnlyList<Examined>> ExamineAsync(CancellationToken cancel);
}
