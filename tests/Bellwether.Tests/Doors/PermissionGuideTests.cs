using System.Text;
using Bellwether.Kernel;
using Bellwether.People;
using Bellwether.Tests.Support;

namespace Bellwether.Tests.Doors;

/// <summary>The guide's table of permissions is the code's.</summary>
public sealed class PermissionGuideTests
{
    [Fact]
    public void The_guide_says_what_each_role_may_do()
    {
        var path = Path.Combine(Repository.Root, "docs", "guide", "permissions.md");
        if (Environment.GetEnvironmentVariable("BELLWETHER_APPROVE") == "1")
        {
            File.WriteAllText(path, Guide());
        }

        File.ReadAllText(path).ShouldBe(Guide(), "run the tests once with BELLWETHER_APPROVE=1 and read the difference");
    }

    [Fact]
    public void An_owner_may_everything_and_a_guest_changes_nothing_but_what_they_say()
    {
        Enum.GetValues<Permission>().ShouldAllBe(permission => Role.Owner.May(permission));
        Roles.PermissionsOf(Role.Guest).ShouldBe([Permission.Read, Permission.TakePart]);
    }

    private static string Guide()
    {
        var text = new StringBuilder("# Permissions\n\nEach use case needs one permission; roles are sets of them. Written by a test from the code.\n\n");
        text.Append("| permission |").AppendJoin(' ', Enum.GetNames<Role>().Select(role => $"{role} |")).Append("\n| --- |").AppendJoin(' ', Enum.GetNames<Role>().Select(_ => "--- |")).Append('\n');
        foreach (var permission in Enum.GetValues<Permission>())
        {
            text.Append("| ").Append(permission).Append(" |").AppendJoin(' ', Enum.GetValues<Role>().Select(role => role.May(permission) ? "yes |" : "|")).Append('\n');
        }

        text.Append("\n| use case | needs | does |\n| --- | --- | --- |\n");
        foreach (var shape in RequestShape.All.Where(shape => shape.Needs is not null).OrderBy(shape => shape.Needs).ThenBy(shape => shape.Name, StringComparer.Ordinal))
        {
            text.Append("| ").Append(shape.Name).Append(" | ").Append(shape.Needs).Append(" | ").Append(shape.Summary.Replace("|", "\\|", StringComparison.Ordinal)).Append(" |\n");
        }

        return text.ToString();
    }
}
