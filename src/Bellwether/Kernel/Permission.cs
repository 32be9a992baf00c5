namespace Bellwether.Kernel;

/// <summary>What a member may do. Each use case declares the one it needs; roles are sets of them.</summary>
public enum Permission
{
    /// <summary>See everything of the brands one has access to.</summary>
    Read,

    /// <summary>Comment, vote and tick off one's own work.</summary>
    TakePart,

    /// <summary>Write and edit the plan: goals, channels, actions, reviews.</summary>
    EditPlan,

    /// <summary>Activate, revise, close a plan and delete its parts.</summary>
    RunPlan,

    /// <summary>Write posts and put them up for approval.</summary>
    WritePosts,

    /// <summary>Approve posts or send them back.</summary>
    ApprovePosts,

    /// <summary>Schedule, publish, pause and reconcile.</summary>
    Publish,

    /// <summary>Answer people: reply, take notes, assign and settle the cases of the inbox, write its canned answers.</summary>
    Reply,

    /// <summary>Type, paste, import and correct numbers.</summary>
    EditNumbers,

    /// <summary>See and say what an hour of each person costs, and every figure it could be reckoned from.</summary>
    SeeCosts,

    /// <summary>Send clicks, conversions and messages that came in from a server (the scope of a collection token).</summary>
    Collect,

    /// <summary>Connect accounts, set up brands, invite members, make API tokens.</summary>
    Administer,

    /// <summary>Everything that touches the whole installation: backup, restore, demo data, deleting a workspace.</summary>
    Own,
}

/// <summary>The permission a use case needs.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class NeedsAttribute(Permission permission) : Attribute
{
    public Permission Permission { get; } = permission;
}

/// <summary>A use case that only the program itself sends (the timetable, the first set-up); it has no route.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class InternalAttribute(string why) : Attribute
{
    public string Why { get; } = why;
}
