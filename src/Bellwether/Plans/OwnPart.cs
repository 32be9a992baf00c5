using System.Text.Json.Nodes;
using Bellwether.Kernel;
using NodaTime;

namespace Bellwether.Plans;

/// <summary>The plan's own words and dates, as the part “plan”. Its title and brand belong to whoever makes the plan.</summary>
internal sealed class OwnPart : IPlanPart
{
    private sealed record Written(
        string? Problem = null, string? GoalStatement = null, string? Picture = null, LocalDate? PictureBy = null, LocalDate? Start = null, LocalDate? End = null,
        BusinessFunction? Function = null, string? FunctionName = null, PlanSituation? Situation = null, ReviewSchedule? Reviews = null, string? Title = null,
        IReadOnlyList<GateChoice>? Insists = null);

    public string Name => "plan";

    public int Order => 0;

    public Task<JsonNode?> WriteAsync(Plan plan, bool nextCycle, CancellationToken cancel) =>
        Task.FromResult(PartJson.Write(
            new Written(
                plan.Problem, plan.GoalStatement, plan.Picture,
                nextCycle ? null : plan.PictureBy, nextCycle ? null : plan.Start, nextCycle ? null : plan.End,
                plan.Function, plan.FunctionName, plan.Situation == PlanSituation.Unwritten ? null : plan.Situation, plan.Reviews, plan.Title, plan.Insists.Count == 0 ? null : plan.Insists)));

    public Task ReadAsync(Plan plan, JsonNode part, CancellationToken cancel)
    {
        var read = PartJson.Read<Written>(Name, part);
        plan.State(read.Problem ?? plan.Problem, read.GoalStatement ?? plan.GoalStatement);
        plan.Imagine(read.Picture ?? plan.Picture, read.PictureBy ?? plan.PictureBy);
        plan.Serve(read.Function, read.FunctionName);
        plan.Describe(read.Situation ?? plan.Situation);
        plan.Run(read.Start ?? plan.Start, read.End ?? plan.End);
        plan.ReviewBy(read.Reviews?.Checked() ?? plan.Reviews);
        plan.InsistOn(read.Insists ?? plan.Insists);
        return Task.CompletedTask;
    }
}
