using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Calendar;

/// <summary>One day of a series.</summary>
/// <param name="Day">The day the rule gave.</param>
/// <param name="At">Where its post stands now, as a local time; null when it lost its time.</param>
/// <param name="Moved">Whether it was moved away from where the rule put it.</param>
/// <param name="Skipped">Whether it was left out on purpose.</param>
/// <param name="Changed">Whether its words were changed by hand.</param>
public sealed record Occurrence(LocalDate Day, Id<Post> Post, PostStatus Status, LocalDateTime? At, bool Moved, bool Skipped, bool Changed);

/// <summary>A series with its days.</summary>
/// <param name="Words">The rule as people say it.</param>
/// <param name="EndedFrom">From this day on nothing comes any more.</param>
/// <param name="Title">The title of the post that comes again.</param>
public sealed record SeriesView(
    Id<PostSeries> Id, Id<Post> Source, string Title, string Rule, string Words, LocalDateTime Start, bool SendOn, LocalDate? EndedFrom, IReadOnlyList<Occurrence> Occurrences, int Version) : IVersioned;

/// <summary>A brand's series, or the one that a post belongs to, each with its days from a month ago on.</summary>
/// <param name="Post">Only the series this post belongs to.</param>
[Needs(Permission.Read)]
public sealed record SeriesList(Id<Brand> Brand, Id<Post>? Post = null) : IQuery<IReadOnlyList<SeriesView>>
{
    internal sealed class Handler(Db db, TimeProvider clock) : IHandle<SeriesList, IReadOnlyList<SeriesView>>
    {
        public async Task<IReadOnlyList<SeriesView>> HandleAsync(SeriesList request, CancellationToken cancel)
        {
            var brand = await db.FindAsync(request.Brand, "brand", cancel);
            var all = await db.Set<PostSeries>().AsNoTracking()
                .Where(row => row.Brand == brand.Id && (request.Post == null || db.Set<SeriesPost>().Any(one => one.Series == row.Id && one.Post == request.Post)))
                .OrderByDescending(row => row.Id).ToListAsync(cancel);
            var ids = all.Select(row => row.Id).ToList();
            var since = clock.Today(brand.Zone).PlusDays(-31);
            var rows = await db.Set<SeriesPost>().AsNoTracking().Where(row => ids.Contains(row.Series) && row.Day >= since).OrderBy(row => row.Day).ToListAsync(cancel);
            var sources = all.Select(row => row.Source).Concat(rows.Select(row => row.Post)).Distinct().ToList();
            var posts = await db.Set<Post>().AsNoTracking().Where(post => sources.Contains(post.Id)).ToDictionaryAsync(post => post.Id, cancel);
            return [.. all.Where(series => posts.ContainsKey(series.Source)).Select(series => new SeriesView(
                series.Id, series.Source, posts[series.Source].Title, series.Rule, Recurrence.Parse(series.Rule).InWords(), series.Start, series.SendOn, series.EndedFrom,
                [.. rows.Where(row => row.Series == series.Id && posts.ContainsKey(row.Post)).Select(row => Of(row, posts[row.Post], series))], series.Version))];
        }

        private static Occurrence Of(SeriesPost row, Post post, PostSeries series) => new(
            row.Day, post.Id, post.Status, post.Slot?.Local, post.Meant != row.Day.At(series.Start.TimeOfDay), row.Skipped,
            !(row.Content with { At = post.Meant }).IsSame(FilledContent.Of(post)));
    }
}
