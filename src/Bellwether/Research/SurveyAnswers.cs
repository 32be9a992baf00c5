using System.ComponentModel.DataAnnotations;
using Bellwether.Kernel;
using Bellwether.People;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Research;

/// <summary>A survey as the public sees it.</summary>
/// <param name="Workspace">Whose it is; the door answers in its name.</param>
/// <param name="Closed">Why it takes no answer now, in words; null when it does.</param>
/// <param name="Used">Whether the invitation was used already.</param>
public sealed record SharedSurvey(Guid Workspace, Id<Survey> Id, string Brand, SurveySheet Sheet, string? Closed, bool Used);

/// <summary>The survey behind a public address; 404 in words for an unknown code or a draft.</summary>
/// <param name="Token">The code of the invitation, where one came with the address.</param>
[Internal("Read by whoever has the link, through the public page; a signed-in member asks for the survey itself.")]
public sealed record PublicSurvey([property: MaxLength(60)] string Code, [property: MaxLength(60)] string? Token = null) : IQuery<SharedSurvey>
{
    internal sealed class Handler(Db db, TimeProvider clock) : IHandle<PublicSurvey, SharedSurvey>
    {
        public async Task<SharedSurvey> HandleAsync(PublicSurvey request, CancellationToken cancel)
        {
            var survey = await db.Set<Survey>().IgnoreQueryFilters().AsNoTracking().FirstOrDefaultAsync(row => row.Code == request.Code, cancel);
            if (survey is null || survey.Status == SurveyStatus.Draft)
            {
                throw new ProblemException(ProblemKind.NotFound, "survey-unknown", "There is no survey at this address. Look whether it was copied whole.");
            }

            var brand = await db.Set<Brands.Brand>().IgnoreQueryFilters().AsNoTracking().FirstAsync(row => row.Id == survey.Brand, cancel);
            var hash = request.Token is null ? null : Codes.Hash(request.Token);
            var invitation = hash is null ? null : await db.Set<SurveyInvitation>().IgnoreQueryFilters().AsNoTracking().FirstOrDefaultAsync(row => row.Survey == survey.Id && row.Hash == hash, cancel);
            var today = clock.Today(brand.Zone);
            var closed = survey.Status == SurveyStatus.Closed ? "This survey is closed. Thank you for wanting to take part."
                : !survey.TakesAnswers(today) ? $"This survey ended on {survey.Sheet.ClosesOn:d MMMM uuuu}. Thank you for wanting to take part."
                : survey.Sheet.InvitedOnly && invitation is null ? "This survey takes answers by invitation only. Use the address that was sent to you."
                : null;
            return new SharedSurvey(survey.WorkspaceKey, survey.Id, brand.Name, survey.Sheet, closed, invitation?.UsedAt is not null);
        }
    }
}

