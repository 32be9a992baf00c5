using System.ComponentModel.DataAnnotations;
using Bellwether.Audits;
using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Media;
using Bellwether.People;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Calendar;

/// <summary>A picture as a reviewer sees it.</summary>
public sealed record SharedPicture(Id<Asset> Asset, string Alt, bool Video);

/// <summary>What one account will say, as a reviewer sees it.</summary>
/// <param name="Parts">The text, part by part where it is a thread.</param>
public sealed record SharedVariant(string Network, string Handle, IReadOnlyList<string> Parts, string? FirstComment, string? Link, IReadOnlyList<SharedPicture> Pictures);

/// <summary>One post as a reviewer sees it.</summary>
/// <param name="Revision">The version that is shown; an answer is for this one.</param>
/// <param name="When">When it goes out, in the brand's time; null without a time.</param>
/// <param name="Approved">Whether somebody outside said yes to this very version.</param>
/// <param name="MayHold">Whether it can still be stopped.</param>
public sealed record SharedPost(Id<Post> Id, int Revision, string Title, string Status, string? When, bool Approved, bool MayAnswer, bool MayHold, IReadOnlyList<SharedVariant> Variants, IReadOnlyList<RemarkView> Remarks);

/// <summary>What a reviewer sees behind a link.</summary>
/// <param name="Workspace">Whose it is; the door answers in its name.</param>
public sealed record SharedReviewView(Guid Workspace, Id<ReviewLink> Link, string Brand, string To, Instant Until, IReadOnlyList<SharedPost> Posts);

/// <summary>The posts behind a link for review, or 404 in words when the link is unknown, ended or revoked.</summary>
[Internal("Read by whoever received the link, through the public page; a signed-in member asks for the post itself.")]
public sealed record SharedReview([property: MaxLength(60)] string Code) : IQuery<SharedReviewView>
{
    internal sealed class Handler(Db db, TimeProvider clock) : IHandle<SharedReview, SharedReviewView>
    {
        public async Task<SharedReviewView> HandleAsync(SharedReview request, CancellationToken cancel)
        {
            var link = await ReviewCode.FindAsync(db, request.Code, clock.Now(), cancel);
            var posts = await db.Set<Post>().IgnoreQueryFilters().AsNoTracking().Where(post => post.WorkspaceKey == link.WorkspaceKey && link.Posts.Contains(post.Id) && post.ArchivedAt == null).ToListAsync(cancel);
            var ids = posts.Select(post => post.Id).ToList();
            var remarks = (await db.Set<ReviewRemark>().IgnoreQueryFilters().AsNoTracking().Where(row => ids.Contains(row.Post)).OrderBy(row => row.Id).ToListAsync(cancel)).ToLookup(row => row.Post);
            var accounts = posts.SelectMany(post => post.Variants).Select(variant => variant.Account).ToHashSet().ToList();
            var handles = await db.Set<SocialAccount>().IgnoreQueryFilters().AsNoTracking().Where(account => accounts.Contains(account.Id)).ToDictionaryAsync(account => account.Id, account => account.Handle, cancel);
            var pictures = posts.SelectMany(post => post.Variants).SelectMany(variant => variant.Media).Select(media => media.Asset).ToHashSet().ToList();
            var videos = await db.Set<Asset>().IgnoreQueryFilters().AsNoTracking().Where(asset => pictures.Contains(asset.Id)).ToDictionaryAsync(asset => asset.Id, asset => asset.IsVideo, cancel);
            var blocks = await db.Set<TextBlock>().IgnoreQueryFilters().AsNoTracking().Where(row => row.Brand == link.Brand && row.Kind == TextBlockKind.Mention && row.ArchivedAt == null).ToListAsync(cancel);
            var mentions = new Mentions(blocks.ToDictionary(block => block.Name, TextBlockView.Of, StringComparer.OrdinalIgnoreCase));
            var brand = await db.Set<Brand>().IgnoreQueryFilters().AsNoTracking().FirstAsync(row => row.Id == link.Brand, cancel);
            return new SharedReviewView(link.WorkspaceKey, link.Id, brand.Name, link.To, link.Until,
                [.. link.Posts.Select(id => posts.Find(post => post.Id == id)).OfType<Post>().Select(post => Shown(post, [.. remarks[post.Id]], handles, videos, mentions))]);
        }

        private static SharedPost Shown(Post post, IReadOnlyList<ReviewRemark> remarks, Dictionary<Id<SocialAccount>, string> handles, Dictionary<Id<Asset>, bool> videos, Mentions mentions) => new(
            post.Id, post.Revision, post.Title, PostMoves.Words(post.Status), post.Slot?.ToString(),
            remarks.Any(remark => remark is { Verdict: ReviewVerdict.Approve, Link: not null } && remark.Revision == post.Revision),
            post.IsOpen, post.ArchivedAt is null && PostMoves.Of(post.Status, PostMove.Hold) is not null,
            [.. post.Variants.OrderBy(variant => variant.Place).Select(variant => new SharedVariant(
                variant.Network, handles.GetValueOrDefault(variant.Account, ""), ThreadText.Parts(mentions.Fill(variant.Written(post), variant.Network)),
                variant.FirstComment is { } comment ? mentions.Fill(comment, variant.Network) : null, variant.Link,
                [.. variant.Media.Where(media => videos.ContainsKey(media.Asset)).Select(media => new SharedPicture(media.Asset, media.Alt ?? "", videos[media.Asset]))]))],
            [.. remarks.Select(RemarkView.Of)]);
    }
}

/// <summary>A picture of a post behind a link for review.</summary>
[Internal("Read by whoever received the link, through the public page; a signed-in member asks for the picture itself.")]
public sealed record SharedReviewPicture([property: MaxLength(60)] string Code, Id<Asset> Asset) : IQuery<FileResult>
{
    internal sealed class Handler(Db db, MediaStores stores, TimeProvider clock) : IHandle<SharedReviewPicture, FileResult>
    {
        public async Task<FileResult> HandleAsync(SharedReviewPicture request, CancellationToken cancel)
        {
            var link = await ReviewCode.FindAsync(db, request.Code, clock.Now(), cancel);
            var posts = await db.Set<Post>().IgnoreQueryFilters().AsNoTracking().Where(post => post.WorkspaceKey == link.WorkspaceKey && link.Posts.Contains(post.Id) && post.ArchivedAt == null).ToListAsync(cancel);
            var isShown = posts.Exists(post => post.Variants.Any(variant => variant.Media.Any(media => media.Asset == request.Asset)));
            var asset = Rule.Found(isShown ? await db.Set<Asset>().IgnoreQueryFilters().AsNoTracking().FirstOrDefaultAsync(row => row.Id == request.Asset && row.WorkspaceKey == link.WorkspaceKey, cancel) : null, "picture");
            return stores.FileOf(asset);
        }
    }
}

internal static class ReviewCode
{
    public static async Task<ReviewLink> FindAsync(Db db, string code, Instant now, CancellationToken cancel)
    {
        var hash = Codes.Hash(code);
        var link = await db.Set<ReviewLink>().IgnoreQueryFilters().AsNoTracking().FirstOrDefaultAsync(row => row.Hash == hash, cancel);
        return link?.IsOpen(now) == true ? link : throw new ProblemException(ProblemKind.NotFound, "review-ended", "This link has ended or was revoked. Ask whoever sent it for a new one.");
    }
}
