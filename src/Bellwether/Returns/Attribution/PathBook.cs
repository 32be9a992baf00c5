using Bellwether.Kernel;
using Bellwether.Links;
using Bellwether.Storage;
using Bellwether.Tracking;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Returns.Attribution;

/// <summary>
/// Finds what led to a conversion: the clicks of the same visitor on the day of the click that came back with it, the link or the deal
/// it was joined by, and the same of earlier conversions of the same customer. Nothing else joins two days: a visitor is a number that
/// changes every night.
/// </summary>
[Scoped]
public sealed class PathBook(Db db, TouchGroups groups, TimeProvider clock)
{
    /// <summary>A touch older than this leads to nothing any more.</summary>
    public static readonly Duration Window = Matching.Window;

    /// <summary>The most touches of a path: the first one and the latest ones are kept.</summary>
    public const int MostSteps = 100;

    private const int MostConversions = 50;
    private const int AtOnce = 500;

    // Clocks of shops are a little off: a click may seem to come after its order.
    private static readonly Duration Skew = Duration.FromMinutes(5);

    // Many conversions of one go share a visit; what was looked up once is kept as long as the request lasts.
    private readonly Dictionary<Id<Click>, IReadOnlyList<PathStep>?> visits = [];

    /// <summary>Works out the path of a conversion, and anew those of the same customer that came after it.</summary>
    public async Task KeepAsync(Id<Conversion> id, CancellationToken cancel)
    {
        if (await db.Set<Conversion>().AsNoTracking().FirstOrDefaultAsync(one => one.Id == id, cancel) is not { } conversion)
        {
            return;
        }

        var until = conversion.At + Window;
        var touched = conversion.Customer is not { } customer
            ? [conversion]
            : await db.Set<Conversion>().AsNoTracking().Where(one => one.Brand == conversion.Brand && one.Customer == customer && one.At >= conversion.At && one.At <= until).ToListAsync(cancel);
        await KeepAsync(touched, cancel);
    }

    /// <summary>Works out the paths of some conversions; gives how many are others than were known.</summary>
    internal async Task<int> KeepAsync(IReadOnlyCollection<Conversion> conversions, CancellationToken cancel)
    {
        var changed = 0;
        foreach (var some in conversions.Chunk(AtOnce))
        {
            changed += await KeepSomeAsync(some, cancel);
        }

        return changed;
    }

    private async Task<int> KeepSomeAsync(IReadOnlyCollection<Conversion> conversions, CancellationToken cancel)
    {
        var (ids, changed) = (conversions.Select(one => one.Id).ToList(), 0);
        var known = await db.Set<TouchPath>().Where(path => ids.Contains(path.Conversion)).ToDictionaryAsync(path => path.Conversion, cancel);
        foreach (var one in conversions)
        {
            var path = known.GetValueOrDefault(one.Id);
            if (one.VoidedAt is not null)
            {
                if (path is not null)
                {
                    db.Remove(path);
                }

                continue;
            }

            if (path is null)
            {
                db.Add(path = new TouchPath(one));
            }

            changed += path.Lead(await StepsAsync(one, cancel), clock.Now()) ? 1 : 0;
        }

        return changed;
    }

    /// <summary>The touches that led to a conversion, oldest first.</summary>
    public async Task<IReadOnlyList<PathStep>> StepsAsync(Conversion conversion, CancellationToken cancel)
    {
        var steps = new HashSet<PathStep>();
        foreach (var one in await SourcesAsync(conversion, cancel))
        {
            if (one.Click is { } click)
            {
                await ClicksAsync(one, click, steps, cancel);
            }
            else if (one is { Link: { } link, MatchedBy: not MatchedBy.Customer })
            {
                steps.Add(new PathStep(one.At.ToUnixTimeTicks(), await groups.OfAsync(link, cancel), link.Value));
            }

            if (one is { Deal: { } deal, MatchedBy: not MatchedBy.Customer })
            {
                steps.Add(new PathStep(one.At.ToUnixTimeTicks(), await groups.OfAsync(deal, cancel), deal.Value, IsDeal: true));
            }
        }

        var (oldest, newest) = ((conversion.At - Window).ToUnixTimeTicks(), conversion.At.ToUnixTimeTicks());
        var path = steps.Where(step => step.At >= oldest).Select(step => step.At > newest ? step with { At = newest } : step)
            .OrderBy(step => step.At).ThenBy(step => step.IsDeal).ThenBy(step => step.Source).ToList();
        return path.Count <= MostSteps ? path : [path[0], .. path[^(MostSteps - 1)..]];
    }

