using System.ComponentModel.DataAnnotations;
using Bellwether.Actions;
using Bellwether.Brands;
using Bellwether.Campaigns;
using Bellwether.Channels;
using Bellwether.Goals;
using Bellwether.Kernel;
using Bellwether.Plans;
using Bellwether.Storage;
using NodaTime;

namespace Bellwether.Calendar;

/// <summary>Writes a new post, as rough as an idea: a title or a few words are enough. It starts as a draft.</summary>
/// <param name="Title">The idea in a line; taken from the text when absent.</param>
/// <param name="Text">The shared text; a line of three dashes starts the next part of a thread.</param>
/// <param name="Variants">The accounts it goes out on, and what differs there.</param>
/// <param name="Unguided">Said on purpose: it serves no goal.</param>
/// <param name="Theme">The theme it belongs to.</param>
/// <param name="At">A planned local time in the brand's zone; 422 when it has passed.</param>
/// <param name="Campaign">The campaign it belongs to. A post that names no goal serves the campaign's, where that has exactly one.</param>
[Needs(Permission.WritePosts)]
public sealed record AddPost(
    Id<Brand> Brand,
    string? Title = null,
    [property: MaxLength(20_000)] string? Text = null,
    IReadOnlyList<Told>? Variants = null,
    Id<Plan>? Plan = null,
    Id<Goal>? Goal = null,
    bool Unguided = false,
    Id<ActionItem>? Action = null,
    Id<ContentPillar>? Theme = null,
    LocalDateTime? At = null,
    Id<Campaign>? Campaign = null) : ICommand<PostView>
{
    internal sealed class Handler(Db db, TimeProvider clock, ICurrent current, Journal journal, PostIntent intent) : IHandle<AddPost, PostView>
    {
        public async Task<PostView> HandleAsync(AddPost request, CancellationToken cancel)
        {
            var brand = await db.FindAsync(request.Brand, "brand", cancel);
            var post = new Post(brand.Id, PostTitle.Of(request.Title, request.Text), request.Text, current.MemberKey);
            await intent.SetAsync(post, request.Plan, request.Goal, request.Unguided, request.Action, request.Theme, request.Campaign, cancel);
            post.Tell(await Told.DraftsAsync(db, brand.Id, request.Variants ?? [], cancel));
            if (request.At is { } at)
            {
                post.MoveTo(Slot.Of(at, brand.Zone), clock.Now());
            }

            db.Add(post);
            journal.Say($"wrote the post “{post.Title}”" + (post.Slot is { } slot ? $" for {slot}" : ""), post.Brand.Value, post.Plan?.Value, post.Id);
            return PostView.Of(post);
        }
    }
}
