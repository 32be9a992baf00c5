using System.Text.Json.Serialization;
using Bellwether.Kernel;
using Bellwether.Plans;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Bellwether.Research;

/// <summary>What a question asks for.</summary>
public enum QuestionKind
{
    /// <summary>One of several.</summary>
    Choice,

    /// <summary>Any of several.</summary>
    Choices,

    YesNo,

    /// <summary>How likely one is to recommend, 0 to 10.</summary>
    Nps,

    /// <summary>How satisfied one is, 1 to 5.</summary>
    Csat,

    /// <summary>How one heard or decided; options that are networks are compared with tracking.</summary>
    Origin,

    /// <summary>Whether one is a customer already; answers are reported apart.</summary>
    Segment,

    /// <summary>In own words.</summary>
    Text,
}

/// <summary>One question of a survey.</summary>
/// <param name="Key">Tells answers apart: small letters and digits, such as “q1”. Given by its place when left out.</param>
/// <param name="Options">What can be chosen, for choices and origins.</param>
/// <param name="Personal">Whether an answer tells who somebody is; kept only with consent.</param>
public sealed record SurveyQuestion(string Text, QuestionKind Kind, string? Key = null, bool Required = false, IReadOnlyList<string>? Options = null, bool Personal = false, string? Hint = null)
{
    /// <summary>Whether one chooses among its options.</summary>
    [JsonIgnore]
    public bool HasOptions => Kind is QuestionKind.Choice or QuestionKind.Choices or QuestionKind.Origin;

    public SurveyQuestion Checked(int place)
    {
        var key = string.IsNullOrWhiteSpace(Key) ? $"q{place}" : Key.Trim();
        Rule.Require(key.Length <= 20 && key.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter)), "key-invalid", "A key has small letters and digits, at most 20.", "questions");
        Rule.Require(key != "consent", "key-taken", "“consent” is the name of the consent itself. Use another key.", "questions");
        var options = (Options ?? []).Select(option => Rule.Text(option, "questions", 120)).ToList();
        Rule.Require(!HasOptions || options.Count is >= 2 and <= 30, "options-count", $"“{Text}” needs 2 to 30 answers to choose from.", "questions");
        Rule.Require(options.Distinct(StringComparer.OrdinalIgnoreCase).Count() == options.Count, "option-twice", $"“{Text}” offers the same answer twice.", "questions");
        return this with { Text = Rule.Text(Text, "questions", 300), Key = key, Options = HasOptions ? options : [], Hint = Rule.OptionalText(Hint, "questions", 300) };
    }
}

/// <summary>A theme to look for in what people write.</summary>
/// <param name="Words">Beginnings of words that mean it: “wait”, “queue”.</param>
public sealed record AnswerTheme(string Name, IReadOnlyList<string> Words);

/// <summary>What a survey asks and says.</summary>
/// <param name="Intro">Said above the questions: who asks, what for, how long it takes.</param>
/// <param name="Thanks">Said after the answer.</param>
/// <param name="Consent">What somebody agrees to who gives personal data; without it none are asked.</param>
/// <param name="ClosesOn">The last day, in the brand's zone.</param>
/// <param name="InvitedOnly">Whether only an invitation lets one answer; else everybody with the link.</param>
public sealed record SurveySheet(
    string Title, IReadOnlyList<SurveyQuestion> Questions, string? Intro = null, string? Thanks = null, string? Consent = null, LocalDate? ClosesOn = null, bool InvitedOnly = false, IReadOnlyList<AnswerTheme>? Themes = null)
{
    public SurveySheet Checked()
    {
        Rule.Require(Questions.Count <= 40, "questions-count", "A survey has at most 40 questions; people give up long before.", "questions");
        var questions = Questions.Select((question, place) => question.Checked(place + 1)).ToList();
        Rule.Require(questions.Select(question => question.Key).Distinct(StringComparer.Ordinal).Count() == questions.Count, "key-twice", "Two questions have the same key. Give one another.", "questions");
        return this with
        {
            Title = Rule.Text(Title, "title", 160), Questions = questions, Intro = Rule.OptionalText(Intro, "intro", 2000), Thanks = Rule.OptionalText(Thanks, "thanks", 1000), Consent = Rule.OptionalText(Consent, "consent", 1000),
            Themes = [.. (Themes ?? []).Select(theme => new AnswerTheme(Rule.Text(theme.Name, "themes", 80), [.. theme.Words.Select(word => Rule.Text(word, "themes", 60).ToLowerInvariant())]))],
        };
    }
}

