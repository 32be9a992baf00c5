namespace Bellwether.Inbox;

/// <summary>How somebody turned to us.</summary>
public enum CaseKind
{
    /// <summary>They wrote about us, not to us.</summary>
    Mention,

    /// <summary>A comment below one of our posts.</summary>
    Comment,

    /// <summary>A review, mostly with stars.</summary>
    Review,

    /// <summary>A private message.</summary>
    Message,

    /// <summary>By another way: telephone, e-mail, at the counter.</summary>
    OtherWay,
}

/// <summary>How much harm waiting does.</summary>
public enum CaseSeverity
{
    Low,
    Normal,
    High,
    Urgent,
}

/// <summary>Where an answer was given.</summary>
public enum ReplyWay
{
    /// <summary>Where everybody can read it.</summary>
    Publicly,

    /// <summary>In a private message.</summary>
    Privately,

    /// <summary>By another way: telephone, e-mail, in person.</summary>
    OtherWay,
}

/// <summary>Severity as it is guessed until somebody says it.</summary>
public static class FirstSeverity
{
    /// <summary>One or two stars are high, four and five low; everything else is normal.</summary>
    public static CaseSeverity Of(int? stars) => stars switch { 1 or 2 => CaseSeverity.High, 4 or 5 => CaseSeverity.Low, _ => CaseSeverity.Normal };
}
