using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Calendar;

/// <summary>How many posts were put into the calendar.</summary>
public sealed record CameAgain(int Posts);

/// <summary>Puts what comes again into the calendar: the next occurrences of series, the next turns of evergreens. Doing it twice makes none twice.</summary>
[Internal("The timetable sends it every few hours.")]
[Needs(Permission.Publish)]
public sealed record KeepComing : ICommand<CameAgain>
{
    internal sealed class Handler(Db db, SeriesDesk series, EvergreenDesk evergreens, Journal journal) : IHandle<KeepComing, CameAgain>
    {
        public async Task<CameAgain> HandleAsync(KeepComing request, CancellationToken cancel)
        {
            var brands = await db.Set<Brand>().ToDictionaryAsync(brand => brand.Id, cancel);
            var count = 0;
            foreach (var one in await db.Set<PostSeries>().Where(row => row.EndedFrom == null).ToListAsync(cancel))
            {
                if (brands.TryGetValue(one.Brand, out var brand) && await db.Set<Post>().FirstOrDefaultAsync(post => post.Id == one.Source && post.ArchivedAt == null, cancel) is { } source)
                {
                    var made = await series.ContinueAsync(one, brand, source, cancel);
                    count += made.Made;
                    if (made.Made > 0)
                    {
                        journal.Say($"put {made.Made} more of “{source.Title}” into the calendar", brand.Id.Value, source.Plan?.Value, source.Id);
                    }
                }
            }

            foreach (var one in await db.Set<EvergreenPost>().Where(row => row.StoppedAt == null).OrderBy(row => row.Id).ToListAsync(cancel))
            {
                if (brands.TryGetValue(one.Brand, out var brand) && await evergreens.TurnAsync(one, brand, cancel) is { } post)
                {
                    count++;
                    journal.Say($"lets “{post.Title}” go out again on {post.Slot}", brand.Id.Value, post.Plan?.Value, post.Id);
                }
            }

            return new CameAgain(count);
        }
    }
}

/// <summary>Keeps what comes again coming, in every workspace that has such posts.</summary>
[Single]
public sealed class ComingAgain(Rounds rounds)
{
    public Task<int> RunAsync(CancellationToken cancel) => rounds.SendAsync(
        db => db.Set<PostSeries>().IgnoreQueryFilters().Where(row => row.EndedFrom == null).Select(row => row.WorkspaceKey)
            .Union(db.Set<EvergreenPost>().IgnoreQueryFilters().Where(row => row.StoppedAt == null).Select(row => row.WorkspaceKey)),
        new KeepComing(), came => came.Posts, cancel);
}