/// <summary>Where a survey stands.</summary>
public enum SurveyStatus
{
    Draft,
    Open,
    Closed,
}

/// <summary>Questions to many people, answered on a page or behind a printed code.</summary>
public sealed class Survey : PlanResearch<Survey>
{
    private Survey()
    {
    }

    public Survey(Plan plan, SurveySheet sheet, string code)
        : base(plan) => (Sheet, Code) = (sheet.Checked(), code);

    public SurveySheet Sheet { get; private set; } = null!;

    public SurveyStatus Status { get; private set; }

    /// <summary>Names the survey in its public address. It is no secret: it may be printed.</summary>
    public string Code { get; private set; } = "";

    public Instant? OpenedAt { get; private set; }

    public Instant? ClosedAt { get; private set; }

    /// <summary>Once somebody has answered, the questions stay as they were asked.</summary>
    public void Word(SurveySheet sheet, int answers)
    {
        var checkedSheet = sheet.Checked();
        var same = checkedSheet.Questions.Select(Asked).SequenceEqual(Sheet.Questions.Select(Asked), StringComparer.Ordinal) && checkedSheet.Consent == Sheet.Consent;
        Rule.Require(answers == 0 || same, "questions-answered", $"{answers} people answered these questions. Close this survey and copy it to ask others.", "questions");
        Rule.Require(Status != SurveyStatus.Open || checkedSheet.Questions.Count > 0, "questions-missing", "People are answering it. Leave at least one question, or close it.", "questions");
        Rule.Require(Status != SurveyStatus.Open || !AsksPersonal(checkedSheet) || checkedSheet.Consent is not null, "consent-missing", "A question asks who somebody is. Write what they agree to.", "consent");
        Sheet = checkedSheet;
    }

    /// <summary>Opens it, for the first time or again.</summary>
    public void Open(Instant now, LocalDate today)
    {
        Rule.Require(Status != SurveyStatus.Open, "survey-open", "This survey is open already.");
        Rule.Require(Sheet.Questions.Count > 0, "questions-missing", "There is nothing to answer yet. Add a question.", "questions");
        Rule.Require(!AsksPersonal(Sheet) || Sheet.Consent is not null, "consent-missing", "A question asks who somebody is. Write what they agree to.", "consent");
        Rule.Require(Sheet.ClosesOn is null || Sheet.ClosesOn >= today, "closes-in-past", "Its last day has passed. Choose a later one.", "closesOn");
        (Status, OpenedAt, ClosedAt) = (SurveyStatus.Open, OpenedAt ?? now, null);
    }

    public void Close(Instant now)
    {
        Rule.Require(Status == SurveyStatus.Open, "survey-not-open", "Only an open survey is closed.");
        (Status, ClosedAt) = (SurveyStatus.Closed, now);
    }

    /// <summary>Whether it takes answers on a day.</summary>
    public bool TakesAnswers(LocalDate today) => Status == SurveyStatus.Open && (Sheet.ClosesOn is null || today <= Sheet.ClosesOn);

    private static bool AsksPersonal(SurveySheet sheet) => sheet.Questions.Any(question => question.Personal);

    private static string Asked(SurveyQuestion question) => $"{question.Key}|{question.Kind}|{question.Text}|{question.Personal}|{string.Join('|', question.Options!)}";
}

internal sealed class SurveyStorage() : ResearchStorage<Survey>("surveys")
{
    protected override void Map(EntityTypeBuilder<Survey> builder)
    {
        builder.Property(row => row.Sheet).AsJson();
        builder.Property(row => row.Code).HasMaxLength(40);
        builder.HasIndex(row => row.Code).IsUnique();
    }
}
