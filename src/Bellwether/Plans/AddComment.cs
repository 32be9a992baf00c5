using System.ComponentModel.DataAnnotations;
using Bellwether.Kernel;
using Bellwether.People;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Plans;

/// <summary>Says something about any node of a plan; mentioned members are told.</summary>
/// <param name="Node">The id of the node: a goal, a channel, an action, a post, the plan itself.</param>
/// <param name="Answers">The comment it answers.</param>
[Needs(Permission.TakePart)]
public sealed record AddComment(
    string Node, string Text, CommentKind Kind = CommentKind.Note, Id<Comment>? Answers = null,
    [property: MaxLength(50)] IReadOnlyList<Id<Member>>? Mentions = null) : ICommand<CommentView>
{
    internal sealed class Handler(Db db, Nodes nodes, ICurrent current, Journal journal) : IHandle<AddComment, CommentView>
    {
        public async Task<CommentView> HandleAsync(AddComment request, CancellationToken cancel)
        {
            var place = await nodes.FindAsync(request.Node, cancel);
            Id<Member>? author = current.MemberKey is { } key ? new Id<Member>(key) : null;
            var comment = new Comment(request.Node, place, request.Kind, request.Text, author, current.Name);
            if (request.Answers is { } answered)
            {
                var other = await db.FindAsync(answered, "comment", cancel);
                comment.Answer(Rule.Found(other.Node == request.Node ? other : null, "comment"));
            }

            var mentions = request.Mentions ?? [];
            var known = await db.Set<Member>().Where(member => mentions.Contains(member.Id) && member.LeftAt == null).Select(member => member.Id).ToListAsync(cancel);
            Rule.Require(mentions.All(known.Contains), "member-unknown", "Somebody you mention is no member here. Choose from the list.", "mentions");
            comment.Mention(mentions);
            db.Add(comment);
            if (comment.Mentions.Count > 0)
            {
                db.Raise(new MembersMentioned(comment.Id, place.Brand, place.Plan, comment.Mentions, current.Name, request.Node, place.Title, place.Path, comment.Text));
            }

            journal.Say($"commented on “{place.Title}”", place.Brand.Value, place.Plan?.Value, comment.Id);
            return CommentView.Of(comment, current);
        }
    }
}

/// <summary>Rewords your own comment; the earlier wording is kept. Others' comments are 403.</summary>
[Needs(Permission.TakePart)]
public sealed record EditComment(Id<Comment> Comment, string Text, int? IfVersion = null) : ICommand<CommentView>, IExpectsVersion
{
    internal sealed class Handler(Db db, ICurrent current, TimeProvider clock, Journal journal) : IHandle<EditComment, CommentView>
    {
        public async Task<CommentView> HandleAsync(EditComment request, CancellationToken cancel)
        {
            var comment = await db.FindAsync(request.Comment, "comment", cancel);
            comment.Expect(request.IfVersion);
            comment.Reword(request.Text, current.MemberKey is { } key ? new Id<Member>(key) : null, clock.Now());
            journal.Say("reworded a comment", comment.Brand.Value, comment.Plan?.Value, comment.Id);
            return CommentView.Of(comment, current);
        }
    }
}

/// <summary>Settles a comment, or opens it again.</summary>
[Needs(Permission.TakePart)]
public sealed record ResolveComment(Id<Comment> Comment, bool Resolved = true) : ICommand<CommentView>
{
    internal sealed class Handler(Db db, ICurrent current, TimeProvider clock, Journal journal) : IHandle<ResolveComment, CommentView>
    {
        public async Task<CommentView> HandleAsync(ResolveComment request, CancellationToken cancel)
        {
            var comment = await db.FindAsync(request.Comment, "comment", cancel);
            if (request.Resolved)
            {
                comment.Resolve(current.Name, clock.Now());
            }
            else
            {
                comment.Reopen();
            }

            journal.Say(request.Resolved ? "resolved a comment" : "opened a comment again", comment.Brand.Value, comment.Plan?.Value, comment.Id);
            return CommentView.Of(comment, current);
        }
    }
}

