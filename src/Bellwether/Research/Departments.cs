using Bellwether.Kernel;
using Bellwether.Plans;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Research;

/// <summary>A department as it is.</summary>
/// <param name="SignedOff">Whether it said yes to the version in force.</param>
public sealed record DepartmentView(Id<Department> Id, DepartmentSheet Sheet, DepartmentSignOff? SignOff, bool SignedOff, int Version) : IVersioned
{
    public static DepartmentView Of(Department department, Plan plan) =>
        new(department.Id, department.Sheet, department.SignOff, department.SignOff?.Number == plan.Number, department.Version);
}

/// <summary>Adds a department whose goals matter to the plan.</summary>
[Needs(Permission.EditPlan)]
public sealed record AddDepartment(Id<Plan> Plan, DepartmentSheet Sheet) : ICommand<DepartmentView>
{
    internal sealed class Handler(Db db, ResearchDesk desk) : IHandle<AddDepartment, DepartmentView>
    {
        public async Task<DepartmentView> HandleAsync(AddDepartment request, CancellationToken cancel)
        {
            var plan = await desk.PlanToChangeAsync(request.Plan, cancel);
            var department = new Department(plan, request.Sheet);
            await DepartmentRules.CheckAsync(db, desk, department, cancel);
            db.Add(department);
            desk.Say(department, $"added the department “{department.Sheet.Name}”");
            return DepartmentView.Of(department, plan);
        }
    }
}

/// <summary>Changes a department: the whole sheet is given.</summary>
[Needs(Permission.EditPlan)]
public sealed record ChangeDepartment(Id<Department> Department, DepartmentSheet Sheet, int? IfVersion = null) : ICommand<DepartmentView>, IExpectsVersion
{
    internal sealed class Handler(Db db, ResearchDesk desk) : IHandle<ChangeDepartment, DepartmentView>
    {
        public async Task<DepartmentView> HandleAsync(ChangeDepartment request, CancellationToken cancel)
        {
            var department = await desk.ToChangeAsync(request.Department, "department", request.IfVersion, cancel);
            department.Word(request.Sheet);
            await DepartmentRules.CheckAsync(db, desk, department, cancel);
            desk.Say(department, $"changed the department “{department.Sheet.Name}”");
            return DepartmentView.Of(department, await desk.PlanAsync(department.Plan, cancel));
        }
    }
}

/// <summary>Removes a department with its aims; its interviews stay.</summary>
[Needs(Permission.EditPlan)]
public sealed record RemoveDepartment(Id<Department> Department) : ICommand<Done>
{
    internal sealed class Handler(Db db, ResearchDesk desk) : IHandle<RemoveDepartment, Done>
    {
        public async Task<Done> HandleAsync(RemoveDepartment request, CancellationToken cancel)
        {
            db.RemoveRange(await db.Set<DepartmentAim>().Where(aim => aim.Department == request.Department).ToListAsync(cancel));
            return await desk.RemoveAsync(request.Department, "department", department => department.Sheet.Name, cancel);
        }
    }
}

/// <summary>A department says yes to the version of the plan that is in force. A new version asks again.</summary>
/// <param name="By">Who says it for the department; whoever asks when left out.</param>
[Needs(Permission.EditPlan)]
public sealed record SignOffDepartment(Id<Department> Department, string? By = null, string? Note = null) : ICommand<DepartmentView>
{
    internal sealed class Handler(ResearchDesk desk, ICurrent current, TimeProvider clock) : IHandle<SignOffDepartment, DepartmentView>
    {
        public async Task<DepartmentView> HandleAsync(SignOffDepartment request, CancellationToken cancel)
        {
            var department = await desk.ToChangeAsync(request.Department, "department", null, cancel);
            var plan = await desk.PlanAsync(department.Plan, cancel);
            department.Sign(plan.Number, Rule.OptionalText(request.By, "by", 120) ?? current.Name, clock.Now(), request.Note);
            desk.Say(department, $"{department.Sheet.Name} signed off version {plan.Number}, by {department.SignOff!.By}", department.SignOff.Note);
            return DepartmentView.Of(department, plan);
        }
    }
}

/// <summary>Names are told apart, and members who cover an area exist.</summary>
internal static class DepartmentRules
{
    public static async Task CheckAsync(Db db, ResearchDesk desk, Department department, CancellationToken cancel)
    {
        foreach (var member in department.Sheet.Cover!.Select(cover => cover.Member).Where(member => member is not null).Distinct())
        {
            await db.FindAsync(member!.Value, "member", cancel);
        }

        var others = await desk.AllAsync<Department>(department.Plan, cancel);
        if (others.Exists(other => other.Id != department.Id && string.Equals(other.Sheet.Name, department.Sheet.Name, StringComparison.OrdinalIgnoreCase)))
        {
            throw Rule.Conflict("department-twice", $"There is a department “{department.Sheet.Name}” already. Change that one.", "name");
        }
    }
}
