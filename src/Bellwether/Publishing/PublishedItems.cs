using Bellwether.Brands;
using Bellwether.Calendar;
using Bellwether.Channels;
using Bellwether.Goals;
using Bellwether.Kernel;
using Bellwether.Metrics;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Publishing;

/// <summary>
/// What really went out, for targets that count or judge single items. A post counts once, however many pictures or parts it
/// has; where a target names a network or a channel, each account's publication is an item of its own.
/// </summary>
internal sealed class PublishedItems(Db db) : IPublishedItems
{
    public async Task<IReadOnlyList<PublishedItem>> FindAsync(Id<Brand> brand, ItemFilter filter, LocalDate from, LocalDate to, CancellationToken cancel)
    {
        var zone = (await db.Set<Brand>().AsNoTracking().FirstAsync(row => row.Id == brand, cancel)).Zone;
        var rows = db.Set<Publication>().AsNoTracking()
            .Where(row => row.Brand == brand && row.ConfirmedAt != null);
        var end = to.PlusDays(1).AtStartOfDayInZone(zone).ToInstant();
        rows = rows.Where(row => row.ConfirmedAt < end);
        // The first day there is has no start in zones ahead of UTC; it means "from the beginning".
        if (from.Year > 1)
        {
            var start = from.AtStartOfDayInZone(zone).ToInstant();
            rows = rows.Where(row => row.ConfirmedAt >= start);
        }

        if (filter.Network is { } network)
        {
            rows = rows.Where(row => row.Network == network);
        }

        if (filter.Channel is { } text)
        {
            rows = Id<Channel>.TryParse(text, null, out var id) && await db.Set<Channel>().AsNoTracking().FirstOrDefaultAsync(row => row.Id == id, cancel) is { } channel
                ? channel.Account is { } account ? rows.Where(row => row.Account == account) : rows.Where(row => row.Network == channel.Network && row.Plan == channel.Plan)
                : rows.Where(row => false);
        }

        var publications = await rows.OrderBy(row => row.ConfirmedAt).ThenBy(row => row.Id).ToListAsync(cancel);
        var posts = await PostsAsync([.. publications.Select(row => row.Post).Distinct()], filter, cancel);
        var items = publications.Where(row => posts.ContainsKey(row.Post))
            .GroupBy(row => filter.Network is null && filter.Channel is null ? row.Post.ToString() : row.Id.ToString(), StringComparer.Ordinal)
            .Select(group => (Rows: group.ToList(), Post: posts[group.First().Post])).ToList();
        var measured = await MeasuredAsync(brand, [.. items.SelectMany(item => SubjectsOf(item.Rows, item.Post))], cancel);
        return [.. items.Select(item => new PublishedItem(
            SubjectsOf(item.Rows, item.Post).FirstOrDefault(measured.Contains) ?? SubjectsOf(item.Rows, item.Post)[0],
            item.Post.Title,
            item.Rows[0].ConfirmedAt!.Value.InZone(zone).Date,
            item.Rows.TrueForAll(row => row.Status == PublicationStatus.Deleted)))];
    }

    /// <summary>Where its numbers may stand: at the publication, or at a post that went out only there.</summary>
    private static List<string> SubjectsOf(List<Publication> rows, Post post) =>
        rows.Count > 1 ? [post.Id.ToString()] : [rows[0].Id.ToString(), post.Id.ToString()];

    private async Task<Dictionary<Id<Post>, Post>> PostsAsync(IReadOnlyList<Id<Post>> ids, ItemFilter filter, CancellationToken cancel)
    {
        var themes = filter.Theme is null ? null : await ThemesAsync(filter.Theme, cancel);
        var posts = new Dictionary<Id<Post>, Post>();
        foreach (var some in ids.Chunk(500))
        {
            foreach (var post in await db.Set<Post>().AsNoTracking().Where(row => some.Contains(row.Id)).ToListAsync(cancel))
            {
                posts[post.Id] = post;
            }
        }

        var kinds = filter.Kind is null ? [] : await new ItemKinds(db).OfAsync(posts.Values, cancel);
        return posts.Values
            .Where(post => themes is null || (post.Theme is { } theme && themes.Contains(theme)))
            .Where(post => filter.Kind is null || ItemKinds.Same(kinds[post.Id], filter.Kind))
            .ToDictionary(post => post.Id);
    }

    /// <summary>Themes by id or by name; every plan of a brand may have one of the same name.</summary>
    private async Task<HashSet<Id<ContentPillar>>> ThemesAsync(string named, CancellationToken cancel)
    {
        var themes = await db.Set<ContentPillar>().AsNoTracking().Select(row => new { row.Id, row.Name }).ToListAsync(cancel);
        return [.. themes.Where(theme => theme.Id.ToString() == named || string.Equals(theme.Name, named.Trim(), StringComparison.OrdinalIgnoreCase)).Select(theme => theme.Id)];
    }

    private async Task<HashSet<string>> MeasuredAsync(Id<Brand> brand, List<string> subjects, CancellationToken cancel)
    {
        var measured = new HashSet<string>(StringComparer.Ordinal);
        foreach (var some in subjects.Distinct().Chunk(500))
        {
            measured.UnionWith(await db.Set<Observation>().Where(row => row.Brand == brand && row.IsCurrent && some.Contains(row.Subject)).Select(row => row.Subject).Distinct().ToListAsync(cancel));
        }

        return measured;
    }
}
