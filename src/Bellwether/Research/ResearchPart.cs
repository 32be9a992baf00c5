using System.Text.Json.Nodes;
using Bellwether.Kernel;
using Bellwether.People;
using Bellwether.Plans;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Research;

/// <summary>
/// The research of a plan as a part of it. Answers of surveys, files and dossiers stay where they are: they belong to people and
/// to a day. The next cycle keeps what is known, and asks anew what follows from it.
/// </summary>
internal sealed class ResearchPart(Db db, ResearchDesk desk, AimBook aims) : IPlanPart
{
    public string Name => "research";

    public int Order => 200;

    public async Task<JsonNode?> WriteAsync(Plan plan, bool nextCycle, CancellationToken cancel)
    {
        var mails = await db.Set<Member>().AsNoTracking().ToDictionaryAsync(member => member.Id.ToString(), member => member.Email, StringComparer.Ordinal, cancel);
        var links = (await desk.AllAsync<FindingLink>(plan.Id, cancel)).ToLookup(link => link.Finding);
        var part = new JsonObject();
        void Put(string list, IEnumerable<JsonObject> items)
        {
            if (items.Select(item => (JsonNode)item).ToArray() is { Length: > 0 } some)
            {
                part[list] = new JsonArray(some);
            }
        }

        Task<List<T>> All<T>()
            where T : PlanResearch<T> => desk.AllAsync<T>(plan.Id, cancel);
        var people = new PeopleByMail(mails);
        Put("profile", (await All<ResearchProfile>()).Select(row => PartItem.Of(row.Id, row.Sheet)));
        Put("departments", (await All<Department>()).Select(row => people.Out(PartItem.Of(row.Id, row.Sheet))));
        Put("audiences", (await All<Audience>()).Select(row => PartItem.Of(row.Id, row.Sheet)));
        Put("personas", (await All<Persona>()).Select(row => PartItem.Of(row.Id, row.Sheet, ("of", row.Audience.ToString()))));
        Put("networkUse", (await All<NetworkUse>()).Select(row => PartItem.Of(row.Id, row.Sheet, ("of", row.Audience.ToString()), ("network", row.Network))));
        Put("networkCases", (await All<NetworkCase>()).Select(row => PartItem.Of(row.Id, row.Sheet, ("network", row.Network))));
        Put("communityPlaces", (await All<CommunityPlace>()).Select(row => PartItem.Of(row.Id, row.Sheet)));
        Put("snapshots", (await All<AudienceSnapshot>()).Select(row => PartItem.Of(row.Id, row.Sheet, ("suppressed", row.Suppressed), ("uneven", row.Uneven.Count == 0 ? null : PartJson.Write(row.Uneven.Select(shares => new WrittenShare(shares.Kind, shares.Sum)))))));
        Put("aims", (await All<DepartmentAim>()).Select(row => PartItem.Of(row.Id, row.Sheet, ("of", row.Department.ToString()))));
        Put("settlements", nextCycle ? [] : (await aims.BoardAsync(plan.Id, cancel)).Conflicts.Where(conflict => conflict.Decision is not null)
            .Select(conflict => new JsonObject { ["first"] = conflict.First.Id.ToString(), ["second"] = conflict.Second.Id.ToString(), ["decision"] = conflict.Decision, ["by"] = conflict.SettledBy }));
        Put("questionSets", (await All<QuestionSet>()).Select(row => PartItem.Of(row.Id, row.Sheet)));
        Put("interviews", (await All<StakeholderInterview>()).Select(row => people.Out(PartItem.Of(
            row.Id, row.Sheet, ("heldOn", PartJson.Write(row.HeldOn)), ("answers", PartJson.Write(row.Answers)), ("notes", row.Notes), ("needs", PartJson.Write(row.Needs))))));
        Put("surveys", (await All<Survey>()).Select(row => PartItem.Of(row.Id, nextCycle ? row.Sheet with { ClosesOn = null } : row.Sheet)));
        Put("findings", (await All<Finding>()).Select(row => PartItem.Of(
            row.Id, row.Sheet, ("aside", nextCycle ? null : row.AsideWhy), ("ledTo", nextCycle ? null : PartJson.Write(links[row.Id].Select(link => new WrittenLink(link.Target, link.Why, link.By)).ToList())))));
        Put("questions", (await All<OpenQuestion>()).Where(row => !nextCycle || row.Answer is null).Select(row => PartItem.Of(row.Id, new WrittenQuestion(row.Text, row.By, row.Answer, row.AnsweredAt))));
        Put("techniques", (await All<Technique>()).Select(row => PartItem.Of(row.Id, row.Sheet)));
        Put("mediaUsage", nextCycle ? [] : (await All<MediaUsageEntry>()).Select(row => PartItem.Of(row.Id, row.Sheet)));
        Put("mediaShares", (await All<MediaTargets>()).Where(row => row.Shares.Count > 0).Select(row => PartItem.Of(row.Id, new WrittenShares(row.Shares))));
        return part.Count == 0 ? null : part;
    }

    public async Task ReadAsync(Plan plan, JsonNode part, CancellationToken cancel)
    {
        var mails = await db.Set<Member>().AsNoTracking().ToDictionaryAsync(member => member.Email, member => member.Id.ToString(), StringComparer.OrdinalIgnoreCase, cancel);
        new ResearchReader(db, plan, await desk.TodayAsync(plan.Brand, cancel), new PeopleByMail(mails)).Read(part as JsonObject ?? throw Rule.Broken("part-invalid", "research: an object with lists is expected.", Name));
    }
}

internal sealed record WrittenShare(BreakdownKind Kind, decimal? Sum = null);

internal sealed record WrittenLink(string Node, string? Why = null, string By = "");

internal sealed record WrittenQuestion(string Text, string By, string? Answer = null, Instant? AnsweredAt = null);

internal sealed record WrittenShares(IReadOnlyList<MediaShare> Shares);
