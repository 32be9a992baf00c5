using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Calendar;

/// <summary>An evergreen as it stands.</summary>
/// <param name="Title">The title of the post.</param>
/// <param name="Times">How often it went out again, or is about to.</param>
/// <param name="Last">The day it last went out.</param>
/// <param name="Next">The first day on which it may go out again; null when it went out often enough, was stopped, or was never out.</param>
/// <param name="Turns">The posts of its turns, the latest first.</param>
public sealed record EvergreenView(
    Id<EvergreenPost> Id, Id<Post> Source, string Title, int EveryDays, int AtMost, LocalTime Time, IReadOnlyList<string> Texts, bool SendOn, bool Stopped, int Times, LocalDate? Last, LocalDate? Next,
    IReadOnlyList<Id<Post>> Turns, int Version) : IVersioned;

/// <summary>What evergreens have in common: how often each was out, and its next turn.</summary>
[Scoped]
public sealed class EvergreenDesk(Db db, TimeProvider clock, FilledPosts sending)
{
    /// <summary>A turn is put into the calendar at most so many days ahead.</summary>
    private const int DaysAhead = 14;

    /// <summary>Evergreens with their posts and turns.</summary>
    internal async Task<List<EvergreenView>> ReadAsync(Brand brand, IReadOnlyList<EvergreenPost> all, CancellationToken cancel)
    {
        var ids = all.Select(row => row.Id).ToList();
        var turns = await TurnsAsync(brand, cancel);
        var wanted = all.Select(row => row.Source).Concat(turns.Where(turn => ids.Contains(turn.Evergreen)).Select(turn => turn.Post)).ToList();
        var posts = await db.Set<Post>().AsNoTracking().IgnoreAutoIncludes().Where(post => wanted.Contains(post.Id)).ToDictionaryAsync(post => post.Id, cancel);
        foreach (var fresh in db.Set<Post>().Local.Where(post => wanted.Contains(post.Id)))
        {
            // Just made, and not stored yet.
            posts[fresh.Id] = fresh;
        }

        return [.. all.Where(row => posts.ContainsKey(row.Source)).Select(row => ViewOf(row, brand, turns, posts))];
    }

    /// <summary>Puts the next turn into the calendar when its day has come near. Says the post, or null when there is none yet.</summary>
    internal async Task<Post?> TurnAsync(EvergreenPost evergreen, Brand brand, CancellationToken cancel)
    {
        var view = (await ReadAsync(brand, [evergreen], cancel)).SingleOrDefault();
        var now = clock.Now();
        if (view?.Next is not { } day || day > clock.Today(brand.Zone).PlusDays(DaysAhead) || await IsWaitingAsync(view, now, cancel))
        {
            return null;
        }

        var source = await db.Set<Post>().FirstAsync(post => post.Id == evergreen.Source, cancel);
        var copy = SeriesDesk.Copy(source, evergreen.TextFor(view.Times));
        copy.MoveTo(Slot.Of(day.At(evergreen.Time), brand.Zone), now);
        db.Add(copy);
        db.Add(new EvergreenTurn(evergreen, day, copy.Id));
        if (evergreen.SendOn)
        {
            await sending.SendOnAsync(copy, cancel);
        }

        return copy;
    }

    private async Task<List<EvergreenTurn>> TurnsAsync(Brand brand, CancellationToken cancel)
    {
        var stored = await db.Set<EvergreenTurn>().Where(turn => turn.Brand == brand.Id).ToListAsync(cancel);
        return [.. stored.Concat(db.Set<EvergreenTurn>().Local.Where(turn => turn.Brand == brand.Id)).DistinctBy(turn => turn.Id)];
    }

    /// <summary>One turn at a time: the next one waits until the last one is out or was given up.</summary>
    private async Task<bool> IsWaitingAsync(EvergreenView view, Instant now, CancellationToken cancel) =>
        await db.Set<Post>().AnyAsync(post => view.Turns.Contains(post.Id) && post.ArchivedAt == null && post.DueAt > now, cancel);

    private EvergreenView ViewOf(EvergreenPost row, Brand brand, List<EvergreenTurn> turns, Dictionary<Id<Post>, Post> posts)
    {
        var source = posts[row.Source];
        // A turn whose post was archived before it was out did not happen; its day stays taken, so that it is not tried twice.
        var own = turns.Where(turn => turn.Evergreen == row.Id).OrderByDescending(turn => turn.Day).ToList();
        var counted = own.Where(turn => posts.TryGetValue(turn.Post, out var post) && (post.ArchivedAt is null || !post.IsOpen && WasOut(post))).ToList();
        LocalDate? first = WasOut(source) && source.DueAt is { } due ? due.InZone(brand.Zone).Date : null;
        var last = counted.Select(turn => posts[turn.Post].DueAt?.InZone(brand.Zone).Date).Append(first).Max();
        var earliest = clock.Now().InZone(brand.Zone).Date.PlusDays(1);
        var next = row.StoppedAt is null && source.ArchivedAt is null && last is { } day
            ? EvergreenRule.Next(row.EveryDays, row.AtMost, day, counted.Count, earliest, turns.Select(turn => turn.Day).ToHashSet())
            : null;
        return new EvergreenView(
            row.Id, row.Source, source.Title, row.EveryDays, row.AtMost, row.Time, row.Texts, row.SendOn, row.StoppedAt is not null, counted.Count, last, next, [.. own.Select(turn => turn.Post)], row.Version);
    }

    private static bool WasOut(Post post) => post.Status is PostStatus.Published or PostStatus.Partial;
}
