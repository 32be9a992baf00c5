using Bellwether.Kernel;
using Bellwether.Networks;
using Bellwether.Plans;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Research;

/// <summary>Writes down what a department wants of a channel.</summary>
[Needs(Permission.EditPlan)]
public sealed record AddDepartmentAim(Id<Department> Department, AimSheet Sheet) : ICommand<AimView>
{
    internal sealed class Handler(Db db, ResearchDesk desk) : IHandle<AddDepartmentAim, AimView>
    {
        public async Task<AimView> HandleAsync(AddDepartmentAim request, CancellationToken cancel)
        {
            var department = await desk.ToChangeAsync(request.Department, "department", null, cancel);
            var aim = new DepartmentAim(department, await desk.PlanAsync(department.Plan, cancel), request.Sheet);
            await Audiences.CheckAsync(db, aim.Plan, aim.Sheet.Audience, cancel);
            db.Add(aim);
            desk.Say(aim, $"{department.Sheet.Name} wants {AimBook.Words(aim.Sheet)}", aim.Sheet.Why);
            return AimBook.View(aim, department.Sheet.Name);
        }
    }
}

/// <summary>Changes what a department wants; a conflict that was settled for the old aim is open again.</summary>
[Needs(Permission.EditPlan)]
public sealed record ChangeDepartmentAim(Id<DepartmentAim> Aim, AimSheet Sheet, int? IfVersion = null) : ICommand<AimView>, IExpectsVersion
{
    internal sealed class Handler(Db db, ResearchDesk desk) : IHandle<ChangeDepartmentAim, AimView>
    {
        public async Task<AimView> HandleAsync(ChangeDepartmentAim request, CancellationToken cancel)
        {
            var aim = await desk.ToChangeAsync(request.Aim, "aim", request.IfVersion, cancel);
            var department = await desk.FindAsync(aim.Department, "department", cancel);
            aim.Word(request.Sheet);
            await Audiences.CheckAsync(db, aim.Plan, aim.Sheet.Audience, cancel);
            desk.Say(aim, $"{department.Sheet.Name} now wants {AimBook.Words(aim.Sheet)}", aim.Sheet.Why);
            return AimBook.View(aim, department.Sheet.Name);
        }
    }
}

/// <summary>Removes an aim of a department.</summary>
[Needs(Permission.EditPlan)]
public sealed record RemoveDepartmentAim(Id<DepartmentAim> Aim) : ICommand<Done>
{
    internal sealed class Handler(ResearchDesk desk) : IHandle<RemoveDepartmentAim, Done>
    {
        public Task<Done> HandleAsync(RemoveDepartmentAim request, CancellationToken cancel) => desk.RemoveAsync(request.Aim, "aim", aim => AimBook.Words(aim.Sheet), cancel);
    }
}

/// <summary>What departments want of the channels, and where they pull against each other.</summary>
[Needs(Permission.Read)]
public sealed record DepartmentAimList(Id<Plan> Plan) : IQuery<AimBoard>
{
    internal sealed class Handler(ResearchDesk desk, AimBook book) : IHandle<DepartmentAimList, AimBoard>
    {
        public async Task<AimBoard> HandleAsync(DepartmentAimList request, CancellationToken cancel) =>
            await book.BoardAsync((await desk.PlanAsync(request.Plan, cancel)).Id, cancel);
    }
}

/// <summary>Settles a conflict between two departments, on record: who decided what, and when.</summary>
/// <param name="Conflict">The conflict's key.</param>
/// <param name="Decision">What holds from now on.</param>
[Needs(Permission.RunPlan)]
public sealed record SettleAimConflict(Id<Plan> Plan, string Conflict, string Decision) : ICommand<Done>
{
    internal sealed class Handler(Db db, ResearchDesk desk, AimBook book, ICurrent current) : IHandle<SettleAimConflict, Done>
    {
        public async Task<Done> HandleAsync(SettleAimConflict request, CancellationToken cancel)
        {
            var plan = await desk.PlanToChangeAsync(request.Plan, cancel);
            var conflict = Rule.Found((await book.BoardAsync(plan.Id, cancel)).Conflicts.FirstOrDefault(each => each.Key == request.Conflict), "conflict");
            Rule.Require(conflict.Decision is null, "conflict-settled", $"This was settled by {conflict.SettledBy}. Change one of the aims to open it again.", "conflict");
            var settlement = new AimSettlement(plan, conflict.Key, request.Decision, current.Name);
            db.Add(settlement);
            desk.Say(settlement, $"settled between {conflict.First.DepartmentName} and {conflict.Second.DepartmentName}: {settlement.Decision}", conflict.Message);
            return Done.It;
        }
    }
}

/// <summary>Reads the aims of a plan with their conflicts.</summary>
[Scoped]
public sealed class AimBook(Db db, ResearchDesk desk)
{
    public async Task<AimBoard> BoardAsync(Id<Plan> plan, CancellationToken cancel)
    {
        var names = (await desk.AllAsync<Department>(plan, cancel)).ToDictionary(department => department.Id, department => department.Sheet.Name);
        var aims = (await desk.AllAsync<DepartmentAim>(plan, cancel)).Select(aim => View(aim, names.GetValueOrDefault(aim.Department, ""))).ToList();
        var settled = await db.Set<AimSettlement>().AsNoTracking().Where(row => row.Plan == plan).ToDictionaryAsync(row => row.Conflict, StringComparer.Ordinal, cancel);
        var conflicts = Conflicts.Between(aims).Select(conflict => settled.GetValueOrDefault(conflict.Key) is { } done
            ? conflict with { Decision = done.Decision, SettledBy = done.By, SettledAt = done.CreatedAt }
            : conflict).ToList();
        return new AimBoard(aims, conflicts, conflicts.Count(conflict => conflict.Decision is null));
    }

    internal static AimView View(DepartmentAim aim, string department) => new(aim.Id, aim.Department, department, aim.Sheet, aim.Version);

    internal static string Words(AimSheet sheet) =>
        $"{(sheet.Direction == AimDirection.AtLeast ? "at least" : "at most")} {sheet.PerWeek} {sheet.What} a week on {NetworkCatalogue.Of(sheet.Network).Name}";
}
