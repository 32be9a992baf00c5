namespace Bellwether.Networks;

/// <summary>What a profile on a network can hold, how long its texts may be, and what a complete one has.</summary>
public sealed record ProfileRule
{
    /// <summary>The most the display name takes, in <see cref="Unit"/>; null where no limit is known.</summary>
    public int? Name { get; init; }

    /// <summary>The most the bio takes, in <see cref="Unit"/>; null where no limit is known.</summary>
    public int? Bio { get; init; }

    public CountUnit Unit { get; init; } = CountUnit.CodePoints;

    /// <summary>What a complete profile has, in the order one meets it; nothing where an account has no profile.</summary>
    public IReadOnlyList<ProfilePart> Parts { get; init; } = [ProfilePart.Name, ProfilePart.Avatar, ProfilePart.Bio, ProfilePart.Link];

    /// <summary>Where people search for profiles; <c>{term}</c> stands for what they type.</summary>
    public string? Search { get; init; }
}

/// <summary>A part of a profile.</summary>
public enum ProfilePart
{
    /// <summary>The display name.</summary>
    Name,

    /// <summary>The profile picture.</summary>
    Avatar,

    /// <summary>The wide picture at the top.</summary>
    Cover,

    /// <summary>Who it is and what one gets.</summary>
    Bio,

    /// <summary>The way to the site.</summary>
    Link,

    /// <summary>Where the business is.</summary>
    Location,

    /// <summary>Mail, telephone, imprint.</summary>
    Contact,

    /// <summary>The kind of business, as the network names kinds.</summary>
    Category,

    /// <summary>When it is open.</summary>
    Hours,

    /// <summary>The post a stranger reads first.</summary>
    Pinned,
}

/// <summary>What a network asks for before it looks at a report of a fake profile.</summary>
public sealed record FakeRule
{
    /// <summary>The page where a fake is reported; null where only the profile's own menu has it.</summary>
    public string? Form { get; init; }

    /// <summary>How many parts of an identity must have been copied.</summary>
    public int Elements { get; init; } = 1;

    /// <summary>What to have at hand.</summary>
    public string? Note { get; init; }
}
