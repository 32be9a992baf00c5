using Bellwether.Kernel;

namespace Bellwether.People;

/// <summary>What a member is in a workspace. Roles in the plan (strategy lead, analyst …) are something else.</summary>
public enum Role
{
    /// <summary>May do everything, also backup, demo data and deleting.</summary>
    Owner,

    /// <summary>Runs plans, approves and publishes, invites members.</summary>
    Manager,

    /// <summary>Edits the plan, writes and schedules posts, answers people, enters numbers; approves nothing.</summary>
    Editor,

    /// <summary>Reads everything and enters numbers.</summary>
    Analyst,

    /// <summary>Sees the brands it was invited to, comments, until its end date.</summary>
    Guest,
}

/// <summary>Which permissions a role has: the one table.</summary>
public static class Roles
{
    private static readonly Dictionary<Role, Permission[]> Table = new()
    {
        [Role.Owner] = Enum.GetValues<Permission>(),
        [Role.Manager] = [.. Enum.GetValues<Permission>().Where(permission => permission != Permission.Own)],
        [Role.Editor] = [Permission.Read, Permission.TakePart, Permission.EditPlan, Permission.WritePosts, Permission.Publish, Permission.Reply, Permission.EditNumbers, Permission.Collect],
        [Role.Analyst] = [Permission.Read, Permission.TakePart, Permission.EditNumbers, Permission.Collect],
        [Role.Guest] = [Permission.Read, Permission.TakePart],
    };

    public static bool May(this Role role, Permission permission) => Table[role].Contains(permission);

    public static IReadOnlyList<Permission> PermissionsOf(Role role) => Table[role];
}
