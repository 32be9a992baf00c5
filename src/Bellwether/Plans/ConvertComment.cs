using Bellwether.Kernel;
using Bellwether.People;
using Bellwether.Storage;
using NodaTime;

namespace Bellwether.Plans;

/// <summary>Turns a comment into an action item that is linked to the comment's node.</summary>
/// <param name="Title">What is to be done; the comment's text when left out.</param>
[Needs(Permission.EditPlan)]
public sealed record ConvertComment(Id<Comment> Comment, string? Title = null, Id<Member>? Owner = null, LocalDate? Due = null) : ICommand<CommentView>
{
    private const int LongestTitle = 200;

    internal sealed class Handler(Db db, IMakeActions actions, ICurrent current, TimeProvider clock, Journal journal) : IHandle<ConvertComment, CommentView>
    {
        public async Task<CommentView> HandleAsync(ConvertComment request, CancellationToken cancel)
        {
            var comment = await db.FindAsync(request.Comment, "comment", cancel);
            Rule.Require(comment.Plan is not null, "no-plan", "This comment belongs to no plan, so it cannot become an action of one.");
            if (request.Owner is { } owner)
            {
                await db.FindAsync(owner, "member", cancel);
            }

            var title = request.Title ?? Excerpt.Of(comment.Text, LongestTitle);
            comment.BecomeAction(await actions.MakeAsync(new ActionSeed(comment.Plan!.Value, title, comment.Id.ToString(), comment.Node, request.Owner, request.Due, comment.Text), cancel));
            comment.Resolve(current.Name, clock.Now());
            journal.Say($"made a comment into the action “{title}”", comment.Brand.Value, comment.Plan.Value.Value, comment.Id);
            return CommentView.Of(comment, current);
        }
    }
}
