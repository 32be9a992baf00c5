using Bellwether.Kernel;
using Bellwether.People;
using Bellwether.Plans;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Actions;

/// <summary>The work of whoever asks, or of another member: open leaves they are accountable or responsible for, the earliest day first.</summary>
/// <param name="Plan">Only this plan.</param>
/// <param name="Days">Only what is due within so many days, and what is overdue.</param>
[Needs(Permission.Read)]
public sealed record MyWork(Id<Plan>? Plan = null, Id<Member>? Member = null, int? Days = null) : IQuery<IReadOnlyList<MyWork.MyWorkRow>>
{
    /// <summary>One piece of work.</summary>
    /// <param name="Part">Of what it is a part, from the top: “Grow lunch / Set up Instagram”.</param>
    public sealed record MyWorkRow(WorkView Work, Id<Plan> Plan, string Part, bool Overdue, RaciLetter As);

    internal sealed class Handler(Db db, PlanFinder plans, ICurrent current, TimeProvider clock, BrandDay days) : IHandle<MyWork, IReadOnlyList<MyWorkRow>>
    {
        public async Task<IReadOnlyList<MyWorkRow>> HandleAsync(MyWork request, CancellationToken cancel)
        {
            var key = request.Member?.Value ?? current.MemberKey;
            if (key is not { } person)
            {
                return [];
            }

            var me = new Id<Member>(person);
            var wanted = request.Plan is { } only
                ? [await plans.FindAsync(only, cancel)]
                : await db.Set<Plan>().AsNoTracking().Where(plan => plan.Status != PlanStatus.Closed).ToListAsync(cancel);
            var rows = new List<MyWorkRow>();
            foreach (var plan in wanted)
            {
                var book = new WorkBook(db, plans, clock);
                await book.LoadAsync(plan, cancel);
                var today = await days.TodayAsync(book.Plan.Brand, cancel);
                rows.AddRange(Rows(book, me, today, request.Days));
            }

            return [.. rows.OrderBy(row => row.Work.DueAtLatest is null).ThenBy(row => row.Work.DueAtLatest).ThenBy(row => row.Work.Place)];
        }

        private static IEnumerable<MyWorkRow> Rows(WorkBook book, Id<Member> me, NodaTime.LocalDate today, int? within)
        {
            var tree = book.Tree;
            foreach (var row in WorkViews.Of(book))
            {
                var node = tree.Find(row.Id)!;
                var mine = node.Owner == me ? RaciLetter.Accountable
                    : node.Up.Any(above => above.Work.Roles.Any(role => role.Letter == RaciLetter.Responsible && role.Member == me)) ? RaciLetter.Responsible : (RaciLetter?)null;
                var soon = within is not { } many || row.DueAtLatest <= today.PlusDays(many);
                if (mine is { } letter && soon && node.IsLeaf && row.Kind != WorkKind.Tactic && row.State != WorkState.Done)
                {
                    yield return new MyWorkRow(row, book.Plan.Id, string.Join(" / ", node.Up.Skip(1).Reverse().Select(above => above.Work.Title)), row.DueAtLatest < today, letter);
                }
            }
        }
    }
}
