using Bellwether.Audits;
using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Metrics;
using Bellwether.Networks;
using Bellwether.Publishing;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Measures;

/// <summary>Asks a network about publications of one account and writes what it tells as observations.</summary>
[Scoped]
public sealed class FigureDesk(Db db, IOpenAccounts accounts, IEnumerable<IReadFigures> readers, ObservationWriter writer, TimeProvider clock)
{
    private const int PerCall = 25;

    /// <summary>Reads these, all of one account; gives how many could be read.</summary>
    internal async Task<int> ReadAsync(Brand brand, Id<SocialAccount> account, IReadOnlyList<FigureReading> readings, CancellationToken cancel)
    {
        var network = readings[0].Network;
        var reader = readers.FirstOrDefault(one => one.Network == network);
        var access = reader is null ? null : await accounts.OpenAsync(account.ToString(), cancel);
        var read = 0;
        foreach (var some in readings.Chunk(PerCall))
        {
            var ids = some.Select(reading => reading.Publication).ToList();
            var known = await db.Set<Publication>().AsNoTracking().Where(row => ids.Contains(row.Id)).ToDictionaryAsync(row => row.Id, cancel);
            var posts = some.Where(reading => IsOut(known.GetValueOrDefault(reading.Publication))).ToDictionary(reading => reading, reading => known[reading.Publication].Parts[0]);
            foreach (var gone in some.Where(reading => !posts.ContainsKey(reading)))
            {
                gone.Lose("The program does not know it on the network, or it was deleted.");
            }

            if (posts.Count > 0)
            {
                var outcome = access is null ? new FiguresOutcome.Failed(ErrorKind.AuthRevoked, "The account is not connected.") : await reader!.ReadAsync(access, [.. posts.Values], cancel);
                read += await NoteAsync(brand, account, network, posts, outcome, cancel);
            }
        }

        return read;
    }

    private static bool IsOut(Publication? publication) => publication is { ConfirmedAt: not null, Status: not PublicationStatus.Deleted, Parts.Count: > 0 };

    private async Task<int> NoteAsync(Brand brand, Id<SocialAccount> account, string network, Dictionary<FigureReading, RemotePost> posts, FiguresOutcome outcome, CancellationToken cancel)
    {
        var now = clock.Now();
        if (outcome is not FiguresOutcome.Found found)
        {
            var failed = (FiguresOutcome.Failed)outcome;
            foreach (var reading in posts.Keys)
            {
                reading.Miss(failed.Message, failed.Until, now);
            }

            return 0;
        }

        var today = now.InZone(brand.Zone).Date;
        var entries = new List<ObservationEntry>();
        foreach (var (reading, post) in posts)
        {
            if (found.Posts.GetValueOrDefault(post.Id) is not { } figures)
            {
                reading.Lose("The network shows it no longer.");
                continue;
            }

            reading.Read(now);
            entries.AddRange(EntriesOf(figures).Select(pair => new ObservationEntry(pair.Metric, reading.Publication.ToString(), today, PeriodLength.ToDate, pair.Value)));
        }

        if (found.Account?.Followers is { } followers)
        {
            entries.Add(new ObservationEntry("followers", account.ToString(), today, PeriodLength.Day, followers));
        }

        if (entries.Count > 0)
        {
            await writer.WriteAsync(brand.Id, entries, network, WhenPresent.Correct, cancel);
        }

        return posts.Keys.Count(reading => reading.ReadAt == now);
    }

    /// <summary>The numbers it told by the keys of the catalogue; a count below zero is no count.</summary>
    internal static IEnumerable<(string Metric, long Value)> EntriesOf(PostFigures figures)
    {
        IEnumerable<(string Metric, long? Value)> all =
        [
            ("impressions", figures.Impressions), ("reach", figures.Reach), ("likes", figures.Likes), ("comments", figures.Comments), ("shares", figures.Shares),
            ("link_clicks", figures.LinkClicks), ("saves", figures.Saves), ("views_video", figures.VideoViews),
        ];
        return all.Where(pair => pair.Value is >= 0).Select(pair => (pair.Metric, pair.Value!.Value));
    }
}
