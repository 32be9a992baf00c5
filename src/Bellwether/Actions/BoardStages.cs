using Bellwether.Kernel;
using Bellwether.Plans;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bellwether.Actions;

/// <summary>A column of the board.</summary>
/// <param name="Name">In the plan's own words: “With the printer”.</param>
/// <param name="State">What it means for the work that stands there.</param>
public sealed record BoardStage(string Name, WorkState State);

/// <summary>The columns of a plan's board in the plan's own words; a plan without any has one for each state.</summary>
public sealed class BoardStages : Entity<BoardStages>
{
    /// <summary>More columns than this are no board.</summary>
    public const int Most = 12;

    private const int LongestName = 40;

    private BoardStages()
    {
    }

    public BoardStages(Id<Plan> plan, IReadOnlyList<BoardStage> stages)
    {
        Plan = plan;
        Stand(stages);
    }

    /// <summary>What holds until somebody says otherwise.</summary>
    public static IReadOnlyList<BoardStage> Usual { get; } = [new("To do", WorkState.Open), new("In progress", WorkState.Started), new("Done", WorkState.Done)];

    public Id<Plan> Plan { get; private set; }

    public IReadOnlyList<BoardStage> Stages { get; private set; } = Usual;

    /// <summary>422 unless there is a column for each state, in the order of the states, each name once.</summary>
    public void Stand(IReadOnlyList<BoardStage> stages)
    {
        var named = stages.Select(stage => stage with { Name = Rule.Text(stage.Name, "stages", LongestName) }).ToList();
        Rule.Require(named.Count <= Most, "too-many-stages", $"A board has at most {Most} columns. Put some together.", "stages");
        Rule.Require(named.Select(stage => stage.Name).Distinct(StringComparer.OrdinalIgnoreCase).Count() == named.Count, "stage-twice", "A column stands here twice. Give each its own name.", "stages");
        foreach (var (state, words) in new[] { (WorkState.Open, "is not begun"), (WorkState.Started, "is begun"), (WorkState.Done, "is done") })
        {
            Rule.Require(named.Exists(stage => stage.State == state), "stage-missing", $"Nothing stands for work that {words}. Keep at least one column for it.", "stages");
        }

        Rule.Require(named.Zip(named.Skip(1)).All(pair => pair.First.State <= pair.Second.State), "stages-out-of-order", "Columns go from not begun over begun to done. Change their order.", "stages");
        Stages = named;
    }

    /// <summary>The column a piece of work stands in: the one it was put into while that fits its state, else the first of its state.</summary>
    public static string Of(IReadOnlyList<BoardStage> stages, string? put, WorkState state) =>
        (stages.FirstOrDefault(stage => stage.Name == put && stage.State == state) ?? stages.First(stage => stage.State == state)).Name;
}

internal sealed class BoardStagesStorage : IEntityTypeConfiguration<BoardStages>
{
    public void Configure(EntityTypeBuilder<BoardStages> builder)
    {
        builder.ToTable("board_stages");
        builder.Property(row => row.Stages).AsJson();
        builder.HasIndex(row => row.Plan).IsUnique();
    }
}
