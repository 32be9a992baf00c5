using Bellwether.Kernel;
using Bellwether.Plans;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Bellwether.Research;

/// <summary>Something research is still to find out.</summary>
public sealed class OpenQuestion : PlanResearch<OpenQuestion>
{
    private OpenQuestion()
    {
    }

    public OpenQuestion(Plan plan, string text, string by)
        : base(plan) => (Text, By) = (Rule.Text(text, "text", 400), Rule.OptionalText(by, "by", 120) ?? "");

    public string Text { get; private set; } = "";

    public string By { get; private set; } = "";

    public string? Answer { get; private set; }

    public Instant? AnsweredAt { get; private set; }

    /// <summary>What was found; an empty answer opens the question again.</summary>
    public void Reply(string? answer, Instant now)
    {
        Answer = Rule.OptionalText(answer, "answer", 2000);
        AnsweredAt = Answer is null ? null : now;
    }
}

/// <summary>A question to research, with its answer once there is one.</summary>
public sealed record OpenQuestionView(Id<OpenQuestion> Id, string Text, string By, string? Answer, Instant? AnsweredAt, int Version) : IVersioned
{
    public static OpenQuestionView Of(OpenQuestion question) => new(question.Id, question.Text, question.By, question.Answer, question.AnsweredAt, question.Version);
}

/// <summary>Asks what research is still to find out.</summary>
[Needs(Permission.TakePart)]
public sealed record AskQuestion(Id<Plan> Plan, string Text) : ICommand<OpenQuestionView>
{
    internal sealed class Handler(Db db, ResearchDesk desk, ICurrent current) : IHandle<AskQuestion, OpenQuestionView>
    {
        public async Task<OpenQuestionView> HandleAsync(AskQuestion request, CancellationToken cancel)
        {
            var question = new OpenQuestion(await desk.PlanToChangeAsync(request.Plan, cancel), request.Text, current.Name);
            db.Add(question);
            desk.Say(question, $"asked: “{question.Text}”");
            return OpenQuestionView.Of(question);
        }
    }
}

/// <summary>Answers a question; without an answer it is open again.</summary>
[Needs(Permission.EditPlan)]
public sealed record AnswerQuestion(Id<OpenQuestion> Question, string? Answer = null) : ICommand<OpenQuestionView>
{
    internal sealed class Handler(ResearchDesk desk, TimeProvider clock) : IHandle<AnswerQuestion, OpenQuestionView>
    {
        public async Task<OpenQuestionView> HandleAsync(AnswerQuestion request, CancellationToken cancel)
        {
            var question = await desk.ToChangeAsync(request.Question, "question", null, cancel);
            question.Reply(request.Answer, clock.Now());
            desk.Say(question, question.Answer is null ? $"opened “{question.Text}” again" : $"answered “{question.Text}”", question.Answer);
            return OpenQuestionView.Of(question);
        }
    }
}

/// <summary>Removes a question that need not be answered.</summary>
[Needs(Permission.EditPlan)]
public sealed record RemoveQuestion(Id<OpenQuestion> Question) : ICommand<Done>
{
    internal sealed class Handler(ResearchDesk desk) : IHandle<RemoveQuestion, Done>
    {
        public Task<Done> HandleAsync(RemoveQuestion request, CancellationToken cancel) => desk.RemoveAsync(request.Question, "question", question => question.Text, cancel);
    }
}

/// <summary>The questions to research, the open ones first.</summary>
[Needs(Permission.Read)]
public sealed record OpenQuestionList(Id<Plan> Plan) : IQuery<IReadOnlyList<OpenQuestionView>>
{
    internal sealed class Handler(ResearchDesk desk) : IHandle<OpenQuestionList, IReadOnlyList<OpenQuestionView>>
    {
        public async Task<IReadOnlyList<OpenQuestionView>> HandleAsync(OpenQuestionList request, CancellationToken cancel) =>
            [.. (await desk.AllAsync<OpenQuestion>((await desk.PlanAsync(request.Plan, cancel)).Id, cancel)).OrderBy(question => question.Answer is not null).Select(OpenQuestionView.Of)];
    }
}

internal sealed class OpenQuestionStorage() : ResearchStorage<OpenQuestion>("open_questions")
{
    protected override void Map(EntityTypeBuilder<OpenQuestion> builder)
    {
        builder.Property(row => row.Text).HasMaxLength(400);
        builder.Property(row => row.By).HasMaxLength(120);
    }
}
