using Bellwether.Audits;
using Bellwether.Channels;
using Bellwether.Kernel;
using Bellwether.Plans;
using Bellwether.Research;
using Bellwether.Storage;
using Bellwether.Tests.Support;
using NodaTime;

namespace Bellwether.Tests.Research;

/// <summary>A plan to do research for, and short ways to the usual pieces of it.</summary>
internal sealed class ResearchScene : IAsyncDisposable
{
    private ResearchScene(World world, Id<Plan> plan) => (World, Plan) = (world, plan);

    public World World { get; }

    public Id<Plan> Plan { get; }

    /// <summary>The brand's date.</summary>
    public LocalDate Today => World.Now.InZone(DateTimeZoneProviders.Tzdb["Europe/Berlin"]).Date;

    public static async Task<ResearchScene> OnAsync(DatabaseKind on = DatabaseKind.Sqlite)
    {
        var world = await World.OnAsync(on);
        return new ResearchScene(world, await world.PlanAsync());
    }

    public Task<TResult> RunAsync<TResult>(IRequest<TResult> request) => World.RunAsync(request);

    public Evidence Study(int monthsAgo = 1, string name = "A study") => new(SourceKind.Web, name, Today.PlusMonths(-monthsAgo), Link: "https://example.org/study");

    public Task<FindingView> FindingAsync(string text, Evidence? source = null, ResearchNeed? need = null) => RunAsync(new AddFinding(Plan, new FindingSheet(text, SituationArea.Customers, source, need)));

    public Task<DepartmentView> DepartmentAsync(string name, params AreaCover[] cover) => RunAsync(new AddDepartment(Plan, new DepartmentSheet(name, Cover: cover)));

    public Task<AudienceView> AudienceAsync(string name, params string[] goals) => RunAsync(new AddAudience(Plan, new AudienceSheet(name, Goals: goals)));

    /// <summary>A channel that the plan runs.</summary>
    public async Task<ChannelView> ChannelAsync(string network)
    {
        var account = await RunAsync(new AddSocialAccount(World.Brand, network, $"taco{network}", Purpose: "News"));
        return await RunAsync(new AddChannel(Plan, network, account.Id));
    }

    public async Task<SurveyView> SurveyAsync(params SurveyQuestion[] questions)
    {
        var survey = await RunAsync(new AddSurvey(Plan, new SurveySheet("How was lunch?", questions)));
        return await RunAsync(new OpenSurvey(survey.Id));
    }

    /// <summary>Answers as a visitor does; each answer has a page of its own unless a ticket is given.</summary>
    public Task AnswerAsync(Id<Survey> survey, Dictionary<string, IReadOnlyList<string>> filled, string? ticket = null, string? token = null, bool consent = false) =>
        World.Services.GetRequiredRunner().RunAsync(new AnswerSurvey(survey, ticket ?? Guid.CreateVersion7().ToString(), filled, consent, token), current => current.BecomeProgram(World.Workspace.Value), TestContext.Current.CancellationToken);

    public Task AnswerAsync(Id<Survey> survey, string key, string value) => AnswerAsync(survey, new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal) { [key] = [value] });

    /// <summary>Many answers at once, stored as the use case stores them, in one go.</summary>
    public async Task AnswersAsync(Id<Survey> survey, IEnumerable<Dictionary<string, IReadOnlyList<string>>> answers)
    {
        var (asked, plan) = await World.SeeAsync(async db => (await db.FindAsync(survey, "survey", default), await db.FindAsync(Plan, "plan", default)));
        await World.AddAsync([.. answers.Select(filled =>
        {
            var given = AnswerCheck.Check(asked.Sheet, filled, consent: false);
            return new SurveyAnswer(asked, plan, Guid.CreateVersion7().ToString("N"), given, false, AnswerCheck.SegmentIn(asked.Sheet, given), null);
        })]);
    }

    public ValueTask DisposeAsync() => World.DisposeAsync();
}

internal static class RunnerOf
{
    public static Runner GetRequiredRunner(this IServiceProvider services) => (Runner)services.GetService(typeof(Runner))!;
}
