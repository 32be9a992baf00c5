using System.Text.Json.Nodes;
using Bellwether.Kernel;
using Bellwether.Plans;
using Bellwether.Storage;
using NodaTime;

namespace Bellwether.Research;

/// <summary>Reads the research of a plan from a file, item by item; what cannot be read is a problem that names its path.</summary>
internal sealed class ResearchReader(Db db, Plan plan, LocalDate today, PeopleByMail people)
{
    private static readonly string[] Lists =
    [
        "profile", "departments", "audiences", "personas", "networkUse", "networkCases", "communityPlaces", "snapshots", "aims", "settlements", "questionSets", "interviews", "surveys", "findings", "questions",
        "techniques", "mediaUsage", "mediaShares",
    ];

    private readonly Dictionary<string, object> made = new(StringComparer.Ordinal);

    public void Read(JsonObject part)
    {
        foreach (var unknown in part.Select(pair => pair.Key).Where(key => !Lists.Contains(key)))
        {
            throw Rule.Broken("part-invalid", $"research.{unknown}: there is no such list. The lists are: {string.Join(", ", Lists)}.", "research");
        }

        Each(part, "profile", (item, path) => Add<ResearchProfile>(item, new ResearchProfile(plan, Sheet<ProfileSheet>(item, path)), path));
        Each(part, "departments", (item, path) => Add<Department>(item, new Department(plan, Sheet<DepartmentSheet>(people.In((JsonObject)item.DeepClone()), path)), path));
        Each(part, "audiences", (item, path) => Add<Audience>(item, new Audience(plan, Sheet<AudienceSheet>(item, path)), path));
        Each(part, "personas", (item, path) => Add<Persona>(item, new Persona(Made<Audience>(item, "of", path), plan, Sheet<PersonaSheet>(item, path, "of")), path));
        Each(part, "networkUse", (item, path) => Add<NetworkUse>(item, new NetworkUse(Made<Audience>(item, "of", path), plan, Text(item, "network")!, Sheet<NetworkUseSheet>(item, path, "of", "network"), today), path));
        Each(part, "networkCases", (item, path) => Add<NetworkCase>(item, new NetworkCase(plan, Text(item, "network")!, Sheet<CaseSheet>(item, path, "network")), path));
        Each(part, "communityPlaces", (item, path) => Add<CommunityPlace>(item, new CommunityPlace(plan, Sheet<PlaceSheet>(item, path)), path));
        Each(part, "snapshots", Snapshot);
        Each(part, "aims", (item, path) => Add<DepartmentAim>(item, new DepartmentAim(Made<Department>(item, "of", path), plan, Sheet<AimSheet>(item, path, "of")), path));
        Each(part, "settlements", Settlement);
        Each(part, "questionSets", (item, path) => Add<QuestionSet>(item, new QuestionSet(plan, Sheet<QuestionSetSheet>(item, path)), path));
        Each(part, "interviews", Interview);
        Each(part, "surveys", (item, path) => Add<Survey>(item, new Survey(plan, Sheet<SurveySheet>(item, path), SurveyBook.NewCode()), path));
        Each(part, "findings", FindingWithLinks);
        Each(part, "questions", Question);
        Each(part, "techniques", (item, path) => Add<Technique>(item, new Technique(plan, Sheet<TechniqueSheet>(item, path), today), path));
        Each(part, "mediaUsage", (item, path) => Add<MediaUsageEntry>(item, new MediaUsageEntry(plan, Sheet<MediaUsageSheet>(item, path)), path));
        Each(part, "mediaShares", (item, path) => Add<MediaTargets>(item, new MediaTargets(plan), path).Aim(Sheet<WrittenShares>(item, path).Shares));
    }

    private void Snapshot(JsonObject item, string path)
    {
        var snapshot = new AudienceSnapshot(plan, Sheet<SnapshotSheet>(item, path, "suppressed", "uneven"), today);
        snapshot.Remember(
            item["suppressed"] is { } count ? PartJson.Read<int>($"{path}.suppressed", count) : 0,
            item["uneven"] is { } uneven ? [.. PartJson.Read<List<WrittenShare>>($"{path}.uneven", uneven).Select(shares => new UnevenShares(shares.Kind, shares.Sum))] : null);
        Add<AudienceSnapshot>(item, snapshot, path);
    }

