using Bellwether.Brands;
using Bellwether.Goals;
using Bellwether.Kernel;
using Bellwether.Plans;
using Bellwether.Research;
using NodaTime;

namespace Bellwether.Demo;

/// <summary>What the demo's brand found out before it planned: some of it leads somewhere, some is still open.</summary>
internal static class DemoResearch
{
    public static async Task MakeAsync(DemoStage stage, DemoPerson by, Brand brand, Id<Plan> plan, Id<Goal> goal, LocalDate today, CancellationToken cancel)
    {
        var served = goal.ToString();
        var office = await stage.AskAsync(by, new AddAudience(plan, new AudienceSheet("Office people within ten minutes", "They have half an hour and decide on the way.", ["Know before noon where the van stands", "Order without waiting"], CustomerSegment.Potential, 4200, ResearchNeed.Commerce, [served])), cancel);
        await stage.AskAsync(by, new AddPersona(office.Id, new PersonaSheet("Paula, accountant", "31, twenty minutes from home", "Eat well in half an hour", "The queue at half past twelve", "I decide in the lift.")), cancel);
        await stage.AskAsync(by, new RecordNetworkUse(office.Id, "instagram", new NetworkUseSheet(61, new Evidence(SourceKind.Observation, "Asked at the van", today.PlusMonths(-4), Sample: 120))), cancel);
        await stage.AskAsync(by, new RecordNetworkUse(office.Id, "bluesky", new NetworkUseSheet(18, new Evidence(SourceKind.Observation, "Asked at the van", today.PlusMonths(-4), Sample: 120))), cancel);
        await stage.AskAsync(by, new RecordNetworkUse(office.Id, "tiktok", new NetworkUseSheet(44, new Evidence(SourceKind.Web, "City youth study", today.PlusMonths(-26)))), cancel);
        await stage.AskAsync(by, new AddCommunityPlace(plan, new PlaceSheet(PlaceKind.Hashtag, "#lunchberlin", "instagram", Audience: office.Id, Size: 12_000, Needs: "Something new to eat nearby", Goals: [served])), cancel);
        var finding = await stage.AskAsync(by, new AddFinding(plan, new FindingSheet("Guests decide on the way, after half past eleven", SituationArea.Customers, new Evidence(SourceKind.Observation, "Asked at the van", today.PlusMonths(-4), Sample: 120), ResearchNeed.Commerce, CustomerSegment.Current, "I decide in the lift.")), cancel);
        await stage.AskAsync(by, new LinkFinding(finding.Id, served, "So the place is told before noon."), cancel);
        await stage.AskAsync(by, new AddFinding(plan, new FindingSheet("Flyers bring one guest in two hundred", SituationArea.Market, new Evidence(SourceKind.Numbers, "Codes on flyers", today.PlusMonths(-7)))), cancel);
        await stage.AskAsync(by, new AddFinding(plan, new FindingSheet("People would order ahead", SituationArea.Customers)), cancel);
        var survey = await stage.AskAsync(by, new AddSurvey(plan, new SurveySheet("How was lunch?", [new SurveyQuestion("How likely are you to recommend us?", QuestionKind.Nps), new SurveyQuestion("How did you hear of us?", QuestionKind.Origin, Options: ["Instagram", "Bluesky", "A friend", "Passing by"]), new SurveyQuestion("What should we change?", QuestionKind.Text)], "Three questions, one minute.", "Thank you. The next salsa is on us.")), cancel);
        await stage.AskAsync(by, new OpenSurvey(survey.Id), cancel);
        await AnswerAsync(stage, survey, cancel);
        await stage.AskAsync(by, new AddTechnique(plan, new TechniqueSheet("Posts written by a machine", TechniqueKind.Tool, TechniqueStatus.Hold, "The place changes at nine, and it made one up.", [new Evidence(SourceKind.Observation, "Tried for a week", today.PlusDays(-10))], [new TechniqueOpinion("Ben", "It sounds like everybody.")])), cancel);
        await stage.AskAsync(by, new AddTechnique(plan, new TechniqueSheet("A poll in the story", TechniqueKind.Tactic, TechniqueStatus.Trial, "Guests decide together; a vote is an answer in one touch.", Opinions: [new TechniqueOpinion("Ana", "Worth four Mondays.")])), cancel);
        foreach (var (medium, money, hours) in new[] { (Medium.Print, 310m, 4m), (Medium.Social, 140m, 26m), (Medium.Events, 50m, 6m) })
        {
            await stage.AskAsync(by, new AddMediaUsage(plan, new MediaUsageSheet(medium, today.PlusMonths(-1), SpentMoney: money, SpentHours: hours, Currency: brand.Currency)), cancel);
        }

        await stage.AskAsync(by, new AimMediaShares(plan, [new MediaShare(Medium.Print, 30), new MediaShare(Medium.Social, 60), new MediaShare(Medium.Events, 10)]), cancel);
    }

    /// <summary>What guests said, behind the code that is printed on the napkins.</summary>
    private static async Task AnswerAsync(DemoStage stage, SurveyView survey, CancellationToken cancel)
    {
        (string Score, string Heard, string? Wish)[] answers =
        [
            ("10", "A friend", "Nothing, keep going"), ("9", "Instagram", "More vegan dishes"), ("9", "Passing by", null), ("8", "Instagram", "A shorter queue at half past twelve"), ("10", "A friend", null),
            ("6", "Passing by", "Paying by card took long"), ("9", "Bluesky", "Tell the place earlier"), ("7", "Instagram", "A shorter queue"), ("10", "Bluesky", null), ("3", "Passing by", "You were gone at one"), ("9", "A friend", "Hotter salsa"),
        ];
        var keys = survey.Sheet.Questions.Select(question => question.Key!).ToList();
        foreach (var ((score, heard, wish), place) in answers.Select((answer, place) => (answer, place)))
        {
            var filled = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal) { [keys[0]] = [score], [keys[1]] = [heard] };
            if (wish is not null)
            {
                filled[keys[2]] = [wish];
            }

            await stage.AskAsync(new AnswerSurvey(survey.Id, $"napkin {place}", filled, Via: "napkin"), cancel);
        }
    }
}
