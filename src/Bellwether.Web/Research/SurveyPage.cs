using Bellwether.Kernel;
using Bellwether.Research;
using Bellwether.Web.Doors;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;

namespace Bellwether.Web.Research;

/// <summary>
/// The survey as a page without script: it is opened, filled in and sent as a plain form. What the page was given when it was
/// opened lets it be sent once; invitations let one person answer once, whatever they open.
/// </summary>
internal static class SurveyPage
{
    private const int LargestForm = 128 * 1024;
    private const int MostFields = 400;
    private static readonly TimeSpan TicketAge = TimeSpan.FromHours(24);

    public static void Map(WebApplication app)
    {
        app.MapGet("/p/survey/{code}", (RequestDelegate)OpenAsync).RequireRateLimiting(PublicLimit.Name).ExcludeFromDescription();
        app.MapPost("/p/survey/{code}", (RequestDelegate)SendAsync).RequireRateLimiting(PublicLimit.Name).WithMetadata(new RequestSizeLimitAttribute(LargestForm)).ExcludeFromDescription();
    }

    private static async Task OpenAsync(HttpContext http)
    {
        if (await FindAsync(http) is { } survey)
        {
            await ShowAsync(http, survey, StatusCodes.Status200OK, Fresh(http, survey), new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal), new Dictionary<string, string>(StringComparer.Ordinal));
        }
    }

    private static async Task SendAsync(HttpContext http)
    {
        if (await FindAsync(http) is not { } survey)
        {
            return;
        }

        if (!http.Request.HasFormContentType)
        {
            await PublicPage.SayAsync(http, StatusCodes.Status415UnsupportedMediaType, "This cannot be read", "Open the survey and send it with its own button.");
            return;
        }

        IFormCollection form;
        try
        {
            form = await http.Request.ReadFormAsync(new FormOptions { ValueCountLimit = MostFields, ValueLengthLimit = LargestForm, KeyLengthLimit = 100, MultipartBodyLengthLimit = LargestForm, BufferBodyLengthLimit = LargestForm }, http.RequestAborted);
        }
        catch (Exception failure) when (failure is InvalidDataException or BadHttpRequestException)
        {
            await PublicPage.SayAsync(http, StatusCodes.Status413PayloadTooLarge, "This is too much", "What was sent is larger than this survey can be. Go back and shorten your answers.");
            return;
        }

        await TakeAsync(http, survey, form);
    }

    private static async Task TakeAsync(HttpContext http, SharedSurvey survey, IFormCollection form)
    {
        var filled = form.Where(pair => pair.Key.Length > 0 && pair.Key[0] != '_').ToDictionary(pair => pair.Key, pair => (IReadOnlyList<string>)[.. pair.Value.OfType<string>()], StringComparer.Ordinal);
        var ticket = form[SurveyForm.TicketField].ToString();
        if (!IsOurs(http, survey, ticket))
        {
            // Left open for a day, or never opened at all: a fresh page keeps what was written.
            await ShowAsync(http, survey, StatusCodes.Status422UnprocessableEntity, Fresh(http, survey), filled, new Dictionary<string, string>(StringComparer.Ordinal) { [survey.Sheet.Questions[0].Key!] = "This page was open for long. Look at your answers and send them again." });
            return;
        }

        try
        {
            // Only programs fill in what nobody sees; they are thanked like everybody and nothing is stored.
            if (form[SurveyForm.TrapField].ToString().Length == 0)
            {
                var answer = new AnswerSurvey(survey.Id, ticket, filled, form[SurveyForm.ConsentField] == "yes", Token(http), Via(http));
                await http.RequestServices.GetRequiredService<Runner>().RunAsync(answer, current => current.BecomeProgram(survey.Workspace), http.RequestAborted);
            }

            await PublicPage.SayAsync(http, StatusCodes.Status200OK, "Thank you", survey.Sheet.Thanks ?? "Your answers have arrived. You can close this page.");
        }
        catch (ProblemException problem) when (problem.Code == "answers-invalid")
        {
            await ShowAsync(http, survey, StatusCodes.Status422UnprocessableEntity, ticket, filled, problem.Fields.ToDictionary(field => field.Field, field => field.Message, StringComparer.Ordinal));
        }
        catch (ProblemException problem) when (problem.Kind == ProblemKind.Conflict)
        {
            // Two at the same moment are one answer too.
            await PublicPage.SayAsync(http, StatusCodes.Status409Conflict, "Answered already", "This was answered already. Your first answer counts; nothing more was stored.");
        }
        catch (ProblemException problem)
        {
            await PublicPage.SayAsync(http, StatusCodes.Status410Gone, "No more answers", problem.Message);
        }
    }

    /// <summary>The survey, when it takes an answer from this visitor; else the reason was said.</summary>
    private static async Task<SharedSurvey?> FindAsync(HttpContext http)
    {
        try
        {
            var code = (string)http.Request.RouteValues["code"]!;
            var survey = await http.RequestServices.GetRequiredService<Runner>().RunAsync(new PublicSurvey(code, Token(http)), _ => { }, http.RequestAborted);
            if (survey.Closed is { } closed)
            {
                await PublicPage.SayAsync(http, StatusCodes.Status410Gone, survey.Sheet.Title, closed);
                return null;
            }

            if (survey.Used)
            {
                await PublicPage.SayAsync(http, StatusCodes.Status409Conflict, "Answered already", "This invitation was used already. Your first answer counts; nothing more was stored.");
                return null;
            }

            return survey;
        }
        catch (ProblemException problem)
        {
            await PublicPage.SayAsync(http, StatusCodes.Status404NotFound, "No survey here", problem.Kind == ProblemKind.NotFound ? problem.Message : "There is no survey at this address. Look whether it was copied whole.");
            return null;
        }
    }

    private static Task ShowAsync(HttpContext http, SharedSurvey survey, int status, string ticket, IReadOnlyDictionary<string, IReadOnlyList<string>> filled, IReadOnlyDictionary<string, string> wrong) =>
        PublicPage.SendAsync(http, status, (wrong.Count > 0 ? "Another look: " : "") + survey.Sheet.Title, new SurveyForm(survey, ticket, filled, wrong).Write());

    private static string Fresh(HttpContext http, SharedSurvey survey) => Tickets(http, survey).Protect(Guid.CreateVersion7().ToString("N"), TicketAge);

    private static bool IsOurs(HttpContext http, SharedSurvey survey, string ticket)
    {
        try
        {
            Tickets(http, survey).Unprotect(ticket);
            return true;
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return false;
        }
    }

    private static ITimeLimitedDataProtector Tickets(HttpContext http, SharedSurvey survey) =>
        http.RequestServices.GetRequiredService<IDataProtectionProvider>().CreateProtector("research.survey", survey.Id.ToString()).ToTimeLimitedDataProtector();

    private static string? Token(HttpContext http) => http.Request.Query["t"].FirstOrDefault() is { Length: > 0 and <= 60 } token ? token : null;

    private static string? Via(HttpContext http) => http.Request.Query["via"].FirstOrDefault() is { Length: > 0 and <= 40 } via ? via : null;
}
