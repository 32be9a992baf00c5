using Bellwether.Kernel;
using Bellwether.People;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Plans;

/// <summary>A journal line as it is shown.</summary>
public sealed record JournalEntryView(
    Id<JournalEntry> Id, Instant At, string By, string Step, string What, string? Why, string? Evidence, string? Subject, JournalVerdict? Verdict, Id<JournalEntry>? About, bool IsWritten)
{
    public static JournalEntryView Of(JournalEntry entry) =>
        new(entry.Id, entry.CreatedAt, entry.By, entry.Step, entry.What, entry.Why, entry.Evidence, entry.Subject, entry.Verdict, entry.About, entry.IsWritten);
}

/// <summary>A plan's journal, the newest first: by words, step, thing or verdict.</summary>
/// <param name="Text">Words that stand in what was done, why, or by whom.</param>
/// <param name="Subject">The id of the thing it is about.</param>
[Needs(Permission.Read)]
public sealed record PlanJournal(Id<Plan> Plan, string? Text = null, string? Step = null, string? Subject = null, JournalVerdict? Verdict = null, string? After = null, int Take = 50) : IQuery<Page<JournalEntryView>>
{
    internal sealed class Handler(Db db, PlanFinder finder, Outsiders outsiders) : IHandle<PlanJournal, Page<JournalEntryView>>
    {
        public async Task<Page<JournalEntryView>> HandleAsync(PlanJournal request, CancellationToken cancel)
        {
            var plan = await finder.FindAsync(request.Plan, cancel);
            var lines = db.Set<JournalEntry>().AsNoTracking().Where(entry => entry.Plan == plan.Id);
            lines = request.Step is { } step ? lines.Where(entry => entry.Step == step) : lines;
            lines = request.Subject is { } subject ? lines.Where(entry => entry.Subject == subject) : lines;
            lines = request.Verdict is { } verdict ? lines.Where(entry => entry.Verdict == verdict) : lines;
            foreach (var word in (request.Text ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(8).Select(word => word.ToUpperInvariant()))
            {
                lines = lines.Where(entry => entry.SearchText.Contains(word));
            }

            var hidden = await outsiders.HiddenAsync(plan.Brand, cancel);
            if (hidden.Subjects.Count > 0)
            {
                lines = lines.Where(entry => entry.Subject == null || !EF.Parameter(hidden.Subjects).Contains(entry.Subject));
            }

            foreach (var named in hidden.Names.SelectMany(Mention.Of).Select(told => told.ToUpperInvariant()))
            {
                lines = lines.Where(entry => !(entry.SearchText + " ").Contains(named));
            }

            return await lines.OrderByDescending(entry => entry.Id)
                .PageAsync(request.After, request.Take, entry => entry.Id, (query, after) => query.Where(entry => entry.Id.CompareTo(after) < 0), JournalEntryView.Of, cancel);
        }
    }
}

/// <summary>
/// Writes a line into the plan's journal: a discovery, a word on what works or does not, a correction of an earlier line.
/// Lines are never changed or deleted.
/// </summary>
/// <param name="Step">The step it belongs to, by its folder name: Calendar.</param>
/// <param name="About">The earlier line it is about.</param>
[Needs(Permission.TakePart)]
public sealed record WriteJournal(
    Id<Plan> Plan, string Text, string Step = Steps.Plans, string? Why = null, string? Evidence = null, JournalVerdict? Verdict = null, Id<JournalEntry>? About = null) : ICommand<JournalEntryView>
{
    internal sealed class Handler(Db db, PlanFinder finder, ICurrent current) : IHandle<WriteJournal, JournalEntryView>
    {
        public async Task<JournalEntryView> HandleAsync(WriteJournal request, CancellationToken cancel)
        {
            var plan = await finder.FindAsync(request.Plan, cancel);
            Rule.Require(Steps.InOrder.Contains(request.Step), "step-unknown", $"“{request.Step}” is no step. The steps are: {string.Join(", ", Steps.InOrder)}.", "step");
            if (request.About is { } about)
            {
                var earlier = await db.FindAsync(about, "journal entry", cancel);
                Rule.Found(earlier.Plan == plan.Id ? earlier : null, "journal entry");
            }

            Id<Member>? member = current.MemberKey is { } key ? new Id<Member>(key) : null;
            var entry = new JournalEntry(plan, request.Step, request.Text, request.Why, request.Evidence, request.Verdict, request.About, member, current.Name);
            db.Add(entry);
            return JournalEntryView.Of(entry);
        }
    }
}
