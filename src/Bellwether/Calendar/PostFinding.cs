using Bellwether.Audits;
using Bellwether.Kernel;
using NodaTime;

namespace Bellwether.Calendar;

/// <summary>One thing the precheck has to say about a post.</summary>
/// <param name="Code">Stable, kebab-case: “text-too-long”.</param>
/// <param name="Blocks">Whether the post cannot be scheduled with it; a warning never blocks.</param>
/// <param name="Message">What is wrong and the way out.</param>
/// <param name="Account">The account it is about; null when it is about the whole post.</param>
/// <param name="Field">Where it is mended: text, media, link, at, variants, goal.</param>
/// <param name="Fix">What one click does about it; null when a person has to think.</param>
public sealed record PostFinding(string Code, bool Blocks, string Message, Id<SocialAccount>? Account = null, string? Field = null, PostFix? Fix = null);

/// <summary>What one click does about a finding.</summary>
/// <param name="Kind">What to do.</param>
/// <param name="At">The local time to move to.</param>
/// <param name="Text">The text to take instead.</param>
public sealed record PostFix(PostFixKind Kind, LocalDateTime? At = null, string? Text = null);

/// <summary>The ways a finding mends itself.</summary>
public enum PostFixKind
{
    /// <summary>Move the post to another time.</summary>
    Move,

    /// <summary>Take another text for the account, such as one cut into a thread.</summary>
    Retext,

    /// <summary>Take the words with a term said differently, for every account that says them.</summary>
    Reword,

    /// <summary>Give the account words of its own.</summary>
    Detach,

    /// <summary>Leave the account out.</summary>
    DropAccount,

    /// <summary>Say that the post serves no goal on purpose.</summary>
    Unguide,
}
