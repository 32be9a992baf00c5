using System.Text.Json.Nodes;
using Bellwether.Audits;
using Bellwether.Kernel;
using Bellwether.Metrics;
using Bellwether.People;
using Bellwether.Plans;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Goals;

/// <summary>The goals of a plan as data: business objectives, objectives, goals with their targets, and what they rest on. Members are written by e-mail.</summary>
internal sealed class GoalsPart(Db db, MetricCatalogue catalogue, GoalsRest rest, WrittenAccounts known, TimeProvider clock) : IPlanPart
{
    private const string AccountPrefix = "account:";

    public string Name => "goals";

    public int Order => 400;

    /// <summary>What is expected of a post or a campaign is stated while the plan runs; it changes nothing in it.</summary>
    public IReadOnlyList<string> Records => ["rest.expectations"];

    public async Task<JsonNode?> WriteAsync(Plan plan, bool nextCycle, CancellationToken cancel)
    {
        var goals = await db.Set<Goal>().AsNoTracking().Where(row => row.Plan == plan.Id).OrderBy(row => row.Place).ThenBy(row => row.Id).ToListAsync(cancel);
        if (nextCycle)
        {
            // What was reached or given up stays behind.
            goals.RemoveAll(goal => goal.ClosedAt is not null);
        }

        var ids = goals.Select(goal => goal.Id).ToList();
        var targets = (await db.Set<KpiTarget>().AsNoTracking().Where(row => ids.Contains(row.Goal)).OrderBy(row => row.Id).ToListAsync(cancel)).ToLookup(row => row.Goal);
        var business = await db.Set<BusinessObjective>().AsNoTracking().Where(row => row.Plan == plan.Id).OrderBy(row => row.Id).ToListAsync(cancel);
        var objectives = await db.Set<Objective>().AsNoTracking().Where(row => row.Plan == plan.Id).OrderBy(row => row.Id).ToListAsync(cancel);
        var mails = await db.Set<Member>().AsNoTracking().ToDictionaryAsync(member => member.Id, member => member.Email, cancel);
        var accounts = await db.Set<SocialAccount>().AsNoTracking().Where(row => row.Brand == plan.Brand && row.ArchivedAt == null).ToDictionaryAsync(row => row.Id.ToString(), row => AccountPrefix + row.Key, StringComparer.Ordinal, cancel);
        // Accounts are known by their key, as everywhere in the file; the brand as a whole needs no name.
        string? Subject(string? id) => id is null || id == plan.Brand.ToString() ? null : accounts.GetValueOrDefault(id, id);
        var written = new WrittenGoals(
            [.. business.Select(row => new WrittenBusiness(row.Id, row.Title, row.Notes, row.Metric))],
            [.. objectives.Select(row => new WrittenObjective(row.Id, row.Title, row.Notes, row.Metric, row.Serves))],
            [.. goals.Select(goal => WrittenGoal.Of(goal, [.. targets[goal.Id]], mails, Subject, nextCycle, ids))],
            await rest.WriteAsync(plan, nextCycle, ids, mails, cancel) is { IsEmpty: false } around ? around : null);
        return goals.Count + business.Count + objectives.Count == 0 && written.Rest is null ? null : PartJson.Write(written);
    }

    public async Task ReadAsync(Plan plan, JsonNode part, CancellationToken cancel)
    {
        var written = PartJson.Read<WrittenGoals>("goals", part);
        var business = (written.BusinessObjectives ?? []).ToDictionary(one => one.Id, one => one.Make(plan));
        var objectives = (written.Objectives ?? []).ToDictionary(one => one.Id, one => one.Make(plan, business));
        db.AddRange(business.Values);
        db.AddRange(objectives.Values);
        await ReadGoalsAsync(plan, written, objectives, cancel);
    }

    private async Task ReadGoalsAsync(Plan plan, WrittenGoals whole, Dictionary<Id<Objective>, Objective> objectives, CancellationToken cancel)
    {
        var written = whole.Goals ?? [];
        var members = await db.Set<Member>().ToDictionaryAsync(member => member.Email, StringComparer.OrdinalIgnoreCase, cancel);
        var accounts = await known.ByKeyAsync(plan.Brand, cancel);
        var now = clock.Now();
        var goals = new Dictionary<Id<Goal>, Goal>();
        for (var i = 0; i < written.Count; i++)
        {
            var goal = written[i].Make(plan, i + 1, objectives, members, now);
            Rule.Require(goals.TryAdd(goal.Id, goal), "part-invalid", $"goals.goals[{i}].id: two goals have the id {goal.Id}.", "goals");
            db.Add(goal);
            foreach (var (sheet, place) in (written[i].Targets ?? []).Select((sheet, place) => (sheet, place)))
            {
                var path = $"goals.goals[{i}].targets[{place}]";
                db.Add(await (sheet with { Subject = SubjectOf(sheet.Subject, accounts, path) }).MakeAsync(goal, catalogue, members, now, path, cancel));
            }
        }

        foreach (var one in written.Where(one => one.Parent is not null))
        {
            var parent = goals.GetValueOrDefault(one.Parent!.Value) ?? throw Rule.Broken("part-invalid", $"goals.goals: “{one.Title}” is a part of a goal that is not there.", "goals");
            goals[one.Id].Join(parent, Above(parent, goals));
        }

        if (whole.Rest is { } around)
        {
            await rest.ReadAsync(plan, around, goals, members, now, cancel);
        }
    }

    private static string? SubjectOf(string? written, Dictionary<string, SocialAccount> accounts, string path) =>
        written is null || !written.StartsWith(AccountPrefix, StringComparison.Ordinal) ? written
        : accounts.TryGetValue(written[AccountPrefix.Length..], out var account) ? account.Id.ToString()
        : throw Rule.Broken("part-invalid", $"{path}.subject: there is no account “{written[AccountPrefix.Length..]}” in the file or the brand.", "goals");

    private static HashSet<Id<Goal>> Above(Goal parent, Dictionary<Id<Goal>, Goal> goals)
    {
        var above = new HashSet<Id<Goal>>();
        var up = parent;
        while (up is not null && above.Add(up.Id))
        {
            up = up.Parent is { } next ? goals.GetValueOrDefault(next) : null;
        }

        return above;
    }
}
