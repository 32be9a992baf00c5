using System.Globalization;
using System.Text;
using Bellwether.Plans;

namespace Bellwether.Research;

/// <summary>What a dossier is written from: nothing in it is for the brand's own people only.</summary>
internal sealed record DossierContent(
    string Brand, Plan Plan, string Title, string? Summary, int Number, NodaTime.LocalDate On, ProfileSheet Profile, IReadOnlyList<FindingView> Findings, InterviewBoard Interviews,
    IReadOnlyList<AudienceView> Audiences, IReadOnlyList<NetworkUseView> Uses, CommunityMapView Community, IReadOnlyList<SurveyResultsView> Surveys, MediaLedgerView Media,
    IReadOnlyList<OpenQuestionView> Questions, IReadOnlyList<TechniqueView> Techniques, IReadOnlyList<ResearchGap> Gaps);

/// <summary>Writes a dossier as a document.</summary>
internal static class DossierText
{
    public static string Write(DossierContent content)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"# {Line(content.Title)}\n\nResearch for {Line(content.Brand)}, plan “{Line(content.Plan.Title)}”. Version {content.Number}, closed on {content.On:d MMMM uuuu}.\n");
        if (content.Summary is { } summary)
        {
            text.Append("\n## In short\n\n").Append(Block(summary)).Append('\n');
        }

        if (content.Profile.Wider is { IsWritten: true } wider)
        {
            Section(text, "The wider plan", [.. new[] { wider.Title, wider.Link }.OfType<string>(), .. wider.Objectives ?? [], .. (wider.SiteGoals ?? []).Select(goal => $"The site: {goal}")]);
        }

        foreach (var area in content.Findings.GroupBy(finding => finding.Sheet.Area).OrderBy(group => group.Key))
        {
            Section(text, $"Findings: {area.Key.ToString().ToLowerInvariant()}", area.Select(Finding));
        }

        Section(text, "Who was heard", content.Interviews.Interviews.Where(interview => interview.HeldOn is not null)
            .Select(interview => $"{interview.Sheet.Name}, {interview.DepartmentName}, {interview.HeldOn:d MMMM uuuu}{(interview.Needs.Count == 0 ? "" : ": " + string.Join("; ", interview.Needs))}"));
        Section(text, "Audiences", content.Audiences.Select(audience => $"{audience.Sheet.Name}{(audience.Sheet.Size is { } size ? $", about {size.ToString("N0", CultureInfo.InvariantCulture)}" : "")}{(audience.Sheet.Needs!.Count == 0 ? "" : ": " + string.Join("; ", audience.Sheet.Needs))}"));
        Section(text, "Networks they use", content.Uses.Select(use => FormattableString.Invariant(
            $"{content.Audiences.FirstOrDefault(audience => audience.Id == use.Audience)?.Sheet.Name}: {use.NetworkName} {use.Sheet.Share:0.##} % ({use.Sheet.Source.Name}, {use.Sheet.Source.On:d MMMM uuuu}{(use.Stale ? ", old" : "")})")));
        Section(text, "Where they gather", content.Community.Segments.SelectMany(segment => segment.Places).Select(place => $"{place.Sheet.Name} ({place.Sheet.Kind.ToString().ToLowerInvariant()}){(place.Sheet.Needs is { } needs ? ": " + needs : "")}"));
        foreach (var survey in content.Surveys)
        {
            Section(text, $"Survey: {survey.Survey.Sheet.Title} ({survey.Answers} answers)", survey.Questions.SelectMany(Result));
        }

        Section(text, $"What the media took ({content.Media.Currency})", content.Media.Media.Select(sum => FormattableString.Invariant(
            $"{sum.Medium}: {sum.SpentMoney:0.##} spent of {sum.PlannedMoney:0.##}, {sum.SpentHours:0.##} h{(sum.MoneyShare is { } share ? $", {share * 100:0.#} %" : "")}{(sum.Target is { } target ? $" (aimed at {target * 100:0.#} %)" : "")}")));
        Section(text, "Tools and tactics", content.Techniques.Select(technique => $"{technique.Sheet.Name}: {technique.Sheet.Status.ToString().ToLowerInvariant()}{(technique.OpinionOnly ? ", opinion only" : "")}"));
        Section(text, "Questions", content.Questions.Select(question => $"{question.Text} {question.Answer ?? "(open)"}"));
        Section(text, "What was open on the day", content.Gaps.Select(gap => gap.Message));
        return text.ToString();
    }

    private static string Finding(FindingView finding)
    {
        var source = finding.Sheet.Source is { } from ? $"{from.Name}, {from.On.ToString("d MMMM uuuu", CultureInfo.InvariantCulture)}{(from.Link is { } link ? ", " + link : "")}" : "opinion";
        var led = finding.Links.Where(link => link.Title is not null).Select(link => link.Title).ToList();
        return $"{finding.Sheet.Text} ({source}){(led.Count > 0 ? " Led to: " + string.Join(", ", led) + "." : finding.AsideWhy is { } why ? " Nothing follows: " + why : "")}";
    }

    private static IEnumerable<string> Result(QuestionResult result)
    {
        if (result.Nps is { } nps)
        {
            return [FormattableString.Invariant($"{result.Text} Net promoter score {nps.Score:0} ({nps.Low:0} to {nps.High:0}, {nps.Answers} answers)")];
        }

        var shares = (result.Csat is { } csat ? [csat] : result.Kind == QuestionKind.Text ? result.Themes ?? [] : result.Options).Where(share => share.Count > 0);
        return [$"{result.Text} {string.Join("; ", shares.Select(share => FormattableString.Invariant($"{share.Label} {share.Share * 100:0} % ({share.Low * 100:0} to {share.High * 100:0})")))} ({result.Answered} answers)"];
    }

    private static void Section(StringBuilder text, string title, IEnumerable<string> lines)
    {
        var list = lines.ToList();
        if (list.Count > 0)
        {
            text.Append("\n## ").Append(Line(title)).Append("\n\n").AppendJoin('\n', list.Select(line => "- " + Line(line))).Append('\n');
        }
    }

    /// <summary>Words of people stay words: nothing in them becomes a heading, a link or a table.</summary>
    private static string Line(string text) => Escaped(text.ReplaceLineEndings(" "));

    private static string Block(string text) => string.Join("\n", text.ReplaceLineEndings("\n").Split('\n').Select(Escaped));

    private static string Escaped(string text)
    {
        var safe = new StringBuilder();
        foreach (var letter in text)
        {
            safe.Append(letter is '\\' or '`' or '*' or '_' or '[' or ']' or '<' or '>' or '#' or '|' ? $"\\{letter}" : letter.ToString());
        }

        return safe.ToString();
    }
}
