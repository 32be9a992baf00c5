namespace Bellwether.Kernel;

/// <summary>Port: who is asking. Filled by the door that took the request; People knows the member.</summary>
public interface ICurrent
{
    /// <summary>The workspace of the request; empty before sign-in and for jobs over all workspaces.</summary>
    Guid WorkspaceKey { get; }

    /// <summary>The member who asks; null for the program itself.</summary>
    Guid? MemberKey { get; }

    /// <summary>The name to write into the journal.</summary>
    string Name { get; }

    /// <summary>Whether the member's role (narrowed by an API token's scope) holds a permission.</summary>
    bool May(Permission permission);

    /// <summary>What the member sees of the workspace; storage shows nothing else. Guests and narrowed members do not see every brand.</summary>
    Sight Sight { get; }
}

/// <summary>Who is asking, set once per scope by the door.</summary>
public sealed class Current : ICurrent
{
    private Func<Permission, bool> may = _ => false;

    public Guid WorkspaceKey { get; private set; }

    public Guid? MemberKey { get; private set; }

    public string Name { get; private set; } = "nobody";

    public bool May(Permission permission) => may(permission);

    public Sight Sight { get; private set; } = Sight.All;

    /// <summary>The request is a member's.</summary>
    public void Become(Guid workspace, Guid member, string name, Func<Permission, bool> permitted, Sight? sight = null) =>
        (WorkspaceKey, MemberKey, Name, may, Sight) = (workspace, member, name, permitted, sight ?? Sight.All);

    /// <summary>The request is the program's own, within one workspace (or over none).</summary>
    public void BecomeProgram(Guid workspace) =>
        (WorkspaceKey, MemberKey, Name, may, Sight) = (workspace, null, "Bellwether", _ => true, Sight.All);

    /// <summary>The program writes a page that anybody may read: nothing for employees only stands on it.</summary>
    public void BecomePublic(Guid workspace) =>
        (WorkspaceKey, MemberKey, Name, may, Sight) = (workspace, null, "Bellwether", _ => true, Sight.All with { Internal = false });

    /// <summary>The same person as in another scope.</summary>
    public void Become(ICurrent other) =>
        (WorkspaceKey, MemberKey, Name, may, Sight) = (other.WorkspaceKey, other.MemberKey, other.Name, other.May, other.Sight);
}