    /// <summary>The conversion itself and what the same customer did before, oldest first.</summary>
    private async Task<List<Conversion>> SourcesAsync(Conversion conversion, CancellationToken cancel)
    {
        if (conversion.Customer is not { } customer)
        {
            return [conversion];
        }

        var oldest = conversion.At - Window;
        var before = await db.Set<Conversion>().AsNoTracking()
            .Where(one => one.Brand == conversion.Brand && one.Customer == customer && one.VoidedAt == null && one.Id != conversion.Id && one.At >= oldest && one.At <= conversion.At)
            .OrderByDescending(one => one.At).Take(MostConversions).ToListAsync(cancel);
        return [.. before.AsEnumerable().Reverse(), conversion];
    }

    /// <summary>What the visitor of a click followed that day, as far as it was before the conversion.</summary>
    private async Task ClicksAsync(Conversion conversion, Id<Click> id, HashSet<PathStep> steps, CancellationToken cancel)
    {
        if (!visits.TryGetValue(id, out var visit))
        {
            visits[id] = visit = await VisitAsync(id, cancel);
        }

        if (visit is not null)
        {
            var last = (conversion.At + Skew).ToUnixTimeTicks();
            steps.UnionWith(visit.Where(step => step.At <= last));
        }
        else if (await GoneAsync(conversion, id, cancel) is { Count: > 0 } gone)
        {
            steps.UnionWith(gone);
        }
        else if (conversion.Link is { } link)
        {
            // What nobody wrote down of an older click still has the link.
            steps.Add(new PathStep(conversion.At.ToUnixTimeTicks(), await groups.OfAsync(link, cancel), link.Value));
        }
    }

    /// <summary>
    /// What is known from before of a visit that the raw log no longer has, because it does not go back so far: a path that is worked
    /// out anew does not forget it.
    /// </summary>
    private async Task<IReadOnlyList<PathStep>> GoneAsync(Conversion conversion, Id<Click> id, CancellationToken cancel)
    {
        var (day, night) = DayOf(Click.Moment(id));
        var (start, end) = (day.ToUnixTimeTicks(), night.ToUnixTimeTicks());
        var kept = await db.Set<TouchPath>().FirstOrDefaultAsync(path => path.Conversion == conversion.Id, cancel);
        return kept is null ? [] : [.. PathBytes.Read(kept.Steps).Where(step => !step.IsDeal && step.At >= start && step.At < end)];
    }

    /// <summary>The day of UTC a moment belongs to: for so long a visitor's number holds.</summary>
    private static (Instant Day, Instant Night) DayOf(Instant moment)
    {
        var day = moment.InUtc().Date.AtStartOfDayInZone(DateTimeZone.Utc).ToInstant();
        return (day, day + Duration.FromDays(1));
    }

    private async Task<IReadOnlyList<PathStep>?> VisitAsync(Id<Click> id, CancellationToken cancel)
    {
        if (await db.Set<Click>().AsNoTracking().FirstOrDefaultAsync(click => click.Id == id, cancel) is not { } own)
        {
            return null;
        }

        var (day, night) = DayOf(own.At);
        var clicks = await db.Set<Click>().AsNoTracking()
            .Where(click => click.At >= day && click.At < night && click.Brand == own.Brand && click.Visitor == own.Visitor && click.Outcome == HitOutcome.Counted)
            .OrderBy(click => click.At).Select(click => new { click.At, click.Group, click.Link }).ToListAsync(cancel);
        var visit = new List<PathStep>();
        foreach (var click in clicks)
        {
            // Whoever follows a link that stands for something did not come by themselves, though the browser did not say from where.
            var group = click.Group == ChannelGroup.Direct ? await groups.OfAsync(click.Link, cancel) : click.Group;
            visit.Add(new PathStep(click.At.ToUnixTimeTicks(), group, click.Link.Value));
        }

        return visit;
    }
}

/// <summary>Keeps the path of a conversion when it is recorded, and finds it anew when it is taken back or forgets its customer.</summary>
internal sealed class KeepPaths(PathBook paths, Db db) : IReact<ConversionRecorded>, IReact<ConversionChanged>, IReact<ClicksChanged>
{
    public Task ReactAsync(ConversionRecorded happened, CancellationToken cancel) => paths.KeepAsync(happened.Conversion, cancel);

    public Task ReactAsync(ConversionChanged happened, CancellationToken cancel) => paths.KeepAsync(happened.Conversion, cancel);

    /// <summary>What such a click may have led to: everything the brand's visitors did from then until a touch no longer counts.</summary>
    public async Task ReactAsync(ClicksChanged happened, CancellationToken cancel)
    {
        var until = happened.Until + PathBook.Window;
        await paths.KeepAsync(await db.Set<Conversion>().AsNoTracking().Where(one => one.Brand == happened.Brand && one.At >= happened.From && one.At < until && one.VoidedAt == null).OrderBy(one => one.Id).ToListAsync(cancel), cancel);
    }
}
