using Bellwether.Actions;
using Bellwether.Audits;
using Bellwether.Brands;
using Bellwether.Calendar;
using Bellwether.Goals;
using Bellwether.Inbox;
using Bellwether.Kernel;
using Bellwether.Plans;
using Bellwether.Publishing;
using Bellwether.Reminders;
using Bellwether.Returns;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Today;

/// <summary>The home screen's one question: what is due for me, what waits for me, what goes out, what slipped, when is the next review.</summary>
[Needs(Permission.Read)]
public sealed record TodayPage(Id<Brand> Brand) : IQuery<TodayView>
{
    internal sealed class Handler(Db db, PlanFinder plans, Runner runner, ICurrent current, TimeProvider clock) : IHandle<TodayPage, TodayView>
    {
        private const int DaysAhead = 7;

        public async Task<TodayView> HandleAsync(TodayPage request, CancellationToken cancel)
        {
            var brand = await plans.BrandAsync(request.Brand, cancel);
            var today = clock.Today(brand.Zone);
            var plan = await InForceAsync(brand.Id, cancel);
            var goals = plan is null ? [] : await AskAsync(new GoalList(plan.Id), cancel);
            IReadOnlyList<AuditTodoItem> accounts = [.. (await AskAsync(new AuditTodo(brand.Id), cancel)).Where(item => item.Mine)];
            IReadOnlyList<ToolView> tools = [.. (await AskAsync(new ToolRenewals(brand.Id), cancel)).Where(renewal => renewal.Mine).Select(renewal => renewal.Tool)];
            // What can be done from a card of its own is not told a second time.
            var shown = accounts.Select(item => item.Path).Concat(tools.Select(tool => ToolTicklers.PathOf(tool.Id))).ToHashSet(StringComparer.Ordinal);
            return new TodayView(
                today,
                plan is null ? null : PlanView.Of(plan, brand, clock.Now()),
                plan is null ? null : await AskAsync(new ExecutionShare(plan.Id), cancel),
                plan is null ? [] : await AskAsync(new MyWork(plan.Id, Days: DaysAhead), cancel),
                current.May(Permission.ApprovePosts) ? (await AskAsync(new PostList(brand.Id, Status: PostStatus.InReview, Take: 20), cancel)).Items : [],
                current.May(Permission.Publish) ? (await AskAsync(new PublicationList(brand.Id, PublicationFilter.NeedsYou, Take: 20), cancel)).Items : [],
                await GoingOutAsync(brand, today, cancel),
                [.. goals.Where(goal => goal.Status is GoalStatus.AtRisk or GoalStatus.Lagging or GoalStatus.NoData or GoalStatus.Missed).OrderBy(goal => Worst(goal.Status)).Select(Slipped)],
                goals.Count,
                plan is null ? null : Next(plan, brand),
                plan is null ? [] : [.. (await AskAsync(new PlanNoticeList(plan.Id), cancel)).Where(notice => !notice.SeenByMe)],
                accounts,
                tools,
                plan is null || (await AskAsync(new PlanSpending(plan.Id), cancel)).Standing is not { State: BudgetState.Beyond } standing ? null : standing.Sentence,
                [.. (await AskAsync(new TicklerList(brand.Id), cancel)).Where(tickler => !shown.Contains(tickler.Path))],
                current.May(Permission.Reply) ? [.. (await AskAsync(new InboxList(brand.Id, CareFilter.Overdue), cancel)).Items.Where(late => late.Assignee is null || late.Assignee?.Value == current.MemberKey)] : []);
        }

        private Task<TResult> AskAsync<TResult>(IQuery<TResult> question, CancellationToken cancel) =>
            runner.RunAsync(question, asker => asker.Become(current), cancel);

        private async Task<Plan?> InForceAsync(Id<Brand> brand, CancellationToken cancel)
        {
            var all = await db.Set<Plan>().AsNoTracking().Where(plan => plan.Brand == brand && plan.Status != PlanStatus.Closed).ToListAsync(cancel);
            return all.OrderBy(plan => plan.Status == PlanStatus.Outline).ThenByDescending(plan => plan.CreatedAt).FirstOrDefault();
        }

        private Task<IReadOnlyList<CalendarEntry>> GoingOutAsync(Brand brand, LocalDate today, CancellationToken cancel)
        {
            var from = Clock.Resolve(today.AtMidnight(), brand.Zone);
            var until = Clock.Resolve(today.PlusDays(1).AtMidnight(), brand.Zone);
            var posts = db.Set<Post>().AsNoTracking().IgnoreAutoIncludes().Where(post => post.Brand == brand.Id && post.ArchivedAt == null && post.DueAt >= from && post.DueAt < until).OrderBy(post => post.DueAt);
            return CalendarEntries.ReadAsync(db, posts, brand.Zone, cancel);
        }

        private ReviewAhead? Next(Plan plan, Brand brand)
        {
            if (plan.Reviews is not { } schedule)
            {
                return null;
            }

            var now = clock.Now();
            var today = now.InZone(brand.Zone).Date;
            var from = plan.Start is { } start && start > today ? start : today;
            var next = schedule.Occurrences(brand, from, plan.End).FirstOrDefault(date => date.At > now);
            return next is null ? null : new ReviewAhead(plan.Id, next.Local, next.At, schedule.InWords(), Period.DaysBetween(today, next.Local.Date));
        }

        private static int Worst(GoalStatus status) => status switch { GoalStatus.Missed => 0, GoalStatus.AtRisk => 1, GoalStatus.Lagging => 2, _ => 3 };

        // Whole things: a fraction only says something while there are few.
        private static string Said(decimal number) => Math.Abs(number) >= 100 ? $"{number:#,##0}" : $"{number:#,##0.#}";

        private static SlippedGoal Slipped(GoalRow goal) =>
            new(goal.Id, goal.Title, goal.Status, goal is { Now: { } now, Expected: { } expected }
                ? $"{Said(now)} of {Said(expected)} expected by today"
                : goal.Why ?? "No number yet.", goal.OwnerName);
    }
}
