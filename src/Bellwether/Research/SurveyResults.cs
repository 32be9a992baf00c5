using Bellwether.Kernel;
using Bellwether.Metrics;
using Bellwether.Networks;

namespace Bellwether.Research;

/// <summary>A share with what its few answers leave open (Wilson's interval, 95 %).</summary>
/// <param name="Share">0 to 1.</param>
public sealed record ShareOf(string Label, int Count, int Asked, double Share, double Low, double High)
{
    /// <summary>The share, or nothing where nobody was asked.</summary>
    public static ShareOf? Of(string label, int count, int asked) =>
        Wilson.Of(count, asked) is { } interval ? new ShareOf(label, count, asked, (double)count / asked, interval.Low, interval.High) : null;
}

/// <summary>What tracking saw of the same way, beside what people say.</summary>
/// <param name="Share">The part of all tracked conversions, 0 to 1.</param>
/// <param name="All">All tracked conversions.</param>
public sealed record TrackedShare(string Label, int Count, int All, double Share);

/// <summary>What came of one question.</summary>
/// <param name="Answered">How many answered it.</param>
/// <param name="Options">How often each answer was given; what people wrote is not among them.</param>
/// <param name="Nps">For “how likely”.</param>
/// <param name="Csat">For “how satisfied”: the share who gave 4 or 5.</param>
/// <param name="Tracked">For origins: what tracking saw of the networks among the options.</param>
/// <param name="Themes">For own words: how many mention each theme.</param>
/// <param name="Texts">For own words: the newest of them.</param>
public sealed record QuestionResult(
    string Key, string Text, QuestionKind Kind, int Answered, IReadOnlyList<ShareOf> Options, NpsScore? Nps = null, ShareOf? Csat = null,
    IReadOnlyList<TrackedShare>? Tracked = null, IReadOnlyList<ShareOf>? Themes = null, IReadOnlyList<string>? Texts = null);

/// <summary>Answers by where the link was found; empty where nothing told it.</summary>
public sealed record ViaCount(string Via, int Count);

/// <summary>What came of a survey.</summary>
/// <param name="Answers">Answers in this view.</param>
/// <param name="Current">Answers of people who are customers.</param>
/// <param name="Potential">Answers of people who are not yet.</param>
/// <param name="Via">Answers by where the link was found.</param>
/// <param name="Margin">How far a share near a half may be off with so many answers, 0 to 1; null without answers.</param>
public sealed record SurveyResultsView(SurveyView Survey, int Answers, int Current, int Potential, IReadOnlyList<ViaCount> Via, double? Margin, IReadOnlyList<QuestionResult> Questions);

/// <summary>What came of a survey, question by question, each share with its interval; all together or one segment.</summary>
/// <param name="Segment">Only customers, or only people who are not yet.</param>
[Needs(Permission.Read)]
public sealed record SurveyResults(Id<Survey> Survey, CustomerSegment? Segment = null) : IQuery<SurveyResultsView>
{
    internal sealed class Handler(Storage.Db db, ResearchDesk desk, SurveyBook book, IEnumerable<ITrackedWays> tracked, TimeProvider clock) : IHandle<SurveyResults, SurveyResultsView>
    {
        public async Task<SurveyResultsView> HandleAsync(SurveyResults request, CancellationToken cancel)
        {
            var survey = await desk.FindAsync(request.Survey, "survey", cancel);
            var all = await SurveyAnswers.OfAsync(db, survey, cancel);
            var chosen = all.Where(answer => request.Segment is null || answer.Segment == request.Segment).ToList();
            var ways = survey.OpenedAt is { } from && survey.Sheet.Questions.Any(question => question.Kind == QuestionKind.Origin)
                ? await tracked.SumAsync(survey.Brand, from, survey.ClosedAt ?? clock.Now(), cancel)
                : null;
            var interval = Wilson.Of(chosen.Count / 2, chosen.Count);
            return new SurveyResultsView(
                await book.OneAsync(survey, cancel), chosen.Count, all.Count(answer => answer.Segment == CustomerSegment.Current), all.Count(answer => answer.Segment == CustomerSegment.Potential),
                [.. chosen.CountBy(answer => answer.Via ?? "").Select(pair => new ViaCount(pair.Key, pair.Value)).OrderByDescending(way => way.Count)], interval is null ? null : (interval.High - interval.Low) / 2,
                [.. survey.Sheet.Questions.Select(question => QuestionSums.Of(question, survey.Sheet, chosen, ways))]);
        }
    }
}

