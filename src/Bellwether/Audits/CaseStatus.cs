using Bellwether.Kernel;

namespace Bellwether.Audits;

/// <summary>How far a case of impersonation has come.</summary>
public enum CaseStatus
{
    /// <summary>Somebody saw it.</summary>
    Found,

    /// <summary>The network has been told.</summary>
    Reported,

    /// <summary>The network said that it looks at it.</summary>
    Acknowledged,

    /// <summary>The network will not act.</summary>
    Rejected,

    /// <summary>Somebody above was asked: a lawyer, a trademark office, a contact at the network.</summary>
    Escalated,

    /// <summary>The fake is gone.</summary>
    Removed,

    /// <summary>It turned out to be harmless: a fan, a parody, a namesake.</summary>
    Dismissed,
}

/// <summary>A part of an identity that was copied.</summary>
public enum IdentityElement
{
    Name,
    Handle,
    Avatar,
    Bio,
    Link,
    Content,
}

/// <summary>Which moves of a case are allowed.</summary>
public static class CaseMoves
{
    private static readonly Dictionary<CaseStatus, CaseStatus[]> Allowed = new()
    {
        [CaseStatus.Found] = [CaseStatus.Reported, CaseStatus.Dismissed],
        [CaseStatus.Reported] = [CaseStatus.Acknowledged, CaseStatus.Removed, CaseStatus.Rejected, CaseStatus.Escalated],
        [CaseStatus.Acknowledged] = [CaseStatus.Removed, CaseStatus.Rejected, CaseStatus.Escalated],
        [CaseStatus.Rejected] = [CaseStatus.Escalated],
        [CaseStatus.Escalated] = [CaseStatus.Acknowledged, CaseStatus.Removed, CaseStatus.Rejected],
        [CaseStatus.Removed] = [CaseStatus.Reported],
        [CaseStatus.Dismissed] = [CaseStatus.Found],
    };

    /// <summary>Where a case may go from here.</summary>
    public static IReadOnlyList<CaseStatus> From(CaseStatus status) => Allowed[status];

    /// <summary>The next status, or 422 that names the moves there are.</summary>
    public static CaseStatus Become(this CaseStatus status, CaseStatus next)
    {
        Rule.Require(
            Allowed[status].Contains(next), "case-move-illegal",
            $"A case that is {status.ToString().ToLowerInvariant()} cannot become {next.ToString().ToLowerInvariant()}. It can become: {string.Join(", ", Allowed[status].Select(each => each.ToString().ToLowerInvariant()))}.", "status");
        return next;
    }

    /// <summary>Whether somebody waits for the network's answer.</summary>
    public static bool Waits(this CaseStatus status) => status is CaseStatus.Reported or CaseStatus.Acknowledged or CaseStatus.Escalated;
}
