using Bellwether.Kernel;
using Bellwether.People;
using Bellwether.Plans;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Actions;

/// <summary>Who is responsible, accountable, consulted and informed: people by work, with what is wrong.</summary>
/// <param name="Steps">Steps as well, not only tactics and actions.</param>
[Needs(Permission.Read)]
public sealed record ResponsibilityMatrix(Id<Plan> Plan, bool Steps = false) : IQuery<ResponsibilityMatrix.MatrixView>
{
    /// <summary>The matrix.</summary>
    public sealed record MatrixView(IReadOnlyList<MatrixRow> Rows, IReadOnlyList<PersonLoad> People);

    /// <summary>One node and everybody's letter; Health is “ok” or what is wrong.</summary>
    public sealed record MatrixRow(string Id, string Title, WorkKind Kind, IReadOnlyList<RoleEntry> Entries, IReadOnlyList<RaciFinding> Findings, string Health);

    /// <summary>One person's share: rows with their A, rows with any letter.</summary>
    /// <param name="Overloaded">Accountable on more than 40 % of five rows or more.</param>
    /// <param name="Involved">False for whoever has no letter at all.</param>
    public sealed record PersonLoad(Id<Member> Member, string Name, int Accountable, int Letters, bool Overloaded, bool Involved);

    internal sealed class Handler(Db db, WorkBook book, TimeProvider clock) : IHandle<ResponsibilityMatrix, MatrixView>
    {
        public async Task<MatrixView> HandleAsync(ResponsibilityMatrix request, CancellationToken cancel)
        {
            await book.OpenAsync(request.Plan, cancel);
            var rows = book.Tree.All.Where(node => request.Steps || node.Work.Kind != WorkKind.Step).Select(RowOf).ToList();
            var now = clock.Now();
            var members = (await db.Set<Member>().AsNoTracking().ToListAsync(cancel)).Where(member => member.IsActive(now)).OrderBy(member => member.Name, StringComparer.OrdinalIgnoreCase);
            return new MatrixView(rows, [.. members.Select(member => Load(member, rows))]);
        }

        private static MatrixRow RowOf(WorkNode node)
        {
            List<RoleEntry> entries = node.Work.Accountable is { } person ? [new(RaciLetter.Accountable, person), .. node.Work.Roles] : [.. node.Work.Roles];
            var findings = Raci.Check([.. entries.Select(entry => entry.Letter)]);
            return new MatrixRow(node.Work.Key, node.Work.Title, node.Work.Kind, entries, findings, Raci.Words(findings));
        }

        private static PersonLoad Load(Member member, List<MatrixRow> rows)
        {
            var accountable = rows.Count(row => row.Entries.Any(entry => entry.Letter == RaciLetter.Accountable && entry.Member == member.Id));
            var letters = rows.Count(row => row.Entries.Any(entry => entry.Member == member.Id));
            return new PersonLoad(member.Id, member.Name, accountable, letters, Raci.Overloaded(accountable, rows.Count), letters > 0);
        }
    }
}
