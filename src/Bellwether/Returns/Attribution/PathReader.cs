using System.Data.Common;
using Bellwether.Kernel;
using Bellwether.Returns.Costs;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Returns.Attribution;

/// <summary>
/// Reads stored paths row by row into memory that models work on. The query is written as everywhere, so that nobody reads more than they
/// may see; its rows are read without making an object of each.
/// </summary>
[Scoped]
public sealed class PathReader(Db db, CreditSources sources, OtherPaths others, RateBook rates)
{
    private const double TicksPerDay = 864_000_000_000;

    internal async Task<CreditCase> ReadAsync(CreditQuestion question, CancellationToken cancel) =>
        await ReadAsync(question, await sources.OfAsync(question.Brand.Id, question.By, question.Plan, cancel), cancel);

    /// <summary>Reads paths with keys of one's own for what is credited.</summary>
    internal async Task<CreditCase> ReadAsync(CreditQuestion question, IReadOnlyDictionary<Guid, CreditSource> stand, CancellationToken cancel)
    {
        var read = new CreditCase(question, await rates.ChangerAsync(cancel));
        var keys = new CreditKeys(stand, question.By, question.Plan, read.Journeys);
        var (brand, start, end) = (question.Brand.Id, question.Start, question.End);
        var rows = db.Set<TouchPath>().Where(path => path.Brand == brand && path.At >= start && path.At < end).OrderBy(path => path.At);
        var query = question.WithIds
            ? rows.ThenBy(path => path.Conversion).Select(path => new { path.At, path.ValueMinor, path.Currency, path.Steps, path.Conversion }).CreateDbCommand()
            : rows.Select(path => new { path.At, path.ValueMinor, path.Currency, path.Steps }).CreateDbCommand();
        var room = new Touch[PathBook.MostSteps];
        await ReadAsync(query, row =>
        {
            var at = row.GetInt64(0);
            var path = Touches(row.GetFieldValue<byte[]>(3), at, keys, room);
            if (question.Plan is not null && !Belongs(path, read))
            {
                return;
            }

            var worth = read.Worth(row.IsDBNull(1) ? null : row.GetInt64(1), row.IsDBNull(2) ? null : row.GetString(2), at);
            read.Journeys.Add(path, new Outcome(1, worth, 0));
            if (question.WithIds)
            {
                read.Conversions.Add(row.GetGuid(4));
            }
        }, cancel);
        read.Count = read.Journeys.Count;
        if (question.WithOthers)
        {
            read.Others = await others.AddAsync(read, keys, cancel);
        }

        return read;
    }

    /// <summary>Reads the rows of a command one by one.</summary>
    internal async Task ReadAsync(DbCommand query, Action<DbDataReader> each, CancellationToken cancel)
    {
        await db.Database.OpenConnectionAsync(cancel);
        try
        {
            await using (query)
            {
                await using var rows = await query.ExecuteReaderAsync(cancel);
                while (await rows.ReadAsync(cancel))
                {
                    each(rows);
                }
            }
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    private static ReadOnlySpan<Touch> Touches(ReadOnlySpan<byte> bytes, long at, CreditKeys keys, Span<Touch> room)
    {
        var count = PathBytes.Count(bytes);
        for (var place = 0; place < count; place++)
        {
            var step = PathBytes.At(bytes, place);
            room[place] = new Touch(keys.NumberOf(step), (at - step.At) / TicksPerDay);
        }

        return room[..count];
    }

    /// <summary>Whether a touch of the plan that is asked for lies within the look-back window; counts what no plan led to.</summary>
    private static bool Belongs(ReadOnlySpan<Touch> path, CreditCase read)
    {
        var (seen, elsewhere) = (0, 0);
        foreach (var touch in path)
        {
            if (!(touch.AgeDays > read.Journeys.Rules.LookBackDays))
            {
                var channel = read.Journeys.Channels[touch.Channel];
                if (CreditKeys.IsOwn(channel))
                {
                    return true;
                }

                seen++;
                elsewhere += channel == CreditKeys.Elsewhere ? 1 : 0;
            }
        }

        read.Nothing += seen == 0 ? 1 : 0;
        read.Direct += seen > 0 && elsewhere == 0 ? 1 : 0;
        return false;
    }
}
