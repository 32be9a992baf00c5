using System.ComponentModel.DataAnnotations;
using System.Text;
using Bellwether.Kernel;
using Bellwether.People;
using Bellwether.Storage;

namespace Bellwether.Research;

/// <summary>Addresses that each take one answer; shown this once.</summary>
public sealed record MadeInvitations(IReadOnlyList<string> Addresses);

/// <summary>Makes addresses that each take one answer, for a mail list or printed slips. They are shown this once: only their hash is kept.</summary>
/// <param name="Name">Which mailing or counter they are for; never a person.</param>
/// <param name="Segment">Who gets them, when all of them are customers already or none is.</param>
[Needs(Permission.RunPlan)]
public sealed record InviteToSurvey(Id<Survey> Survey, string Name, [property: Range(1, 2000)] int Count = 1, CustomerSegment? Segment = null) : ICommand<MadeInvitations>
{
    internal sealed class Handler(Db db, ResearchDesk desk, SurveyBook book) : IHandle<InviteToSurvey, MadeInvitations>
    {
        public async Task<MadeInvitations> HandleAsync(InviteToSurvey request, CancellationToken cancel)
        {
            var survey = await desk.ToChangeAsync(request.Survey, "survey", null, cancel);
            Rule.Require(survey.Status != SurveyStatus.Closed, "survey-closed", "This survey is closed. Open it again before you invite anybody.");
            var plan = await desk.PlanAsync(survey.Plan, cancel);
            var addresses = new List<string>();
            for (var i = 0; i < request.Count; i++)
            {
                var code = Codes.New();
                db.Add(new SurveyInvitation(survey, plan, request.Name, Codes.Hash(code), request.Segment));
                addresses.Add($"{book.AddressOf(survey)}?t={code}");
            }

            desk.Say(survey, $"made {request.Count} invitations to “{survey.Sheet.Title}” for {request.Name}");
            return new MadeInvitations(addresses);
        }
    }
}

/// <summary>Every answer as a CSV file, one a row. Text that a spreadsheet would run as a formula is escaped.</summary>
[Needs(Permission.EditPlan)]
public sealed record ExportSurveyAnswers(Id<Survey> Survey) : IQuery<FileResult>
{
    internal sealed class Handler(Db db, ResearchDesk desk) : IHandle<ExportSurveyAnswers, FileResult>
    {
        public async Task<FileResult> HandleAsync(ExportSurveyAnswers request, CancellationToken cancel)
        {
            var survey = await desk.FindAsync(request.Survey, "survey", cancel);
            var text = new StringBuilder("\uFEFF").AppendJoin(',', new[] { "answered at", "segment", "via", "consent" }.Concat(survey.Sheet.Questions.Select(question => question.Text)).Select(SafeCell.Of)).Append("\r\n");
            foreach (var answer in await SurveyAnswers.OfAsync(db, survey, cancel))
            {
                text.AppendJoin(',', new[]
                {
                    answer.CreatedAt.ToString("g", System.Globalization.CultureInfo.InvariantCulture), answer.Segment?.ToString().ToLowerInvariant() ?? "", SafeCell.Of(answer.Via ?? ""), answer.Consent ? "yes" : "no",
                }.Concat(survey.Sheet.Questions.Select(question => SafeCell.Of(answer.Given.TryGetValue(question.Key!, out var given) ? string.Join(" | ", given) : "")))).Append("\r\n");
            }

            return new FileResult($"survey-{survey.Code}.csv", "text/csv; charset=utf-8", Encoding.UTF8.GetBytes(text.ToString()));
        }
    }
}