    private void Settlement(JsonObject item, string path)
    {
        var (first, second) = (Made<DepartmentAim>(item, "first", path), Made<DepartmentAim>(item, "second", path));
        var conflict = Rule.Found(Conflicts.Of(AimBook.View(first, ""), AimBook.View(second, "")), "conflict");
        db.Add(new AimSettlement(plan, conflict.Key, Text(item, "decision")!, Text(item, "by") ?? ""));
    }

    private void Interview(JsonObject item, string path)
    {
        Made<Department>(item, "department", path);
        var interview = new StakeholderInterview(plan, Sheet<InterviewSheet>(people.In((JsonObject)item.DeepClone()), path, "heldOn", "answers", "notes", "needs"));
        if (item["heldOn"] is { } held)
        {
            interview.Hold(
                PartJson.Read<LocalDate>($"{path}.heldOn", held), today, item["answers"] is { } answers ? PartJson.Read<List<InterviewAnswer>>($"{path}.answers", answers) : [],
                Text(item, "notes"), item["needs"] is { } needs ? PartJson.Read<List<string>>($"{path}.needs", needs) : []);
        }

        Add<StakeholderInterview>(item, interview, path);
    }

    private void FindingWithLinks(JsonObject item, string path)
    {
        var finding = Add<Finding>(item, new Finding(plan, Sheet<FindingSheet>(item, path, "aside", "ledTo"), today), path);
        if (Text(item, "aside") is { } why)
        {
            finding.SetAside(why);
        }

        foreach (var link in item["ledTo"] is { } led ? PartJson.Read<List<WrittenLink>>($"{path}.ledTo", led) : [])
        {
            db.Add(new FindingLink(finding, plan, link.Node, link.Why, link.By));
        }
    }

    private void Question(JsonObject item, string path)
    {
        var written = Sheet<WrittenQuestion>(item, path);
        Add<OpenQuestion>(item, new OpenQuestion(plan, written.Text, written.By), path).Reply(written.Answer, written.AnsweredAt ?? today.AtStartOfDayInZone(DateTimeZone.Utc).ToInstant());
    }

    private static void Each(JsonObject part, string list, Action<JsonObject, string> read)
    {
        var items = part[list] is { } node ? node as JsonArray ?? throw Rule.Broken("part-invalid", $"research.{list}: a list is expected.", "research") : [];
        for (var i = 0; i < items.Count; i++)
        {
            var path = $"research.{list}[{i}]";
            try
            {
                read(items[i] as JsonObject ?? throw Rule.Broken("part-invalid", $"{path}: an object is expected.", "research"), path);
            }
            catch (ProblemException problem) when (!problem.Message.StartsWith("research", StringComparison.Ordinal))
            {
                throw Rule.Broken(problem.Code, $"{path}: {problem.Message}", "research");
            }
        }
    }

    private T Add<T>(JsonObject item, T piece, string path)
        where T : PlanResearch<T>
    {
        Rule.Require(Id<T>.TryParse(Text(item, "id"), null, out var id), "part-invalid", $"{path}.id: an id of the kind {Id<T>.Prefix}_… is expected.", "research");
        Rule.Require(made.TryAdd(id.ToString(), piece), "part-invalid", $"{path}.id: two items have the id {id}.", "research");
        piece.Id = id;
        db.Add(piece);
        return piece;
    }

    private T Made<T>(JsonObject item, string key, string path)
        where T : class =>
        Text(item, key) is { } id && made.TryGetValue(id, out var piece) && piece is T found ? found : throw Rule.Broken("part-invalid", $"{path}.{key}: what it belongs to is not in the file.", "research");

    /// <summary>The item as a sheet, without its id and the keys that are read apart.</summary>
    private static TSheet Sheet<TSheet>(JsonObject item, string path, params string[] apart)
    {
        var bare = (JsonObject)item.DeepClone();
        bare.Remove("id");
        foreach (var key in apart)
        {
            bare.Remove(key);
        }

        return PartJson.Read<TSheet>(path, bare);
    }

    private static string? Text(JsonObject item, string key) => item[key] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}
