using System.Text;
using Bellwether.Research;
using static Bellwether.Web.Doors.PublicPage;

namespace Bellwether.Web.Research;

/// <summary>Writes a survey as a form: every answer is a plain field, every message stands beside its question and in a list above.</summary>
internal sealed class SurveyForm(SharedSurvey survey, string ticket, IReadOnlyDictionary<string, IReadOnlyList<string>> filled, IReadOnlyDictionary<string, string> wrong)
{
    public const string TicketField = "_ticket";
    public const string TrapField = "_website";
    public const string ConsentField = "consent";
    private readonly StringBuilder html = new();

    public string Write()
    {
        var sheet = survey.Sheet;
        html.Append($"<p class=\"from\">{Text(survey.Brand)}</p><h1>{Text(sheet.Title)}</h1>");
        if (sheet.Intro is { } intro)
        {
            html.Append($"<p>{Lines(intro)}</p>");
        }

        Summary();
        html.Append($"<form method=\"post\"><input type=\"hidden\" name=\"{TicketField}\" value=\"{Text(ticket)}\">");
        html.Append($"<div class=\"trap\" aria-hidden=\"true\"><label>Leave this empty <input type=\"text\" name=\"{TrapField}\" tabindex=\"-1\" autocomplete=\"off\"></label></div>");
        foreach (var question in sheet.Questions)
        {
            Question(question);
        }

        if (sheet.Questions.Any(question => question.Personal))
        {
            Consent(sheet.Consent!);
        }

        return html.Append("<button type=\"submit\">Send my answers</button></form>").ToString();
    }

    private void Summary()
    {
        if (wrong.Count > 0)
        {
            html.Append("<div class=\"summary\" role=\"alert\"><p><strong>Some answers need another look. Nothing was sent yet.</strong></p><ul>");
            foreach (var (key, message) in wrong)
            {
                var title = survey.Sheet.Questions.FirstOrDefault(question => question.Key == key)?.Text ?? "Consent";
                html.Append($"<li><a href=\"#{Text(key)}\">{Text(title)}</a>: {Text(message)}</li>");
            }

            html.Append("</ul></div>");
        }
    }

    private void Question(SurveyQuestion question)
    {
        var key = question.Key!;
        var hint = question.Hint is { } words ? $"<span class=\"hint\">{Text(words)}</span>" : "";
        var needed = question.Required ? " <span class=\"hint\">Needed</span>" : "";
        if (question.Kind == QuestionKind.Text)
        {
            html.Append($"<fieldset id=\"{key}\"><legend><label for=\"{key}-in\">{Text(question.Text)}</label>{needed}{hint}</legend><div>");
            Wrong(key);
            html.Append($"<textarea id=\"{key}-in\" name=\"{key}\" rows=\"{(question.Personal ? 1 : 4)}\" maxlength=\"{AnswerCheck.LongestText}\"{Described(key)}>{Text(First(key))}</textarea></div></fieldset>");
            return;
        }

        html.Append($"<fieldset id=\"{key}\"{Described(key)}><legend>{Text(question.Text)}{needed}{hint}</legend><div>");
        Wrong(key);
        switch (question.Kind)
        {
            case QuestionKind.Nps:
                Scale(key, 0, 10, "Not at all likely", "Very likely");
                break;
            case QuestionKind.Csat:
                Scale(key, 1, 5, "Not at all satisfied", "Very satisfied");
                break;
            case QuestionKind.YesNo or QuestionKind.Segment:
                Choice(key, "radio", "yes", "Yes");
                Choice(key, "radio", "no", "No");
                break;
            default:
                foreach (var option in question.Options!)
                {
                    Choice(key, question.Kind == QuestionKind.Choices ? "checkbox" : "radio", option, option);
                }

                break;
        }

        html.Append("</div></fieldset>");
    }

    private void Scale(string key, int from, int to, string low, string high)
    {
        html.Append("<div class=\"scale\">");
        for (var number = from; number <= to; number++)
        {
            Choice(key, "radio", $"{number}", $"{number}");
        }

        html.Append($"</div><div class=\"ends\"><span>{from}: {low}</span><span>{to}: {high}</span></div>");
    }

    private void Choice(string key, string type, string value, string label)
    {
        var picked = filled.TryGetValue(key, out var values) && values.Contains(value) ? " checked" : "";
        html.Append($"<label class=\"choice\"><input type=\"{type}\" name=\"{key}\" value=\"{Text(value)}\"{picked}> {Text(label)}</label>");
    }

    private void Consent(string words)
    {
        html.Append($"<fieldset id=\"{ConsentField}\"{Described(ConsentField)}><legend>What you agree to</legend><div>");
        Wrong(ConsentField);
        html.Append($"<p>{Lines(words)}</p>");
        Choice(ConsentField, "checkbox", "yes", "I agree. Without it we keep nothing that says who you are.");
        html.Append("</div></fieldset>");
    }

    private void Wrong(string key)
    {
        if (wrong.TryGetValue(key, out var message))
        {
            html.Append($"<p class=\"wrong\" id=\"{key}-wrong\">{Text(message)}</p>");
        }
    }

    private string Described(string key) => wrong.ContainsKey(key) ? $" aria-describedby=\"{key}-wrong\"" : "";

    private string? First(string key) => filled.TryGetValue(key, out var values) && values.Count > 0 ? values[0] : null;
}
