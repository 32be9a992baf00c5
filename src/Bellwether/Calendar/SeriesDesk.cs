using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Calendar;

/// <summary>What came of bringing a series up to date.</summary>
/// <param name="Made">How many occurrences were put into the calendar.</param>
/// <param name="NotScheduled">Occurrences that stay drafts, each with the reason.</param>
public sealed record SeriesMade(Id<PostSeries> Series, int Made, IReadOnlyList<RefusedPost> NotScheduled);

/// <summary>Puts the occurrences of a series into the calendar, some weeks ahead.</summary>
[Scoped]
public sealed class SeriesDesk(Db db, TimeProvider clock, FilledPosts sending)
{
    /// <summary>The series, or 404.</summary>
    internal async Task<(PostSeries Series, Brand Brand, Post Source)> FindAsync(Id<PostSeries> id, CancellationToken cancel)
    {
        var series = await db.FindAsync(id, "series", cancel);
        return (series, await db.FindAsync(series.Brand, "brand", cancel), await db.FindAsync(series.Source, "post", cancel));
    }

    /// <summary>Makes what is missing; days that have a post or were skipped are left alone, so doing it twice makes none twice.</summary>
    internal async Task<SeriesMade> ContinueAsync(PostSeries series, Brand brand, Post source, CancellationToken cancel)
    {
        var now = clock.Now();
        var until = now.InZone(brand.Zone).Date.PlusDays(PostSeries.DaysAhead);
        // Rows that this very request added are not stored yet.
        var known = (await db.Set<SeriesPost>().Where(row => row.Series == series.Id).Select(row => row.Day).ToListAsync(cancel))
            .Concat(db.Set<SeriesPost>().Local.Where(row => row.Series == series.Id).Select(row => row.Day)).ToHashSet();
        var (made, refused) = (0, new List<RefusedPost>());
        foreach (var at in series.Times(brand.Zone).TakeWhile(at => at.Date <= until).Where(at => !known.Contains(at.Date)))
        {
            var slot = Slot.Of(at, brand.Zone);
            if (slot.At <= now)
            {
                continue;
            }

            var post = Copy(source);
            post.MoveTo(slot, now);
            db.Add(post);
            db.Add(new SeriesPost(series, at.Date, post));
            made++;
            if (series.SendOn && await sending.SendOnAsync(post, cancel) is { } why)
            {
                refused.Add(new RefusedPost(post.Id, post.Title, "not-scheduled", $"{slot}: {why}"));
            }
        }

        return new SeriesMade(series.Id, made, refused);
    }

    /// <summary>A fresh draft that says the same on the same accounts.</summary>
    internal static Post Copy(Post source, string? text = null)
    {
        var copy = new Post(source.Brand, source.Title, text ?? source.Text, source.Author);
        copy.Serve(source.Plan, source.Goal, source.Unguided, source.Action, source.Theme, source.Campaign);
        copy.Tell([.. source.Variants.OrderBy(variant => variant.Place).Select(variant => text is null ? variant.Draft() : variant.Draft() with { Text = null })]);
        return copy;
    }

    /// <summary>The occurrences that lie ahead and are still in the calendar, with their posts.</summary>
    internal async Task<List<(SeriesPost Row, Post Post)>> AheadAsync(PostSeries series, LocalDate from, CancellationToken cancel)
    {
        var now = clock.Now();
        var rows = await db.Set<SeriesPost>().Where(row => row.Series == series.Id && row.Day >= from && row.Post != series.Source).OrderBy(row => row.Day).ToListAsync(cancel);
        var ids = rows.Select(row => row.Post).ToList();
        var posts = await db.Set<Post>().Where(post => ids.Contains(post.Id)).ToDictionaryAsync(post => post.Id, cancel);
        return [.. rows.Where(row => posts.TryGetValue(row.Post, out var post) && post.IsOpen && post.DueAt > now).Select(row => (row, posts[row.Post]))];
    }
}
