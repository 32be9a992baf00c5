using Bellwether.Kernel;
using Bellwether.Metrics;
using Bellwether.People;
using Bellwether.Plans;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Goals;

/// <summary>Writes and reads what a plan says around its goals: assumptions, expected results, limits, hours, fears, the decision about advertising.</summary>
[Scoped]
internal sealed class GoalsRest(Db db, MetricCatalogue catalogue)
{
    /// <summary>The next cycle takes along what has not been judged yet; expected results and decisions about money stay behind.</summary>
    public async Task<WrittenRest> WriteAsync(Plan plan, bool nextCycle, IReadOnlyCollection<Id<Goal>> goals, IReadOnlyDictionary<Id<Member>, string> mails, CancellationToken cancel)
    {
        var assumptions = await db.Set<Assumption>().AsNoTracking().Where(row => row.Plan == plan.Id && (!nextCycle || row.Verdict == null)).OrderBy(row => row.Id).ToListAsync(cancel);
        var expectations = nextCycle ? [] : await db.Set<Expectation>().AsNoTracking().Where(row => row.Plan == plan.Id).OrderBy(row => row.Id).ToListAsync(cancel);
        var hours = (await db.Set<PlanHours>().AsNoTracking().Where(row => row.Plan == plan.Id).ToListAsync(cancel))
            .Where(row => mails.ContainsKey(row.Person)).Select(row => new WrittenHours(mails[row.Person], row.HoursAWeek)).OrderBy(row => row.Person, StringComparer.Ordinal).ToList();
        var fears = await db.Set<PremortemEntry>().AsNoTracking().Where(row => row.Plan == plan.Id).OrderBy(row => row.Id).ToListAsync(cancel);
        var advertising = nextCycle ? null : await db.Set<Advertising>().AsNoTracking().FirstOrDefaultAsync(row => row.Plan == plan.Id, cancel);
        return new WrittenRest(
            assumptions.Count == 0 ? null : [.. assumptions.Select(row => WrittenAssumption.Of(row, mails, goals))],
            expectations.Count == 0 ? null : [.. expectations.Select(row => new WrittenExpectation(row.Id, row.Subject, row.Metric, row.Value, row.From, row.Until, row.Words, row.AfterTheFact, Mail(row.By, mails), row.Reaction))],
            WrittenLimits.Of(await db.Set<GoalLimits>().AsNoTracking().FirstOrDefaultAsync(row => row.Plan == plan.Id, cancel)),
            hours.Count == 0 ? null : hours,
            fears.Count == 0 ? null : [.. fears.Select(row => new WrittenFear(row.Id, row.Reason, row.Guard, Mail(row.By, mails)))],
            advertising is { Decisions.Count: > 0 } ? advertising.Decisions : null);
    }

    public async Task ReadAsync(Plan plan, WrittenRest rest, IReadOnlyDictionary<Id<Goal>, Goal> goals, IReadOnlyDictionary<string, Member> members, Instant now, CancellationToken cancel)
    {
        foreach (var one in rest.Assumptions ?? [])
        {
            await NeedAsync(one.Metric, "goals.assumptions", cancel);
            db.Add(one.Make(plan, goals, members, now));
        }

        foreach (var one in rest.Expectations ?? [])
        {
            var metric = await NeedAsync(one.Metric, "goals.expectations", cancel);
            var expectation = new Expectation(plan, one.Subject, metric, one.Value, one.From, one.Until, one.Words, one.AfterTheFact, MemberOf(one.By, members)) { Id = one.Id };
            if (one.Reaction is { } reaction)
            {
                expectation.React(reaction, now);
            }

            db.Add(expectation);
        }

        if (rest.Limits is { } limits)
        {
            db.Add(limits.Make(plan));
        }

        foreach (var one in rest.Hours ?? [])
        {
            if (MemberOf(one.Person, members) is { } person)
            {
                db.Add(new PlanHours(plan.Id, person, one.HoursAWeek));
            }
        }

        db.AddRange((rest.Premortem ?? []).Select(one => new PremortemEntry(plan, one.Reason, one.Guard, MemberOf(one.By, members)) { Id = one.Id }));
        if (rest.Advertising is { Count: > 0 } decisions)
        {
            var advertising = new Advertising(plan.Id);
            advertising.Restore(decisions);
            db.Add(advertising);
        }
    }

    private async Task<Metric> NeedAsync(string key, string path, CancellationToken cancel) =>
        await catalogue.FindAsync(key, cancel) ?? throw Rule.Broken("metric-unknown", $"{path}: there is no metric “{key}”.", "goals");

    private static string? Mail(Id<Member>? member, IReadOnlyDictionary<Id<Member>, string> mails) => member is { } id ? mails.GetValueOrDefault(id) : null;

    private static Id<Member>? MemberOf(string? mail, IReadOnlyDictionary<string, Member> members) => mail is not null && members.GetValueOrDefault(mail) is { } member ? member.Id : null;
}
