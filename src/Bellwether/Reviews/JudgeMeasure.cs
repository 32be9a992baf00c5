using Bellwether.Kernel;

namespace Bellwether.Reviews;

/// <summary>Gives a measure its verdict: keep, alter or drop. Alter needs the change in words.</summary>
[Needs(Permission.EditPlan)]
public sealed record JudgeMeasure(Id<Review> Review, Id<AgendaItem> Item, MeasureVerdict Verdict, string? Change = null, string? Notes = null) : ICommand<AgendaItemView>
{
    internal sealed class Handler(ReviewFinder finder, Journal journal) : IHandle<JudgeMeasure, AgendaItemView>
    {
        public async Task<AgendaItemView> HandleAsync(JudgeMeasure request, CancellationToken cancel)
        {
            var (item, review, plan) = await finder.ItemAsync(request.Review, request.Item, cancel);
            item.Judge(request.Verdict, request.Change);
            item.Note(request.Notes ?? item.Notes);
            journal.Say($"judged “{item.Title}”: {request.Verdict.ToString().ToLowerInvariant()}", review.Brand.Value, plan.Id.Value, item.Node, item.Change);
            return AgendaItemView.Of(item);
        }
    }
}

/// <summary>Keeps every measure that has no verdict yet.</summary>
[Needs(Permission.EditPlan)]
public sealed record KeepTheRest(Id<Review> Review) : ICommand<Done>
{
    internal sealed class Handler(ReviewFinder finder, Journal journal) : IHandle<KeepTheRest, Done>
    {
        public async Task<Done> HandleAsync(KeepTheRest request, CancellationToken cancel)
        {
            var (review, plan) = await finder.OpenAsync(request.Review, cancel);
            var undecided = Verdicts.Undecided(await finder.ItemsAsync(review.Id, cancel));
            foreach (var item in undecided)
            {
                item.Judge(MeasureVerdict.Keep, null);
            }

            journal.Say($"kept the {undecided.Count} measures without a verdict", review.Brand.Value, plan.Id.Value, review.Id);
            return Done.It;
        }
    }
}

/// <summary>Writes notes beside an item of the agenda.</summary>
[Needs(Permission.TakePart)]
public sealed record NoteAgendaItem(Id<Review> Review, Id<AgendaItem> Item, string? Notes) : ICommand<AgendaItemView>
{
    internal sealed class Handler(ReviewFinder finder) : IHandle<NoteAgendaItem, AgendaItemView>
    {
        public async Task<AgendaItemView> HandleAsync(NoteAgendaItem request, CancellationToken cancel)
        {
            var (item, _, _) = await finder.ItemAsync(request.Review, request.Item, cancel);
            item.Note(request.Notes);
            return AgendaItemView.Of(item);
        }
    }
}

/// <summary>Writes what a review says besides its verdicts: notes, and whether the picture of success has come closer.</summary>
[Needs(Permission.EditPlan)]
public sealed record NoteReview(Id<Review> Review, string? Notes = null, Closeness? Closeness = null, int? IfVersion = null) : ICommand<Done>, IExpectsVersion
{
    internal sealed class Handler(ReviewFinder finder) : IHandle<NoteReview, Done>
    {
        public async Task<Done> HandleAsync(NoteReview request, CancellationToken cancel)
        {
            var (review, _) = await finder.OpenAsync(request.Review, cancel);
            review.Expect(request.IfVersion);
            review.Note(request.Notes ?? review.Notes);
            review.Answer(request.Closeness ?? review.Closeness);
            return Done.It;
        }
    }
}
