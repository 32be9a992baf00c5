using Bellwether.Goals;
using Bellwether.Kernel;
using Bellwether.Metrics;
using Bellwether.Plans;
using Bellwether.Storage;
using Bellwether.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Bellwether.Tests.Goals;

/// <summary>A plan of Taco Loco to set goals in, with posts and activities that a test puts there itself.</summary>
internal sealed class Scene(World world, Id<Plan> plan, Scene.Outside outside) : IAsyncDisposable
{
    public World World => world;

    public Id<Plan> Plan => plan;

    /// <summary>Today in Berlin.</summary>
    public static LocalDate Today => new(2026, 3, 26);

    public List<PublishedItem> Published => outside.Items;

    public List<GoalLink> Links => outside.Links;

    public List<PlannedWork> Work => outside.Work;

    public static async Task<Scene> OnAsync(DatabaseKind kind = DatabaseKind.Sqlite)
    {
        var outside = new Outside();
        var world = await World.OnAsync(kind, services => services.AddSingleton<IPublishedItems>(outside).AddSingleton<IGoalLinks>(outside).AddSingleton<IPlannedWork>(outside));
        var plan = await world.RunAsync(new OutlinePlan(world.Brand, "Spring", Start: new LocalDate(2026, 1, 1), End: new LocalDate(2026, 12, 31)));
        return new Scene(world, plan.Id, outside);
    }

    public async Task<Id<Goal>> GoalAsync(string title) => (await world.RunAsync(new AddGoal(plan, title))).Id;

    public async Task<Id<KpiTarget>> TargetAsync(Id<Goal> goal, KpiSheet sheet) => (await world.RunAsync(new AddKpiTarget(goal, sheet))).Id;

    /// <summary>A goal with a complete KPI.</summary>
    public async Task<Id<Goal>> CompleteAsync(string title, string metric = "leads", decimal baseline = 10)
    {
        var goal = await GoalAsync(title);
        await TargetAsync(goal, Sheet(metric, baseline));
        return goal;
    }

    public KpiSheet Sheet(string metric, decimal baseline = 1000, decimal target = 1600) => new(
        metric, TargetType.IncreaseTo, target, baseline, Start: new LocalDate(2026, 1, 1), Deadline: new LocalDate(2026, 6, 30),
        Source: "spreadsheet", Collector: world.Owner, Frequency: PeriodLength.Week);

    public Task RecordAsync(string metric, params (LocalDate Start, decimal Value)[] numbers) =>
        RecordAsync(world.Brand.ToString(), metric, PeriodLength.Day, numbers);

    public Task RecordAsync(string subject, string metric, PeriodLength length, params (LocalDate Start, decimal Value)[] numbers) =>
        world.RunAsync(new RecordObservations(world.Brand, [.. numbers.Select(number => new ObservationEntry(metric, subject, number.Start, length, number.Value))]));

    public async Task<GoalRow> RowAsync(Id<Goal> goal) => (await world.RunAsync(new GoalList(plan))).Single(row => row.Id == goal);

    public Task<GoalDetailView> DetailAsync(Id<Goal> goal) => world.RunAsync(new GoalDetail(goal));

    public async Task<IReadOnlyList<GateFinding>> GateAsync()
    {
        await using var scope = world.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Current>().BecomeProgram(world.Workspace.Value);
        var db = scope.ServiceProvider.GetRequiredService<Db>();
        var stored = await db.FindAsync(plan, "plan", TestContext.Current.CancellationToken);
        var gate = scope.ServiceProvider.GetServices<IGate>().Single(one => one.GetType().Namespace == typeof(Goal).Namespace);
        return await gate.CheckAsync(stored, TestContext.Current.CancellationToken);
    }

    public ValueTask DisposeAsync() => world.DisposeAsync();

    /// <summary>Stands for the later steps: what was published and what is done.</summary>
    internal sealed class Outside : IPublishedItems, IGoalLinks, IPlannedWork
    {
        public List<PublishedItem> Items { get; } = [];

        public List<GoalLink> Links { get; } = [];

        public List<PlannedWork> Work { get; } = [];

        public Task<IReadOnlyList<PlannedWork>> LookAsync(Plan plan, CancellationToken cancel) => Task.FromResult<IReadOnlyList<PlannedWork>>([.. Work]);

        public Task<IReadOnlyList<PublishedItem>> FindAsync(Id<Bellwether.Brands.Brand> brand, ItemFilter filter, LocalDate from, LocalDate to, CancellationToken cancel) =>
            Task.FromResult<IReadOnlyList<PublishedItem>>([.. Items.Where(item => item.Day >= from && item.Day <= to)]);

        public Task<IReadOnlyList<GoalLink>> LinksAsync(Id<Plan> plan, CancellationToken cancel) => Task.FromResult<IReadOnlyList<GoalLink>>([.. Links]);
    }
}
