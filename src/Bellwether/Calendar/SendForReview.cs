using System.ComponentModel.DataAnnotations;
using Bellwether.Kernel;
using Bellwether.People;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Calendar;

/// <summary>A link for review as the team sees it.</summary>
/// <param name="Posts">What it shows.</param>
/// <param name="Open">Whether it still leads anywhere.</param>
/// <param name="OpenedAt">When somebody first looked.</param>
public sealed record ReviewLinkView(Id<ReviewLink> Id, string To, string By, IReadOnlyList<Id<Post>> Posts, Instant MadeAt, Instant Until, Instant? OpenedAt, Instant? RevokedAt, bool Open)
{
    internal static ReviewLinkView Of(ReviewLink link, Instant now) => new(link.Id, link.To, link.By, link.Posts, link.CreatedAt, link.Until, link.OpenedAt, link.RevokedAt, link.IsOpen(now));
}

/// <summary>A link just made.</summary>
/// <param name="Path">The address on this server; shown this once.</param>
public sealed record NewReviewLink(ReviewLinkView Link, string Path);

/// <summary>
/// Makes a link by which somebody without an account sees posts as they are, approves them, asks for changes, comments, or
/// stops them. It ends by itself. Where a step of the approval is outside, only who may approve makes one (403).
/// </summary>
/// <param name="Posts">One post or several of one brand.</param>
/// <param name="To">Whom it is for.</param>
/// <param name="Days">After how many days it ends.</param>
[Needs(Permission.WritePosts)]
public sealed record SendForReview([property: Required, MinLength(1), MaxLength(ReviewLink.Most)] IReadOnlyList<Id<Post>> Posts, string To, [property: Range(1, 90)] int Days = 14) : ICommand<NewReviewLink>
{
    internal sealed class Handler(Db db, ICurrent current, TimeProvider clock, Journal journal) : IHandle<SendForReview, NewReviewLink>
    {
        public async Task<NewReviewLink> HandleAsync(SendForReview request, CancellationToken cancel)
        {
            var wanted = request.Posts.Distinct().ToList();
            var posts = await db.Set<Post>().AsNoTracking().IgnoreAutoIncludes().Where(post => wanted.Contains(post.Id) && post.ArchivedAt == null).ToListAsync(cancel);
            if (posts.Count != wanted.Count)
            {
                throw Rule.Missing("post");
            }

            var brand = posts[0].Brand;
            Rule.Require(posts.TrueForAll(post => post.Brand == brand), "posts-of-brands", "The posts belong to several brands. Make a link for each.", "posts");
            foreach (var plan in posts.Select(post => post.Plan).Distinct())
            {
                var rules = await CalendarRulesOf.ReadAsync(db, brand, plan, cancel);
                if (rules.Steps.Any(step => step.Outside) && !current.May(Permission.ApprovePosts))
                {
                    throw Rule.Forbidden("A yes from outside counts as an approval here, so only somebody who may approve sends the link. Ask them.");
                }
            }

            var (code, now) = (Codes.New(), clock.Now());
            var link = new ReviewLink(brand, wanted, request.To, Codes.Hash(code), now + Duration.FromDays(request.Days), current.MemberKey, current.Name) { CreatedAt = now };
            db.Add(link);
            foreach (var post in posts)
            {
                journal.Say($"sent “{post.Title}” to {link.To} for review", brand.Value, post.Plan?.Value, post.Id);
            }

            return new NewReviewLink(ReviewLinkView.Of(link, now), $"/p/review/{code}");
        }
    }
}

/// <summary>Ends a link for review at once; what was said through it stays.</summary>
[Needs(Permission.WritePosts)]
public sealed record RevokeReviewLink(Id<ReviewLink> Link) : ICommand<ReviewLinkView>
{
    internal sealed class Handler(Db db, TimeProvider clock, Journal journal) : IHandle<RevokeReviewLink, ReviewLinkView>
    {
        public async Task<ReviewLinkView> HandleAsync(RevokeReviewLink request, CancellationToken cancel)
        {
            var link = await db.FindAsync(request.Link, "link", cancel);
            link.Revoke(clock.Now());
            journal.Say($"revoked the link for review of {link.To}", link.Brand.Value, null, link.Id);
            return ReviewLinkView.Of(link, clock.Now());
        }
    }
}
