using System.ComponentModel.DataAnnotations;
using Bellwether.Brands;
using Bellwether.Goals;
using Bellwether.Kernel;
using Bellwether.Networks;
using Bellwether.Storage;
using NodaTime;

namespace Bellwether.Calendar;

/// <summary>What the precheck says of a stored post: what blocks it, what is worth knowing, and the way out of each.</summary>
[Needs(Permission.Read)]
public sealed record PostPrecheck(Id<Post> Post) : IQuery<IReadOnlyList<PostFinding>>
{
    internal sealed class Handler(Db db, TimeProvider clock, Prechecker prechecker) : IHandle<PostPrecheck, IReadOnlyList<PostFinding>>
    {
        public async Task<IReadOnlyList<PostFinding>> HandleAsync(PostPrecheck request, CancellationToken cancel)
        {
            var post = await db.FindAsync(request.Post, "post", cancel);
            return await prechecker.CheckAsync(post, post.Id, clock.Now(), cancel);
        }
    }
}

/// <summary>What the precheck would say of a post as it is being written; nothing is stored.</summary>
/// <param name="Post">The stored post it will replace, if there is one.</param>
[Needs(Permission.Read)]
public sealed record CheckPost(
    Id<Brand> Brand, Id<Post>? Post = null, [property: MaxLength(20_000)] string? Text = null, IReadOnlyList<Told>? Variants = null, Id<Goal>? Goal = null, bool Unguided = false, LocalDateTime? At = null) : IQuery<DraftCheck>
{
    internal sealed class Handler(Db db, TimeProvider clock, Prechecker prechecker, MentionBook book) : IHandle<CheckPost, DraftCheck>
    {
        public async Task<DraftCheck> HandleAsync(CheckPost request, CancellationToken cancel)
        {
            var brand = await db.FindAsync(request.Brand, "brand", cancel);
            var stored = request.Post is { } id ? await db.FindAsync(id, "post", cancel) : null;
            var draft = new Post(brand.Id, "draft", request.Text, null);
            draft.Serve(stored?.Plan, request.Goal, request.Unguided && request.Goal is null, null, null);
            draft.Tell(await Told.DraftsAsync(db, brand.Id, request.Variants ?? [], cancel));
            if (request.At is { } at)
            {
                draft.Preview(Slot.Of(at, brand.Zone), stored?.Status ?? PostStatus.Draft);
            }

            draft.LimitTo(stored?.ExpiresMeant, stored?.ExpiresAt, stored?.AtExpiry ?? AtExpiry.Mark);
            var findings = await prechecker.CheckAsync(draft, stored?.Id, clock.Now(), cancel);
            var mentions = await book.OfAsync(brand.Id, cancel);
            return new DraftCheck(findings, [.. draft.Variants.Select(variant => DraftCount.Of(variant, prechecker.Sent(variant.Written(draft), variant.Network, mentions, brand.Id)))], draft.Slot?.Note);
        }
    }
}

/// <summary>What the precheck says of a post being written, and how its texts count.</summary>
/// <param name="SlotNote">What is worth saying about the time; null for an ordinary one.</param>
public sealed record DraftCheck(IReadOnlyList<PostFinding> Findings, IReadOnlyList<DraftCount> Counts, string? SlotNote);

/// <summary>How one account's text counts, part by part, after its links were made short.</summary>
public sealed record DraftCount(Id<Audits.SocialAccount> Account, IReadOnlyList<IReadOnlyList<TextFit>> Parts)
{
    internal static DraftCount Of(Variant variant, string sent) =>
        new(variant.Account, [.. ThreadText.Parts(sent).Select(part => TextFit.Of(NetworkCatalogue.Of(variant.Network), part))]);
}
