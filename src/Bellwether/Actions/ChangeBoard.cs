using Bellwether.Kernel;
using Bellwether.Plans;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Actions;

/// <summary>The columns of a plan's board.</summary>
/// <param name="Own">Whether the plan chose them; otherwise there is one for each state.</param>
public sealed record BoardView(IReadOnlyList<BoardStage> Stages, bool Own);

/// <summary>A column as it is to be.</summary>
/// <param name="Was">Its name so far, so that what stands there follows; absent for a new one.</param>
public sealed record StageSheet(string Name, WorkState State, string? Was = null);

/// <summary>The columns of a plan's board, from left to right.</summary>
[Needs(Permission.Read)]
public sealed record BoardOf(Id<Plan> Plan) : IQuery<BoardView>
{
    internal sealed class Handler(Db db, PlanFinder plans) : IHandle<BoardOf, BoardView>
    {
        public async Task<BoardView> HandleAsync(BoardOf request, CancellationToken cancel)
        {
            var plan = await plans.FindAsync(request.Plan, cancel);
            var own = await db.Set<BoardStages>().AsNoTracking().FirstOrDefaultAsync(row => row.Plan == plan.Id, cancel);
            return new BoardView(own?.Stages ?? BoardStages.Usual, own is not null);
        }
    }
}

/// <summary>Changes the columns of a plan's board. Work follows a column that is renamed; from one that is taken away it goes to the first of its state.</summary>
[Needs(Permission.RunPlan)]
public sealed record ChangeBoard(Id<Plan> Plan, IReadOnlyList<StageSheet> Stages) : ICommand<BoardView>
{
    internal sealed class Handler(Db db, PlanFinder plans, Journal journal) : IHandle<ChangeBoard, BoardView>
    {
        public async Task<BoardView> HandleAsync(ChangeBoard request, CancellationToken cancel)
        {
            var plan = await plans.EditAsync(request.Plan, cancel);
            IReadOnlyList<BoardStage> wanted = [.. request.Stages.Select(stage => new BoardStage(stage.Name, stage.State))];
            var board = await db.Set<BoardStages>().FirstOrDefaultAsync(row => row.Plan == plan.Id, cancel);
            if (board is null)
            {
                db.Add(board = new BoardStages(plan.Id, wanted));
            }

            board.Stand(wanted);
            var renamed = request.Stages.Zip(board.Stages).Where(pair => pair.First.Was is { } was && was != pair.Second.Name).ToDictionary(pair => pair.First.Was!, pair => pair.Second.Name, StringComparer.Ordinal);
            if (renamed.Count > 0)
            {
                foreach (var action in await db.Set<ActionItem>().Where(row => row.Plan == plan.Id && row.Stage != null).ToListAsync(cancel))
                {
                    action.StandIn(renamed.GetValueOrDefault(action.Stage!, action.Stage!));
                }
            }

            journal.Say($"set the columns of the board: {string.Join(", ", board.Stages.Select(stage => stage.Name))}", plan.Brand.Value, plan.Id.Value, plan.Id);
            return new BoardView(board.Stages, true);
        }
    }
}
