using Bellwether.Kernel;
using Bellwether.Plans;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Competitors;

/// <summary>Finds what a borrowed tactic points to and shows it.</summary>
[Scoped]
public sealed class BorrowDesk(Db db, PlanFinder plans, Nodes nodes)
{
    private static readonly string[] Sources = [Id<Competitor>.Prefix, Id<BestPractice>.Prefix, Id<Inspiration>.Prefix];

    public async Task<(BorrowedTactic Row, Plan Plan)> FindAsync(Id<BorrowedTactic> id, CancellationToken cancel)
    {
        var row = await db.FindAsync(id, "borrowed tactic", cancel);
        var plan = await plans.EditAsync(row.Plan, cancel);
        return (row, plan);
    }

    /// <summary>The rival, practice or example it comes from; 422 for anything else, 404 for one of another brand.</summary>
    public async Task<PlanNode> FromAsync(string from, Plan plan, CancellationToken cancel)
    {
        Rule.Require(Sources.Any(prefix => from.StartsWith(prefix + "_", StringComparison.Ordinal)), "from-unknown", "A tactic is borrowed from a competitor, a practice or an example. Choose one.", "from");
        return await nodes.FindAsync(from, cancel, plan);
    }

    /// <summary>The id of a goal of this plan, or null for none.</summary>
    public async Task<string?> GoalAsync(string? goal, Plan plan, CancellationToken cancel)
    {
        if (string.IsNullOrWhiteSpace(goal))
        {
            return null;
        }

        Rule.Require(goal.StartsWith("goal_", StringComparison.Ordinal), "goal-unknown", "Choose a goal of this plan.", "goal");
        await nodes.FindAsync(goal, cancel, plan);
        return goal;
    }

    /// <summary>The words of the example, where they were kept.</summary>
    public async Task<string?> WordsAsync(string from, CancellationToken cancel) =>
        Id<Inspiration>.TryParse(from, null, out var id) ? (await db.Set<Inspiration>().AsNoTracking().FirstOrDefaultAsync(row => row.Id == id, cancel))?.Quoted : null;

    public async Task<BorrowedView> ViewAsync(BorrowedTactic row, CancellationToken cancel)
    {
        var from = await nodes.TryFindAsync(row.From, cancel);
        var goal = row.Goal is null ? null : await nodes.TryFindAsync(row.Goal, cancel);
        var likeness = row.Likeness;
        return new BorrowedView(
            row.Id, row.Plan, row.Title, row.From, row.FromName, from?.Path, row.Goal, goal?.Title, row.Fit, row.Test, row.TheirWords, row.OurWords, row.Status, row.Action, row.Missing, likeness,
            likeness >= BorrowedTactic.TooClose ? $"Our words are {Math.Floor(likeness.Value * 100)} % like theirs. Learn from it, in words of our own." : null, row.Version);
    }
}

/// <summary>Before a plan is activated, everything borrowed has its goal, its fit and its test, or is dropped.</summary>
internal sealed class BorrowedGate(Db db) : IGate
{
    private const string Step = "Competitors";

    public async Task<IReadOnlyList<GateFinding>> CheckAsync(Plan plan, CancellationToken cancel)
    {
        var rows = await db.Set<BorrowedTactic>().AsNoTracking().Where(row => row.Plan == plan.Id && row.Status != BorrowedStatus.Dropped).ToListAsync(cancel);
        var findings = new List<GateFinding>();
        foreach (var row in rows.OrderBy(row => row.Id))
        {
            if (row.Missing.Count > 0)
            {
                findings.Add(new("borrowed-incomplete", true, $"“{row.Title}” is borrowed from {row.FromName} without {string.Join(", ", row.Missing.Select(Words))}. Think it through, or drop it.", Step, row.Id.ToString()));
            }

            if (row.Likeness >= BorrowedTactic.TooClose)
            {
                findings.Add(new("borrowed-words", false, $"The words of “{row.Title}” are {Math.Floor(row.Likeness.Value * 100)} % like those of {row.FromName}. Write them anew.", Step, row.Id.ToString()));
            }
        }

        return findings;
    }

    private static string Words(string field) => field switch { "goal" => "a goal", "fit" => "a reason why it fits us", _ => "a test" };
}
