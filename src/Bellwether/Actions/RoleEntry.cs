using Bellwether.Kernel;
using Bellwether.People;

namespace Bellwether.Actions;

/// <summary>One letter of a responsibility matrix.</summary>
public enum RaciLetter
{
    /// <summary>Does the work.</summary>
    Responsible,

    /// <summary>Answers for it: exactly one person.</summary>
    Accountable,

    /// <summary>Is asked before.</summary>
    Consulted,

    /// <summary>Is told after.</summary>
    Informed,
}

/// <summary>A letter for a person or, except A, for a group.</summary>
/// <param name="Member">The person; or</param>
/// <param name="Group">a group by name, such as “Sales”.</param>
public sealed record RoleEntry(RaciLetter Letter, Id<Member>? Member = null, string? Group = null);

/// <summary>Turns letters as typed into one accountable person and the others.</summary>
public static class RoleEntries
{
    /// <summary>The accountable person and everybody else; two A, or a group as A, is 422.</summary>
    public static (Id<Member>? Accountable, IReadOnlyList<RoleEntry> Others) Split(IReadOnlyList<RoleEntry> entries)
    {
        foreach (var entry in entries)
        {
            Rule.Require(entry.Member is null != string.IsNullOrWhiteSpace(entry.Group), "role-of-nobody", "Each letter stands for one person or for one group.", "entries");
        }

        var accountable = entries.Where(entry => entry.Letter == RaciLetter.Accountable).ToList();
        Rule.Require(accountable.Count <= 1, "two-accountable", "Two people are accountable here. Choose one; the other may be responsible.", "entries");
        Rule.Require(accountable.All(entry => entry.Member is not null), "group-accountable", "A group cannot be accountable. Name one person; the group may be responsible, consulted or informed.", "entries");
        var others = entries.Where(entry => entry.Letter != RaciLetter.Accountable)
            .Select(entry => entry with { Group = Rule.OptionalText(entry.Group, "entries", 80) }).Distinct().ToList();
        return (accountable.FirstOrDefault()?.Member, others);
    }
}
