using Bellwether.Audits;
using Bellwether.Campaigns;
using Bellwether.Channels;
using Bellwether.Goals;
using Bellwether.Kernel;
using Bellwether.People;
using Bellwether.Storage;

namespace Bellwether.Calendar;

/// <summary>What the posts of a calendar are narrowed to; what is null narrows nothing. Every view uses the same.</summary>
internal sealed record PostFilter(
    Id<SocialAccount>? Account = null, string? Network = null, PostStatus? Status = null, Id<ContentPillar>? Theme = null, Id<Campaign>? Campaign = null, Id<Goal>? Goal = null, Id<Member>? Author = null, string? Text = null)
{
    public IQueryable<Post> Of(Db db, IQueryable<Post> posts)
    {
        var author = Author?.Value;
        posts = posts.On(db, Account, Network).Where(post =>
            (Status == null || post.Status == Status)
            && (Theme == null || post.Theme == Theme)
            && (Campaign == null || post.Campaign == Campaign)
            && (Goal == null || post.Goal == Goal)
            && (author == null || post.Author == author));
        if (string.IsNullOrWhiteSpace(Text))
        {
            return posts;
        }

        var words = Text.Trim().ToLowerInvariant();
#pragma warning disable CA1304, CA1311, CA1862 // Translated to the database's lower(); a culture or a comparison cannot be.
        return posts.Where(post => post.Title.ToLower().Contains(words) || post.Text.ToLower().Contains(words));
#pragma warning restore CA1304, CA1311, CA1862
    }
}
