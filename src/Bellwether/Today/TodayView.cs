using Bellwether.Actions;
using Bellwether.Audits;
using Bellwether.Calendar;
using Bellwether.Goals;
using Bellwether.Inbox;
using Bellwether.Kernel;
using Bellwether.Plans;
using Bellwether.Publishing;
using Bellwether.Reminders;
using NodaTime;
using static Bellwether.Actions.ExecutionShare;
using static Bellwether.Actions.MyWork;

namespace Bellwether.Today;

/// <summary>A goal that needs a look: it is behind, or nobody knows.</summary>
/// <param name="Status">How it stands.</param>
/// <param name="Sentence">The numbers in words, or why there are none.</param>
public sealed record SlippedGoal(Id<Goal> Id, string Title, GoalStatus Status, string Sentence, string? OwnerName);

/// <summary>The next review of the plan.</summary>
/// <param name="At">The instant.</param>
/// <param name="InWords">The rhythm: “last Thursday of each month, 10:00”.</param>
public sealed record ReviewAhead(Id<Plan> Plan, LocalDateTime Local, Instant At, string InWords, int InDays);

/// <summary>What whoever asks finds in the morning: execution, not documents.</summary>
/// <param name="Date">The brand's date.</param>
/// <param name="Plan">The plan in force, else the newest outline; none when there is no plan.</param>
/// <param name="Execution">How much of what is due is done.</param>
/// <param name="Due">Open work of the asker that is overdue or due within a week.</param>
/// <param name="Waiting">Posts that wait for the asker's approval.</param>
/// <param name="NeedsYou">Publications that wait for a decision of a person.</param>
/// <param name="GoingOut">Posts with a slot today.</param>
/// <param name="Slipped">Goals that lag, are at risk, or have no data.</param>
/// <param name="Unseen">News of plans that the asker has not confirmed yet.</param>
/// <param name="Spending">Money spent beyond what a sponsor approved, in a sentence; null while spending keeps within it.</param>
/// <param name="Tools">Tools of the asker whose renewal has passed or comes within fourteen days.</param>
/// <param name="Ticklers">What the asker was told or wanted to remember, and whose day has come.</param>
/// <param name="Cases">Cases of the inbox that are later than promised: the asker's, and those that are nobody's.</param>
/// <param name="Accounts">What the accounts need: confirmations that are overdue, reports to chase, searches, wishes to decide.</param>
public sealed record TodayView(
    LocalDate Date, PlanView? Plan, ExecutionView? Execution, IReadOnlyList<MyWorkRow> Due, IReadOnlyList<CalendarEntry> Waiting, IReadOnlyList<PublicationView> NeedsYou,
    IReadOnlyList<CalendarEntry> GoingOut, IReadOnlyList<SlippedGoal> Slipped, int GoalsInAll, ReviewAhead? Review, IReadOnlyList<PlanNoticeView> Unseen,
    IReadOnlyList<AuditTodoItem> Accounts, IReadOnlyList<ToolView> Tools, string? Spending, IReadOnlyList<TicklerView> Ticklers, IReadOnlyList<CareRow> Cases);
