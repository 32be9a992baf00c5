using Bellwether.Goals;
using Bellwether.Kernel;
using Bellwether.Storage;
using Bellwether.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Bellwether.Tests.Kernel;

/// <summary>Two people change one thing at the same moment: the second change is made on top of the first.</summary>
public sealed class SameMomentTests
{
    [Theory, BothDatabases]
    public async Task Both_changes_hold(DatabaseKind on)
    {
        var other = new Other();
        await using var world = await World.OnAsync(on, other.BeforeSaving);
        var goal = await world.RunAsync(new AddGoal(await world.PlanAsync(), "More guests"));
        await using var node = world.SecondNode();
        other.Acts(1, () => node.RunAsync(new ChangeGoal(goal.Id, Notes: "Cleo wrote this")));
        await world.RunAsync(new ChangeGoal(goal.Id, Title: "More lunch guests"));
        other.Came.ShouldBe(1);
        var now = await world.RunAsync(new GoalDetail(goal.Id));
        (now.Goal.Title, now.Goal.Notes).ShouldBe(("More lunch guests", "Cleo wrote this"));
    }

    [Theory, BothDatabases]
    public async Task Who_states_the_version_seen_is_told_and_nothing_is_overwritten(DatabaseKind on)
    {
        var other = new Other();
        await using var world = await World.OnAsync(on, other.BeforeSaving);
        var goal = await world.RunAsync(new AddGoal(await world.PlanAsync(), "More guests"));
        await using var node = world.SecondNode();
        other.Acts(1, () => node.RunAsync(new ChangeGoal(goal.Id, Title: "Cleo's words")));
        var told = await world.RefusedAsync(new ChangeGoal(goal.Id, Title: "Ana's words", IfVersion: goal.Version));
        (told.Kind, told.Code).ShouldBe((ProblemKind.Conflict, "changed-meanwhile"));
        (await world.RunAsync(new GoalDetail(goal.Id))).Goal.Title.ShouldBe("Cleo's words");
    }

    [Theory, BothDatabases]
    public async Task An_endless_race_ends_with_a_word(DatabaseKind on)
    {
        var other = new Other();
        await using var world = await World.OnAsync(on, other.BeforeSaving);
        var goal = await world.RunAsync(new AddGoal(await world.PlanAsync(), "More guests"));
        await using var node = world.SecondNode();
        other.Acts(int.MaxValue, () => node.RunAsync(new ChangeGoal(goal.Id, Notes: $"{other.Came}")));
        (await world.RefusedAsync(new ChangeGoal(goal.Id, Title: "Never"))).Code.ShouldBe("changed-meanwhile");
        other.Came.ShouldBe(Runner.Tries);
        (await node.RunAsync(new GoalDetail(goal.Id))).Goal.Title.ShouldBe("More guests");
    }

    /// <summary>Somebody at another node who changes the same thing just before this one's change is stored.</summary>
    private sealed class Other
    {
        private int left;
        private Func<Task>? act;

        public int Came { get; private set; }

        public void Acts(int times, Func<Task> what) => (left, act) = (times, what);

        public void BeforeSaving(IServiceCollection services) => services.AddScoped<ISave>(scope => new Late(scope.GetRequiredService<Db>(), this));

        private async Task ComeAsync()
        {
            if (left > 0)
            {
                left--;
                Came++;
                await act!();
            }
        }

        private sealed class Late(Db db, Other other) : ISave
        {
            public async Task SaveAsync(CancellationToken cancel)
            {
                await other.ComeAsync();
                await db.SaveAsync(cancel);
            }

            public Task<TResult> AsOneAsync<TResult>(Func<Task<TResult>> work, CancellationToken cancel) => db.AsOneAsync(work, cancel);

            public int? VersionOf(object id) => db.VersionOf(id);
        }
    }
}
