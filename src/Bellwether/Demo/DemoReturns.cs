using Bellwether.Kernel;
using Bellwether.Returns.Costs;
using Bellwether.Returns.Hours;
using NodaTime;

namespace Bellwether.Demo;

/// <summary>What the demo's year took in hours and money: a few hours a week of each person, a photographer, an agency by the month, and what an hour of each costs.</summary>
internal static class DemoReturns
{
    /// <summary>Whose hours, on which weekday, how long, and what for.</summary>
    private static readonly (int Who, IsoDayOfWeek On, int Minutes, string For)[] Habits =
    [
        (1, IsoDayOfWeek.Monday, 90, "channel"), (1, IsoDayOfWeek.Wednesday, 60, "theme"), (1, IsoDayOfWeek.Friday, 45, "campaign"),
        (0, IsoDayOfWeek.Tuesday, 40, "goal"), (2, IsoDayOfWeek.Thursday, 30, "plan"),
    ];

    public static async Task PlayAsync(DemoStage stage, DemoScene scene, CancellationToken cancel)
    {
        var people = new[] { scene.Cast.Ana, scene.Cast.Ben, scene.Cast.Cleo };
        foreach (var (person, rate) in people.Zip([42m, 31m, 28m]))
        {
            await stage.AskAsync(scene.Cast.Ana, new SetHourlyRate(person.Id, scene.From, Money.Of(rate, "EUR")), cancel);
        }

        await HoursAsync(stage, scene, people, cancel);
        await stage.AskAsync(scene.Cast.Ana, new SetMargin(scene.Brand.Id, scene.From, 38), cancel);
        var campaign = scene.Lunch.ToString();
        CostSheet[] costs =
        [
            new(CostKind.Agency, "Help with the pictures", Money.Of(60, "EUR"), scene.From, Repeat: CostRepeat.Month, State: CostState.Committed, Work: scene.Channel.ToString()),
            new(CostKind.Production, "Photographer, one morning at the van", Money.Of(280, "EUR"), scene.From.PlusDays(20), Work: scene.Themes[0].Id.ToString()),
            new(CostKind.Advertising, "Boosted: free salsa on Fridays", Money.Of(45, "EUR"), scene.Today.PlusDays(-25), scene.Today.PlusDays(-18), Work: campaign),
            new(CostKind.Production, "New sign for the van", Money.Of(190, "EUR"), scene.Today.PlusDays(20), State: CostState.Planned),
        ];
        foreach (var cost in costs)
        {
            await stage.AskAsync(scene.Cast.Ana, new AddCost(scene.Plan, cost), cancel);
        }

        BudgetSheet[] budgets =
        [
            new("The plan’s year", Money.Of(1500, "EUR"), scene.From, scene.From.PlusYears(1).PlusDays(-1)),
            new("Lunch campaign", Money.Of(50, "EUR"), scene.Today.PlusDays(-40), scene.Today.PlusDays(30), campaign),
        ];
        foreach (var budget in budgets)
        {
            await stage.AskAsync(scene.Cast.Ana, new AddBudget(scene.Plan, budget), cancel);
        }
    }

    private static Task HoursAsync(DemoStage stage, DemoScene scene, DemoPerson[] people, CancellationToken cancel) => stage.StoreAsync(
        async db =>
        {
            var plan = await db.FindAsync(scene.Plan, "plan", cancel);
            var places = new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                ["channel"] = scene.Channel.ToString(), ["theme"] = scene.Themes[0].Id.ToString(), ["campaign"] = scene.Lunch.ToString(), ["goal"] = scene.Goals[0].Id.ToString(), ["plan"] = null,
            };
            for (var day = scene.From; day <= scene.Today; day = day.PlusDays(1))
            {
                foreach (var (who, _, minutes, what) in Habits.Where(habit => habit.On == day.DayOfWeek))
                {
                    // A little more or less each week, and the same every time the demo is loaded.
                    db.Add(new TimeEntry(plan, people[who].Id, new TimeSheet(day, minutes + (5 * (day.DayOfYear % 4)), places[what]), scene.Today));
                }
            }
        },
        cancel);
}
