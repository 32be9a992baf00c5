using Bellwether.Kernel;
using Bellwether.Storage;
using Bellwether.Tracking;
using Bellwether.Tracking.Reports;
using Bellwether.Tracking.Sums;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Returns.Attribution;

/// <summary>
/// The paths of visitors who clicked and did not convert, from the raw clicks: without them every path would seem to convert. A visitor
/// is known for one day. Where there are too many clicks, some of the visitors stand for all: which ones, their number decides, and that
/// is random by its making.
/// </summary>
[Scoped]
public sealed class OtherPaths(Db db, TouchGroups groups, TrackingSums sums)
{
    /// <summary>About how many clicks are read at most.</summary>
    public const long MostClicks = 500_000;

    /// <summary>Adds the paths; gives how many visitors they stand for.</summary>
    internal async Task<double> AddAsync(CreditCase read, CreditKeys keys, CancellationToken cancel)
    {
        var (brand, start, end) = (read.Question.Brand.Id, read.Question.Start, read.Question.End);
        var clicks = (await sums.GroupsAsync(brand, HitSource.Clicks, start, end, cancel)).Where(row => row.Outcome == HitOutcome.Counted).Sum(row => row.Hits);
        if (clicks == 0)
        {
            return 0;
        }

        var one = 1L;
        while (clicks / one > MostClicks)
        {
            one *= 2;
        }

        await groups.KnowAsync(brand, cancel);
        var converted = await ConvertedAsync(read.Question, cancel);
        var rows = db.Set<Click>().AsNoTracking().Where(click => click.Brand == brand && click.At >= start && click.At < end && click.Outcome == HitOutcome.Counted && click.Visitor % one == 0)
            .OrderBy(click => click.Visitor).ThenBy(click => click.At).ThenBy(click => click.Link).Select(click => new { click.Visitor, click.At, click.Link, click.Group });
        var (path, visitor, paths) = (new List<Touch>(), (long?)null, 0);
        await foreach (var click in rows.AsAsyncEnumerable().WithCancellation(cancel))
        {
            if (click.Visitor != visitor)
            {
                Finish();
                visitor = click.Visitor;
            }

            path.Add(new Touch(keys.NumberOf(new PathStep(click.At.ToUnixTimeTicks(), groups.Of(click.Group, click.Link), click.Link.Value))));
        }

        Finish();
        return (double)paths * one;

        void Finish()
        {
            if (path.Count > 0 && !converted.Contains(visitor!.Value) && (read.Question.Plan is null || path.Exists(touch => CreditKeys.IsOwn(read.Journeys.Channels[touch.Channel]))))
            {
                read.Journeys.Add(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(path), new Outcome(0, 0, one));
                paths++;
            }

            path.Clear();
        }
    }

    /// <summary>Visitors whose click came back with a conversion that counts, also one after the span.</summary>
    private async Task<HashSet<long>> ConvertedAsync(CreditQuestion question, CancellationToken cancel)
    {
        var (brand, start, last) = (question.Brand.Id, question.Start, question.End + PathBook.Window);
        return await db.Set<Conversion>().AsNoTracking().Where(one => one.Brand == brand && one.At >= start && one.At < last && one.VoidedAt == null && one.Click != null)
            .Join(db.Set<Click>(), one => one.Click, click => (Id<Click>?)click.Id, (_, click) => click.Visitor).ToHashSetAsync(cancel);
    }
}
