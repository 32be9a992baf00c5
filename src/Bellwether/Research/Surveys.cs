using Bellwether.Kernel;
using Bellwether.Links;
using Bellwether.Plans;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Research;

/// <summary>A survey as it is.</summary>
/// <param name="Address">Where the public answers it.</param>
/// <param name="Answers">How many answered.</param>
/// <param name="TakesAnswers">Whether it takes answers today.</param>
public sealed record SurveyView(
    Id<Survey> Id, SurveySheet Sheet, SurveyStatus Status, bool TakesAnswers, string Address, int Answers, int Invitations, Instant? OpenedAt, Instant? ClosedAt, int Version) : IVersioned;

/// <summary>Adds a survey as a draft; nobody sees it before it is opened.</summary>
[Needs(Permission.EditPlan)]
public sealed record AddSurvey(Id<Plan> Plan, SurveySheet Sheet) : ICommand<SurveyView>
{
    internal sealed class Handler(Db db, ResearchDesk desk, SurveyBook book) : IHandle<AddSurvey, SurveyView>
    {
        public async Task<SurveyView> HandleAsync(AddSurvey request, CancellationToken cancel)
        {
            var plan = await desk.PlanToChangeAsync(request.Plan, cancel);
            var survey = new Survey(plan, request.Sheet, SurveyBook.NewCode());
            db.Add(survey);
            desk.Say(survey, $"added the survey “{survey.Sheet.Title}”");
            return await book.OneAsync(survey, cancel);
        }
    }
}

/// <summary>Changes a survey: the whole sheet is given. Questions that somebody answered stay as they were asked.</summary>
[Needs(Permission.EditPlan)]
public sealed record ChangeSurvey(Id<Survey> Survey, SurveySheet Sheet, int? IfVersion = null) : ICommand<SurveyView>, IExpectsVersion
{
    internal sealed class Handler(Db db, ResearchDesk desk, SurveyBook book) : IHandle<ChangeSurvey, SurveyView>
    {
        public async Task<SurveyView> HandleAsync(ChangeSurvey request, CancellationToken cancel)
        {
            var survey = await desk.ToChangeAsync(request.Survey, "survey", request.IfVersion, cancel);
            survey.Word(request.Sheet, await db.Set<SurveyAnswer>().CountAsync(answer => answer.Survey == survey.Id, cancel));
            desk.Say(survey, $"changed the survey “{survey.Sheet.Title}”");
            return await book.OneAsync(survey, cancel);
        }
    }
}

/// <summary>Opens a survey to the public, for the first time or again. Personal questions need a text of consent.</summary>
[Needs(Permission.RunPlan)]
public sealed record OpenSurvey(Id<Survey> Survey) : ICommand<SurveyView>
{
    internal sealed class Handler(ResearchDesk desk, SurveyBook book, TimeProvider clock) : IHandle<OpenSurvey, SurveyView>
    {
        public async Task<SurveyView> HandleAsync(OpenSurvey request, CancellationToken cancel)
        {
            var survey = await desk.ToChangeAsync(request.Survey, "survey", null, cancel);
            survey.Open(clock.Now(), await desk.TodayAsync(survey.Brand, cancel));
            desk.Say(survey, $"opened the survey “{survey.Sheet.Title}”");
            return await book.OneAsync(survey, cancel);
        }
    }
}

/// <summary>Closes a survey; whoever comes later reads that it is over.</summary>
[Needs(Permission.RunPlan)]
public sealed record CloseSurvey(Id<Survey> Survey) : ICommand<SurveyView>
{
    internal sealed class Handler(ResearchDesk desk, SurveyBook book, TimeProvider clock) : IHandle<CloseSurvey, SurveyView>
    {
        public async Task<SurveyView> HandleAsync(CloseSurvey request, CancellationToken cancel)
        {
            var survey = await desk.ToChangeAsync(request.Survey, "survey", null, cancel);
            survey.Close(clock.Now());
            var view = await book.OneAsync(survey, cancel);
            desk.Say(survey, $"closed the survey “{survey.Sheet.Title}” with {view.Answers} answers");
            return view;
        }
    }
}

