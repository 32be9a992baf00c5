using Bellwether.Kernel;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Calendar;

/// <summary>What ending or changing a series did.</summary>
/// <param name="Posts">How many occurrences it took out, or brought up to date.</param>
/// <param name="Kept">How many stay as they are, because they were changed by hand.</param>
public sealed record SeriesChanged(Id<PostSeries> Series, int Posts, int Kept);

/// <summary>Ends a series from a day on: later occurrences go to the archive, unless they are out or were changed by hand.</summary>
/// <param name="From">The first day on which nothing comes any more; today when absent.</param>
[Needs(Permission.WritePosts)]
public sealed record EndSeries(Id<PostSeries> Series, LocalDate? From = null) : ICommand<SeriesChanged>
{
    internal sealed class Handler(SeriesDesk desk, FilledPosts posts, TimeProvider clock, Journal journal) : IHandle<EndSeries, SeriesChanged>
    {
        public async Task<SeriesChanged> HandleAsync(EndSeries request, CancellationToken cancel)
        {
            var (series, brand, source) = await desk.FindAsync(request.Series, cancel);
            var from = request.From ?? clock.Today(brand.Zone);
            series.EndFrom(from);
            var (gone, kept) = (0, 0);
            foreach (var (row, post) in await desk.AheadAsync(series, from, cancel))
            {
                if (row.Content.IsSame(FilledContent.Of(post)))
                {
                    posts.TakeOut(post);
                    gone++;
                }
                else
                {
                    kept++;
                }
            }

            journal.Say($"ended the series of “{source.Title}” from {from:ddd d MMM} on; {gone} posts were taken out", brand.Id.Value, source.Plan?.Value, source.Id);
            return new SeriesChanged(series.Id, gone, kept);
        }
    }
}

/// <summary>Lets a series that was ended go on: what it took out comes back as drafts, and new occurrences follow. The undo of ending it.</summary>
[Needs(Permission.WritePosts)]
public sealed record ContinueSeries(Id<PostSeries> Series) : ICommand<SeriesMade>
{
    internal sealed class Handler(Db db, SeriesDesk desk, FilledPosts sending, TimeProvider clock, Journal journal) : IHandle<ContinueSeries, SeriesMade>
    {
        public async Task<SeriesMade> HandleAsync(ContinueSeries request, CancellationToken cancel)
        {
            var (series, brand, source) = await desk.FindAsync(request.Series, cancel);
            Rule.Require(series.EndedFrom is not null, "series-runs", "It has not ended.");
            var (from, now) = (series.EndedFrom!.Value, clock.Now());
            series.GoOn();
            var rows = await db.Set<SeriesPost>().Where(row => row.Series == series.Id && row.Day >= from && !row.Skipped).Select(row => row.Post).ToListAsync(cancel);
            var back = 0;
            foreach (var post in await db.Set<Post>().Where(post => rows.Contains(post.Id) && post.ArchivedAt != null && post.DueAt > now).ToListAsync(cancel))
            {
                post.Restore();
                back++;
                if (series.SendOn)
                {
                    await sending.SendOnAsync(post, cancel);
                }
            }

            var made = await desk.ContinueAsync(series, brand, source, cancel);
            journal.Say($"lets “{source.Title}” come again", brand.Id.Value, source.Plan?.Value, source.Id);
            return made with { Made = made.Made + back };
        }
    }
}

/// <summary>Lets the occurrences ahead say what the first post of the series says now. What was changed by hand keeps its own words.</summary>
[Needs(Permission.WritePosts)]
public sealed record RewriteSeries(Id<PostSeries> Series) : ICommand<SeriesChanged>
{
    internal sealed class Handler(SeriesDesk desk, FilledPosts posts, TimeProvider clock, Journal journal) : IHandle<RewriteSeries, SeriesChanged>
    {
        public async Task<SeriesChanged> HandleAsync(RewriteSeries request, CancellationToken cancel)
        {
            var (series, brand, source) = await desk.FindAsync(request.Series, cancel);
            var (written, kept) = (0, 0);
            foreach (var (row, post) in await desk.AheadAsync(series, clock.Today(brand.Zone), cancel))
            {
                var now = FilledContent.Of(post);
                if (!(row.Content with { At = now.At }).IsSame(now))
                {
                    kept++;
                    continue;
                }

                // Its own time and end stay: it may have been moved.
                var sentOn = posts.Change(post, brand, FilledContent.Of(source) with { At = now.At, Until = now.Until, Then = now.Then });
                row.Wrote(post);
                written++;
                if (sentOn)
                {
                    await posts.SendOnAsync(post, cancel);
                }
            }

            journal.Say($"brought {written} posts of the series “{source.Title}” up to date", brand.Id.Value, source.Plan?.Value, source.Id);
            return new SeriesChanged(series.Id, written, kept);
        }
    }
}
