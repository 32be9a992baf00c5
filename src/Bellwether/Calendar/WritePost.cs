using System.ComponentModel.DataAnnotations;
using Bellwether.Kernel;
using Bellwether.Storage;

namespace Bellwether.Calendar;

/// <summary>
/// Changes a post's words and accounts; what is left out stays. Where the brand asks for approvals, a changed post needs a
/// new one; otherwise a scheduled post stays scheduled, as long as the precheck has nothing against it (422).
/// </summary>
/// <param name="Variants">All accounts it goes out on; those left out of the list are removed.</param>
[Needs(Permission.WritePosts)]
public sealed record WritePost(
    Id<Post> Post,
    string? Title = null,
    [property: MaxLength(20_000)] string? Text = null,
    IReadOnlyList<Told>? Variants = null,
    int? IfVersion = null) : ICommand<PostView>, IExpectsVersion
{
    internal sealed class Handler(Db db, ICurrent current, Journal journal, Scheduling scheduling) : IHandle<WritePost, PostView>
    {
        public async Task<PostView> HandleAsync(WritePost request, CancellationToken cancel)
        {
            var post = await db.FindAsync(request.Post, "post", cancel);
            post.Expect(request.IfVersion);
            post.Write(request.Title ?? post.Title, request.Text ?? post.Text);
            if (request.Variants is { } told)
            {
                post.Tell(await Told.DraftsAsync(db, post.Brand, told, cancel));
            }

            var note = await scheduling.AfterChangeAsync(post, cancel);
            await DropWorkingCopy.RemoveAsync(db, post.Id, current.MemberKey, cancel);
            journal.Say($"changed the post “{post.Title}”{note}", post.Brand.Value, post.Plan?.Value, post.Id);
            return PostView.Of(post);
        }
    }
}