/// <summary>Stores what one person answered, once per invitation or page.</summary>
/// <param name="Ticket">What the page was given to tell one answer from the next; the same one is taken once.</param>
/// <param name="Filled">What was filled in, by the keys of the questions.</param>
/// <param name="Token">The code of the invitation.</param>
[Internal("Sent by the public page in the name of whoever answers; a signed-in member opens the page like anybody else.")]
public sealed record AnswerSurvey(
    Id<Survey> Survey, string Ticket, IReadOnlyDictionary<string, IReadOnlyList<string>> Filled, bool Consent = false, string? Token = null, string? Via = null) : ICommand<Done>
{
    internal sealed class Handler(Db db, TimeProvider clock, Journal journal) : IHandle<AnswerSurvey, Done>
    {
        public async Task<Done> HandleAsync(AnswerSurvey request, CancellationToken cancel)
        {
            var survey = await db.FindAsync(request.Survey, "survey", cancel);
            var brand = await db.FindAsync(survey.Brand, "brand", cancel);
            Rule.Require(survey.TakesAnswers(clock.Today(brand.Zone)), "survey-closed", "This survey was closed in the meantime. Nothing was stored.");
            var invitation = await InvitationAsync(request, survey, cancel);
            Rule.Require(invitation is not null || !survey.Sheet.InvitedOnly, "invitation-needed", "This survey takes answers by invitation only. Use the address that was sent to you.");
            var ticket = invitation?.Hash ?? Codes.Hash(request.Ticket);
            if (invitation?.UsedAt is not null || await db.Set<SurveyAnswer>().AnyAsync(row => row.Survey == survey.Id && row.Ticket == ticket, cancel))
            {
                throw Rule.Conflict("answered-already", "This was answered already. Your first answer counts; nothing more was stored.");
            }

            var given = AnswerCheck.Check(survey.Sheet, request.Filled, request.Consent);
            var plan = await db.FindAsync(survey.Plan, "plan", cancel);
            var via = Rule.OptionalText(request.Via is { Length: > 40 } ? request.Via[..40] : request.Via, "via", 40);
            db.Add(new SurveyAnswer(survey, plan, ticket, given, request.Consent, AnswerCheck.SegmentIn(survey.Sheet, given) ?? invitation?.Segment, invitation?.Name is { } name ? name[..Math.Min(40, name.Length)] : via));
            invitation?.Use(clock.Now());
            journal.Say($"somebody answered the survey “{survey.Sheet.Title}”");
            return Done.It;
        }

        private async Task<SurveyInvitation?> InvitationAsync(AnswerSurvey request, Survey survey, CancellationToken cancel)
        {
            var hash = request.Token is null ? null : Codes.Hash(request.Token);
            return hash is null ? null : await db.Set<SurveyInvitation>().FirstOrDefaultAsync(row => row.Survey == survey.Id && row.Hash == hash, cancel);
        }
    }
}

/// <summary>One answer, for looking at and for erasing.</summary>
public sealed record SurveyAnswerView(Id<SurveyAnswer> Id, Instant At, CustomerSegment? Segment, string? Via, bool Consent, IReadOnlyDictionary<string, IReadOnlyList<string>> Given);

/// <summary>The answers to a survey, the newest first.</summary>
[Needs(Permission.EditPlan)]
public sealed record SurveyAnswerList(Id<Survey> Survey, string? After = null, int Take = 50) : IQuery<Page<SurveyAnswerView>>
{
    internal sealed class Handler(Db db, ResearchDesk desk) : IHandle<SurveyAnswerList, Page<SurveyAnswerView>>
    {
        public async Task<Page<SurveyAnswerView>> HandleAsync(SurveyAnswerList request, CancellationToken cancel)
        {
            var survey = await desk.FindAsync(request.Survey, "survey", cancel);
            return await db.Set<SurveyAnswer>().AsNoTracking().Where(row => row.Survey == survey.Id).OrderByDescending(row => row.Id)
                .PageAsync(request.After, request.Take, row => row.Id, (rows, after) => rows.Where(row => row.Id.CompareTo(after) < 0), row => new SurveyAnswerView(row.Id, row.CreatedAt, row.Segment, row.Via, row.Consent, row.Given), cancel);
        }
    }
}

/// <summary>Erases one answer for good, as somebody may ask who agreed to personal data being kept.</summary>
[Needs(Permission.RunPlan)]
public sealed record EraseSurveyAnswer(Id<SurveyAnswer> Answer) : ICommand<Done>
{
    internal sealed class Handler(Db db, ResearchDesk desk) : IHandle<EraseSurveyAnswer, Done>
    {
        public async Task<Done> HandleAsync(EraseSurveyAnswer request, CancellationToken cancel)
        {
            var answer = await desk.FindAsync(request.Answer, "answer", cancel);
            db.Remove(answer);
            desk.Say(answer, "erased an answer to a survey");
            return Done.It;
        }
    }
}

internal static class SurveyAnswers
{
    public static Task<List<SurveyAnswer>> OfAsync(Db db, Survey survey, CancellationToken cancel) =>
        db.Set<SurveyAnswer>().AsNoTracking().Where(row => row.Survey == survey.Id).OrderBy(row => row.Place).ToListAsync(cancel);
}