/// <summary>Removes a survey with its invitations and every answer. Findings that rest on it are without a source from then on.</summary>
[Needs(Permission.RunPlan)]
public sealed record RemoveSurvey(Id<Survey> Survey) : ICommand<Done>
{
    internal sealed class Handler(Db db, ResearchDesk desk) : IHandle<RemoveSurvey, Done>
    {
        public async Task<Done> HandleAsync(RemoveSurvey request, CancellationToken cancel)
        {
            db.RemoveRange(await db.Set<SurveyInvitation>().Where(row => row.Survey == request.Survey).ToListAsync(cancel));
            db.RemoveRange(await db.Set<SurveyAnswer>().Where(row => row.Survey == request.Survey).ToListAsync(cancel));
            return await desk.RemoveAsync(request.Survey, "survey", survey => survey.Sheet.Title, cancel);
        }
    }
}

/// <summary>The surveys of a plan, the newest first.</summary>
[Needs(Permission.Read)]
public sealed record SurveyList(Id<Plan> Plan) : IQuery<IReadOnlyList<SurveyView>>
{
    internal sealed class Handler(Db db, ResearchDesk desk, SurveyBook book) : IHandle<SurveyList, IReadOnlyList<SurveyView>>
    {
        public async Task<IReadOnlyList<SurveyView>> HandleAsync(SurveyList request, CancellationToken cancel)
        {
            var (plan, _, today) = await desk.SceneAsync(request.Plan, cancel);
            var answers = await db.Set<SurveyAnswer>().Where(row => row.Plan == plan.Id).GroupBy(row => row.Survey).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, cancel);
            var invitations = await db.Set<SurveyInvitation>().Where(row => row.Plan == plan.Id).GroupBy(row => row.Survey).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, cancel);
            return [.. (await desk.AllAsync<Survey>(plan.Id, cancel)).OrderByDescending(survey => survey.Place).Select(survey => book.View(survey, today, answers.GetValueOrDefault(survey.Id), invitations.GetValueOrDefault(survey.Id)))];
        }
    }
}

/// <summary>One survey with its questions.</summary>
[Needs(Permission.Read)]
public sealed record SurveyDetail(Id<Survey> Survey) : IQuery<SurveyView>
{
    internal sealed class Handler(ResearchDesk desk, SurveyBook book) : IHandle<SurveyDetail, SurveyView>
    {
        public async Task<SurveyView> HandleAsync(SurveyDetail request, CancellationToken cancel) => await book.OneAsync(await desk.FindAsync(request.Survey, "survey", cancel), cancel);
    }
}

/// <summary>Makes views of surveys.</summary>
[Scoped]
public sealed class SurveyBook(Db db, ResearchDesk desk, PublicAddress address)
{
    private const int CodeLength = 12;

    /// <summary>A code that nobody guesses and that still makes a small printed square.</summary>
    public static string NewCode() => People.Codes.New().Replace("-", "", StringComparison.Ordinal).Replace("_", "", StringComparison.Ordinal)[..CodeLength];

    public async Task<SurveyView> OneAsync(Survey survey, CancellationToken cancel) => View(
        survey, await desk.TodayAsync(survey.Brand, cancel),
        await db.Set<SurveyAnswer>().CountAsync(row => row.Survey == survey.Id, cancel), await db.Set<SurveyInvitation>().CountAsync(row => row.Survey == survey.Id, cancel));

    public SurveyView View(Survey survey, LocalDate today, int answers, int invitations) =>
        new(survey.Id, survey.Sheet, survey.Status, survey.TakesAnswers(today), AddressOf(survey), answers, invitations, survey.OpenedAt, survey.ClosedAt, survey.Version);

    /// <summary>Where the public answers it, with what tells where the link was found.</summary>
    public string AddressOf(Survey survey, string? via = null) => $"{address.Base}/p/survey/{survey.Code}{(via is null ? "" : "?via=" + Uri.EscapeDataString(via))}";
}