/// <summary>Adds up the answers to one question.</summary>
internal static class QuestionSums
{
    private const int MostTexts = 200;

    public static QuestionResult Of(SurveyQuestion question, SurveySheet survey, IReadOnlyList<SurveyAnswer> answers, TrackedWays? ways)
    {
        var given = answers.Select(answer => answer.Given.TryGetValue(question.Key!, out var values) ? values : null).OfType<IReadOnlyList<string>>().ToList();
        var result = new QuestionResult(question.Key!, question.Text, question.Kind, given.Count, []);
        return question.Kind switch
        {
            QuestionKind.Nps => result with { Options = Shares(Enumerable.Range(0, 11).Select(Name), given), Nps = NpsScore.Of([.. Numbers(given)]) },
            QuestionKind.Csat => result with { Options = Shares(Enumerable.Range(1, 5).Select(Name), given), Csat = ShareOf.Of("4 or 5", Numbers(given).Count(number => number >= 4), given.Count) },
            QuestionKind.YesNo or QuestionKind.Segment => result with { Options = Shares(["yes", "no"], given) },
            QuestionKind.Origin => result with { Options = Shares(question.Options!, given), Tracked = Tracked(question.Options!, ways) },
            QuestionKind.Text => result with { Themes = Themes(survey.Themes!, given), Texts = question.Personal ? [] : [.. given.Select(values => values[0]).Reverse().Take(MostTexts)] },
            _ => result with { Options = Shares(question.Options!, given) },
        };
    }

    private static List<ShareOf> Shares(IEnumerable<string> labels, List<IReadOnlyList<string>> given) =>
        [.. labels.Select(label => ShareOf.Of(label, given.Count(values => values.Contains(label)), given.Count)).OfType<ShareOf>()];

    private static List<TrackedShare>? Tracked(IEnumerable<string> labels, TrackedWays? ways) => ways is not { All: > 0 }
        ? null
        : [.. from label in labels
               let network = NetworkName.Perhaps(label)
               where network is not null
               let count = ways.ByNetwork.GetValueOrDefault(network)
               where count > 0 || NetworkCatalogue.Find(network) is not null
               select new TrackedShare(label, count, ways.All, (double)count / ways.All)];

    private static List<ShareOf> Themes(IReadOnlyList<AnswerTheme> themes, List<IReadOnlyList<string>> given) =>
        [.. themes.Select(theme => ShareOf.Of(theme.Name, given.Count(values => Mentions(values[0], theme)), given.Count)).OfType<ShareOf>()];

    /// <summary>Whether any word of the text begins with any word of the theme.</summary>
    private static bool Mentions(string text, AnswerTheme theme)
    {
        var words = text.ToLowerInvariant().Split([' ', '\n', '\r', '\t', '.', ',', ';', ':', '!', '?', '"', '(', ')', '“', '”', '/'], StringSplitOptions.RemoveEmptyEntries);
        return theme.Words.Any(beginning => words.Any(word => word.StartsWith(beginning, StringComparison.Ordinal)));
    }

    private static IEnumerable<int> Numbers(IEnumerable<IReadOnlyList<string>> given) => given.Select(values => int.Parse(values[0], System.Globalization.CultureInfo.InvariantCulture));

    private static string Name(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);

    public static async Task<TrackedWays?> SumAsync(this IEnumerable<ITrackedWays> sources, Id<Brands.Brand> brand, NodaTime.Instant from, NodaTime.Instant to, CancellationToken cancel)
    {
        foreach (var source in sources)
        {
            return await source.WaysAsync(brand, from, to, cancel);
        }

        return null;
    }
}
