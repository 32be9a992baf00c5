using Bellwether.Kernel;
using Bellwether.Plans;
using Bellwether.Storage;

namespace Bellwether.Research;

/// <summary>A question set as it is.</summary>
public sealed record QuestionSetView(Id<QuestionSet> Id, QuestionSetSheet Sheet, int Version) : IVersioned
{
    public static QuestionSetView Of(QuestionSet set) => new(set.Id, set.Sheet, set.Version);
}

/// <summary>The question sets of a plan, and the usual one to start from.</summary>
public sealed record QuestionSetBoard(IReadOnlyList<QuestionSetView> Sets, QuestionSetSheet Usual);

/// <summary>Adds a list of questions that interviews can share.</summary>
[Needs(Permission.EditPlan)]
public sealed record AddQuestionSet(Id<Plan> Plan, QuestionSetSheet Sheet) : ICommand<QuestionSetView>
{
    internal sealed class Handler(Db db, ResearchDesk desk) : IHandle<AddQuestionSet, QuestionSetView>
    {
        public async Task<QuestionSetView> HandleAsync(AddQuestionSet request, CancellationToken cancel)
        {
            var set = new QuestionSet(await desk.PlanToChangeAsync(request.Plan, cancel), request.Sheet);
            db.Add(set);
            desk.Say(set, $"added the question set “{set.Sheet.Title}”");
            return QuestionSetView.Of(set);
        }
    }
}

/// <summary>Changes a question set; what was answered keeps the questions as they were asked.</summary>
[Needs(Permission.EditPlan)]
public sealed record ChangeQuestionSet(Id<QuestionSet> Set, QuestionSetSheet Sheet, int? IfVersion = null) : ICommand<QuestionSetView>, IExpectsVersion
{
    internal sealed class Handler(ResearchDesk desk) : IHandle<ChangeQuestionSet, QuestionSetView>
    {
        public async Task<QuestionSetView> HandleAsync(ChangeQuestionSet request, CancellationToken cancel)
        {
            var set = await desk.ToChangeAsync(request.Set, "question set", request.IfVersion, cancel);
            set.Word(request.Sheet);
            desk.Say(set, $"changed the question set “{set.Sheet.Title}”");
            return QuestionSetView.Of(set);
        }
    }
}

/// <summary>Removes a question set; interviews that used it keep their answers.</summary>
[Needs(Permission.EditPlan)]
public sealed record RemoveQuestionSet(Id<QuestionSet> Set) : ICommand<Done>
{
    internal sealed class Handler(ResearchDesk desk) : IHandle<RemoveQuestionSet, Done>
    {
        public Task<Done> HandleAsync(RemoveQuestionSet request, CancellationToken cancel) => desk.RemoveAsync(request.Set, "question set", set => set.Sheet.Title, cancel);
    }
}

/// <summary>The question sets of a plan, and the usual questions.</summary>
[Needs(Permission.Read)]
public sealed record QuestionSetList(Id<Plan> Plan) : IQuery<QuestionSetBoard>
{
    internal sealed class Handler(ResearchDesk desk) : IHandle<QuestionSetList, QuestionSetBoard>
    {
        public async Task<QuestionSetBoard> HandleAsync(QuestionSetList request, CancellationToken cancel) =>
            new([.. (await desk.AllAsync<QuestionSet>((await desk.PlanAsync(request.Plan, cancel)).Id, cancel)).Select(QuestionSetView.Of)], QuestionSet.Usual);
    }
}
