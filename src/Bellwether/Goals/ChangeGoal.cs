using System.ComponentModel.DataAnnotations;
using Bellwether.Kernel;
using Bellwether.People;
using Bellwether.Plans;
using Bellwether.Storage;

namespace Bellwether.Goals;

/// <summary>Changes a goal; what is not given stays, what is named in <paramref name="Clear"/> becomes empty.</summary>
/// <param name="Goal">The goal.</param>
/// <param name="Title">Its line.</param>
/// <param name="Notes">Anything more.</param>
/// <param name="Objective">The objective it serves.</param>
/// <param name="Owner">The one person who answers for it.</param>
/// <param name="Picture">What one sees when it is reached.</param>
/// <param name="Tracking">How it is tracked.</param>
/// <param name="Audience">Whom it is about.</param>
/// <param name="Channel">Where it is pursued.</param>
/// <param name="Function">The business function it serves.</param>
/// <param name="FunctionName">That function in own words, where it is another one.</param>
/// <param name="Horizon">How far away it lies.</param>
/// <param name="Composition">Whether all targets count or one is enough.</param>
/// <param name="Place">Its place in the list, from 1.</param>
/// <param name="Clear">Fields to empty, by name: “owner”, “objective”, “picture”.</param>
/// <param name="IfVersion">The version the caller saw.</param>
[Needs(Permission.EditPlan)]
public sealed record ChangeGoal(
    Id<Goal> Goal,
    [property: MaxLength(300)] string? Title = null,
    string? Notes = null,
    Id<Objective>? Objective = null,
    Id<Member>? Owner = null,
    string? Picture = null,
    string? Tracking = null,
    string? Audience = null,
    string? Channel = null,
    BusinessFunction? Function = null,
    [property: MaxLength(80)] string? FunctionName = null,
    Horizon? Horizon = null,
    Composition? Composition = null,
    int? Place = null,
    IReadOnlyList<string>? Clear = null,
    int? IfVersion = null) : ICommand<GoalView>, IExpectsVersion, IChecked
{
    private static readonly string[] Clearable = ["notes", "objective", "owner", "picture", "tracking", "audience", "channel", "function", "horizon"];

    public IEnumerable<FieldProblem> Check() =>
        (Clear ?? []).Where(name => !Clearable.Contains(name)).Select(name => new FieldProblem("clear", $"“{name}” cannot be emptied. These can: {string.Join(", ", Clearable)}."));

    private T? Kept<T>(string field, T? given, T? old) => Clear?.Contains(field) == true ? default : given ?? old;

    internal sealed class Handler(Db db, GoalFinder finder, TimeProvider clock, Journal journal) : IHandle<ChangeGoal, GoalView>
    {
        public async Task<GoalView> HandleAsync(ChangeGoal request, CancellationToken cancel)
        {
            var (goal, plan, _) = await finder.ToChangeAsync(request.Goal, cancel);
            goal.Expect(request.IfVersion);
            goal.Word(request.Title ?? goal.Title, request.Kept("notes", request.Notes, goal.Notes));
            goal.Imagine(request.Kept("picture", request.Picture, goal.Picture), request.Kept("tracking", request.Tracking, goal.Tracking));
            goal.Address(request.Kept("audience", request.Audience, goal.Audience), request.Kept("channel", request.Channel, goal.Channel));
            goal.Classify(request.Kept("function", request.Function, goal.Function), request.FunctionName ?? goal.FunctionName, request.Kept("horizon", request.Horizon, goal.Horizon), request.Composition ?? goal.Composition);
            goal.PutAt(request.Place ?? goal.Place);
            if (request.Owner is not null || request.Clear?.Contains("owner") == true)
            {
                goal.Own(await finder.MemberAsync(request.Kept("owner", request.Owner, null), cancel), clock.Now());
            }

            if (request.Kept("objective", request.Objective, goal.Objective) is var objective && objective != goal.Objective)
            {
                goal.Serve(objective is { } id ? await db.FindAsync(id, "objective", cancel) : null);
            }

            journal.Say($"changed the goal “{goal.Title}”", plan.Brand.Value, plan.Id.Value, goal.Id);
            return GoalView.Of(goal);
        }
    }
}
