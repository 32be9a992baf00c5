namespace Bellwether.Plans;

/// <summary>The steps of the cycle by their folder names, in its order.</summary>
public static class Steps
{
    public const string Plans = "Plans";

    /// <summary>Plan, do, see, learn.</summary>
    public static IReadOnlyList<string> InOrder { get; } =
    [
        "Plans", "Research", "Audits", "Competitors", "Goals", "Channels", "Campaigns", "Actions", "Calendar", "Publishing",
        "Inbox", "Tracking", "Measures", "Returns", "Reviews", "Playbooks",
    ];

    /// <summary>Steps that stay open before there is a goal: looking around is no tactic.</summary>
    public static IReadOnlyList<string> BeforeGoal { get; } = ["Plans", "Research", "Audits", "Competitors", "Goals"];

    public static int OrderOf(string step)
    {
        for (var index = 0; index < InOrder.Count; index++)
        {
            if (InOrder[index] == step)
            {
                return index;
            }
        }

        return InOrder.Count;
    }
}
