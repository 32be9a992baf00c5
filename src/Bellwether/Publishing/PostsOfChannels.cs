using Bellwether.Audits;
using Bellwether.Brands;
using Bellwether.Calendar;
using Bellwether.Channels;
using Bellwether.Kernel;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Publishing;

/// <summary>Tells channels which posts went out on their accounts and which are planned; what was taken down again is not told.</summary>
internal sealed class PostsOfChannels(Db db) : IChannelPosts
{
    public async Task<IReadOnlyList<ChannelPost>> FindAsync(Id<Brand> brand, IReadOnlyCollection<Id<SocialAccount>> accounts, Instant from, Instant until, CancellationToken cancel)
    {
        var (first, end) = (from, until);
        var rows = await (
            from post in db.Set<Post>().AsNoTracking().IgnoreAutoIncludes().Planned()
            join variant in db.Set<Variant>() on post.Id equals variant.Post
            where post.Brand == brand && accounts.Contains(variant.Account) && post.DueAt >= first && post.DueAt < end
            select new { post.Id, post.Title, post.Text, post.Theme, post.Goal, post.DueAt, post.Status, Variant = variant.Id, variant.Account, variant.OwnText }).ToListAsync(cancel);
        var publications = await (
            from publication in db.Set<Publication>().AsNoTracking()
            where publication.Brand == brand && accounts.Contains(publication.Account) && publication.DueAt >= first && publication.DueAt < end
            orderby publication.Id
            select new { publication.Id, publication.Variant, publication.Status, publication.ConfirmedAt }).ToListAsync(cancel);
        var latest = publications.GroupBy(publication => publication.Variant).ToDictionary(group => group.Key, group => group.Last());
        var tellings = rows.GroupBy(row => row.Id).ToDictionary(group => group.Key, group => group.Count());
        return
        [
            .. from row in rows
               let publication = latest.GetValueOrDefault(row.Variant)
               where publication?.Status != PublicationStatus.Deleted
               let isOut = publication is null ? row.Status == PostStatus.Published : publication.ConfirmedAt is not null
               // The numbers of a post that goes out in one place only may stand under the post itself.
               let subjects = new[] { publication?.Id.ToString(), row.Variant.ToString(), tellings[row.Id] == 1 ? row.Id.ToString() : null }
               select new ChannelPost(
                   row.Id.ToString(), row.Title, row.Account, row.OwnText ?? row.Text, row.Theme, row.Goal, publication?.ConfirmedAt ?? row.DueAt!.Value, isOut, [.. subjects.OfType<string>()]),
        ];
    }
}
