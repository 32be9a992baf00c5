using System.Data.Common;
using Bellwether.Kernel;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Returns.Attribution;

/// <summary>
/// Reads stored paths row by row into memory that models work on. The query is written as everywhere, so that nobody reads more than they
/// may see; its rows are read without making an object of each.
/// </summary>
[Scoped]
public sealed class PathReader(Db db, CreditSources sources, OtherPaths others)
{
    private const double TicksPerDay = 864_000_000_000;

    internal async Task<CreditCase> ReadAsync(CreditQuestion question, CancellationToken cancel)
    {
        var read = new CreditCase(question.Checked());
        var keys = new CreditKeys(await sources.OfAsync(question.Brand.Id, question.By, question.Plan is not null, cancel), question.By, question.Plan, read.Journeys);
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
            if (question.Plan is not null && !Belongs(path, read.Journeys))
            {
                return;
            }

            var worth = read.Worth(row.IsDBNull(1) ? null : row.GetInt64(1), row.IsDBNull(2) ? null : row.GetString(2));
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

    /// <summary>Whether a touch of the plan that is asked for lies within the look-back window.</summary>
    private static bool Belongs(ReadOnlySpan<Touch> path, Journeys journeys)
    {
        foreach (var touch in path)
        {
            if (journeys.Channels[touch.Channel] != CreditKeys.Elsewhere && !(touch.AgeDays > journeys.Rules.LookBackDays))
            {
                return true;
            }
        }

        return false;
    }
}
