using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Bellwether.Kernel;
using Bellwether.Networks;
using Bellwether.Plans;
using NodaTime;

namespace Bellwether.Research;

/// <summary>Why two aims cannot both be met.</summary>
public enum ConflictKind
{
    /// <summary>One wants more than the other allows.</summary>
    OpposingNumbers,

    /// <summary>Both claim the same day and time.</summary>
    SameSlot,
}

/// <summary>An aim with the department that has it.</summary>
public sealed record AimView(Id<DepartmentAim> Id, Id<Department> Department, string DepartmentName, AimSheet Sheet, int Version) : IVersioned;

/// <summary>Two aims that pull against each other.</summary>
/// <param name="Key">Names the conflict by what both sides want; it changes when either side wants something else.</param>
/// <param name="Message">The conflict in words.</param>
/// <param name="Decision">How it was settled; null while it is open.</param>
/// <param name="SettledBy">Who settled it.</param>
/// <param name="SettledAt">When.</param>
public sealed record AimConflict(string Key, ConflictKind Kind, AimView First, AimView Second, string Message, string? Decision = null, string? SettledBy = null, Instant? SettledAt = null);

/// <summary>The aims of all departments and the conflicts between them.</summary>
/// <param name="Open">How many conflicts nobody settled yet.</param>
public sealed record AimBoard(IReadOnlyList<AimView> Aims, IReadOnlyList<AimConflict> Conflicts, int Open);

/// <summary>
/// Finds aims of different departments that cannot both be met: on the same network, for the same people, one wants at least
/// more of a thing than the other allows at most, or both claim the same day and time.
/// </summary>
public static class Conflicts
{
    public static IReadOnlyList<AimConflict> Between(IReadOnlyList<AimView> aims)
    {
        var found = new List<AimConflict>();
        for (var i = 0; i < aims.Count; i++)
        {
            for (var j = i + 1; j < aims.Count; j++)
            {
                if (Of(aims[i], aims[j]) is { } conflict)
                {
                    found.Add(conflict);
                }
            }
        }

        return found;
    }

    /// <summary>The conflict of two aims, the same whichever comes first, or null.</summary>
    public static AimConflict? Of(AimView first, AimView second)
    {
        if (first.Department == second.Department || first.Sheet.Network != second.Sheet.Network)
        {
            return null;
        }

        var network = NetworkCatalogue.Of(first.Sheet.Network).Name;
        if (first.Sheet.At is { } at && first.Sheet.At == second.Sheet.At && first.Sheet.Day == second.Sheet.Day)
        {
            return new AimConflict(KeyOf(first, second), ConflictKind.SameSlot, first, second, $"{first.DepartmentName} and {second.DepartmentName} both claim {first.Sheet.Day} at {at:HH':'mm} on {network}.");
        }

        var samePeople = first.Sheet.Audience is null || second.Sheet.Audience is null || first.Sheet.Audience == second.Sheet.Audience;
        var sameThing = string.Equals(first.Sheet.What, second.Sheet.What, StringComparison.OrdinalIgnoreCase);
        var (more, less) = first.Sheet.Direction == AimDirection.AtLeast ? (first, second) : (second, first);
        return samePeople && sameThing && more.Sheet.Direction != less.Sheet.Direction && more.Sheet.PerWeek > less.Sheet.PerWeek
            ? new AimConflict(KeyOf(first, second), ConflictKind.OpposingNumbers, first, second, $"{more.DepartmentName} wants at least {more.Sheet.PerWeek} {more.Sheet.What} a week on {network}; {less.DepartmentName} allows {less.Sheet.PerWeek}.")
            : null;
    }

    // What both want stands in the key: a settlement holds for what was settled, also when an aim is taken away and put back.
    private static string KeyOf(AimView one, AimView other)
    {
        var sides = new[] { Said(one), Said(other) }.Order(StringComparer.Ordinal);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', sides))))[..32];
    }

    private static string Said(AimView aim) => string.Create(
        CultureInfo.InvariantCulture, $"{aim.Department}|{aim.Sheet.Network}|{aim.Sheet.What.ToLowerInvariant()}|{aim.Sheet.Direction}|{aim.Sheet.PerWeek}|{aim.Sheet.Audience}|{aim.Sheet.Day}|{aim.Sheet.At:HH':'mm}");
}
