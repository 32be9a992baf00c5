using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.People;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Plans;

/// <summary>Tells the team, and knows who has seen it.</summary>
[Scoped]
public sealed class PlanNotices(Db db, ICurrent current, TimeProvider clock)
{
    /// <summary>Tells everybody; whoever tells has seen it.</summary>
    public PlanNotice Tell(Plan plan, PlanNoticeKind kind, IReadOnlyList<string> lines)
    {
        var notice = new PlanNotice(plan, kind, lines, current.Name);
        db.Add(notice);
        if (current.MemberKey is { } member)
        {
            db.Add(new NoticeSeen(notice.Id, new Id<Member>(member)));
        }

        return notice;
    }

    /// <summary>Active members who may see the plan: those a notice is for.</summary>
    public async Task<IReadOnlyList<Member>> TeamAsync(Plan plan, CancellationToken cancel)
    {
        var members = await db.Set<Member>().AsNoTracking().Where(member => member.LeftAt == null).OrderBy(member => member.Name).ToListAsync(cancel);
        return [.. members.Where(member => member.IsActive(clock.Now()) && member.Sight.Covers(plan.Brand.Value) && member.Sight.CoversPlan(plan.Id.Value))];
    }
}

/// <summary>A notice and who has seen it.</summary>
/// <param name="SeenInWords">“Seen by 4 of 5”.</param>
/// <param name="Missing">The names of those who have not seen it yet.</param>
/// <param name="SeenByMe">Whether you have.</param>
public sealed record PlanNoticeView(Id<PlanNotice> Id, PlanNoticeKind Kind, int Number, IReadOnlyList<string> Lines, string By, Instant At, int Seen, int Of, string SeenInWords, IReadOnlyList<string> Missing, bool SeenByMe);

/// <summary>What the team was told about a plan, the newest first, and who has seen it.</summary>
[Needs(Permission.Read)]
public sealed record PlanNoticeList(Id<Plan> Plan) : IQuery<IReadOnlyList<PlanNoticeView>>
{
    internal sealed class Handler(Db db, PlanFinder finder, PlanNotices notices, ICurrent current) : IHandle<PlanNoticeList, IReadOnlyList<PlanNoticeView>>
    {
        public async Task<IReadOnlyList<PlanNoticeView>> HandleAsync(PlanNoticeList request, CancellationToken cancel)
        {
            var plan = await finder.FindAsync(request.Plan, cancel);
            var team = await notices.TeamAsync(plan, cancel);
            var told = await db.Set<PlanNotice>().AsNoTracking().Where(notice => notice.Plan == plan.Id).OrderByDescending(notice => notice.Id).ToListAsync(cancel);
            var ids = told.Select(notice => notice.Id).ToList();
            var seen = (await db.Set<NoticeSeen>().AsNoTracking().Where(row => ids.Contains(row.Notice)).ToListAsync(cancel)).ToLookup(row => row.Notice, row => row.Member);
            return [.. told.Select(notice =>
            {
                var have = seen[notice.Id].ToHashSet();
                var missing = team.Where(member => !have.Contains(member.Id)).Select(member => member.Name).ToList();
                var count = team.Count - missing.Count;
                return new PlanNoticeView(
                    notice.Id, notice.Kind, notice.Number, notice.Lines, notice.By, notice.CreatedAt, count, team.Count, $"Seen by {count} of {team.Count}", missing,
                    current.MemberKey is { } me && have.Contains(new Id<Member>(me)));
            })];
        }
    }
}

/// <summary>Says the problem and the goal out loud: everybody in the team is told, and is asked to have seen it.</summary>
[Needs(Permission.RunPlan)]
public sealed record PublishStatement(Id<Plan> Plan) : ICommand<Done>
{
    internal sealed class Handler(PlanFinder finder, PlanNotices notices, Journal journal) : IHandle<PublishStatement, Done>
    {
        public async Task<Done> HandleAsync(PublishStatement request, CancellationToken cancel)
        {
            var plan = await finder.FindAsync(request.Plan, cancel);
            Rule.Require(plan.Problem is not null, "problem-empty", "The problem is not written down yet. Write it, then say it out loud.", "problem");
            Rule.Require(plan.GoalStatement is not null, "goal-statement-empty", "What you are trying to achieve is not written down yet. Write it, then say it out loud.", "goalStatement");
            notices.Tell(plan, PlanNoticeKind.Statement, [plan.Problem, plan.GoalStatement]);
            journal.Say("said the problem and the goal out loud", plan.Brand.Value, plan.Id.Value, plan.Id);
            return Done.It;
        }
    }
}

/// <summary>Says that you have seen a notice. Saying it twice is the same as once.</summary>
[Needs(Permission.TakePart)]
public sealed record AcknowledgeNotice(Id<Plan> Plan, Id<PlanNotice> Notice) : ICommand<Done>
{
    internal sealed class Handler(Db db, PlanFinder finder, ICurrent current, Journal journal) : IHandle<AcknowledgeNotice, Done>
    {
        public async Task<Done> HandleAsync(AcknowledgeNotice request, CancellationToken cancel)
        {
            var plan = await finder.FindAsync(request.Plan, cancel);
            var notice = await db.FindAsync(request.Notice, "notice", cancel);
            Rule.Found(notice.Plan == plan.Id ? notice : null, "notice");
            Rule.Require(current.MemberKey is not null, "no-member", "Only a member can have seen something.");
            var member = new Id<Member>(current.MemberKey!.Value);
            if (!await db.Set<NoticeSeen>().AnyAsync(row => row.Notice == notice.Id && row.Member == member, cancel))
            {
                db.Add(new NoticeSeen(notice.Id, member));
                journal.Say($"has seen version {notice.Number} of the plan “{plan.Title}”", plan.Brand.Value, plan.Id.Value, notice.Id);
            }

            return Done.It;
        }
    }
}
