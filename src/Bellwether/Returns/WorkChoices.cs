using Bellwether.Actions;
using Bellwether.Calendar;
using Bellwether.Kernel;
using Bellwether.Plans;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Returns;

/// <summary>What kind of thing time and money can be for.</summary>
public enum WorkChoiceKind
{
    Goal,
    Channel,
    Campaign,
    Theme,
    Action,
    Post,
}

/// <summary>Something that time and money can be for.</summary>
public sealed record WorkChoice(string Id, WorkChoiceKind Kind, string Title);

/// <summary>What time and money of a plan can be for: its goals, channels, campaigns and themes, actions that are not done, and the latest posts.</summary>
[Needs(Permission.Read)]
public sealed record WorkChoices(Id<Plan> Plan) : IQuery<IReadOnlyList<WorkChoice>>
{
    internal sealed class Handler(Db db, PlanFinder plans, WorkPlaces places) : IHandle<WorkChoices, IReadOnlyList<WorkChoice>>
    {
        public async Task<IReadOnlyList<WorkChoice>> HandleAsync(WorkChoices request, CancellationToken cancel)
        {
            var plan = await plans.FindAsync(request.Plan, cancel);
            var choices = (await places.OfAsync(plan, cancel)).Titles.Select(pair => new WorkChoice(pair.Key, KindOf(pair.Key), pair.Value)).OrderBy(choice => choice.Kind).ThenBy(choice => choice.Title, StringComparer.OrdinalIgnoreCase).ToList();
            choices.AddRange((await db.Set<ActionItem>().AsNoTracking().Where(row => row.Plan == plan.Id && row.DoneAt == null && row.RemovedAt == null).OrderBy(row => row.Rank).Take(300).Select(row => new { row.Id, row.Title }).ToListAsync(cancel))
                .Select(row => new WorkChoice(row.Id.ToString(), WorkChoiceKind.Action, row.Title)));
            choices.AddRange((await db.Set<Post>().AsNoTracking().IgnoreAutoIncludes().Where(row => row.Plan == plan.Id && row.ArchivedAt == null).OrderByDescending(row => row.Id).Take(100).Select(row => new { row.Id, row.Title, row.Text }).ToListAsync(cancel))
                .Select(row => new WorkChoice(row.Id.ToString(), WorkChoiceKind.Post, row.Title.Length > 0 ? row.Title : row.Text.Length > 60 ? row.Text[..59] + "…" : row.Text)));
            return choices;
        }

        private static WorkChoiceKind KindOf(string id) => id[..id.LastIndexOf('_')] switch
        {
            "goal" => WorkChoiceKind.Goal,
            "channel" => WorkChoiceKind.Channel,
            "campaign" => WorkChoiceKind.Campaign,
            _ => WorkChoiceKind.Theme,
        };
    }
}
