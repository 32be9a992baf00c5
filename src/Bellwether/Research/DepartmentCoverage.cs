using Bellwether.Kernel;
using Bellwether.People;
using Bellwether.Plans;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Research;

/// <summary>Who covers an area for a department.</summary>
/// <param name="Who">The name; null where nobody does.</param>
public sealed record CoverCell(string Area, string? Who);

/// <summary>One department's row of the matrix.</summary>
public sealed record CoverRow(DepartmentView Department, bool Interviewed, IReadOnlyList<CoverCell> Cells);

/// <summary>Areas by departments: who covers what, who was heard, who signed off.</summary>
/// <param name="Areas">Every area that any department names.</param>
/// <param name="Open">How many cells have nobody.</param>
/// <param name="Signed">How many departments signed off the version in force.</param>
/// <param name="Hidden">True where one person plans, by the profile or, while that says nothing, by the plan's template: departments would be make-believe.</param>
public sealed record DepartmentMatrix(IReadOnlyList<string> Areas, IReadOnlyList<CoverRow> Rows, int Open, int Signed, bool Hidden);

/// <summary>Which department is covered by whom in which area, and which signed off.</summary>
[Needs(Permission.Read)]
public sealed record DepartmentCoverage(Id<Plan> Plan) : IQuery<DepartmentMatrix>
{
    internal sealed class Handler(Db db, ResearchDesk desk, TemplateBook templates) : IHandle<DepartmentCoverage, DepartmentMatrix>
    {
        public async Task<DepartmentMatrix> HandleAsync(DepartmentCoverage request, CancellationToken cancel)
        {
            var plan = await desk.PlanAsync(request.Plan, cancel);
            var departments = await desk.AllAsync<Department>(plan.Id, cancel);
            var names = await db.Set<Member>().AsNoTracking().ToDictionaryAsync(member => member.Id, member => member.Name, cancel);
            var heard = (await desk.AllAsync<StakeholderInterview>(plan.Id, cancel)).Where(interview => interview.HeldOn is not null).Select(interview => interview.Sheet.Department).ToHashSet();
            var profile = await db.Set<ResearchProfile>().AsNoTracking().FirstOrDefaultAsync(row => row.Plan == plan.Id, cancel);
            var areas = departments.SelectMany(department => department.Sheet.Cover!).Select(cover => cover.Area).Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.OrdinalIgnoreCase).ToList();
            var rows = departments.Select(department => new CoverRow(
                DepartmentView.Of(department, plan), heard.Contains(department.Id),
                [.. areas.Select(area => new CoverCell(area, Who(department, area, names)))])).ToList();
            return new DepartmentMatrix(areas, rows, rows.Sum(row => row.Cells.Count(cell => cell.Who is null)), rows.Count(row => row.Department.SignedOff), departments.Count == 0 && await IsAloneAsync(plan, profile?.Sheet.Size, cancel));
        }

        private async Task<bool> IsAloneAsync(Plan plan, OrganisationSize? size, CancellationToken cancel) =>
            size is { } said ? said == OrganisationSize.One : plan.Template is { } key && (await templates.TryFindAsync(key, cancel))?.Content.Size == "solo";

        private static string? Who(Department department, string area, Dictionary<Id<Member>, string> names) =>
            department.Sheet.Cover!.FirstOrDefault(cover => string.Equals(cover.Area, area, StringComparison.OrdinalIgnoreCase)) is { } cover
                ? (cover.Member is { } member ? names.GetValueOrDefault(member) : null) ?? cover.Person
                : null;
    }
}
