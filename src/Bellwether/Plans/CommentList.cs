using Bellwether.Kernel;
using Bellwether.People;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Plans;

/// <summary>A comment as it is shown.</summary>
/// <param name="Node">The id of the node it is about.</param>
/// <param name="Mine">Whether you may reword it.</param>
public sealed record CommentView(
    Id<Comment> Id, string Node, Id<Comment>? Answers, CommentKind Kind, string Text, Id<Member>? Author, string By, Instant At, IReadOnlyList<Id<Member>> Mentions,
    IReadOnlyList<CommentEdit> Edits, bool Resolved, Instant? ResolvedAt, string? ResolvedBy, string? Action, bool Mine, int Version) : IVersioned
{
    public static CommentView Of(Comment comment, ICurrent current) => new(
        comment.Id, comment.Node, comment.Answers, comment.Kind, comment.Text, comment.Author, comment.By, comment.CreatedAt, comment.Mentions, comment.Edits,
        comment.ResolvedAt is not null, comment.ResolvedAt, comment.ResolvedBy, comment.Action, comment.Author is { } author && author.Value == current.MemberKey, comment.Version);
}

/// <summary>What was said about a node, the oldest first; answers carry the comment they answer.</summary>
[Needs(Permission.Read)]
public sealed record CommentList(string Node) : IQuery<IReadOnlyList<CommentView>>
{
    internal sealed class Handler(Db db, Nodes nodes, ICurrent current) : IHandle<CommentList, IReadOnlyList<CommentView>>
    {
        public async Task<IReadOnlyList<CommentView>> HandleAsync(CommentList request, CancellationToken cancel)
        {
            await nodes.FindAsync(request.Node, cancel);
            var comments = await db.Set<Comment>().AsNoTracking().Where(comment => comment.Node == request.Node).OrderBy(comment => comment.Id).ToListAsync(cancel);
            return [.. comments.Select(comment => CommentView.Of(comment, current))];
        }
    }
}

/// <summary>An open comment with the node it is about.</summary>
public sealed record OpenComment(CommentView Comment, string NodeTitle, string NodePath);

/// <summary>The comments of a plan that nobody has resolved, the oldest first; of one kind on request.</summary>
[Needs(Permission.Read)]
public sealed record OpenComments(Id<Plan> Plan, CommentKind? Kind = null) : IQuery<IReadOnlyList<OpenComment>>
{
    internal sealed class Handler(Db db, PlanFinder finder, Nodes nodes, ICurrent current) : IHandle<OpenComments, IReadOnlyList<OpenComment>>
    {
        public async Task<IReadOnlyList<OpenComment>> HandleAsync(OpenComments request, CancellationToken cancel)
        {
            var plan = await finder.FindAsync(request.Plan, cancel);
            var comments = await db.Set<Comment>().AsNoTracking()
                .Where(comment => comment.Plan == plan.Id && comment.ResolvedAt == null && comment.Answers == null && (request.Kind == null || comment.Kind == request.Kind))
                .OrderBy(comment => comment.Id).ToListAsync(cancel);
            var open = new List<OpenComment>();
            foreach (var comment in comments)
            {
                var node = await nodes.TryFindAsync(comment.Node, cancel);
                open.Add(new OpenComment(CommentView.Of(comment, current), node?.Title ?? "something since removed", node?.Path ?? ""));
            }

            return open;
        }
    }
}
